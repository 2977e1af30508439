"""Dates of sources: a year, a month or a day, as people write them and in ISO."""

import re
from datetime import date

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
LONGEST_DATE = 40
_MONTH = r"(?P<name>[a-z]{3,9})\.?"
_YEAR = r"(?P<year>\d{4})"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        rf"{_YEAR}(?:[-/](?P<month>\d{{1,2}})(?:[-/](?P<day>\d{{1,2}}))?)?",
        rf"(?P<month>\d{{1,2}})/{_YEAR}",
        rf"{_MONTH},? {_YEAR}",
        rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH},? {_YEAR}",
    )
)
_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


def read_date(words: str) -> str | None:
    """An ISO date of the precision of the words: `May 14, 2025` is 2025-05-14, `05/2025` is 2025-05.

    None for words that are not a date, for days that no calendar has, and for `05/06/2025`, in May or in June.
    """
    match = next(filter(None, (form.fullmatch(words) for form in _FORMS)), None) if len(words) <= LONGEST_DATE else None
    if not match:
        return None
    group = match.groupdict()
    month = _month_named(group["name"]) if group.get("name") else group.get("month")
    parts = [part for part in (month, group.get("day")) if part is not None]
    iso = "-".join([group["year"], *(f"{int(part):02}" for part in parts)])
    return iso if is_date(iso) else None


def is_date(iso: str) -> bool:
    """Whether an ISO year, month or day is in the calendar."""
    if not _ISO.fullmatch(iso):
        return False
    year, month, day = (int(part) for part in f"{iso}-01-01".split("-")[:3])
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _month_named(name: str) -> str:
    """The number of a month by its name or the beginning of it, `0` if there is none."""
    wanted = "sep" if name.lower() == "sept" else name.lower()
    return str(next((number for number, month in enumerate(MONTHS, start=1) if month.startswith(wanted)), 0))
