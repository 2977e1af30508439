"""Places in the form for paths of the document (`faqs[2].answer`)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.forms import ModelForm
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from guides.admin.part_forms import PartForm
from guides.admin.part_formsets import PartFormSet
from guides.admin.row_fields import form_field_of
from guides.document.labels import label_of
from guides.document.material import MATERIAL
from guides.models.columns import column_name, relation_of

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
    """The id to link to, a label, and the field, unless the place is a whole list; `page` is that of another form."""

    anchor: str
    label: str
    form: ModelForm | None = None
    field: str = ""
    page: str = ""

    @property
    def href(self) -> str:
        return f"{self.page}#{self.anchor}"


class Places:
    """The fields of a form and the rows of its parts: those of the `typed` document in its order, or the stored ones.

    Rows with errors are not in the typed document, but they count in the numbers of the labels.
    """

    def __init__(self, form: ModelForm, formsets: Iterable[PartFormSet], *, typed: bool) -> None:
        self.form = form
        self.formsets = {formset.prefix: formset for formset in formsets}
        self.typed = typed
        self.rows = {
            name: part.readable_forms() if typed else part.opened_forms for name, part in self.formsets.items()
        }
        shown = (part.forms_in_order() if typed else part.opened_forms for part in self.formsets.values())
        self.numbers = {row: number for rows in shown for number, row in enumerate(rows, start=1)}
        self.lists: dict[str, list[PartForm]] = {}  # by the list of the document

    def find(self, path: str) -> Place:
        match = _PATH.fullmatch(path)
        name = match["list"] if match else ""
        formset = self.formsets.get(relation_of(name))
        if formset is None and name in MATERIAL and self.form.instance.pk:
            return self.place_of_material(name, match["index"], match["field"])
        if formset is None:
            return self.find_field(name.rpartition(".")[2])
        wanted = self.rows_of(name, formset)
        index = int(match["index"] or len(wanted))
        if index >= len(wanted):
            return place_of_part(formset)
        return self.place_in_row(wanted[index], match["field"] or "text")

    def find_field(self, name: str) -> Place:
        """A field of the role itself, or the top of the form if there is none of that name."""
        name = FIELDS.get(name, name)
        if name not in self.form.fields:
            return Place("role_form", "The form")
        return Place(self.form[name].auto_id, self.form[name].label, self.form, name)

    def place_of_material(self, name: str, index: str | None, field: str | None) -> Place:
        """A list of material, or a field of a row, on a page of its own."""
        page = reverse("admin:guides_role_material", args=(self.form.instance.pk, name))
        if index is None or field is None:
            return Place(f"{relation_of(name)}-group", label_of(name), page=page)
        anchor = f"id_{relation_of(name)}-{index}-{column_name(field)}"
        return Place(anchor, f"{label_of(name)} {int(index) + 1}, {label_of(field).lower()}", page=page)

    def rows_of(self, name: str, formset: PartFormSet) -> list[PartForm]:
        """The rows of a list, found once for any number of places."""
        if name not in self.lists:
            rows = self.rows[formset.prefix]
            stored = (row.instance for row in rows) if self.typed else formset.get_queryset()
            pairs = zip(rows, stored, strict=False)
            self.lists[name] = [row for row, own in pairs if name not in KINDS or own.kind == KINDS[name]]
        return self.lists[name]

    def errors(self) -> Iterator[tuple[Place, str]]:
        """Every field, row and part with an error, and its message."""
        for name, errors in self.form.errors.items():
            if name in self.form.fields:
                yield self.find_field(name), _in_one_line(errors)
        for formset in self.formsets.values():
            if errors := formset.non_form_errors():
                yield place_of_part(formset), _in_one_line(errors)
        for row in self.numbers:
            for name, errors in row.errors.items():
                yield self.place_in_row(row, name), _in_one_line(errors)

    def place_in_row(self, row: PartForm, name: str) -> Place:
        """A field of a row, by its own name or the document's, or the first field if there is none of that name."""
        options = row.instance._meta
        name = ROW_FIELDS.get(options.model_name, {}).get(name) or form_field_of(type(row.instance), name)
        name = name if name in row.fields else next(field for field in row.fields if field != "place")
        label = f"{_capital(options.verbose_name)} {self.numbers[row]}, {row[name].label.lower()}"
        return Place(row[name].auto_id, label, row, name)


def place_of_part(formset: PartFormSet) -> Place:
    return Place(f"{formset.prefix}-group", _capital(formset.model._meta.verbose_name_plural))


def _in_one_line(errors: Iterable[str]) -> SafeString:
    """Messages one after the other; links in them stay links."""
    return format_html_join(" ", "{}", ((error,) for error in errors))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
