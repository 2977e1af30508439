"""Places in the form for paths of the document (`faqs[2].answer`)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.forms import ModelForm

from guides.admin.part_forms import PartForm, PartFormSet
from guides.admin.row_fields import form_field_of
from guides.models.columns import relation_of

KINDS = {"pros": "pro", "cons": "con"}
FIELDS = {
    "salary_low": "pay_range",
    "salary_high": "pay_range",
    "salary_high_is_open": "pay_range",
    "annual_openings_is_approximate": "annual_openings",
}
ROW_FIELDS = {"relatedrole": {"title": "target", "slug": "target"}, "roleindustry": {"text": "industry"}}
_PATH = re.compile(r"(?P<list>[a-z_.]+)(?:\[(?P<index>\d+)\](?:\.(?P<field>\w+))?)?")


@dataclass(frozen=True, slots=True)
class Place:
    """The id to link to, a label, and the field, unless the place is a whole list."""

    anchor: str
    label: str
    form: ModelForm | None = None
    field: str = ""


class Places:
    """The fields of a form and the rows of its parts, in the `typed` order or the stored one."""

    def __init__(self, form: ModelForm, formsets: Iterable[PartFormSet], *, typed: bool) -> None:
        self.form = form
        self.formsets = {formset.prefix: formset for formset in formsets}
        self.typed = typed
        self.lists: dict[str, list[tuple[int, PartForm]]] = {}  # by the list of the document

    def find(self, path: str) -> Place:
        match = _PATH.fullmatch(path)
        name = match["list"] if match else ""
        formset = self.formsets.get(relation_of(name))
        if formset is None:
            return self.find_field(name.rpartition(".")[2])
        wanted = self.rows_of(name, formset)
        index = int(match["index"] or len(wanted))
        if index >= len(wanted):
            return Place(f"{formset.prefix}-group", _capital(formset.model._meta.verbose_name_plural))
        number, row = wanted[index]
        return place_in_row(row, number, match["field"] or "text")

    def find_field(self, name: str) -> Place:
        """A field of the role itself, or the top of the form if there is none of that name."""
        name = FIELDS.get(name, name)
        if name not in self.form.fields:
            return Place("role_form", "The form")
        return Place(self.form[name].auto_id, self.form[name].label, self.form, name)

    def rows_of(self, name: str, formset: PartFormSet) -> list[tuple[int, PartForm]]:
        """The rows of a list, each with its number in the form; found once for any number of places."""
        if name not in self.lists:
            rows = formset.forms_in_order() if self.typed else formset.opened_forms
            stored = (row.instance for row in rows) if self.typed else formset.get_queryset()
            numbered = zip(enumerate(rows, start=1), stored, strict=False)
            self.lists[name] = [row for row, own in numbered if name not in KINDS or own.kind == KINDS[name]]
        return self.lists[name]

    def errors(self) -> Iterator[tuple[Place, str]]:
        """Every field with an error, and its message."""
        for name, errors in self.form.errors.items():
            if name in self.form.fields:
                yield self.find_field(name), " ".join(errors)
        for formset in self.formsets.values():
            for number, row in enumerate(formset.forms, start=1):
                for name, errors in row.errors.items() if not row.is_deleted else ():
                    if name in row.fields:
                        yield place_in_row(row, number, name), " ".join(errors)


def place_in_row(row: PartForm, number: int, name: str) -> Place:
    """A field of a row, by its own name or the document's, or the first field if there is none of that name."""
    options = row.instance._meta
    name = ROW_FIELDS.get(options.model_name, {}).get(name) or form_field_of(type(row.instance), name)
    name = name if name in row.fields else next(field for field in row.fields if field != "place")
    label = f"{_capital(options.verbose_name)} {number}, {row[name].label.lower()}"
    return Place(row[name].auto_id, label, row, name)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
