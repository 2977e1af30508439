"""When an applicant could start, as one sentence: `I can start on March 1.` from `1 March`, `3/1` or `on March 1st`."""

import re

from guides.document.dates import MONTHS
from guides.document.numbers import whole_number
from guides.toolkit.cover_letter.wording import SENTENCE, as_sentence, typed_line
from guides.toolkit.resume.dates import SEASONS, date_in_words, read_when

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = rf"(?:{'|'.join(_DAYS)})"
_MONTH = rf"(?:{'|'.join(f'{name}|{name[:3]}' for name in MONTHS)}|sept)\.?"
_SEASON = rf"(?:{'|'.join(SEASONS)})"
_WHICH = r"(?:first|second|third|last)"
_UNIT = r"(?:day|week|month)"
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "a": 1, "an": 1}
_MANY = rf"(?:\d+|a few|a couple of|several|{'|'.join(_NUMBERS)})"
_SHORT_DAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|rs?|nes|urs?)?\b\.?(?!['’])", re.IGNORECASE)
_NAMED_TIME = re.compile(
    rf"\b(?:{_DAY}s?|{'|'.join(name for name in MONTHS if name not in ('march', 'may'))})\b", re.IGNORECASE
)
_ENDING = r"(?:st|nd|rd|th)?"
_MONTH_AND_DAY = re.compile(
    rf"(?:on )?(?:(?P<week>{_DAY}),? )?(?:the )?(?:(?P<first>\d\d?){_ENDING}(?: of)? (?P<month>{_MONTH})"
    rf"|(?P<name>{_MONTH}),? (?P<second>\d\d?){_ENDING})",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    rf"(?P<many>{_MANY})[ -](?P<unit>{_UNIT})(?:s?['’]?s?)(?: of)? notice\b(?: (?:required|needed))?",
    re.IGNORECASE,
)
_AT_ONCE = "asap|as soon as possible|immediate(?:ly)?|immediate start|right (?:away|now)|at once|now|yes"
# How a fragment begins, and its sentence, in which {0} stands for the fragment; the first one that fits.
_BEGINNINGS = tuple(
    (re.compile(rf"(?:{pattern})(?!\w)", re.IGNORECASE), sentence)
    for pattern, sentence in (
        (rf"(?:{_AT_ONCE})$", "I can start right away"),
        (r"(?:very )?(?:flexible|negotiable)$|open$|tbd$|to be discussed$", "My start date is flexible"),
        (r"(?:any|any ?time|whenever)$", "I can start at any time"),
        (r"not (?:before|until) (?P<rest>.+)", "I cannot start before {1}"),
        (r"(?:from|starting|beginning|as of|effective|until|for|over)(?= )(?! of)|during", "I am available {0}"),
        (r"(?:my|our|the) \w+(?: \w+)? (?:ends|is|are|starts|begins|expires)", "{0}"),
        (r"\w+ (?:availability|hours|schedule)$", "I have {0}"),
        (rf"(?:upon|with|on|requires?) (?P<rest>{_MANY} {_UNIT}.*)", "I can start after {1}"),
        (r"earliest (?P<rest>.+)", "I can start {1} at the earliest"),
        (rf"{_SEASON} (?:break|semester|term)$|school year$", "I am available during the {0}"),
        (rf"{_MONTH}(?: \d\d?)? ?(?:to|through|thru|-|–) ?{_MONTH}", "I am available {0}"),
        (rf"{_MONTH}(?:/| or | and ){_MONTH}$", "I can start in {0}"),
        (r"(?:available|ready|free|able|willing|open|flexible)(?= )|available$", "I am {0}"),
        (
            r"(?:can|could|will|would|must|should)(?= )|(?:need|have|want|hope|plan|prefer|require)(?= )",
            "I {0}",
        ),
        (r"start(?= )(?! of)", "I can {0}"),
        (
            rf"(?:mornings|evenings|nights|afternoons|days|weekdays|weekends|weeknights|{_DAY}s)(?!.* shifts?$)"
            rf"|{_DAY}(?=/|,? (?:to|through|thru|and|or|-|–) | ?[-–]|, {_DAY})|after school|24/7|every day"
            r"|all (?:day|week)|\d+ (?:hours|hrs|days|nights|shifts)(?: (?:a|per) |/)week|up to|any ?time (?:on|during)"
            r"|year[- ]round|(?:full|part)[- ]time",
            "I am available {0}",
        ),
        (r"(?:\w+ ){1,4}shifts?", "I am available for {0}"),
        (rf"{_DAY}|{_MONTH} \d\d?|the {_WHICH} {_DAY}", "I can start on {0}"),
        (r"the (?:\d\d?(?:st|nd|rd|th)|first of|second of)", "I can start on {0}"),
        (r"\d\d?(?:st|nd|rd|th)", "I can start on the {0}"),
        (r"(?:early|mid|late)(?! (?:next|this))|the (?:first|second|third|last|middle)", "I can start in {0}"),
        (rf"{_WHICH} {_DAY}", "I can start on the {0}"),
        (rf"{_WHICH}|middle", "I can start in the {0}"),
        (r"the (?:end|beginning|start) of", "I can start at {0}"),
        (r"(?:end|beginning|start) of", "I can start at the {0}"),
        (rf"{_SEASON}$|new year$", "I can start in the {0}"),
        (rf"{_MANY}(?:(?: to | or |-){_MANY})? {_UNIT}s?$", "I can start in {0}"),
    )
)


def start_sentence(typed: str) -> str:
    """Return the sentence, empty if nothing was typed."""
    words = typed_line(typed.rstrip(" !"))
    if not words or SENTENCE.match(words):
        return as_sentence(words)
    words = _with_names(words)
    if date := _date(words):
        return f"I can start {date}."
    words = _NOTICE.sub(_notice, words)
    if _NOTICE.match(words):
        return as_sentence(f"I can start after {words}")
    for pattern, sentence in _BEGINNINGS:
        if match := pattern.match(words):
            return as_sentence(sentence.format(_with_date(words), _with_date(match.groupdict().get("rest", ""))))
    return as_sentence(f"I can start {_with_date(words)}")


def _with_names(words: str) -> str:
    """Words with the names of days and months as Americans write them, and no other capital at the start."""
    words = words.lower() if words.isupper() else words
    words = re.sub(r"^m(?:on)?\s*[-–]\s*f(?:ri)?\b", "Monday to Friday", words, flags=re.IGNORECASE)
    words = re.sub(rf"\bmid (?={_MONTH}\b)", "mid-", words, flags=re.IGNORECASE)
    words = _SHORT_DAY.sub(lambda match: next(day for day in _DAYS if day.startswith(match[1].capitalize())), words)
    words = _NAMED_TIME.sub(lambda match: match[0].capitalize(), words)
    first = re.match(r"\w+", words)
    is_name = first and (re.fullmatch(rf"{_DAY}s?|{_MONTH}|I", first[0], re.IGNORECASE))
    return words if is_name else words[0].lower() + words[1:]


def _date(words: str) -> str:
    """A date with its preposition, the month before the day; empty for other words."""
    if match := _MONTH_AND_DAY.fullmatch(words):
        week = f"{match['week']}, " if match["week"] else ""
        return f"on {week}{_month(match['month'] or match['name'])} {int(match['first'] or match['second'])}"
    if match := re.fullmatch(r"(?:on )?(?P<month>\d\d?)/(?P<day>\d\d?)(?:/(?P<year>\d\d))?", words):
        iso = read_when(f"{match['month']}/{match['day']}/20{match['year'] or '00'}")
        return f"on {date_in_words(iso).removesuffix('' if match['year'] else ', 2000')}" if iso else ""
    bare = re.sub(r"^(?:on|in) (?:the )?", "", words, flags=re.IGNORECASE)
    if re.fullmatch(_MONTH, bare, re.IGNORECASE):
        return f"in {_month(bare)}"
    found = read_when(bare) or ""
    if re.match(_SEASON, found, re.IGNORECASE):
        return f"in {found[0].lower()}{found[1:]}"
    return f"{'on' if found.count('-') == 2 else 'in'} {date_in_words(found)}" if found else ""


def _with_date(words: str) -> str:
    """Words whose date at the end has the month before the day: `from 1 March` is `from March 1`."""
    match = re.search(rf"\b\d\d?{_ENDING}(?: of)? {_MONTH}$", words, re.IGNORECASE)
    return words[: match.start()] + _date(match[0]).removeprefix("on ") if match else words


def _month(name: str) -> str:
    """The full name of a month: `Sept.` is `September`."""
    return next(month for month in MONTHS if month.startswith(name.lower()[:3])).capitalize()


def _notice(match: re.Match[str]) -> str:
    """`two weeks' notice` in any spelling of it."""
    many, unit = match["many"].lower(), match["unit"].lower()
    is_one = (whole_number(many) or _NUMBERS.get(many)) == 1
    return f"{many} {unit}'s notice" if is_one else f"{many} {unit}s' notice"
