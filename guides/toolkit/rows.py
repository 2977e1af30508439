"""Forms with an “add row” button that works without JavaScript: it submits the form, which returns with a new row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BaseFormSet, BoundField, formset_factory
from django.http import QueryDict

from guides.document.lines import NOT_TEXT
from guides.document.numbers import whole_number
from guides.toolkit.errors import FormError, form_errors
from guides.toolkit.fields import ToolForm, as_typed

MOST_ROWS = 30  # of one part
MOST_ROW_FIELDS = 900  # of all rows; a form has less than 100 others, and a request takes 1,000


class LaidOutForm(ToolForm):
    """A form whose `layout` groups fields side by side; `more` are fields that few need."""

    layout: tuple[tuple[str, ...], ...]
    more: tuple[str, ...] = ()

    def lines(self) -> Iterator[list[BoundField]]:
        return ([self[name] for name in names] for names in self.layout)

    @property
    def more_fields(self) -> list[BoundField]:
        return [self[name] for name in self.more]

    @property
    def has_more(self) -> bool:
        """Whether one of the fields that few need has words."""
        return any(field.value() for field in self.more_fields)


def form_facts(form: forms.Form) -> dict[str, Any]:
    """Return the values of a form by field; a field with an error counts as the words typed."""
    form.is_valid()  # cleans the values
    cleaned = getattr(form, "cleaned_data", {})
    return {
        name: cleaned[name] if name in cleaned else as_typed(field, form[name].value())
        for name, field in form.fields.items()
    }


class RowForm(LaidOutForm):
    """The form of one row; a filled row becomes an instance of `fact`, an empty row is ignored."""

    fact: type


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of one kind: their name in the data, the legend of all, the label of one, the label of the button."""

    name: str
    legend: str
    one: str
    add: str
    form: type[RowForm]

    def rows(self, data: Mapping[str, str] | None, initial: Sequence[Mapping[str, str]]) -> BaseFormSet:
        formset = formset_factory(self.form, extra=0 if initial else 1, max_num=MOST_ROWS)
        return formset(data, prefix=self.name, initial=initial)


@dataclass(frozen=True, slots=True)
class Rows:
    """The formset of a part."""

    part: Part
    formset: BaseFormSet
    is_full: bool = False

    def facts(self) -> Iterator[Any]:
        """Yield the facts of the filled rows; hidden fields alone fill none."""
        for form in self.formset.forms:
            values = form_facts(form)
            if any(values[field.name] for field in form.visible_fields()):
                yield form.fact(**values)

    def focus_last(self) -> None:
        last = self.formset.forms[-1]
        last.fields[last.layout[0][0]].widget.attrs["autofocus"] = True


class FormWithRows:
    """Several forms on one page: `fixed` ones occur once, `parts` are rows."""

    parts: tuple[Part, ...]
    fixed: tuple[forms.Form, ...]

    def __init__(
        self,
        data: QueryDict | dict[str, str] | None,
        add_to: str = "",
        initial: Mapping[str, Sequence[Mapping[str, str]]] | None = None,
    ) -> None:
        """Add a row to the part named `add_to`; `initial` fills the rows of a form without data."""
        self.data = None if data is None else _clean(data, self.parts, add_to)
        prefilled = initial if initial and self.data is None else {}
        formsets = {part.name: part.rows(self.data, prefilled.get(part.name, ())) for part in self.parts}
        counts, sizes = {name: len(formset.forms) for name, formset in formsets.items()}, _sizes(self.parts)
        self.rows = [
            Rows(part, formsets[part.name], is_full=not fits_one_more(part.name, counts, sizes)) for part in self.parts
        ]
        for rows in self.rows:
            if rows.part.name == add_to:
                rows.focus_last()

    @property
    def forms(self) -> list[forms.Form]:
        return [*self.fixed, *(form for rows in self.rows for form in rows.formset.forms)]

    def is_valid(self) -> bool:
        return all(form.is_valid() for form in self.forms)

    def errors(self) -> list[FormError]:
        parts = {part.name: part.one for part in self.parts}
        return [error for form in self.forms for error in form_errors(form, parts)]

    def facts(self) -> dict[str, Any]:
        """Return the values by the names of fields and parts; a field with an error counts as the words typed."""
        values = {name: value for form in self.fixed for name, value in form_facts(form).items()}
        return values | {rows.part.name: tuple(rows.facts()) for rows in self.rows}


def _clean(data: QueryDict | dict[str, str], parts: Sequence[Part], add_to: str) -> dict[str, str]:
    """Return data with a safe number of rows in the hidden fields, without characters that a page cannot show."""
    raw = data.dict() if isinstance(data, QueryDict) else data
    cleaned = {name: NOT_TEXT.sub(" ", value) for name, value in raw.items()}
    sent = {part.name: whole_number(cleaned.get(f"{part.name}-TOTAL_FORMS"), digits=3) or 1 for part in parts}
    counts = rows_that_fit(sent, _sizes(parts))
    if add_to in counts and fits_one_more(add_to, counts, _sizes(parts)):
        counts[add_to] += 1
    for name, rows in counts.items():
        cleaned[f"{name}-TOTAL_FORMS"] = f"{rows}"
        cleaned[f"{name}-INITIAL_FORMS"] = "0"
    return cleaned


def _sizes(parts: Sequence[Part]) -> dict[str, int]:
    return {part.name: len(part.form.base_fields) for part in parts}


def rows_that_fit(wanted: Mapping[str, int], sizes: Mapping[str, int]) -> dict[str, int]:
    """Return how many of the wanted rows of each part a form takes, at least one; `sizes` are the fields of a row.

    Where all rows together have too many fields, the first parts come first.
    """
    room = MOST_ROW_FIELDS - sum(sizes.values())
    counts = {}
    for name, size in sizes.items():
        more = max(0, min(wanted[name], MOST_ROWS, room // size + 1) - 1)
        room -= more * size
        counts[name] = more + 1
    return counts


def fits_one_more(name: str, counts: Mapping[str, int], sizes: Mapping[str, int]) -> bool:
    """Return whether a form takes another row of a part."""
    used = sum(count * sizes[part] for part, count in counts.items())
    return counts[name] < MOST_ROWS and used + sizes[name] <= MOST_ROW_FIELDS
