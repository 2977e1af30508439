"""Words that may discourage applicants, with the publications that list them."""

import re

# Danielle Gaucher, Justin Friesen and Aaron C. Kay: Evidence That Gendered Wording in Job Advertisements Exists and
# Sustains Gender Inequality. Journal of Personality and Social Psychology 101 (1), 2011, pages 109-128,
# doi:10.1037/a0022530. A selection of the stems in its appendix, without stems of everyday words that usually have
# another meaning in a job description (“lead”, “child”, “kind”, “share”).
MASCULINE = (
    "adventurous", "aggress", "ambitio", "analy", "assert", "athlet", "autonom", "boast", "challeng", "compet",
    "confident", "courag", "decisive", "determin", "domina", "greedy", "headstrong", "hierarch", "hostil", "impulsive",
    "independen", "individual", "intellect", "logic", "outspoken", "reckless", "self-confiden", "self-relian",
    "self-sufficien", "stubborn", "superior",
)  # fmt: skip
FEMININE = (
    "affectionate", "cheer", "collab", "commit", "communal", "compassion", "connect", "considerate", "cooperat",
    "co-operat", "depend", "emotiona", "empath", "gentle", "honest", "interdependen", "interpersonal", "loyal",
    "nurtur", "pleasant", "polite", "quiet", "sensitiv", "submissive", "support", "sympath", "tender", "together",
    "trust", "understand", "warm",
)  # fmt: skip
GENDER_SOURCE = (
    "Gaucher, Friesen and Kay, Journal of Personality and Social Psychology 101 (1), 2011, doi:10.1037/a0022530"
)

# Words that address one sex or one age group, with replacements from two publications.
TITLES = {
    r"foreman|foremen": "supervisor",
    r"salesman|salesmen": "salesperson",
    r"craftsman|craftsmen": "craft worker",
    r"stewardess(?:es)?": "flight attendant",
    r"laundress(?:es)?": "laundry worker",
    r"maids?": "housekeeper",
}
TITLES_SOURCE = "U.S. Department of Labor, release 73-542 of 9 November 1973 on job titles that name one sex"
AGES = {
    r"age 25 to 35": "nothing about age",
    r"young": "the skill that you mean",
    r"college students?": "the hours or the level that you mean",
    r"recent college graduates?": "entry level",
    r"boys?|girls?": "the title of the work",
}
AGES_SOURCE = "United States, 29 CFR 1625.4(a) as of 6 July 2007 on terms that may deter older people from applying"
_STEMS = {name: re.compile(rf"\b(?:{'|'.join(stems)})[\w-]*", re.IGNORECASE)
          for name, stems in (("masculine", MASCULINE), ("feminine", FEMININE))}  # fmt: skip
_EXCLUDING = [
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), instead, source)
    for listed, source in ((TITLES, TITLES_SOURCE), (AGES, AGES_SOURCE))
    for words, instead in listed.items()
]


def gendered(text: str, kind: str) -> list[str]:
    """List the masculine-coded or feminine-coded words of a text, each once; `kind` is `masculine` or `feminine`."""
    return list(dict.fromkeys(word.lower() for word in _STEMS[kind].findall(text)))


def excluding(text: str) -> list[tuple[str, str, str]]:
    """List the words of a text that exclude people, each with a replacement and the source."""
    found = ((words.search(text), instead, source) for words, instead, source in _EXCLUDING)
    return [(match[0], instead, source) for match, instead, source in found if match]
