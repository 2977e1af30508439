"""What is wrong in the forms of a tool, each with the field that it is about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django import forms


@dataclass(frozen=True, slots=True)
class Mistake:
    """`target` is the id of the field, empty where there is none."""

    target: str
    words: str


def mistakes_of(form: forms.Form, parts: Mapping[str, str]) -> Iterator[Mistake]:
    """The mistakes of a form; where it is a row of one of the `parts`, they say of which and its number."""
    part, _, number = (form.prefix or "").partition("-")
    row = f"{parts[part]} {int(number) + 1}, " if part in parts and number else ""
    for field in form:
        for words in field.errors:
            yield Mistake(field.id_for_label, f"{row}{field.label}: {words}")
    for words in form.non_field_errors():
        yield Mistake("", f"{row}{words}")
