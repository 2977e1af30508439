"""Words that ask for a citizenship or an origin."""

from guides.toolkit.findings import Source
from guides.toolkit.job_description.wording.kind import Kind

_US = r"(?:u\.?s\.?(?:a\.?)?|united states|american)"
_GROUPS = (
    "(?:white|caucasian|black|asian|hispanic|latin[oax]|arab|european|western|american|british|irish|german|french"
    "|italian|polish|indian|pakistani|chinese|japanese|korean|filipino|mexican|african|nigerian|canadian|australian)"
)
_PEOPLE = "(?:candidates?|applicants?|nationals?|persons?|people|(?:fe)?males?|m[ae]n|wom[ae]n)"
_AUTHORIZED = "“authorized to work in the United States”, or the law or contract that requires a citizenship"
_NOTHING = "nothing about origin, and the language that the work needs"
_EXPERIENCE = "the experience itself, wherever it was gained"

CITIZENSHIP = Kind(
    name="citizenship",
    why="This shuts out people who may work in the country. Employers in the United States are asked to avoid it, "
    "unless a law, regulation or government contract requires a citizenship:",
    source=Source(
        "U.S. Department of Justice, Best Practices for Recruiting and Hiring Workers (8 U.S.C. 1324b)",
        "https://www.justice.gov/crt/best-practices-recruiting-and-hiring-workers",
    ),
    instead={
        rf"{_US} (?:citizens?|nationals?)(?: (?:or|and) (?:green[- ]card holders?|permanent residents?))? (?:only"
        r"|required|preferred|need apply)": _AUTHORIZED,
        rf"only {_US} (?:citizens?|nationals?)|citizens only": _AUTHORIZED,
        rf"must be (?:an? )?{_US} (?:citizens?|nationals?)": _AUTHORIZED,
        rf"(?:{_US} )?citizenship (?:is )?(?:required|requirement|a must|preferred|only)": _AUTHORIZED,
        rf"must (?:have|hold) (?:an? )?(?:green[- ]card|{_US} passport)": _AUTHORIZED,
        rf"(?:green[- ]card|{_US} passport)(?: holders?)? (?:is )?(?:required|only|preferred)": _AUTHORIZED,
        r"(?:h-?1bs?|opts?|cpts?) only": _AUTHORIZED,
    },
    innocent=(rf"(?:{_US} )?citizenship (?:is )?required (?:by|under|for|to (?:hold|obtain|get))",),
)

ORIGIN = Kind(
    name="origin",
    why="This can keep people of other origins from applying. In the United States it is illegal to publish a job ad "
    "that prefers or discourages people because of their race, color or national origin:",
    source=Source(
        "EEOC, Prohibited Employment Policies/Practices", "https://www.eeoc.gov/prohibited-employment-policiespractices"
    ),
    instead={
        rf"{_GROUPS} {_PEOPLE} (?:only|preferred|wanted)|(?:only|preferably|prefer) {_GROUPS} {_PEOPLE}": _NOTHING,
        r"(?:whites|blacks|asians|europeans|westerners|americans|natives|nationals) only": _NOTHING,
        r"(?:us|u\.s\.|american|native|uk|british|canadian)[- ]born": _NOTHING,
        r"(?:must be|must have been|candidates|applicants) born in": _NOTHING,
        r"(?:uk|british|eu|european) passport[- ]holders?(?: only)?": "“authorized to work” in the country",
        r"no (?:foreigners|immigrants)": _NOTHING,
        r"(?:western|european|caucasian)(?:[- ]looking| looks?| appearance)": _NOTHING,
    },
)

EXPERIENCE_ABROAD = Kind(
    name="experience abroad",
    why="This shuts out people who worked in other countries. Since January 1, 2026, a public job ad in Ontario may "
    "not ask for it:",
    source=Source(
        "Employment Standards Act, 2000, as changed by Bill 149 of 2024",
        "https://www.ontario.ca/laws/statute/00e41",
    ),
    instead={
        r"canadian (?:work )?experience (?:is )?(?:required|preferred|needed|necessary|an asset|a must)": _EXPERIENCE,
        r"(?:must have|requires?|needs?) (?:prior )?canadian (?:work )?experience": _EXPERIENCE,
    },
)
