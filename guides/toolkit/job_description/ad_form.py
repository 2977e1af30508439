"""The form of a job ad: the recruiter's details, and each list of the ad as a text with one line a bullet.

A text that says what the template says is no change. In an address, lines of the template are written by their numbers.
"""

from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.http import QueryDict

from guides.document.lines import plain_line
from guides.document.numbers import whole_number
from guides.toolkit.fields import KEPT, LONGEST_TEXT, LinesField, WordsField
from guides.toolkit.job_description.equal_opportunity import TEXTS, equal_opportunity
from guides.toolkit.job_description.line_numbers import expand, shorten
from guides.toolkit.job_description.posting import Posting, PostingForm
from guides.toolkit.job_description.template import HEADINGS, LISTS, PARTS, Template

OWN_TEXTS = (*PARTS, "equal_opportunity")  # the fields that begin with the text of the ad


def _lines_input(**data: str) -> forms.Textarea:
    """A text in which a script adds buttons that move lines; `moves_to` is the field that they can move to."""
    attrs = {f"data-{name.replace('_', '-')}": value for name, value in data.items()}
    return forms.Textarea(attrs={"rows": 6, "data-lines": "", **attrs})


class PartsField(LinesField):
    """The headings of the ad in the order wanted, one a line; their names in Python."""

    def to_python(self, value: Any) -> tuple[str, ...]:
        names = {heading.casefold(): name for name, heading in HEADINGS.items()}
        lines = super().to_python(value)
        unknown = next((line for line in lines if line.casefold() not in names), None)
        if unknown is not None:
            raise ValidationError(f"“{unknown}” is no part of the ad. The parts are: {', '.join(HEADINGS.values())}.")
        return tuple(dict.fromkeys(names[line.casefold()] for line in lines))


class AdForm(PostingForm):
    """The form for one template; the whole ad stands in it and can be changed there."""

    template: Template

    hours = WordsField(label="Hours or shifts", help_text="For example, 40 hours a week, no weekends.")
    company = LinesField(label="About your company", help_text="One paragraph a line.")
    contact = WordsField(label="Contact", help_text="A name, and an email address or a telephone number.")
    reference = WordsField(label="Reference number")
    start = WordsField(label="Start", help_text="For example, June 1, or as soon as possible.")
    summary = LinesField(label=HEADINGS["summary"], help_text="One paragraph a line.")
    duties = LinesField(label=HEADINGS["duties"], widget=_lines_input())
    must_haves = LinesField(label=HEADINGS["must_haves"], widget=_lines_input(moves_to="nice_to_haves"))
    nice_to_haves = LinesField(label=HEADINGS["nice_to_haves"], widget=_lines_input(moves_to="must_haves"))
    equal_opportunity = LinesField(label=HEADINGS["equal_opportunity"], help_text="Empty it to leave it out.")
    order = PartsField(
        label="Order of the parts",
        help_text="One heading a line. Delete a heading to leave its part out.",
        widget=_lines_input(),
    )

    def default_values(self, data: QueryDict) -> dict[str, str]:
        number = whole_number(data.get("level")) or 0
        levels = self.template.levels
        self.level = levels[number - 1 if 0 < number <= len(levels) else self.template.usual_level]
        own = {name: "\n".join(getattr(self.level, name)) for name in PARTS}
        equal = equal_opportunity(data.get("country") or self.template.country)
        texts = {**own, "equal_opportunity": equal, "order": "\n".join(HEADINGS.values())}
        return {**super().default_values(data), **texts}

    def complete(self, data: QueryDict) -> QueryDict:
        """Return the data with all texts written out, and with the template's where they say the same."""
        given = data.copy()
        for name in filter(given.__contains__, OWN_TEXTS):
            text = expand(given[name][: KEPT * LONGEST_TEXT + 1], self.level, name) if name in LISTS else given[name]
            given[name] = text
            if _lines(text) in self._originals(name):
                del given[name]
        if "order" in given:
            given["order"] = "\n".join(HEADINGS.get(name, name) for name in given["order"].split("."))
        for name in given.getlist("reset"):
            given.pop(name, None)
        return super().complete(given)

    def _originals(self, name: str) -> set[tuple[str, ...]]:
        """Return the texts of a field under any choice, which the form replaces when another choice is made."""
        if name == "equal_opportunity":
            return {(text,) for text in TEXTS}
        return {getattr(level, name) for level in self.template.levels}

    def is_changed(self, name: str) -> bool:
        """Return whether a field differs from its default; an own text can also be empty."""
        if name not in (*OWN_TEXTS, "order"):
            return super().is_changed(name)
        typed = _lines(self.typed(name))
        may_be_empty = name != "order"
        return self.is_bound and bool(typed or may_be_empty) and typed != _lines(self.defaults[name])

    def shortened(self, name: str, value: str) -> str:
        if name == "order":
            names = {heading: name for name, heading in HEADINGS.items()}
            return ".".join(names.get(line, line) for line in value.splitlines())
        return shorten(_lines(value), self.level, name) if name in LISTS else value

    def posting(self) -> Posting:
        posting = super().posting()
        cleaned = self.cleaned_data if self.is_bound else {}
        return replace(posting, lines={name: cleaned[name] for name in OWN_TEXTS if name in cleaned})

    @property
    def own_texts(self) -> list[tuple[BoundField, bool]]:
        """List the fields that begin with the text of the ad, each with whether the recruiter changed it."""
        return [(self[name], self.is_changed(name)) for name in (*OWN_TEXTS, "order")]

    @property
    def has_own_texts(self) -> bool:
        """Return whether a text was changed or has a mistake, so that the page must show these fields."""
        return any(is_changed or field.errors for field, is_changed in self.own_texts)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (plain_line(line) for line in text.splitlines())))
