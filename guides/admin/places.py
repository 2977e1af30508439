"""Where in the form a path of the document (`faqs[2].answer`) stands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.forms import ModelForm

from .forms import PartForm, PartFormSet

# Lists of the document and the prefixes of their rows in the form.
PARTS = {
    "details.sources": "sources",
    "key_facts.top_industries": "industries",
    "career_path": "career_steps",
    "pros": "pros_cons",
    "cons": "pros_cons",
    "related": "related_roles",
}
KINDS = {"pros": "pro", "cons": "con"}
FIELDS = {
    "salary_low": "pay_range",
    "salary_high": "pay_range",
    "salary_high_is_open": "pay_range",
    "annual_openings_is_approximate": "annual_openings",
    "years_min": "experience",
    "years_max": "experience",
    "number": "text",
}
ROW_FIELDS = {"related_roles": "target", "industries": "industry"}
_PATH = re.compile(r"(?P<list>[a-z_.]+)(?:\[(?P<index>\d+)\](?:\.(?P<field>\w+))?)?")


@dataclass(frozen=True, slots=True)
class Place:
    """The id that a link leads to, what is there in words, and the field, unless a whole list is meant."""

    anchor: str
    label: str
    form: ModelForm | None = None
    field: str = ""


class Places:
    """The fields of a form and the rows of its parts, as the editor ordered them."""

    def __init__(self, form: ModelForm, formsets: Iterable[PartFormSet]) -> None:
        self.form = form
        self.formsets = {formset.prefix: formset for formset in formsets}

    def find(self, path: str) -> Place:
        match = _PATH.fullmatch(path)
        name = match["list"] if match else ""
        formset = self.formsets.get(PARTS.get(name, name))
        if formset is None:
            return self.find_field(name.rpartition(".")[2])
        rows = self.rows(formset, name)
        index = int(match["index"] or len(rows))
        if index >= len(rows):
            return Place(f"{formset.prefix}-group", _capital(formset.model._meta.verbose_name_plural))
        return self.find_in_row(formset, rows[index], match["field"] or "text")

    def find_field(self, name: str) -> Place:
        """A field of the role itself; the top of the form where it has none of that name."""
        name = FIELDS.get(name, name)
        if name not in self.form.fields:
            return Place("role_form", "The form")
        return Place(self.form[name].auto_id, self.form[name].label, self.form, name)

    def find_in_row(self, formset: PartFormSet, row: PartForm, name: str) -> Place:
        name = ROW_FIELDS.get(formset.prefix, FIELDS.get(name, name))
        name = name if name in row.fields else next(field for field in row.fields if field != "place")
        number = formset.forms_in_order().index(row) + 1
        label = f"{_capital(formset.model._meta.verbose_name)} {number}, {row[name].label.lower()}"
        return Place(row[name].auto_id, label, row, name)

    @staticmethod
    def rows(formset: PartFormSet, name: str) -> list[PartForm]:
        rows = formset.forms_in_order()
        return [row for row in rows if row.instance.kind == KINDS[name]] if name in KINDS else rows


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
