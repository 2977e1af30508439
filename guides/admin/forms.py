"""The form of a role: converts what editors type to canonical columns."""

from collections.abc import Sequence

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from markdownx.widgets import AdminMarkdownxWidget

from guides.admin.document_form import DocumentForm
from guides.admin.figure_fields import (
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
from guides.document.slugs import slugify
from guides.editing.clashes import free_address, owner_of_address
from guides.models import Revision


class MarkdownWidget(AdminMarkdownxWidget):
    """A Markdown editor with a preview rendered by the site."""

    class Media:
        js = ("js/markdown-editors.js",)


class ShortTextarea(AdminTextareaWidget):
    """A small text area for one-line texts that are often long."""

    def __init__(self, attrs=None):
        super().__init__({"rows": 2, **(attrs or {})})


class TitlesField(forms.CharField):
    """Titles on one line, separated by semicolons; a list in Python."""

    def prepare_value(self, value):
        return "; ".join(value) if isinstance(value, list) else value

    def has_changed(self, initial, data):
        return super().has_changed(self.prepare_value(initial), data)

    def to_python(self, value):
        titles = (plain_line(title) for title in super().to_python(value).split(";"))
        return [title for title in titles if title]


class SlugFromName(forms.ModelForm):
    """A form that makes the slug from a name if it is left empty."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:  # read-only forms have no fields
            self.fields["slug"].required = False

    def slug_from(self, cleaned_data):
        """A slug for the submitted name; empty without one."""
        raise NotImplementedError

    def clean(self):
        super().clean()
        if self.cleaned_data.get("slug") == "":
            self.cleaned_data["slug"] = self.slug_from(self.cleaned_data)
        return self.cleaned_data


class EditForm(DocumentForm):
    """What every form of a guide has: a comment, and the state of the guide when it was opened.

    `is_shown_again` shows a submission that was not stored; `refused` has reasons that belong to no field. `latest` is
    the latest revision.
    """

    is_shown_again = False
    refused: Sequence[str] = ()
    latest: Revision | None = None

    comment = forms.CharField(
        required=False,
        max_length=200,
        widget=AdminTextInputWidget,
        help_text="What you changed and why, for the guide's history.",
    )
    lock_token = forms.UUIDField(required=False, widget=forms.HiddenInput)
    started_from = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        role = self.instance
        if role.pk:
            self.latest = role.revisions.order_by("-number").first()
            self.initial |= {"lock_token": role.lock_token, "started_from": self.latest and self.latest.number}

    def is_valid(self):
        return super().is_valid() and not self.is_shown_again

    def clean(self):
        for reason in self.refused:
            self.add_error(None, reason)
        return super().clean()


class RoleForm(EditForm, SlugFromName, LeadPictureForm):
    """The columns of a role."""

    alternative_titles = TitlesField(
        required=False, help_text="Other names that people search for, separated by semicolons.", widget=ShortTextarea
    )
    median_salary = AmountField(required=False, label="Median pay a year", help_text=AMOUNT_HELP)
    pay_range = RangeField(required=False, label="Pay range a year", help_text=RANGE_HELP)
    growth_percent = PercentageField(required=False, label="Growth", help_text=PERCENT_HELP)
    annual_openings = CountField(required=False, label="Openings a year", help_text=COUNT_HELP)

    class Meta(LeadPictureForm.Meta):
        help_texts = {
            "title": "The job title in the singular, as readers search for it.",
            "slug": "The end of the guide's address. Leave it empty to make it from the title. "
            "Old addresses redirect to the new one.",
            "summary": "Two or three sentences: what the job is and who it suits. Search engines show them.",
            "category": "The field for lists and filters. Left empty, it is that of the main official occupation.",
            "education_level": "What most people in the role have, such as Bachelor's degree. Filters use it.",
            "time_to_qualify": "From the first day of training to the first day of work, such as “4 to 5 years, paid "
            "as an apprentice”. Leave empty if unknown.",
            "cost_to_qualify": "What training, exams and fees cost, with the year, such as “About $1,200 for the "
            "course in 2025”. Add its source under Sources, with cost_to_qualify as what it covers.",
            "remote_work": "How often the job can be done from home. Leave empty if unknown.",
            "growth_note": "In words, such as “as fast as average”.",
            "typical_education": "What employers ask for, in a few words.",
            "owner": "Keeps the guide up to date and gets reminders when its figures are old.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        role = self.instance
        if (role.salary_low, role.salary_high) != (None, None):
            self.initial["pay_range"] = (role.salary_low, role.salary_high, role.salary_high_is_open)
        if role.annual_openings is not None:
            self.initial["annual_openings"] = (role.annual_openings, role.annual_openings_is_approximate)

    def slug_from(self, cleaned_data):
        return slugify(cleaned_data.get("title", ""))

    def clean(self):
        super().clean()
        self.check_address()
        self.set_pay()
        self.set_openings()
        self.set_growth()
        return self.cleaned_data

    def check_address(self):
        """Refuse a new slug that another role has or had, and suggest a free one."""
        slug, role = self.cleaned_data.get("slug"), self.instance
        if not slug or (role.pk and slug == self.initial["slug"]):
            return
        if owner := owner_of_address(slug, role):
            words = "The address “{}” belongs to the guide <a href='{}'>{}</a>. “{}” is free: type it here."
            page = reverse("admin:guides_role_change", args=(owner.pk,))
            self.add_error("slug", format_html(words, slug, page, owner, free_address(slug)))

    def set_pay(self):
        """Put amounts into their columns. If no currency was chosen, use the one written with an amount."""
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

    def set_openings(self):
        count, is_approximate = self.cleaned_data.get("annual_openings") or (None, False)
        self.cleaned_data["annual_openings"] = count
        self.instance.annual_openings_is_approximate = is_approximate

    def set_growth(self):
        """Use the text in parentheses after the percentage as the note if the note is empty."""
        percent, note = self.cleaned_data.get("growth_percent") or (None, "")
        self.cleaned_data["growth_percent"] = percent
        self.cleaned_data["growth_note"] = self.cleaned_data.get("growth_note") or note
