"""The form for choosing an example by level."""

from typing import Any

from django import forms
from django.http import QueryDict

from guides.document.levels import RoleLevels
from guides.toolkit.fields import ToolForm


class LevelForm(ToolForm):
    """The levels of a role, counted from 1; defaults apply to missing parameters."""

    defaults: dict[str, str] = {}

    level = forms.TypedChoiceField(
        label="For the rung",
        required=False,
        coerce=int,
        empty_value=None,
        error_messages={"invalid_choice": "The ladder has no such rung; here is the usual one."},
    )

    def __init__(self, found: RoleLevels, data: QueryDict) -> None:
        defaults = {"level": f"{found.usual_level + 1}", **self.defaults}
        is_chosen = any(name in data for name in self.base_fields)
        super().__init__({**defaults, **data.dict()} if is_chosen else None, initial=defaults, auto_id="choice-%s")
        self.fields["level"].choices = [(number, level.title) for number, level in enumerate(found.levels, start=1)]

    def _post_clean(self) -> None:
        """Replace invalid choices with the defaults, so that the form matches the example shown."""
        self.data = {**self.data, **{name: self.initial[name] for name in self.errors}}

    def given(self, name: str) -> Any:
        """Return the value from the address if it is valid, else None."""
        self.is_valid()
        return self.cleaned_data.get(name) if self.is_bound else None

    @property
    def has_choice(self) -> bool:
        return len(self.fields) > 1 or len(self.fields["level"].choices) > 1

    @property
    def number(self) -> int | None:
        return self.given("level")

    @property
    def query(self) -> str:
        """Return the query string for the same example in another format."""
        given = ((name, self.given(name)) for name in self.base_fields)
        return "".join(f"{name}={value}&" for name, value in given if value)
