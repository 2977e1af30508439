"""Choosing an example by the rung of the ladder that it is for."""

from typing import Any

from django import forms
from django.http import QueryDict

from guides.toolkit.job_description.template import Template


class LevelForm(forms.Form):
    """The rungs of a template, counted from 1. What an address does not say is the usual."""

    usual: dict[str, str] = {}

    level = forms.TypedChoiceField(
        label="For the rung",
        required=False,
        coerce=int,
        empty_value=None,
        error_messages={"invalid_choice": "The ladder has no such rung; here is the usual one."},
    )

    def __init__(self, template: Template, data: QueryDict) -> None:
        usual = {"level": f"{template.usual_level + 1}", **self.usual}
        is_said = any(name in data for name in self.base_fields)
        super().__init__({**usual, **data.dict()} if is_said else None, initial=usual, auto_id="choice-%s")
        self.fields["level"].choices = [(number, level.title) for number, level in enumerate(template.levels, start=1)]

    def _post_clean(self) -> None:
        """Where a choice is wrong the form shows the usual one, of which the example is."""
        self.data = {**self.data, **{name: self.initial[name] for name in self.errors}}

    def said(self, name: str) -> Any:
        """What the address says rightly; else nothing."""
        self.is_valid()
        return self.cleaned_data.get(name) if self.is_bound else None

    @property
    def has_choice(self) -> bool:
        return len(self.fields) > 1 or len(self.fields["level"].choices) > 1

    @property
    def number(self) -> int | None:
        return self.said("level")

    @property
    def query(self) -> str:
        """What an address says to show the same example in another form."""
        said = ((name, self.said(name)) for name in self.base_fields)
        return "".join(f"{name}={value}&" for name, value in said if value)
