"""The recruiter's form and its result. The address of a filled form contains the whole job description."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from guides.document.shape import CURRENCIES
from guides.toolkit.fields import LinesField, ToolForm, WordsField
from guides.toolkit.job_description.pay import PERIODS, USUAL_PERIOD, Pay, PayError, PayField, read_pay
from guides.toolkit.job_description.template import LISTS, Template

WORKPLACES = {"on-site": "On site", "hybrid": "Hybrid", "remote": "Remote"}
EMPLOYMENT = {
    "full-time": "Full-time",
    "part-time": "Part-time",
    "contract": "Contract",
    "temporary": "Temporary",
    "internship": "Internship",
}
LABELS = {
    "responsibilities": "Duties",
    "essential": "Must-haves",
    "useful": "Useful",
    "unmarked": "Also asked for",
    "tools": "Tools",
    "schedule": "Schedule and place",
}
PAY_FIELDS = ("pay_low", "pay_high", "currency", "period")
ADDED = ("responsibilities", "essential", "useful")


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """The recruiter's details, all optional. `level` counts from 1, `dropped` are names of lines (`tools-2`), `added`
    are lines by list."""

    level: int | None = None
    employer: str = ""
    street: str = ""
    place: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""
    workplace: str = ""
    employment: str = ""
    pay: Pay | None = None
    reports_to: str = ""
    benefits: tuple[str, ...] = ()
    apply: tuple[str, ...] = ()
    posted: date | None = None
    valid_through: date | None = None
    dropped: frozenset[str] = frozenset()
    added: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


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
    reports_to = WordsField(label="Reports to", help_text="A position, not a person.")
    pay_low = PayField(label="Pay from", help_text="An amount or a range: 18.50, 60k, $38,000 - 42,000.")
    pay_high = PayField(label="Pay to")
    currency = forms.ChoiceField(label="Currency", required=False)
    period = forms.ChoiceField(label="Paid by the", required=False, choices=[(key, key) for key in PERIODS])
    benefits = LinesField(label="Benefits")
    apply = LinesField(label="How to apply", help_text="Address, deadline, what to send. One a line.")
    posted = forms.DateField(
        label="Date posted",
        required=False,
        widget=DayInput,
        help_text="For search engines.",
    )
    valid_through = forms.DateField(label="Apply by", required=False, widget=DayInput)
    add_responsibilities = LinesField(label="More duties")
    add_essential = LinesField(label="More must-haves")
    add_useful = LinesField(label="More that is useful")

    def __init__(self, template: Template, data: QueryDict | None = None) -> None:
        """Create the form; missing values of `data` get the defaults, without data the form is blank."""
        self.template = template
        self.defaults = {"level": f"{template.usual_level + 1}", "currency": template.currency, "period": USUAL_PERIOD}
        super().__init__(None if data is None else self._with_defaults(data), initial=self.defaults)
        self.fields["level"].choices = [(number, level.title) for number, level in enumerate(template.levels, start=1)]
        codes = dict.fromkeys(filter(None, (template.currency, *CURRENCIES)))
        first = [] if template.currency else [("", "Not stated")]
        self.fields["currency"].choices = [*first, *((code, code) for code in codes)]

    def _with_defaults(self, data: QueryDict) -> QueryDict:
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
        added = {name: values[f"add_{name}"] for name in ADDED if f"add_{name}" in values}
        return Posting(**plain, dropped=frozenset(self.dropped), added=added)

    @property
    def dropped(self) -> list[str]:
        """Return the names of the lines to leave out; unknown names are ignored."""
        names = self.data.getlist("drop") if self.is_bound else []
        known = {f"{part}-{number}" for part in LISTS for number in range(1, len(getattr(self.template, part)) + 1)}
        return [name for name in dict.fromkeys(names) if name in known]

    def typed(self, name: str) -> str:
        return (self[name].data or "") if self.is_bound else ""

    def query(self, version: int | None) -> str:
        """Return the shortest query string for this form: the version, then all values that are not defaults."""
        pairs: list[tuple[str, object]] = [("version", version)] if version else []
        for name in self.fields:
            value = self.typed(name)
            if value.strip() and value != self.defaults.get(name):
                pairs.append((name, value))
        return urlencode([*pairs, *(("drop", name) for name in self.dropped)])

    @property
    def adds_lines(self) -> bool:
        """Return whether a field for added lines is filled, so that the page must show these fields."""
        return any(self.typed(f"add_{part}").strip() for part in ADDED)

    @property
    def is_filled(self) -> bool:
        return bool(self.query(None))


def lines_of(template: Template, dropped: Iterable[str]) -> list[tuple[str, list[tuple[str, str, bool]]]]:
    """Return each list for the form: its label, and its lines as name, text and whether the line is dropped."""
    dropped_names = set(dropped)
    return [
        (LABELS[part], [(key, text, key in dropped_names) for key, text in keyed_lines(template, part)])
        for part in LISTS
        if getattr(template, part)
    ]


def keyed_lines(template: Template, part: str) -> list[tuple[str, str]]:
    """List the lines of a list with their names."""
    return [(f"{part}-{number}", text) for number, text in enumerate(getattr(template, part), start=1)]
