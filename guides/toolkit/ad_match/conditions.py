"""What an ad asks for that is no skill: years, a degree, a license, a language, hours, travel."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from guides.toolkit.ad_match.words import set_of

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS = {word: number for number, word in enumerate(_WORDS, start=1)}
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)})"
_YEARS = re.compile(
    rf"(?:(?:at least|a minimum of|minimum(?: of)?|over|more than) )?\b(?P<number>{_NUMBER})"
    rf"(?: ?\(\d{{1,2}}\))?(?: ?(?:-|–|to|or) ?{_NUMBER})?(?: ?\+| or more| plus)? ?"
    r"(?P<unit>years?|yrs?|months?)\b'?\+?(?! old| of age|-old)"
    r"(?P<of>[^.;,]{0,60}?\bexperience\b| (?:of|in|as) [^.;,]{3,60})?",
    re.IGNORECASE,
)
_NO_YEARS = re.compile(
    r"\b(?:for|over|past|last|next|within|every|first|serving|since|age)\s+(?:the\s+)?$", re.IGNORECASE
)
_PLAIN_YEARS = re.compile(rf"\b({_NUMBER})(?: ?\+| and a half| or more)? years?\b", re.IGNORECASE)

_DEGREES = (
    (5, r"(?:ph\.?d|doctora\w+|\bm\.?d\.|\bj\.?d\.)"),
    (4, r"(?:master(?:'?s)?(?= degree| of|,| in| or|$| preferred| required)|\bmba\b|graduate degree)"),
    (
        3,
        r"(?:bachelor(?:'?s)?|\bb\.?[as]\.?(?= (?:degree|in)\b)|(?:four|4)[- ]year degree"
        r"|college degree|university degree)",
    ),
    (2, r"(?:associate(?:'?s)?(?= degree| of|'s)|(?:two|2)[- ]year degree)"),
    (1, r"(?:high[- ]school(?: diploma| degree| graduate| equivalent)?|\bged\b|\bhse\b)"),
)
_DEGREE = re.compile("|".join(rf"(?P<d{level}>\b{form})" for level, form in _DEGREES), re.IGNORECASE)
_SUBJECT = re.compile(r"(?: degree| diploma)?(?: in (?!progress)[A-Z][a-z]+(?: [A-Z][a-z]+)?)?")
_ALTERNATIVE = re.compile(r" ?[,/(]? ?(?:or )?(?:an? |the )?", re.IGNORECASE)
_ANY_DEGREE = re.compile(r"\bdegree\b(?! of)", re.IGNORECASE)
_NOT_A_DEGREE = re.compile(
    r"high school (?:students?|teachers?|teaching|level|math|english)|scrum master", re.IGNORECASE
)

_LICENSE = re.compile(
    r"\b(?:(?:valid|current|active|state|clean|class [abc]|commercial) ){0,3}"
    r"(?P<what>(?:driver'?s?|[A-Z][\w'/-]{1,24}|nursing|teaching|medical|food|safety|forklift|security|guard"
    r"|electrician'?s?"
    r"|plumb(?:er'?s?|ing)|cosmetology|real estate|insurance|pharmacy|professional|state)"
    r"(?: (?!and\b|or\b|is\b|with\b)[\w'/-]{1,24}){0,3}?"
    r" (?:licen[sc]e|licensure|certificat(?:e|ion)|card|permit)\b)"
    r"|\b(?P<certified>(?:certified|licensed|registered) (?!in\b|and\b|or\b|to\b|with\b)[\w'-]{3,24}(?: [\w'-]{3,24})?)"
    r"|\b(?:[Vv]alid )?(?:[Cc]lass [ABC] )?"
    r"(?P<short>CDL|CNA|LPN|LVN|RN|EMT|CPA|PMP|CompTIA A\+|CPR|BLS|ACLS|ServSafe|TWIC|OSHA[- ](?:10|30))\b",
)
LANGUAGES = (
    "American Sign Language|ASL|Arabic|Armenian|Bengali|Cantonese|Chinese|Creole|Dutch|Farsi|French|German|Greek"
    "|Gujarati|Hebrew|Hindi|Hmong|Italian|Japanese|Khmer|Korean|Mandarin|Nepali|Persian|Polish|Portuguese|Punjabi|Russian|Somali"
    "|Spanish|Swahili|Tagalog|Tamil|Thai|Turkish|Ukrainian|Urdu|Vietnamese"
)
_LANGUAGE = re.compile(rf"\b(?:{LANGUAGES})\b")
_BILINGUAL = re.compile(r"\b(?:bilingual|multilingual)\b", re.IGNORECASE)
LONGEST_HOURS = 80  # characters from the first to the last
_CUISINE = re.compile(r"\s+(?:food|cuisine|restaurant|cooking|market|customers|company|department)", re.IGNORECASE)

_HOURS = (
    ("weekends", r"weekends?|saturdays?|sundays?"),
    ("evenings", r"evenings?"),
    ("nights", r"nights?(?: shifts?)?|overnights?|graveyard shift|third shift"),
    ("holidays", r"holidays?"),
    ("overtime", r"overtime"),
    ("on call", r"on[- ]call"),
    ("early mornings", r"early mornings?"),
    ("rotating shifts", r"rotating shifts?|shift work|different shifts|various shifts|varied shifts"),
    ("flexible hours", r"flexible (?:schedule|hours|availability)|open availability|flexible with (?:schedule|hours)"),
)
_HOUR = re.compile("|".join(rf"(?P<h{place}>\b(?:{form})\b)" for place, (_, form) in enumerate(_HOURS)), re.IGNORECASE)
_ASKS_HOURS = re.compile(
    r"\b(?:availab\w+|able to work|ability to work|willing\w* to work|must work|will work|required|schedule|shifts?"
    r"|need(?:ed)?|may work|flexib\w+|work\w*)\b",
    re.IGNORECASE,
)
_FREE_HOURS = re.compile(r"\b(?:no|off|paid|closed|free|without)\b[^.;]{0,20}$|\bpaid holidays?\b", re.IGNORECASE)
_TRAVEL = re.compile(
    r"\btravel(?:ing)?\b(?: (?:required|up to|of|is|may|approximately|about|between)){0,3}[^.;,]{0,20}?\d{1,3}"
    r" ?(?:%|percent)|(?:up to |about |approximately )?\b\d{1,3} ?(?:%|percent)(?: of the time)?(?: \w+)? travel\b"
    r"|\b(?:willing(?:ness)?|able|ability|must|required|need) (?:to )?travel\b|\btravel (?:is )?required\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition in a sentence: its kind, its place there, a key that is the same for all its mentions.

    `state_in` returns whether a text meets it: `named` or `missing`.
    """

    kind: str
    start: int
    end: int
    key: str
    state_in: Callable[[str], str]
    months: int = 0


def read_conditions(sentence: str) -> Iterator[Condition]:
    """Yield the conditions in a sentence of an ad."""
    yield from _years(sentence)
    yield from _degree(sentence)
    yield from _licenses(sentence)
    yield from _languages(sentence)
    yield from _hours(sentence)
    if travel := _TRAVEL.search(sentence):
        found = r"\btravel"
        yield Condition("travel", *travel.span(), "travel", lambda text: _found(found, text))


def _years(sentence: str) -> Iterator[Condition]:
    for years in _YEARS.finditer(sentence):
        if not years["of"] or _NO_YEARS.search(sentence[: years.start()][-20:]):
            continue
        months = _number(years["number"]) * (1 if years["unit"].lower().startswith("month") else 12)
        yield Condition(
            "years",
            *years.span(),
            f"years {years['of']}".casefold(),
            lambda text, months=months: "named" if months and longest_in(text) >= months else "missing",
            months,
        )


def longest_in(text: str) -> int:
    """Return the longest time that a text claims in years, in months: 132 for `eleven years`."""
    return max((12 * _number(years[1]) for years in _PLAIN_YEARS.finditer(text)), default=0)


def _number(word: str) -> int:
    return NUMBERS.get(word.casefold()) or (int(word) if word.isdigit() else 0)


def _degree(sentence: str) -> Iterator[Condition]:
    """Yield the degrees of a sentence; of alternatives the lowest: `a diploma, GED or a bachelor's degree`."""
    found = [
        (_level(match), match.start(), _SUBJECT.match(sentence, match.end()).end()) for match in _degrees_in(sentence)
    ]
    if not found and (match := _ANY_DEGREE.search(sentence)):
        found = [(2, *match.span())]
    runs: list[list[tuple[int, int, int]]] = []
    for degree in found:
        between = sentence[runs[-1][-1][2] : degree[1]] if runs else ""
        if runs and _ALTERNATIVE.fullmatch(between):
            runs[-1].append(degree)
        else:
            runs.append([degree])
    for run in runs:
        level = min(run)[0]
        yield Condition(
            "degree",
            run[0][1],
            run[-1][2],
            f"degree {level}",
            lambda text, level=level: "named" if highest_degree(text) >= level else "missing",
        )


def _level(match: re.Match[str]) -> int:
    return int(str(match.lastgroup)[1:])


def highest_degree(text: str) -> int:
    """Return the level of the highest degree in a text, from 1 for high school to 5 for a doctorate; 0 for none."""
    return max((_level(match) for match in _degrees_in(text)), default=0)


def _degrees_in(text: str) -> Iterator[re.Match[str]]:
    """Yield the degrees in a text; those who tutor high school students have none from it."""
    return (match for match in _DEGREE.finditer(text) if not _NOT_A_DEGREE.match(text, match.start()))


def _licenses(sentence: str) -> Iterator[Condition]:
    for match in _LICENSE.finditer(sentence):
        name = match["what"] or match["certified"] or match["short"]
        words = [word for word in re.findall(r"[\w+]+", name.casefold()) if word not in _LICENSE_WORDS]
        wanted = [rf"\b{re.escape(word.removesuffix('s'))}" for word in words]
        if not match["short"]:
            wanted.append(r"\b(?:licen[sc]|certifi|registered|permit|card\b)")
        key = f"license {' '.join(words)}"
        yield Condition("license", *match.span(), key, lambda text, wanted=wanted: _found_in_a_line(wanted, text))


_LICENSE_WORDS = set_of(
    "a valid current active s license licence licensure certificate certification certified licensed registered card"
    " permit clean state professional"
)


def _languages(sentence: str) -> Iterator[Condition]:
    found = [match for match in _LANGUAGE.finditer(sentence) if not _CUISINE.match(sentence, match.end())]
    for match in found:
        wanted = rf"\b{match[0]}\b"
        yield Condition("language", *match.span(), match[0], lambda text, wanted=wanted: _found(wanted, text))
    if not found and (bilingual := _BILINGUAL.search(sentence)):
        wanted = rf"\bbilingual\b|\b(?:{LANGUAGES})\b"
        yield Condition("language", *bilingual.span(), "bilingual", lambda text: _found(wanted, text))


def _hours(sentence: str) -> Iterator[Condition]:
    """Yield the hours of a sentence as one condition: `nights, weekends and holidays`."""
    if not _ASKS_HOURS.search(sentence):
        return
    found = [match for match in _HOUR.finditer(sentence) if not _FREE_HOURS.search(sentence[: match.start()][-30:])]
    if found:
        forms = [_HOURS[int(str(match.lastgroup)[1:])] for match in found]
        start, end = found[0].start(), found[-1].end()
        if end - start > LONGEST_HOURS:
            end = found[0].end()
        wanted = [rf"\b(?:{form})\b" for _, form in dict.fromkeys(forms)]
        yield Condition("hours", start, end, "hours " + " ".join(dict(forms)), lambda text: _all_found(wanted, text))


def _found(wanted: str, text: str) -> str:
    return "named" if re.search(wanted, text, re.IGNORECASE) else "missing"


def _all_found(wanted: list[str], text: str) -> str:
    return "named" if all(re.search(form, text, re.IGNORECASE) for form in wanted) else "missing"


def _found_in_a_line(wanted: list[str], text: str) -> str:
    return "named" if any(_all_found(wanted, line) == "named" for line in text.splitlines()) else "missing"
