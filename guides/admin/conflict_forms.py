"""Forms to resolve conflicts: a choice between both versions, and fields for an edited version."""

import typing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django import forms
from django.template.defaultfilters import pluralize

from guides.document import GuideDocument
from guides.document.differences import in_words, mark_words
from guides.document.field_rules import GROWTH_DECIMALS
from guides.document.kinds import Field, fields_of
from guides.document.labels import label_of
from guides.document.lines import is_plain, plain_body, plain_line
from guides.document.merging import Difference, Place
from guides.document.shape import LISTS
from guides.editing.conflicts import Decision
from guides.models import Conflict, Role

LONGEST = 200_000
OURS, THEIRS, EDITED = Conflict.Outcome.OURS, Conflict.Outcome.THEIRS, Conflict.Outcome.EDITED


@dataclass(frozen=True, slots=True)
class Sides:
    """Names for the two versions and their common base, and labels to choose a version."""

    ours: str
    theirs: str
    base: str
    keep: str
    take: str


WITH_TEXT = Sides(
    "The guide says", "The text says", "The previous text said", "Keep the guide's version", "Take the text's version"
)
WITH_EDITOR = Sides("Saved by others", "Your version", "Before both changes", "Keep theirs", "Use mine")


class DecisionsForm(forms.Form):
    """The conflicts of a role, each with a choice and with fields for an edited version."""

    lock_token = forms.UUIDField(widget=forms.HiddenInput)
    all = forms.ChoiceField(required=False, choices=((OURS, ""), (THEIRS, "")))

    def __init__(self, role: Role, choices: list["Choice"], sides: Sides, data=None):
        super().__init__(data, initial={"lock_token": role.lock_token})
        self.choices, self.sides = choices, sides
        self.decisions: list[Decision] = []
        self.is_stale = False

    def clean(self):
        side = self.cleaned_data.get("all")
        are_valid = [choice.is_valid() for choice in self.choices]  # validate all, so that each shows its errors
        if not all(are_valid):
            raise forms.ValidationError("Fix the errors below.")
        decisions = [choice.decision(side) for choice in self.choices]
        self.decisions = [decision for decision in decisions if decision]
        undecided = [choice for choice, made in zip(self.choices, decisions, strict=True) if not made]
        for choice in undecided:
            if not choice.may_wait:
                choice.add_error("outcome", "Choose one of the versions.")
        if undecided and (not self.decisions or not all(choice.may_wait for choice in undecided)):
            raise forms.ValidationError("Choose a version for at least one conflict.")
        return super().clean()

    @property
    def count(self) -> str:
        """The number of decisions, in words."""
        return f"{len(self.decisions)} conflict{pluralize(len(self.decisions))}"

    def refuse(self, reasons: Iterable[object]) -> None:
        for reason in reasons:
            self.add_error(None, str(reason))


class Choice(forms.Form):
    """One conflict and the version to keep: the guide's, the other one, or an edited one."""

    outcome = forms.ChoiceField(required=False, widget=forms.RadioSelect)

    def __init__(
        self,
        prefix: str,
        conflict: Conflict | Difference,
        theirs: GuideDocument,
        sides: Sides,
        data=None,
        *,
        may_wait: bool = False,
    ):
        super().__init__(data, prefix=prefix, initial={"outcome": ""})
        self.conflict, self.theirs, self.may_wait = conflict, theirs, may_wait
        self.value_fields = dict(value_fields(conflict))
        self.fields.update(self.value_fields)
        self.fields["outcome"].choices = [
            (OURS, sides.keep),
            (THEIRS, sides.take),
            *([(EDITED, "Write your own")] if self.value_fields else []),
            *([("", "Decide later")] if may_wait else []),
        ]

    @property
    def label(self) -> str:
        return self.conflict.place.label

    @property
    def base_words(self) -> str:
        return in_words(self.conflict.base)

    def versions(self):
        """Both versions, with their differences marked."""
        return mark_words(in_words(self.conflict.ours), in_words(self.conflict.theirs))

    @property
    def sample(self) -> dict[str, typing.Any]:
        """The value of one version, for the parts that the fields do not show."""
        return self.conflict.ours or self.conflict.theirs

    @property
    def edited_version(self):
        return [self[name] for name in self.value_fields]

    def decision(self, side: str = "") -> Decision | None:
        """The decision for the chosen version, or else for `side`; None if there is neither."""
        outcome = self.cleaned_data["outcome"] or side
        if not outcome:
            return None
        edited = {name: self.cleaned_data[name] for name in self.value_fields}
        return Decision(self.conflict, self.theirs, outcome, {**self.sample, **edited} if edited else None)

    def clean(self):
        """Ignore errors in the fields unless the edited version is chosen."""
        cleaned = super().clean()
        if cleaned.get("outcome") != EDITED:
            for name in set(self.errors) - {"outcome"}:
                del self.errors[name]
            cleaned |= {name: None for name in self.value_fields if name not in cleaned}
        return cleaned


class WordsField(forms.CharField):
    """Canonical text for a document; empty text becomes None if the field is nullable."""

    def __init__(self, *, is_body: bool, is_nullable: bool, **kwargs):
        widget = forms.Textarea(attrs={"rows": 8 if is_body else 2})
        super().__init__(required=False, max_length=LONGEST, widget=widget, **kwargs)
        self.plain, self.nothing = (plain_body if is_body else plain_line), (None if is_nullable else "")

    def clean(self, value):
        value = super().clean(value)
        if not is_plain(value):
            raise forms.ValidationError("Control characters cannot be stored. Type the text again.")
        return self.plain(value) or self.nothing


class PercentageField(forms.FloatField):
    def clean(self, value):
        value = super().clean(value)
        if value is None:
            return None
        return int(value) if value.is_integer() else round(value, GROWTH_DECIMALS)


def value_fields(conflict: Conflict | Difference) -> Iterator[tuple[str, forms.Field]]:
    """Form fields for the value of a conflict; none for an order or for several parts at once."""
    sample = conflict.ours or conflict.theirs
    if not isinstance(sample, dict) or any(isinstance(value, (list, dict)) for value in sample.values()):
        return
    for name, value in sample.items():
        field = field_at(conflict.place, name)
        if field and not field.kind.source:  # derived fields follow their source
            yield name, form_field(field, initial=value, label=label_of(name))


def field_at(place: Place, name: str) -> Field | None:
    """The document field for a name in the value of a place; None for the mark of a row."""
    if place.row is not None:
        rows = LISTS[place.path]
        return rows.parts.get(name) if rows.is_part else rows
    part, _, inner = name.rpartition(".")
    return fields_of(fields_of(GuideDocument)[part].type if part else GuideDocument)[inner]


def form_field(field: Field, **options) -> forms.Field:
    """The form field for a document field, by its kind."""
    if field.type is bool:
        return forms.BooleanField(required=False, **options)
    if field.kind.form == "percent":
        return PercentageField(required=False, **options)
    if field.type is int:
        return forms.IntegerField(required=not field.may_be_empty, **options)
    return WordsField(is_body=field.kind.form == "markdown", is_nullable=field.default is None, **options)
