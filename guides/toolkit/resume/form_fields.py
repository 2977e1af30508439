"""The fields of the resume builder that are its own: dates, and what a file says beyond the form."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from guides.toolkit.fields import WordsField
from guides.toolkit.resume.dates import is_ongoing, read_when
from guides.toolkit.resume.json_resume import LONGEST_REST, read_rest


class DateField(WordsField):
    """A date as people write it; in Python as `Person` has it."""

    def read(self, text: str) -> str:
        words = super().read(text)
        return read_when(words) or words

    def to_python(self, value: Any) -> str:
        date = super().to_python(value)
        if date and read_when(date) is None:
            raise ValidationError(f"“{date}” is not a date. Write it like March 2021, 03/2021 or 2021.")
        return date


class EndField(DateField):
    """The end of a period; for one that goes on, `ongoing`."""

    def __init__(self, *, ongoing: str = "", **options: Any) -> None:
        super().__init__(**options)
        self.ongoing = ongoing

    def read(self, text: str) -> str:
        date = super().read(text)
        return self.ongoing if is_ongoing(date) else date

    def to_python(self, value: Any) -> str:
        return self.ongoing if is_ongoing(value or "") else super().to_python(value)


class RestField(forms.CharField):
    """What a file says beyond the form, as JSON that passes through unchanged; anything but an object is dropped."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False, strip=False)
        self.max_length = LONGEST_REST

    def clean(self, value: Any) -> str:
        return value if value and read_rest(value) else ""
