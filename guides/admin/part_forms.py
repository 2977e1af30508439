"""Forms for the rows of a role's parts; `part_formsets` has the formsets."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.forms.formsets import DELETION_FIELD_NAME

from guides.admin.document_form import DocumentForm
from guides.admin.figure_fields import AMOUNT_HELP, AmountField, check_currency
from guides.admin.row_fields import document_fields, title_fields
from guides.document.dates import LONGEST_DATE, read_date
from guides.document.errors import quoted
from guides.document.field_rules import FieldError, errors_of
from guides.document.figures import expected_amount, read_years
from guides.document.lines import plain_line
from guides.document.other_pay import amounts_of, read_other_pay
from guides.document.shape import CURRENCIES
from guides.models import CareerStep, OccupationLink, OtherPay, RelatedRole, RolePart, SalaryLevel

SOC_CODE = re.compile(r"[0-9]{2}-[0-9]{4}")


def in_words(error: FieldError) -> str:
    return f"Expected {error.expected}, found {error.found}."


class PartForm(DocumentForm):
    """A row of a part; `place` is its position as the editor wants it."""

    place = forms.IntegerField(
        required=False, min_value=1, widget=forms.NumberInput(attrs={"class": "place", "aria-label": "Place"})
    )

    class Meta:
        model = RolePart
        exclude = ("position",)
        help_texts = {
            "covers": "Which figures: key_facts, salary_levels, or the kind of a section.",
            "url": "The page where readers can check the figures.",
            "heading": "As readers see it above the text.",
            "body": "Markdown. The page shows the text in the place of the section's kind.",
            "detail": "Technical: examples, such as names of tools. Soft: why the role needs it.",
            "focus_areas": "What changes in the work at this level.",
            "question": "As a reader would type it, with a question mark.",
            "answer": "Markdown. Give the answer first, then the reasons.",
            "blurb": "One sentence: what readers find there.",
        }

    was_open = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["place"] = self.instance.position

    def _post_clean(self):
        super()._post_clean()
        self.check_values()

    def check_values(self):
        """Check each value as `validate` does, which sees only rows without errors."""
        for name, field in document_fields(type(self.instance)):
            if self.cleaned_data.get(name):
                for error in errors_of(name, field, getattr(self.instance, name)):
                    self.add_error(name, in_words(error))

    def has_changed(self):
        """Whether the row was edited; a new row with only a place counts as empty."""
        return self.changed_data != ["place"] if not self.instance.pk and self.changed_data else super().has_changed()

    @property
    def is_deleted(self) -> bool:
        """Whether the editor marked the row for deletion; call it after cleaning."""
        return bool(getattr(self, "cleaned_data", {}).get(DELETION_FIELD_NAME))

    @property
    def row_title(self) -> str:
        """The title of the row in the form, from its fields; empty for a new row."""
        words = (self.words_of(name) for name in title_fields(type(self.instance)) if name in self.fields)
        return " · ".join(filter(None, words))

    def words_of(self, name: str) -> str:
        field, value = self.fields[name], self[name].value()
        if isinstance(field, forms.ModelChoiceField):
            is_chosen = value and str(value) == str(getattr(self.instance, f"{name}_id"))
            return str(getattr(self.instance, name)) if is_chosen else ""
        if isinstance(field, forms.ChoiceField):
            return str(dict(field.choices).get(value, "")) if value else ""
        return str(value or "")

    @property
    def is_open(self) -> bool:
        """Whether the row is shown unfolded: if it has an error, and if it was so when the form was sent."""
        return bool(self.errors) or self.was_open

    def sort_key(self) -> tuple[float, int]:
        """Sort rows by place, new ones last; a moved row goes before or after the row that had its place."""
        before = self.initial.get("place")
        place = self.cleaned_data.get("place", before)  # an invalid place is not there
        if place is None:
            return float("inf"), 0
        return place, -1 if before is None else (place > before) - (place < before)


class SourceForm(PartForm):
    as_of = forms.CharField(
        required=False, max_length=LONGEST_DATE, label="As of", help_text="Such as 2025, May 2025 or May 14, 2025."
    )

    def clean_as_of(self):
        """The date in ISO."""
        words = plain_line(self.cleaned_data["as_of"])
        date = read_date(words)
        if words and date is None:
            raise ValidationError(
                f"{quoted(words)} is not a date. Enter a date such as 2025, May 2025 or May 14, 2025."
            )
        return date or ""


class OccupationLinkForm(PartForm):
    """An occupation; `titles` is a function that returns the titles of the occupations on the page, by code."""

    class Meta(PartForm.Meta):
        model = OccupationLink

    def __init__(self, *args, titles=dict, **kwargs):
        super().__init__(*args, **kwargs)
        self.titles = titles

    def words_of(self, name):
        words = super().words_of(name)
        return f"{words} {self.titles().get(words, '')}".strip() if name == "code" and words else words

    def clean_code(self):
        """The code of an O*NET occupation; `43-4051` means `43-4051.00`."""
        code = plain_line(self.cleaned_data["code"])
        return f"{code}.00" if SOC_CODE.fullmatch(code) else code


class CurrencyForm(PartForm):
    """A row with amounts, in the `currency` of its role."""

    def __init__(self, *args, currency="", **kwargs):
        super().__init__(*args, **kwargs)
        self.currency = currency


class SalaryLevelForm(CurrencyForm):
    """A row of the pay table."""

    median = AmountField(label="Median a year", help_text=AMOUNT_HELP)
    average = AmountField(required=False, label="Average a year", help_text=AMOUNT_HELP)

    class Meta(PartForm.Meta):
        model = SalaryLevel

    def clean_median(self):
        return self.amount_of("median")

    def clean_average(self):
        return self.amount_of("average")

    def amount_of(self, name: str) -> int | None:
        money = self.cleaned_data[name]
        if money and self.currency:
            check_currency(money, self.currency)
        return money and money.amount


class OtherPayForm(CurrencyForm):
    """Pay that is not a whole amount a year; its amounts, its period and maybe its currency are read from its words."""

    currency = forms.ChoiceField(
        required=False,
        choices=[("", "As written, or that of the guide"), *((code, code) for code in CURRENCIES)],
    )

    class Meta(PartForm.Meta):
        model = OtherPay

    def clean_words(self):
        return plain_line(self.cleaned_data["words"])

    def clean(self):
        fields = super().clean()
        figure, words = fields.get("figure"), fields.get("words")
        if not figure or not words:
            return fields
        read = read_other_pay(figure, words)
        if read is None:
            wanted = expected_amount(words, "pay such as $18.50 an hour")
            self.add_error("words", f"{quoted(words)} can't be read. Write {wanted}.")
            return fields
        for name, value in read.items():
            setattr(self.instance, name, value)
        stated = (money.code for money in amounts_of(figure, words) if money and money.code)
        fields["currency"] = fields.get("currency") or next(stated, self.currency)
        if not fields["currency"]:
            self.add_error("currency", "Choose the currency of this pay.")
        return fields


class CareerStepForm(PartForm):
    class Meta(PartForm.Meta):
        model = CareerStep

    def clean_experience(self):
        experience = plain_line(self.cleaned_data["experience"])
        self.instance.years_min, self.instance.years_max = years = read_years(experience)
        if None not in years and years[0] > years[1]:
            raise ValidationError("Enter the lower number of years first.")
        return experience


class RelatedRoleForm(PartForm):
    class Meta(PartForm.Meta):
        model = RelatedRole
        exclude = ("position", "title", "slug")

    def clean_target(self):
        target = self.cleaned_data["target"]
        if target.pk == self.instance.role_id:
            raise ValidationError("A role can't be related to itself.")
        return target
