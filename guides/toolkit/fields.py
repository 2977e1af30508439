"""Form fields shared by the tools. Input is cut by its length first, then checked, and only then normalized."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField

from guides.document.dates import is_date
from guides.document.lines import MOST_ACCENTS, NOT_TEXT, is_plain, plain_line

LONGEST_WORDS, LONGEST_TEXT, MOST_LINES = 200, 4000, 40
KEPT = 2  # times the allowed length: what is kept of a text that is too long
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
ISO_DATE = re.compile(r"(?P<year>[12]\d{3})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?", re.ASCII)
MONTH_FIRST = re.compile(r"(?:(?P<month>\d{1,2})[./ ]\s*|(?P<name>[A-Za-z]{3,9})\.?,?\s+)(?P<year>[12]\d{3})", re.ASCII)
ONGOING = {"present", "today", "now", "current", "ongoing", "to date"}


class ShortenedField(BoundField):
    """A field whose input is cut after twice its allowed length, so that a person can see and shorten it."""

    @property
    def data(self) -> Any:
        value, most = super().data, KEPT * (getattr(self.field, "max_length", None) or LONGEST_WORDS)
        return f"{value[:most]}…" if isinstance(value, str) and len(value) > most else value


class ToolForm(forms.Form):
    """A form for anyone, whose fields take input of any length."""

    bound_field_class = ShortenedField


def typed_words(text: str, longest: int) -> str:
    """Return typed text without characters that a page cannot show.

    Raises ValidationError for a text that is more than KEPT times too long, or has more accents than can be normalized.
    """
    if len(text) > KEPT * longest:
        raise too_long(longest, len(text))
    shown = NOT_TEXT.sub(" ", text)
    if not is_plain(shown):
        raise ValidationError(f"A letter has more than {MOST_ACCENTS} accents. Type the text again.")
    return shown


def too_long(longest: int, length: int) -> ValidationError:
    found = f"these are {length:,}" if length <= KEPT * longest else f"only the first {KEPT * longest:,} were kept"
    return ValidationError(f"At most {longest:,} characters; {found}.")


class WordsField(forms.CharField):
    """A line of text without characters that a page cannot show."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, "max_length": LONGEST_WORDS, **options})

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Return no attributes: with maxlength, browsers would silently cut pasted text."""
        return {}

    def to_python(self, value: Any) -> str:
        return plain_line(typed_words(super().to_python(value), self.max_length))


class LinesField(forms.CharField):
    """Several points, one per line; a tuple of lines in Python."""

    widget = forms.Textarea(attrs={"rows": 3})

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, "max_length": LONGEST_TEXT, "help_text": "One a line.", **options})

    widget_attrs = WordsField.widget_attrs

    def to_python(self, value: Any) -> tuple[str, ...]:
        text = typed_words(super().to_python(value), self.max_length)
        if len(text) > self.max_length:
            raise too_long(self.max_length, len(text))
        found = tuple(filter(None, map(plain_line, text.splitlines())))
        if len(found) > MOST_LINES:
            raise ValidationError(f"At most {MOST_LINES} lines; these are {len(found)}.")
        return found

    def run_validators(self, value: Any) -> None:
        """Run no further validators: `to_python` already checks the length and drops control characters."""


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
