"""Errors in the forms of a tool, each linked to its field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django import forms


@dataclass(frozen=True, slots=True)
class FormError:
    """An error in a form; `target` is the id of its field, empty if it concerns the whole form."""

    target: str
    message: str


def form_errors(form: forms.Form, parts: Mapping[str, str]) -> Iterator[FormError]:
    """List the errors of a form; those in a row of one of the `parts` start with the part and the row number."""
    part, _, number = (form.prefix or "").partition("-")
    row = f"{parts[part]} {int(number) + 1}, " if part in parts and number else ""
    for field in form:
        for message in field.errors:
            yield FormError(field.id_for_label, f"{row}{field.label}: {message}")
    for message in form.non_field_errors():
        yield FormError("", f"{row}{message}")
