"""Forms with a button for more rows, without JavaScript: it submits the form, which returns with one more row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BaseFormSet, BoundField, formset_factory
from django.http import QueryDict

from guides.document.lines import NOT_TEXT
from guides.document.numbers import whole_number
from guides.toolkit.mistakes import Mistake, mistakes_of

MOST_ROWS = 12


class LaidOutForm(forms.Form):
    """A form whose `layout` groups fields side by side."""

    layout: tuple[tuple[str, ...], ...]

    def lines(self) -> Iterator[list[BoundField]]:
        return ([self[name] for name in names] for names in self.layout)


class RowForm(LaidOutForm):
    """One row; `fact` is what it comes to. An empty one says nothing."""

    fact: type


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of one kind: their name in the data, the legend over all, what one is called, the words of the button that
    adds one."""

    name: str
    legend: str
    one: str
    add: str
    form: type[RowForm]

    def rows(self, data: Mapping[str, str] | None, initial: Sequence[Mapping[str, str]]) -> BaseFormSet:
        make = formset_factory(self.form, extra=0 if initial else 1, max_num=MOST_ROWS)
        return make(data, prefix=self.name, initial=initial)


@dataclass(frozen=True, slots=True)
class Rows:
    """A part prepared for the page."""

    part: Part
    formset: BaseFormSet

    @property
    def is_full(self) -> bool:
        return len(self.formset.forms) >= MOST_ROWS

    def facts(self) -> Iterator[Any]:
        """Return the values of valid rows, without empty ones."""
        for form in self.formset.forms:
            said = {name: value for name, value in form.cleaned_data.items() if value}
            if said:
                yield form.fact(**said)

    def focus_newest(self) -> None:
        newest = self.formset.forms[-1]
        newest.fields[newest.layout[0][0]].widget.attrs["autofocus"] = True


class FormWithRows:
    """A form of several: `parts` are its rows, `fixed` the forms of which there is one each."""

    parts: tuple[Part, ...]
    fixed: tuple[forms.Form, ...]

    def __init__(
        self,
        data: QueryDict | dict[str, str] | None,
        grows: str = "",
        initial: Mapping[str, Sequence[Mapping[str, str]]] | None = None,
    ) -> None:
        """The part that `grows` names gets one more row; `initial` is what stands in rows before anything was said."""
        self.data = None if data is None else _counted(data, self.parts, grows)
        at_first = initial if initial and self.data is None else {}
        self.rows = [Rows(part, part.rows(self.data, at_first.get(part.name, ()))) for part in self.parts]
        for rows in self.rows:
            if rows.part.name == grows:
                rows.focus_newest()

    @property
    def forms(self) -> list[forms.Form]:
        return [*self.fixed, *(form for rows in self.rows for form in rows.formset.forms)]

    def is_valid(self) -> bool:
        return all(form.is_valid() for form in self.forms)

    def mistakes(self) -> list[Mistake]:
        parts = {part.name: part.one for part in self.parts}
        return [mistake for form in self.forms for mistake in mistakes_of(form, parts)]

    def facts(self) -> dict[str, Any]:
        """What a valid form says, by the names of fields and parts."""
        said = {name: value for form in self.fixed for name, value in form.cleaned_data.items()}
        return said | {rows.part.name: tuple(rows.facts()) for rows in self.rows}


def _counted(data: QueryDict | dict[str, str], parts: Sequence[Part], grows: str) -> dict[str, str]:
    """Data with as many rows of each kind as there may be, whatever the hidden fields say, and without characters that
    no page can show again."""
    typed = data.dict() if isinstance(data, QueryDict) else data
    counted = {name: NOT_TEXT.sub(" ", words) for name, words in typed.items()}
    for part in parts:
        rows = whole_number(counted.get(f"{part.name}-TOTAL_FORMS"), digits=3) or 1
        counted[f"{part.name}-TOTAL_FORMS"] = f"{min(rows + (part.name == grows), MOST_ROWS)}"
        counted[f"{part.name}-INITIAL_FORMS"] = "0"
    return counted
