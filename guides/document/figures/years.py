"""Years of experience in words: `0-1 year`, `18+ years`, `over 10 years`, `two to four years`."""

import re

from guides.document.figures.numbers import LONGEST_FIGURE

_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
          "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")  # fmt: skip
_VALUES = {word: number for number, word in enumerate(_WORDS)} | {"a": 1, "an": 1}
_N = rf"\d{{1,2}}|{'|'.join(_VALUES)}"
_LEAST = r"at least|(?:a )?minimum(?: of)?|min\.?|over|more than|[>≥]"
_MOST = r"up to|at most|(?:a )?maximum(?: of)?|max\.?|no more than|less than|fewer than|under|[<≤]"
YEARS = re.compile(
    rf"(?:(?:(?P<least>{_LEAST})|(?P<most>{_MOST})|(?P<between>between)) ?)?"
    rf"\b(?P<low>{_N})(?:(?: ?[-–—−] ?| to | and )(?P<high>{_N}))?"
    r"(?P<open> ?\+| or more| plus)? ?"
    r"(?P<unit>years?|yrs?\.?|months?)['’]?"
    r"(?:(?P<late_open> ?\+| or more| and (?:more|up)| plus| minimum)|(?P<late_most> or (?:less|fewer)| maximum))?"
    r"(?: (?:of )?(?:(?:total|work|working|relevant|related|professional|prior|previous) )?experience| total)?",
    re.IGNORECASE,
)
# The words that were read from the beginning. For others, older documents state no years.
FIRST_FORMS = re.compile(
    r"(?:\d{1,2} ?[-–—] ?\d{1,2}|\d{1,2}\+|\d{1,2}|up to \d{1,2})"
    r" years?(?: (?:of experience|total experience|experience|total))?",
    re.IGNORECASE,
)

Years = tuple[int | None, int | None]
NOT_STATED: Years = (None, None)


def read_years(experience: str) -> Years:
    """The least and most years of a level; None where the words state none, or no whole number of years."""
    match = YEARS.fullmatch(experience) if len(experience) <= LONGEST_FIGURE else None
    if not match or (match["between"] and not match["high"]):
        return NOT_STATED
    months = match["unit"].lower().startswith("month")
    low, high = (_value(match[name], months=months) for name in ("low", "high"))
    if low is None or (match["high"] and high is None):
        return NOT_STATED
    if match["most"] or match["late_most"]:
        return NOT_STATED if match["high"] else (None, low)
    if match["open"] or match["late_open"]:
        return low, None
    if match["high"]:
        return low, high
    return low, None if match["least"] else low


def can_be_years(years: Years, experience: str) -> bool:
    """Whether a document can state these years for these words."""
    return years == read_years(experience) or (years == NOT_STATED and not FIRST_FORMS.fullmatch(experience))


def _value(words: str | None, *, months: bool) -> int | None:
    """A number of years in digits or in words; None for months that are not whole years."""
    if words is None:
        return None
    number = _VALUES[words.lower()] if words.lower() in _VALUES else int(words)
    years, rest = divmod(number, 12) if months else (number, 0)
    return None if rest else years
