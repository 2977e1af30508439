"""Form fields shared by the tools; they drop characters that a page cannot show."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from guides.document.dates import is_date
from guides.document.lines import NOT_TEXT, plain_line

LONGEST_WORDS, LONGEST_TEXT, MOST_LINES = 200, 4000, 40
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
ISO_DATE = re.compile(r"(?P<year>[12]\d{3})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?", re.ASCII)
MONTH_FIRST = re.compile(r"(?:(?P<month>\d{1,2})[./ ]\s*|(?P<name>[A-Za-z]{3,9})\.?,?\s+)(?P<year>[12]\d{3})", re.ASCII)
ONGOING = {"present", "today", "now", "current", "ongoing", "to date"}


class WordsField(forms.CharField):
    """A line of text without characters that a page cannot show."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, "max_length": LONGEST_WORDS, **options})

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Return no attributes: with maxlength, browsers would silently cut pasted text."""
        return {}

    def to_python(self, value: Any) -> str:
        return plain_line(NOT_TEXT.sub(" ", super().to_python(value)))


class LinesField(forms.CharField):
    """Several points, one per line; a tuple of lines in Python."""

    widget = forms.Textarea(attrs={"rows": 3})

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, "help_text": "One a line.", **options})

    def to_python(self, value: Any) -> tuple[str, ...]:
        text = super().to_python(value)
        if len(text) > LONGEST_TEXT:
            raise ValidationError(f"At most {LONGEST_TEXT:,} characters; these are {len(text):,}.")
        lines = (plain_line(NOT_TEXT.sub(" ", line)) for line in text.splitlines())
        found = tuple(line for line in lines if line)
        if len(found) > MOST_LINES:
            raise ValidationError(f"At most {MOST_LINES} lines; these are {len(found)}.")
        return found

    def run_validators(self, value: Any) -> None:
        """Run no further validators: `to_python` already drops control characters."""


class MonthField(WordsField):
    """A year, month or day in common formats; in Python, an ISO date of the same precision: 2021-03."""

    def to_python(self, value: Any) -> str:
        words = super().to_python(value)
        if not words or words.casefold() in ONGOING:
            return ""
        if iso := read_month(words):
            return iso
        raise ValidationError("Write a year, or a year and a month, such as 2021, 2021-03 or March 2021.")


def read_month(words: str) -> str | None:
    """Convert a day, month or year to ISO; return None if it is not a date."""
    match = ISO_DATE.fullmatch(words) or MONTH_FIRST.fullmatch(words)
    if match is None:
        return None
    parts = match.groupdict()
    month = _month_number(parts["name"]) if parts.get("name") else parts.get("month")
    numbers = [int(part) for part in (month, parts.get("day")) if part is not None]
    iso = "-".join([parts["year"], *(f"{number:02}" for number in numbers)])
    return iso if is_date(iso) else None


def _month_number(name: str) -> int:
    """Return the number of a month from its name or prefix, 0 if unknown."""
    wanted = name.capitalize()
    return next((number for number, month in enumerate(MONTHS, start=1) if month.startswith(wanted)), 0)
