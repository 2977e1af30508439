"""The recruiter's details: the form and its result. The address of a filled form contains the whole job description."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from guides.document.shape import CURRENCIES
from guides.toolkit.fields import LinesField, ToolForm, WordsField
from guides.toolkit.job_description.pay import PERIODS, USUAL_PERIOD, Pay, PayError, PayField, read_pay

WORKPLACES = {"on-site": "On site", "hybrid": "Hybrid", "remote": "Remote"}
EMPLOYMENT = {
    "full-time": "Full-time",
    "part-time": "Part-time",
    "contract": "Contract",
    "temporary": "Temporary",
    "internship": "Internship",
}
EMPLOYMENT_TYPES = {  # in a JobPosting
    "full-time": "FULL_TIME",
    "part-time": "PART_TIME",
    "contract": "CONTRACTOR",
    "temporary": "TEMPORARY",
    "internship": "INTERN",
}
PAY_FIELDS = ("pay_low", "pay_high", "currency", "period")


class LevelTitle(Protocol):
    @property
    def title(self) -> str: ...


class Hiring(Protocol):
    """What the form needs of a template under any rules."""

    @property
    def levels(self) -> Sequence[LevelTitle]: ...
    @property
    def usual_level(self) -> int: ...
    @property
    def currency(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """The recruiter's details, all optional.

    `level` counts from 1, `lines` are the recruiter's own lines of a list in place of the template's, and `order` names
    the parts of the ad to show.
    """

    level: int | None = None
    employer: str = ""
    street: str = ""
    place: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""
    workplace: str = ""
    employment: str = ""
    hours: str = ""
    pay: Pay | None = None
    reports_to: str = ""
    company: tuple[str, ...] = ()
    benefits: tuple[str, ...] = ()
    apply: tuple[str, ...] = ()
    contact: str = ""
    reference: str = ""
    start: str = ""
    posted: date | None = None
    valid_through: date | None = None
    lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    order: tuple[str, ...] = ()


class DayInput(forms.DateInput):
    """The browser's date picker, which accepts only ISO dates."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")

    def format_value(self, value: Any) -> str | None:
        written = super().format_value(value)
        try:
            return written and date.fromisoformat(written).isoformat()
        except ValueError:
            return None


def _choices(first: str, values: Mapping[str, str]) -> list[tuple[str, str]]:
    return [("", first), *values.items()]


class PostingForm(ToolForm):
    """The form for one template; template and form data together make the description."""

    level = forms.TypedChoiceField(label="Level", required=False, coerce=int, empty_value=None)
    employer = WordsField(label="Employer")
    workplace = forms.ChoiceField(label="Workplace", required=False, choices=_choices("Not stated", WORKPLACES))
    street = WordsField(label="Street")
    place = WordsField(label="City")
    region = WordsField(label="State or region")
    postcode = WordsField(label="Postal code")
    country = WordsField(label="Country", help_text="Name or two-letter code.")
    employment = forms.ChoiceField(label="Employment", required=False, choices=_choices("Not stated", EMPLOYMENT))
    reports_to = WordsField(label="Reports to", help_text="A title, not a name.")
    pay_low = PayField(label="Pay from", help_text="An amount or a range: 18.50, 60k, $38,000 - 42,000.")
    pay_high = PayField(label="Pay to")
    currency = forms.ChoiceField(label="Currency", required=False)
    period = forms.ChoiceField(label="Paid by the", required=False, choices=[(key, key) for key in PERIODS])
    benefits = LinesField(label="Benefits")
    apply = LinesField(label="How to apply", help_text="Where to apply and what to send. One point a line.")
    posted = forms.DateField(
        label="Date posted",
        required=False,
        widget=DayInput,
        help_text="For search engines.",
    )
    valid_through = forms.DateField(label="Apply by", required=False, widget=DayInput)

    def __init__(self, template: Hiring, data: QueryDict | None = None) -> None:
        """Create the form; missing values of `data` get the defaults, without data the form is blank."""
        self.template = template
        self.defaults = self.default_values(data or QueryDict())
        super().__init__(None if data is None else self.complete(data), initial=self.defaults)
        self.fields["level"].choices = [(number, level.title) for number, level in enumerate(template.levels, start=1)]
        codes = dict.fromkeys(filter(None, (template.currency, *CURRENCIES)))
        first = [] if template.currency else [("", "Not stated")]
        self.fields["currency"].choices = [*first, *((code, code) for code in codes)]

    def default_values(self, data: QueryDict) -> dict[str, str]:
        """Return the values of fields that the data leave out."""
        return {"level": f"{self.template.usual_level + 1}", "currency": self.template.currency, "period": USUAL_PERIOD}

    def complete(self, data: QueryDict) -> QueryDict:
        """Return the data with the defaults of what they leave out."""
        complete = data.copy()
        for name, value in self.defaults.items():
            complete.setdefault(name, value)
        return complete

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        data["pay"] = self._pay(data)
        posted, until = data.get("posted"), data.get("valid_through")
        if posted and until and until < posted:
            self.add_error("valid_through", "This is before the date posted.")
        return data

    def _pay(self, values: dict[str, Any]) -> Pay | None:
        """Return the pay; None if it is not stated, or not as it should be."""
        if not all(name in values for name in PAY_FIELDS):
            return None
        try:
            return read_pay(*(values[name] for name in PAY_FIELDS))
        except PayError as error:
            self.add_error(error.field, error.message)
            return None

    def posting(self) -> Posting:
        """Return the posting from all valid fields."""
        if not self.is_bound:
            return Posting()
        self.full_clean()
        values = {name: value for name, value in self.cleaned_data.items() if value not in (None, "", ())}
        plain = {name: values[name] for name in Posting.__dataclass_fields__ if name in values}
        return Posting(**plain)

    def typed(self, name: str) -> str:
        return (self[name].data or "") if self.is_bound else ""

    def changes(self) -> dict[str, str]:
        """Return what was typed, by field, without defaults."""
        return {name: self.typed(name) for name in self.fields if self.is_changed(name)}

    def is_changed(self, name: str) -> bool:
        value = self.typed(name)
        return bool(value.strip()) and value != self.defaults.get(name)

    def query(self, version: int | None) -> str:
        """Return the shortest query string for this form: the version, then all values that are not defaults."""
        pairs = [("version", str(version))] if version else []
        return urlencode([*pairs, *((name, self.shortened(name, value)) for name, value in self.changes().items())])

    def shortened(self, name: str, value: str) -> str:
        """Return a value as the address writes it."""
        return value

    @property
    def is_filled(self) -> bool:
        return bool(self.query(None))
