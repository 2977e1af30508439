"""Words that tell people of one age to apply."""

from guides.toolkit.findings import Source
from guides.toolkit.job_description.wording.kind import SEEK, Kind

_NOTHING = "nothing about age"
_TEAM = "what the work and the team are like"
_ENTRY = "“entry level” or “no experience needed”"
_HOURS = "the hours and the level of the work"
_TITLE = "the title of the work"
_ADJECTIVES = (
    "dynamic|energetic|enthusiastic|ambitious|hungry|vibrant|motivated|driven|fresh|passionate|talented|fun|creative"
)
_WORKERS = (
    "teams?|professionals?|talents?|workers?|employees?|staff|colleagues?|candidates?|applicants?|graduates?|lady"
    r"|ladies|guys?|gentlem[ae]n|crew|workforce|minds?|blood|go-getters?|self-starters?|superstars?|leaders?"
)
_STUDENTS = r"(?:current |enrolled )?(?:college|university|high[- ]school) students?"
# People that the work is for, whose age may be stated.
_SERVED = (
    "children|kids|pupils|students|learners|campers|patients|clients|residents|members|participants|adults|women|men"
    "|youth|teens|teenagers|boys|girls|players|veterans|infants|toddlers|customers|viewers|users|guests"
    "|(?:for|with|of|to|serve|support) people"
)
_WORK_WITH = (
    "mentor(?:s|ing)?|teach(?:es|ing)?|coach(?:es|ing)?|train(?:s|ing)?|support(?:s|ing)?|guid(?:e|es|ing)"
    "|supervis(?:e|es|ing)|develop(?:s|ing)?|help(?:s|ing)?"
    "|(?:products?|services?|programs?|events?|activities|workshops?) (?:for|with)"
)

AGE = Kind(
    name="age",
    why="This can keep older people from applying. U.S. rules forbid terms in job ads that limit or deter the "
    "employment of older people:",
    source=Source("29 CFR 1625.4, July 6, 2007", "https://www.ecfr.gov/current/title-29/section-1625.4"),
    instead={
        rf"young(?:er)?(?:,? and|,? &|,)? (?:{_ADJECTIVES})": _TEAM,
        rf"young(?:er)? (?:{_WORKERS})": _TEAM,
        r"(?:energetic|dynamic|motivated|strong|smart|bright),? young(?:er)? (?:m[ae]n|wom[ae]n)": _TEAM,
        rf"{SEEK}:?(?: an?| some| our next)? young(?:er)?": "the skill that the work needs",
        r"(?:must be|should be|you are|you're|we are|we're) young": _TEAM,
        r"youthful(?! offenders?)|young (?:at heart|in spirit)": _TEAM,
        r"age[sd]?:? (?:between )?\d\d ?(?:to|-|–|and) ?\d\d": _NOTHING,
        r"(?:between )?\d\d ?(?:to|-|–|and) ?\d\d years (?:old|of age)": _NOTHING,
        r"(?:no|not) older than \d\d|younger than \d\d|(?:under|below|up to) the age of \d\d": _NOTHING,
        r"(?:under|below) \d\d years (?:old|of age)|(?:maximum|upper) age(?: limit)?": _NOTHING,
        r"(?:recent(?:ly)?|new(?:ly)?|fresh(?:ly)?) (?:(?:college|university|high[- ]school|school|nursing"
        r"|engineering|mba) )?(?:graduates?|graduated|grads?)": _ENTRY,
        rf"{SEEK} {_STUDENTS}|(?:ideal|perfect|great|suitable|suited|best|good) (?:job |role )?for {_STUDENTS}": _HOURS,
        rf"{_STUDENTS} (?:wanted|welcome|preferred|only|apply)": _HOURS,
        r"class of (?:19|20)\d\d(?: or (?:19|20)\d\d)? (?:preferred|only|graduates?)": _ENTRY,
        r"(?:office|delivery|shop|bus|stock|pool|saturday|paper|shot|sales|cabin|cover|bar|counter|promo|call|errand"
        r"|stable|ball)[ -]?(?:boys?|girls?)(?!'s|s'|')": _TITLE,
        rf"{SEEK}:?(?: an?| some)? (?:boys?|girls?)|(?:boys?|girls?) (?:wanted|needed|only)": _TITLE,
    },
    innocent=(
        rf"(?:{_SERVED})(?: who are|,)? (?:of )?(?:ages?|aged|between|under|over|up to|from|younger than)"
        r" [^.;\n]{0,30}",
        rf"(?:{_WORK_WITH}) (?:our |the |other )?young(?:er)? \w+",
    ),
)

AGE_IN_OTHER_WORDS = Kind(
    name="age in other words",
    why="This can keep older people from applying, although it does not speak of age:",
    source=Source(
        "Laurie McCann of the AARP Foundation to the U.S. Equal Employment Opportunity Commission, June 2017",
        "http://plansponsor.com/EEOC-Hearing-Witnesses-Call-for-Help-With-Older-Worker-Employment/",
    ),
    instead={
        r"digital[- ]natives?": "the tools that the work uses, such as “comfortable with shared calendars”",
        r"(?:no more than|not more than|at most|(?:a )?maximum(?: of)?|up to) \d{1,2} years?'?(?: of)?"
        r"(?: work| relevant| professional)? experience": "the least experience that the work needs",
        r"\d{1,2} years?'?(?: of)?(?: work| relevant| professional)? experience (?:or less|or fewer|maximum|max"
        r"|at most)": "the least experience that the work needs",
    },
)
