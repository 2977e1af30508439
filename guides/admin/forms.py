"""The forms of a role and its parts: what editors type becomes the typed, canonical columns."""

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.core.exceptions import ValidationError
from django.forms.formsets import DELETION_FIELD_NAME
from markdownx.widgets import AdminMarkdownxWidget

from guides.admin.figures import (
    AMOUNT_HELP,
    COUNT_HELP,
    PERCENT_HELP,
    RANGE_HELP,
    AmountField,
    CountField,
    PercentageField,
    RangeField,
    check_currency,
)
from guides.admin.pictures import LeadPictureForm
from guides.admin.row_fields import title_fields
from guides.document.figures import Money, read_years
from guides.document.lines import plain_line
from guides.editing.vocabulary import skills_named
from guides.models import CareerStep, RelatedRole, RolePart, RoleSkill, SalaryLevel


class MarkdownWidget(AdminMarkdownxWidget):
    """Markdown with the site's own rendering beside it."""

    class Media:
        js = ("js/markdown-editors.js",)


class ShortTextarea(AdminTextareaWidget):
    """Words on one line that are often longer than a line of the form."""

    def __init__(self, attrs=None):
        super().__init__({"rows": 2, **(attrs or {})})


class TitlesField(forms.CharField):
    """Several titles on one line, parted by semicolons; a list of words in Python."""

    def prepare_value(self, value):
        return "; ".join(value) if isinstance(value, list) else value

    def has_changed(self, initial, data):
        return super().has_changed(self.prepare_value(initial), data)

    def to_python(self, value):
        titles = (plain_line(title) for title in super().to_python(value).split(";"))
        return [title for title in titles if title]


class RoleForm(LeadPictureForm):
    """The role itself.

    `has_findings` says that its parts, once they were put together, make no guide; `is_checked_only` that the form is
    to be shown again and not saved.
    """

    has_findings = False
    is_checked_only = False

    alternative_titles = TitlesField(
        required=False, help_text="Other names that people search for, parted by semicolons.", widget=ShortTextarea
    )
    median_salary = AmountField(required=False, label="Median pay a year", help_text=AMOUNT_HELP)
    pay_range = RangeField(required=False, label="Pay range a year", help_text=RANGE_HELP)
    growth_percent = PercentageField(required=False, label="Growth", help_text=PERCENT_HELP)
    annual_openings = CountField(required=False, label="Openings a year", help_text=COUNT_HELP)
    comment = forms.CharField(
        required=False,
        max_length=200,
        widget=AdminTextInputWidget,
        help_text="What you changed and why, for the history of the guide.",
    )
    # The state that the form was opened on: admin/stale_forms.py compares it with the present one.
    lock_token = forms.UUIDField(required=False, widget=forms.HiddenInput)
    started_from = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta(LeadPictureForm.Meta):
        help_texts = {
            "title": "The occupation in the singular, as readers search for it.",
            "slug": "The end of the guide's address. A former address leads on to the new one.",
            "summary": "Two or three sentences: what the work is and for whom. Search engines show them.",
            "category": "The field that lists and filters put the role in, such as Healthcare.",
            "education_level": "What most people in the role have, such as Bachelor's degree; used by filters.",
            "remote_work": "How often the work can be done from home. Empty where nothing is known.",
            "growth_note": "In words, such as “as fast as average”.",
            "typical_education": "What employers ask for, in a few words.",
            "owner": "Who keeps the guide true, and is reminded when it ages.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        role = self.instance
        if (role.salary_low, role.salary_high) != (None, None):
            self.initial["pay_range"] = (role.salary_low, role.salary_high, role.salary_high_is_open)
        if role.annual_openings is not None:
            self.initial["annual_openings"] = (role.annual_openings, role.annual_openings_is_approximate)
        if role.pk:
            latest = role.revisions.order_by("-number").first()
            self.initial |= {"lock_token": role.lock_token, "started_from": latest and latest.number}

    def is_valid(self):
        return super().is_valid() and not self.is_checked_only

    def clean(self):
        if self.has_findings:
            self.add_error(None, "The parts of the form are no guide together:")
        super().clean()
        self.take_pay()
        self.take_openings()
        self.take_growth()
        return self.cleaned_data

    def take_pay(self):
        """Amounts in their columns. A currency that stands with an amount is the guide's where none was chosen."""
        median, ends = self.cleaned_data.get("median_salary"), self.cleaned_data.get("pay_range") or (None, None)
        amounts = [("median_salary", median), *(("pay_range", end) for end in ends)]
        amounts = [(name, money) for name, money in amounts if money]
        currency = self.cleaned_data.get("currency") or next((money.code for _, money in amounts if money.code), "")
        if amounts and not currency:
            self.add_error("currency", "Amounts need a currency.")
        elif amounts:
            self.cleaned_data["currency"] = currency
        for name, money in amounts if currency else ():
            self.check_currency(name, money, currency)
        self.cleaned_data["median_salary"] = median and median.amount
        self.instance.salary_low, self.instance.salary_high = (end and end.amount for end in ends)
        self.instance.salary_high_is_open = bool(ends[1] and ends[1].is_open)

    def check_currency(self, name: str, money: Money, currency: str):
        try:
            check_currency(money, currency)
        except ValidationError as error:
            self.add_error(name, error)

    def take_openings(self):
        count, is_approximate = self.cleaned_data.get("annual_openings") or (None, False)
        self.cleaned_data["annual_openings"] = count
        self.instance.annual_openings_is_approximate = is_approximate

    def take_growth(self):
        """Words in parentheses behind the percentage are its note, where there is none."""
        percent, note = self.cleaned_data.get("growth_percent") or (None, "")
        self.cleaned_data["growth_percent"] = percent
        self.cleaned_data["growth_note"] = self.cleaned_data.get("growth_note") or note


class PartForm(forms.ModelForm):
    """A row of a role; `place` is where the editor wants it among the others."""

    place = forms.IntegerField(
        required=False, min_value=1, widget=forms.NumberInput(attrs={"class": "place", "aria-label": "Place"})
    )

    class Meta:
        model = RolePart
        exclude = ("position",)
        help_texts = {
            "covers": "Which figures: key_facts, salary_levels, or the kind of a section.",
            "url": "The page where a reader can look the figures up.",
            "heading": "As readers see it above the text.",
            "body": "Markdown. What stands under a heading is shown where the kind of the section belongs.",
            "detail": "Technical: examples, such as names of tools. Soft: why the role needs it.",
            "focus_areas": "What changes in the work on this rung.",
            "question": "As a reader would type it, with a question mark.",
            "answer": "Markdown; the answer first, then the reasons.",
            "blurb": "One sentence: what the reader finds there.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["place"] = self.instance.position

    def has_changed(self):
        """A new row that has a place and nothing else was left empty."""
        return self.changed_data != ["place"] if not self.instance.pk and self.changed_data else super().has_changed()

    @property
    def is_deleted(self) -> bool:
        """Whether the editor has marked the row for deletion; asked once the form was cleaned."""
        return bool(getattr(self, "cleaned_data", {}).get(DELETION_FIELD_NAME))

    @property
    def row_title(self) -> str:
        """What the row says, as its title in the form; empty for a new one."""
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

    def sort_key(self) -> tuple[float, int]:
        """Rows by their place, new ones last; a row that was moved comes in front of, or behind, who had its place."""
        place, before = self.cleaned_data.get("place"), self.initial.get("place")
        if place is None:
            return float("inf"), 0
        return place, -1 if before is None else (place > before) - (place < before)


class SalaryLevelForm(PartForm):
    """A row of the pay table, in the `currency` of its role."""

    median = AmountField(label="Median a year", help_text=AMOUNT_HELP)
    average = AmountField(label="Average a year", help_text=AMOUNT_HELP)

    class Meta(PartForm.Meta):
        model = SalaryLevel

    def __init__(self, *args, currency="", **kwargs):
        super().__init__(*args, **kwargs)
        self.currency = currency

    def clean_median(self):
        return self.amount_of("median")

    def clean_average(self):
        return self.amount_of("average")

    def amount_of(self, name: str) -> int:
        money = self.cleaned_data[name]
        if self.currency:
            check_currency(money, self.currency)
        return money.amount


class RoleSkillForm(PartForm):
    class Meta(PartForm.Meta):
        model = RoleSkill

    def save(self, commit=True):
        self.instance.skill = skills_named([self.instance.name])[self.instance.name]
        return super().save(commit)


class CareerStepForm(PartForm):
    class Meta(PartForm.Meta):
        model = CareerStep

    def clean_experience(self):
        experience = plain_line(self.cleaned_data["experience"])
        self.instance.years_min, self.instance.years_max = years = read_years(experience)
        if None not in years and years[0] > years[1]:
            raise ValidationError("The years are upside down: the lower number comes first.")
        return experience


class RelatedRoleForm(PartForm):
    class Meta(PartForm.Meta):
        model = RelatedRole
        exclude = ("position", "title", "slug")

    def clean_target(self):
        target = self.cleaned_data["target"]
        if target.pk == self.instance.role_id:
            raise ValidationError("A role is not related to itself.")
        return target

    def save(self, commit=True):
        if "target" in self.changed_data:
            self.instance.title, self.instance.slug = self.instance.target.title, self.instance.target.slug
        return super().save(commit)


class PartFormSet(forms.BaseInlineFormSet):
    """All rows of one kind."""

    def forms_in_order(self) -> list[PartForm]:
        """The forms of rows that stay, in the order that the editor wants; new ones that were left empty are none."""
        stay = [form for form in self.forms if not form.is_deleted and (form.instance.pk or form.has_changed())]
        return sorted(stay, key=PartForm.sort_key)

    def rows_in_order(self) -> list[RolePart]:
        return [form.instance for form in self.forms_in_order()]


class RelatedRoleFormSet(PartFormSet):
    """Related roles, each of them once."""

    def clean(self):
        super().clean()
        targets = [row.target_id for row in self.rows_in_order()]
        if len(targets) != len(set(targets)):
            raise ValidationError("Each related role stands here once.")


class PayFormSet(PartFormSet):
    """The pay table, whose amounts are in the role's currency."""

    def get_form_kwargs(self, index):
        return {**super().get_form_kwargs(index), "currency": self.instance.currency}

    def clean(self):
        super().clean()
        if self.rows_in_order() and not self.instance.currency:
            raise ValidationError("Choose a currency for the role: these amounts need one.")
