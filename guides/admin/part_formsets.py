"""All rows of a part of a role: formsets of the forms in `part_forms`."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms.formsets import INITIAL_FORM_COUNT
from django.utils.functional import cached_property

from guides.admin.keys import KnownChoiceField, key_of
from guides.admin.part_forms import PartForm
from guides.document.field_rules import OCCUPATION_CODE
from guides.models import RolePart
from guides.official.models import Occupation

OPEN_ROWS = "open_rows"  # a field of the role's form, filled by static/js/guide-form.js


class PartFormSet(forms.BaseInlineFormSet):
    """All rows of a part.

    Posted rows are read without the rows in the database: each is new, and keeps its position from when the form was
    opened.
    """

    @property
    def known_rows(self) -> int:
        """The number of posted rows that were there when the form was opened."""
        return self.management_form.cleaned_data[INITIAL_FORM_COUNT]

    @property
    def opened_forms(self) -> list[PartForm]:
        """The forms of the rows that the form was opened with, as it was."""
        return self.forms[: self.known_rows] if self.is_bound else self.initial_forms

    def initial_form_count(self):
        return 0 if self.is_bound else super().initial_form_count()

    def add_fields(self, form, index):
        """Add the fields of every row; posted rows have neither a primary key nor a role."""
        super().add_fields(form, index)
        if self.is_bound:
            del form.fields[self.model._meta.pk.name], form.fields[self.fk.name]

    def _construct_form(self, i, **kwargs):
        is_known = self.is_bound and i < self.known_rows
        form = super()._construct_form(i, **({"empty_permitted": False} if is_known else {}), **kwargs)
        if is_known:
            form.initial["place"] = i + 1
        if self.is_bound:
            form.was_open = form.prefix in self.open_rows
            for field in form.fields.values():
                if isinstance(field, KnownChoiceField):
                    field.known = self.known_choices
        return form

    def clean(self):
        """Refuse a part of which rows were lost on the way: they would count as deleted."""
        super().clean()
        if self.total_form_count() < self.known_rows:
            raise ValidationError("Some rows did not arrive. Open the form again before you save.")

    @property
    def extra_forms(self):
        """New rows. All rows of a posted form are new, and shown in the order that was typed."""
        return sorted(super().extra_forms, key=PartForm.sort_key) if self.is_bound else super().extra_forms

    @cached_property
    def open_rows(self) -> frozenset[str]:
        """The prefixes of the rows that were unfolded when the form was sent; without JavaScript, the new ones."""
        if OPEN_ROWS in self.data:
            return frozenset(self.data[OPEN_ROWS].split())
        return frozenset(self.add_prefix(index) for index in range(self.known_rows, self.total_form_count()))

    @cached_property
    def known_choices(self) -> dict[str, Model]:
        """The objects that the rows choose, by key, fetched with one query."""
        name, field = next((n, f) for n, f in self.form.base_fields.items() if isinstance(f, KnownChoiceField))
        posted = (self.data.get(f"{self.prefix}-{index}-{name}") for index in range(self.total_form_count()))
        keys = {key_of(value) for value in posted} - {None}
        return {str(choice.pk): choice for choice in field.queryset.filter(pk__in=keys)}

    def forms_in_order(self) -> list[PartForm]:
        """The forms of rows to keep, in the editor's order, without deleted and empty new rows."""
        stay = [form for form in self.forms if not form.is_deleted and (not form.empty_permitted or form.has_changed())]
        return sorted(stay, key=PartForm.sort_key)

    def readable_forms(self) -> list[PartForm]:
        """The forms of rows to keep that have no errors, in the editor's order."""
        return [form for form in self.forms_in_order() if not form.errors]

    def rows_in_order(self) -> list[RolePart]:
        return [form.instance for form in self.readable_forms()]


class OccupationFormSet(PartFormSet):
    """Official occupations, whose titles are looked up when they are shown."""

    def get_form_kwargs(self, index):
        return {**super().get_form_kwargs(index), "titles": lambda: self.titles}

    @cached_property
    def titles(self) -> dict[str, str]:
        """The titles of the occupations in the rows, by code."""
        typed = (str(form["code"].value() or "") for form in self.forms)
        codes = set(filter(OCCUPATION_CODE.fullmatch, typed))
        return dict(Occupation.objects.filter(code__in=codes).values_list("code", "title"))


class RelatedRoleFormSet(PartFormSet):
    """Related roles."""

    def rows_in_order(self):
        """The rows with their stored titles and slugs; newly chosen roles use their own."""
        stored = {row.target_id: row for row in self.instance.related_roles.all()} if self.instance.pk else {}
        rows = super().rows_in_order()
        for row in rows:
            named = stored.get(row.target_id, row.target)
            row.title, row.slug = named.title, named.slug
        return rows


class CurrencyFormSet(PartFormSet):
    """Rows with amounts in the role's currency."""

    def get_form_kwargs(self, index):
        return {**super().get_form_kwargs(index), "currency": self.instance.currency}


class PayFormSet(CurrencyFormSet):
    """The pay table."""

    def clean(self):
        super().clean()
        if self.rows_in_order() and not self.instance.currency:
            raise ValidationError("Choose a currency for the role, because these amounts need one.")
