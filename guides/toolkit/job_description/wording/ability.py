"""Words about bodies where the work is meant."""

from guides.toolkit.findings import Source
from guides.toolkit.job_description.wording.kind import Kind

_ABLE = r"(?:must(?: be able to)?|able to|ability to|capable of|required to) (?:physically |regularly |frequently )?"
_WEIGHT = r"(?:(?:up to|at least|over|more than) )?\d{1,3}\+? ?(?:lbs?|pounds?|kgs?|kilos?|kilograms?)"
_TASK = "what has to be done, “with or without accommodation”"

HEALTH = Kind(
    name="health",
    why="This can keep people with disabilities from applying for work that they can do. In the United States, what "
    "screens them out has to be job-related and necessary:",
    source=Source(
        "EEOC, Technical Assistance Manual on Title I of the ADA, 4.2",
        "https://corada.com/documents/title-i-ta-manual/iv-establishing-nondiscriminatory-qualification-standards-and-"
        "selection-criteria",
    ),
    instead={
        r"able[- ]bodied": _TASK,
        r"physically (?:fit|strong|able)|(?:good|excellent|top) physical (?:condition|shape)": _TASK,
        r"(?:be|are|is) in (?:good|excellent|perfect) (?:physical )?(?:health|shape)": _TASK,
        r"healthy (?:person|individual|candidate|applicant)s?": _TASK,
        r"of sound mind|mentally (?:fit|stable|strong)": _TASK,
        r"(?:no|without(?: any)?|free (?:of|from)(?: any)?) (?:physical |mental )?(?:disabilit(?:y|ies)"
        r"|health (?:problems|issues|conditions)|medical conditions|physical limitations|impairments)": _TASK,
        r"(?:good|perfect|normal|excellent|20/20) (?:eyesight|hearing)|(?:20/20|perfect|normal) vision": _TASK,
    },
    innocent=(
        r"able[- ]bodied seam[ae]n",
        r"with(?: or| and|/) ?without (?:any )?disabilit(?:y|ies)",
        r"(?:patients|people|children|clients|students|residents) with \w+ (?:hearing|vision|eyesight)",
    ),
)

BODY = Kind(
    name="ability",
    why="This describes a body, not the work. Words for the action keep the requirement and leave open how it is met, "
    "with or without accommodation:",
    source=Source(
        "Kansas State University, ADA-Compliant Language for Essential Actions",
        "https://www.k-state.edu/hr/time-comp/compensation/ADA_terms_position_descriptions.html",
    ),
    instead={
        rf"{_ABLE}walk": "“move”",
        rf"{_ABLE}(?:stand|sit)|(?:stand|sit)(?:ing)? for (?:long|extended|prolonged) (?:periods?|hours)"
        r"|prolonged (?:standing|sitting)": "“stay in one position”",
        rf"{_ABLE}climb": "“go up and down”",
        rf"{_ABLE}(?:kneel|crouch|stoop|squat|crawl|bend)": "“position yourself to reach low places”",
        rf"(?:lift(?:ing)?|carry(?:ing)?)(?: (?:and|or) (?:lift|carry|move|push|pull)(?:ing)?)?(?: (?:boxes|items|loads"
        rf"|packages|weights?|objects)(?: of| weighing)?)? {_WEIGHT}|{_ABLE}lift heavy": "“move” with the weight",
        rf"{_ABLE}(?:see (?:clearly|well)|hear (?:clearly|well)|(?:talk|speak)(?: (?:and|or)|,) hear"
        r"|speak clearly|hear(?:,| and| or) (?:speak|talk|see))": "“communicate” or “notice”",
    },
    innocent=(
        r"walk (?:\w+ ){1,4}through|walk (?:dogs?|the floor|the talk|customers|clients|users|visitors)",
        r"stand (?:out|in for|up to|up for|behind|by)",
        r"sit (?:in on|for (?:an?|the|your)|exams?|on \w+ (?:committee|board|panel)s?)",
        r"climb (?:the (?:ladder|ranks)|mountains?)|bend (?:\w+ ){0,2}(?:metal|pipes?|conduit|wire|glass|rebar|rules?)",
        r"crawl (?:the )?(?:\w+ )?(?:sites?|web|data|pages?)",
    ),
)

TERMS = Kind(
    name="words for disability",
    why="Many people with disabilities reject this wording. Their organizations were asked for the words to use:",
    source=Source(
        "University of Kansas, Guidelines: How to Write About People with Disabilities, 9th edition",
        "https://rtcil.org/guidelines",
    ),
    instead={
        r"wheelchair[- ]bound|(?:confined|bound) to (?:a|their) wheelchairs?": "“people who use a wheelchair”",
        r"handicapped|crippled": "“people with disabilities”, or “accessible” for places",
    },
)
