"""Errors in the forms of a tool, each with its field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django import forms


@dataclass(frozen=True, slots=True)
class Mistake:
    """An error; `target` is the id of its field, empty if it belongs to the whole form."""

    target: str
    words: str


def mistakes_of(form: forms.Form, parts: Mapping[str, str]) -> Iterator[Mistake]:
    """List the errors of a form; in a row of one of the `parts`, each starts with the part and row number."""
    part, _, number = (form.prefix or "").partition("-")
    row = f"{parts[part]} {int(number) + 1}, " if part in parts and number else ""
    for field in form:
        for words in field.errors:
            yield Mistake(field.id_for_label, f"{row}{field.label}: {words}")
    for words in form.non_field_errors():
        yield Mistake("", f"{row}{words}")
