"""The forms of a role and its parts: what editors type becomes the typed, canonical columns."""

from collections.abc import Sequence

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.core.exceptions import ValidationError
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
from guides.document.figures import Money
from guides.document.lines import plain_line


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

    `is_shown_again` keeps a submission that was not stored in the form; `refused` says why, where no field does.
    """

    is_shown_again = False
    refused: Sequence[str] = ()

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
    # The state that the form was opened on; saving compares it with the present one.
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
        return super().is_valid() and not self.is_shown_again

    def clean(self):
        for reason in self.refused:
            self.add_error(None, reason)
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
