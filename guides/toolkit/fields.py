"""Form fields shared by the tools. Input is cut by its length first, then checked, and only then normalized.

Each field of text has `read`, its normal form of typed text; `as_typed` says what text with an error counts as.
"""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.forms import BoundField

from guides.document.lines import (
    INVISIBLE,
    LONE_BULLET,
    MOST_ACCENTS,
    NOT_TEXT,
    TEXT_BULLET,
    find_accent_run,
    is_plain,
    plain_line,
)

LONGEST_WORDS, LONGEST_TEXT, MOST_LINES = 200, 4000, 40
LONGEST_ADDRESS = 500
KEPT = 2  # times the allowed length: what is kept of a text that is too long
_POINT_MARK = re.compile(rf"\A(?:{TEXT_BULLET.pattern}|[0-9]{{1,2}}[.)]\s+(?=\S))")
_WITHOUT_SCHEME = re.compile(r"[^:@/?#]+(?::\d+)?(?:[/?#].*)?", re.ASCII)


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


def as_typed(field: forms.Field, typed: Any) -> Any:
    """Return what input with an error counts as: its words, cut to the length of the field; a choice is the first one.

    A letter with more accents than can be normalized ends the words.
    """
    if isinstance(field, forms.ChoiceField):
        return field.initial or ""
    text = INVISIBLE.sub("", NOT_TEXT.sub(" ", typed or ""))[: field.max_length]
    return getattr(field, "read", plain_line)(text[: find_accent_run(text)])


class WordsField(forms.CharField):
    """A line of text without characters that a page cannot show."""

    default_error_messages = {"max_length": "At most %(limit_value)d characters; these are %(show_value)d."}

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, "max_length": LONGEST_WORDS, **options})

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Return no attributes: with maxlength, browsers would silently cut pasted text."""
        return {}

    def read(self, text: str) -> Any:
        return plain_line(text)

    def to_python(self, value: Any) -> Any:
        return self.read(typed_words(super().to_python(value), self.max_length))


class TextField(WordsField):
    """Text of several lines; at most one blank line stands between two others."""

    widget = forms.Textarea(attrs={"rows": 3})

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"max_length": LONGEST_TEXT, **options})

    def read(self, text: str) -> str:
        return plain_text(text)


def plain_text(text: str) -> str:
    """Return the canonical form of several lines: each as `plain_line` has it, at most one blank one between two."""
    kept: list[str] = []
    for line in map(plain_line, text.splitlines()):
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).rstrip("\n")


class EmailField(WordsField):
    """An email address."""

    widget = forms.EmailInput
    default_validators = (validate_email,)

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"max_length": 320, **options})


class WebField(WordsField):
    """An address on the web; `https://` is added where it is missing."""

    widget = forms.URLInput

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"max_length": LONGEST_ADDRESS, **options})

    def to_python(self, value: Any) -> str:
        words = super().to_python(value)
        if not words:
            return ""
        address = f"https://{words}" if _WITHOUT_SCHEME.fullmatch(words) else words
        URLValidator(schemes=("http", "https"), message="Enter a web address, such as example.com/ada.")(address)
        return address


class LinesField(forms.CharField):
    """Several points, one per line; a tuple of lines in Python."""

    widget = forms.Textarea(attrs={"rows": 3})

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, "max_length": LONGEST_TEXT, "help_text": "One a line.", **options})

    widget_attrs = WordsField.widget_attrs

    def line(self, text: str) -> str:
        """Return the normal form of one line."""
        return plain_line(text)

    def lines(self, text: str) -> tuple[str, ...]:
        return tuple(filter(None, map(self.line, text.splitlines())))

    def read(self, text: str) -> tuple[str, ...]:
        return self.lines(text)[:MOST_LINES]

    def to_python(self, value: Any) -> tuple[str, ...]:
        text = typed_words(super().to_python(value), self.max_length)
        if len(text) > self.max_length:
            raise too_long(self.max_length, len(text))
        found = self.lines(text)
        if len(found) > MOST_LINES:
            raise ValidationError(f"At most {MOST_LINES} lines; these are {len(found)}.")
        return found

    def run_validators(self, value: Any) -> None:
        """Run no further validators: `to_python` already checks the length and drops control characters."""


class PointsField(LinesField):
    """Points that may be pasted from a document: a bullet or a number before each is taken off."""

    def line(self, text: str) -> str:
        return plain_line(without_mark(text))


def without_mark(line: str) -> str:
    """Take one bullet or number off a line: `- `, `• `, `1. ` or `2) `, but not `2019`, `24/7` or `-5%`.

    A line with a bullet alone is empty: its words are on the next one.
    """
    return "" if LONE_BULLET.fullmatch(line) else _POINT_MARK.sub("", line.strip(), count=1)
