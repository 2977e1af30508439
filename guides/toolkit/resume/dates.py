"""Dates on a resume, as people write them.

A date is an ISO year, month or day, a season with its year (`Summer 2019`), or words that could not be read.
"""

import re
from collections.abc import Iterator

from guides.document.dates import is_date, read_date

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}  # the month in which each begins
ONGOING = {"present", "today", "now", "current", "currently", "ongoing", "to date", "to present", "until now"}
_MONTH_YEAR = re.compile(r"(?P<month>\d{1,2})[-./ ]\s*(?P<year>[12]\d{3})", re.ASCII)
_MONTH_DAY_YEAR = re.compile(r"(?P<month>\d{1,2})[-./](?P<day>\d{1,2})[-./](?P<year>[12]\d{3})", re.ASCII)
_SEASON = re.compile(rf"(?P<season>{'|'.join(SEASONS)}),? (?:of )?(?P<year>[12]\d{{3}})", re.IGNORECASE | re.ASCII)
_MONTH_OF_DAY = re.compile(r"(?<=^[12]\d{3}-\d\d)-\d\d$", re.ASCII)
_ISO = re.compile(r"(?P<year>[12]\d{3})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?", re.ASCII)


def read_when(words: str) -> str | None:
    """Read a date as people write it in the United States, the month before the day: `03-2021`, `3/15/2021`,
    `Mar 2021`, `March 15 2021`, `Summer 2019`. None if it is not a date, or one that no calendar has."""
    words = " ".join(words.split()).rstrip(".")
    if season := _SEASON.fullmatch(words):
        return f"{season['season'].capitalize()} {season['year']}"
    for form in (_MONTH_YEAR, _MONTH_DAY_YEAR):
        if match := form.fullmatch(words):
            group = match.groupdict()
            parts = [int(part) for part in (group["month"], group.get("day")) if part]
            iso = "-".join([group["year"], *(f"{part:02}" for part in parts)])
            return iso if is_date(iso) else None
    return read_date(words)


def is_ongoing(words: str) -> bool:
    """Return whether an end date says that it has not ended."""
    return words.casefold().strip(" .()") in ONGOING


def date_in_words(date: str) -> str:
    """Format 2021-03 as March 2021 and 2021-03-05 as March 5, 2021; other words stay as they are."""
    match = _ISO.fullmatch(date)
    if not match:
        return date
    year, month, day = match.groups()
    if not month:
        return year
    name = MONTHS[int(month) - 1]
    return f"{name} {int(day)}, {year}" if day else f"{name} {year}"


def period(start: str, end: str) -> str:
    """Format a period: `March 2020 – 2021`, `March 2020 – Present`, the end alone without a start.

    Days are left out, as usual on a resume, unless a period begins and ends in the same month.
    """
    months = [_MONTH_OF_DAY.sub("", date) for date in (start, end)]
    if months[0] != months[1]:
        start, end = months
    if start and not end:
        return f"{date_in_words(start)} – Present"
    return " – ".join(_distinct(map(date_in_words, filter(None, (start, end)))))


def _distinct(words: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(words))


def year_of_season(date: str) -> str:
    """Return the year of `Summer 2019`, nothing for other words."""
    season = _SEASON.fullmatch(date)
    return season["year"] if season else ""


def months_of(date: str) -> tuple[int, int] | None:
    """Return the first and the last month that a date can mean, counted from the year 0; None for other words."""
    if season := _SEASON.fullmatch(date):
        first = int(season["year"]) * 12 + SEASONS[season["season"].lower()] - 1
        return first, first + 2
    match = _ISO.fullmatch(date)
    if not match:
        return None
    year = int(match["year"]) * 12
    if not match["month"]:
        return year, year + 11
    month = year + int(match["month"]) - 1
    return month, month


def is_backwards(start: str, end: str) -> bool:
    """Return whether the end is certainly before the start."""
    first, last = months_of(start), months_of(end)
    if not first or not last:
        return False
    if first == last and len(start) == len(end) == len("2021-03-01"):
        return end < start
    return last[1] < first[0]
