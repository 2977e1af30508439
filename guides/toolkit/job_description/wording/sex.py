"""Titles and pronouns that name one sex."""

from guides.toolkit.findings import Source
from guides.toolkit.job_description.wording.kind import SEEK, Kind

_PERSON = "the title of the work, without the sex of a person"
_HOURS = "the hours and the travel that the work needs"
_SEXES = r"(?:fe)?males?|wom[ae]n|m[ae]n|lad(?:y|ies)|gentlem[ae]n|gals?"

SEX = Kind(
    name="sex",
    why="This names one sex. U.S. rules forbid a job ad that indicates a preference based on sex, unless the work "
    "requires it:",
    source=Source("29 CFR 1604.5, April 5, 1972", "https://www.ecfr.gov/current/title-29/section-1604.5"),
    instead={
        r"salesm[ae]n|saleswom[ae]n|sales ?lad(?:y|ies)": "“salesperson” or “sales representative”",
        r"forem[ae]n|forewom[ae]n|foreladies|forelady": "“supervisor”",
        r"chairm[ae]n|chairwom[ae]n": "“chair”",
        r"firem[ae]n": "“firefighter”",
        r"policem[ae]n|policewom[ae]n": "“police officer”",
        r"mailm[ae]n|postmen|postwom[ae]n": "“mail carrier”",
        r"handym[ae]n": "“maintenance worker”",
        r"repairm[ae]n": "“repair technician”",
        r"cameram[ae]n": "“camera operator”",
        r"draftsm[ae]n|draughtsm[ae]n": "“drafter”",
        r"businessm[ae]n|businesswom[ae]n": "“business executive”",
        r"craftsm[ae]n|craftswom[ae]n": "“craft worker”",
        r"tradesm[ae]n": "“skilled trades worker”",
        r"workm[ae]n": "“worker”",
        r"watchm[ae]n": "“security guard”",
        r"linem[ae]n": "“line worker”",
        r"doorm[ae]n": "“door attendant”",
        r"delivery ?m[ae]n": "“delivery driver”",
        r"garbage ?m[ae]n": "“refuse collector”",
        r"barm[ae]n|bar ?maids?": "“bartender”",
        r"spokesm[ae]n|spokeswom[ae]n": "“spokesperson”",
        r"anchorm[ae]n|anchorwom[ae]n": "“anchor”",
        r"headmasters?|headmistress(?:es)?": "“head of school”",
        r"waitress(?:es)?": "“server”",
        r"hostess(?:es)?": "“host”",
        r"stewardess(?:es)?": "“flight attendant”",
        r"actress(?:es)?": "“actor”",
        r"seamstress(?:es)?": "“tailor” or “sewing machine operator”",
        r"laundress(?:es)?": "“laundry worker”",
        r"(?:house)?maids?": "“housekeeper”",
        r"(?:cleaning|lunch|dinner|tea) lad(?:y|ies)": "“cleaner” or “kitchen worker”",
        r"(?:girl|gal|guy|man) friday": "“office assistant”",
        r"(?:sales|it|tech|marketing|delivery|computer|numbers|ideas?|right) guys?": _PERSON,
        rf"(?:{_SEXES})(?: candidates?| applicants?)? (?:only|preferred|wanted)": _PERSON,
        rf"{SEEK}:?(?: an?| some)?(?: attractive| young| strong| mature)? (?:{_SEXES}|guys?)(?!'s|s')": _PERSON,
        r"(?:fe)?male (?:candidates?|applicants?|employees?|workers?|staff)": _PERSON,
    },
    innocent=(
        r"craftsman(?:'s)?[- ](?:style|tools?|homes?|houses?|bungalows?)",
        r"workmen's comp(?:ensation)?|workman's comp(?:ensation)?",
        r"maids? (?:of honor|services?)|merry maids",
        r"wom[ae]n (?:and|or) (?:other )?(?:minorit\w+|under-?represented|veterans|men|nonbinary|people)",
        r"m[ae]n (?:and|or) wom[ae]n|males? (?:and|or) females?|females? (?:and|or) males?",
    ),
)

PRONOUNS = Kind(
    name="pronouns",
    why="This names the sex of somebody who is not known yet. From a pronoun, readers conclude who is meant; “they” "
    "includes all:",
    source=Source(
        "APA Style, Welcome, singular “they”, October 31, 2019", "https://apastyle.apa.org/blog/singular-they"
    ),
    instead={
        r"he ?/ ?she|she ?/ ?he|s/he|s\)he|(?:he|him|his) or (?:she|hers?)|(?:she|her) or (?:he|him|his)"
        r"|(?:him|his) ?/ ?hers?|her ?/ ?(?:his|him)|him(?:self)? ?(?:/|or) ?herself"
        r"|he|him|his|himself|she|her|hers|herself": "“you”, “they” or “their”",
    },
    innocent=(r"(?-i:HI[MS]|HERS?|HER2|SHE|HE|He-Ne)",),
)

FAMILY = Kind(
    name="family",
    why="This asks for a marital status or a family without children. In the United States, that can be evidence that "
    "an employer means to discriminate by sex:",
    source=Source(
        "EEOC, Pre-Employment Inquiries and Marital Status or Number of Children",
        "https://www.eeoc.gov/pre-employment-inquiries-and-marital-status-or-number-children",
    ),
    instead={
        r"(?:must be|should be|preferably|only) (?:single|unmarried|married|childless|childfree)": _HOURS,
        r"(?:single|unmarried|married|childless) (?:candidates?|applicants?|persons?|people|m[ae]n|wom[ae]n)"
        r" (?:only|preferred|wanted)": _HOURS,
        rf"{SEEK}:?(?: an?| some)? (?:unmarried|childless|single (?:m[ae]n|wom[ae]n|people|persons?))": _HOURS,
        r"(?:candidates?|applicants?|people|persons?) (?:without|with no) (?:small |young )?(?:children|kids)": _HOURS,
        r"(?:no|without|free of) (?:family|childcare) (?:commitments?|obligations?|responsibilities|ties)": _HOURS,
    },
)
