"""The forms of conflicts: for each a choice between both versions, and fields for words of one's own."""

import typing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django import forms

from guides.document import GuideDocument
from guides.document.differences import in_words, mark_words
from guides.document.kinds import Field, fields_of
from guides.document.lines import is_plain, plain_body, plain_line
from guides.document.merging import Difference, Place, words_of
from guides.document.rules import GROWTH_DECIMALS
from guides.document.shape import LISTS
from guides.editing.conflicts import Decision
from guides.models import Conflict, Role

LONGEST = 200_000
OURS, THEIRS, EDITED = Conflict.Outcome.OURS, Conflict.Outcome.THEIRS, Conflict.Outcome.EDITED


@dataclass(frozen=True, slots=True)
class Sides:
    """What the two versions, and the one before both, are called on the page, and the words that choose one."""

    ours: str
    theirs: str
    base: str
    keep: str
    take: str


WITH_TEXT = Sides(
    "The guide says", "The text says", "The text before said", "Keep the guide's version", "Take the text's version"
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
        are_valid = [choice.is_valid() for choice in self.choices]  # all of them, so that each shows what is wrong
        if not all(are_valid):
            raise forms.ValidationError("Fix what is marked below.")
        decisions = [choice.decision(side) for choice in self.choices]
        self.decisions = [decision for decision in decisions if decision]
        undecided = [choice for choice, made in zip(self.choices, decisions, strict=True) if not made]
        for choice in undecided:
            if not choice.may_wait:
                choice.add_error("outcome", "Choose one of the versions.")
        if undecided and (not self.decisions or not all(choice.may_wait for choice in undecided)):
            raise forms.ValidationError("Choose a version of at least one conflict.")
        return super().clean()

    def refuse(self, reasons: Iterable[object]) -> None:
        for reason in reasons:
            self.add_error(None, str(reason))


class Choice(forms.Form):
    """One conflict and the version that is to stay: the guide's, the other one, or an edited one."""

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
        """What each version says, with the words marked that only it has."""
        return mark_words(in_words(self.conflict.ours), in_words(self.conflict.theirs))

    @property
    def sample(self) -> dict[str, typing.Any]:
        """A value as one of the versions has it: what the fields do not show stays as it is there."""
        return self.conflict.ours or self.conflict.theirs

    @property
    def edited_version(self):
        return [self[name] for name in self.value_fields]

    def decision(self, side: str = "") -> Decision | None:
        """What was chosen, else `side`; None where neither was."""
        outcome = self.cleaned_data["outcome"] or side
        if not outcome:
            return None
        edited = {name: self.cleaned_data[name] for name in self.value_fields}
        return Decision(self.conflict, self.theirs, outcome, {**self.sample, **edited} if edited else None)

    def clean(self):
        """What stands in the fields counts only where it is chosen."""
        cleaned = super().clean()
        if cleaned.get("outcome") != EDITED:
            for name in set(self.errors) - {"outcome"}:
                del self.errors[name]
            cleaned |= {name: None for name in self.value_fields if name not in cleaned}
        return cleaned


class WordsField(forms.CharField):
    """Words of a document in their canonical form; None for nothing where the document wants that."""

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
    """Form fields for the value of a conflict; none where it is an order or several parts at once."""
    sample = conflict.ours or conflict.theirs
    if not isinstance(sample, dict) or any(isinstance(value, (list, dict)) for value in sample.values()):
        return
    for name, value in sample.items():
        field = field_at(conflict.place, name)
        if field and not field.kind.source:  # what is read from another field follows it
            yield name, form_field(field, initial=value, label=words_of(name.rpartition(".")[2]))


def field_at(place: Place, name: str) -> Field | None:
    """The field of the document behind a name in the value of a place; None for the mark of a row."""
    if place.row is not None:
        rows = LISTS[place.path]
        return rows.parts.get(name) if rows.is_part else rows
    part, _, inner = name.rpartition(".")
    return fields_of(fields_of(GuideDocument)[part].type if part else GuideDocument)[inner]


def form_field(field: Field, **options) -> forms.Field:
    """The form field for a field of the document, by its kind."""
    if field.type is bool:
        return forms.BooleanField(required=False, **options)
    if field.kind.form == "percent":
        return PercentageField(required=False, **options)
    if field.type is int:
        return forms.IntegerField(required=not field.may_be_empty, **options)
    return WordsField(is_body=field.kind.form == "markdown", is_nullable=field.default is None, **options)
