"""Choosing a rung of the ladder by its number."""

from typing import Any

from django import forms

from .job_description.template import Template


class LevelForm(forms.Form):
    """The rungs of a template, counted from 1; `number` is the one chosen, nothing for the usual one."""

    level = forms.TypedChoiceField(
        label="For the rung",
        required=False,
        coerce=int,
        empty_value=None,
        error_messages={"invalid_choice": "The ladder has no such rung; here is the usual one."},
    )

    def __init__(self, template: Template, data: Any) -> None:
        usual = f"{template.usual_level + 1}"
        super().__init__(data if "level" in data else None, initial={"level": usual})
        self.fields["level"].choices = [(number, level.title) for number, level in enumerate(template.levels, start=1)]

    @property
    def number(self) -> int | None:
        return self.cleaned_data["level"] if self.is_bound and self.is_valid() else None
