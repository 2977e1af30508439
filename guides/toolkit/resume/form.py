"""The builder: the form for a person, with rows that can be added without JavaScript."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BaseFormSet, BoundField, formset_factory
from django.http import QueryDict

from guides.toolkit.fields import LinesField, MonthField, WordsField
from guides.toolkit.mistakes import Mistake, mistakes_of

from .json_resume import MOST_ROWS, Resume
from .person import Certificate, Job, Person, Project, Study, is_backwards


class LaidOutForm(forms.Form):
    """A form whose `layout` says which fields stand side by side."""

    layout: tuple[tuple[str, ...], ...]

    def lines(self) -> Iterator[list[BoundField]]:
        return ([self[name] for name in names] for names in self.layout)


class PersonForm(LaidOutForm):
    """What there is one of."""

    layout = (("name", "headline"), ("email", "phone"), ("place", "url"), ("summary",))

    name = WordsField(label="Your name")
    headline = WordsField(label="Position you apply for")
    email = forms.EmailField(label="Email", required=False)
    phone = WordsField(label="Telephone")
    place = WordsField(label="Town")
    url = forms.URLField(label="Profile or portfolio", required=False, assume_scheme="https", max_length=500)
    summary = WordsField(
        label="Profile",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Two or three sentences: who you are, what you are good at, what you want.",
    )


class KnowledgeForm(LaidOutForm):
    """Lists that need no rows."""

    layout = (("skills",), ("languages",))

    skills = LinesField(label="Skills and tools", help_text="One a line; details after a colon: “CRM: Zendesk”.")
    languages = LinesField(label="Languages", help_text="One a line: “Spanish: fluent”.")


class RowForm(LaidOutForm):
    """One row; an empty one says nothing. `fact` is what it comes to."""

    fact: type

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        start, end = data.get("start"), data.get("end")
        if start and end and is_backwards(start, end):
            self.add_error("end", "This is before the beginning.")
        return data


FROM = {"label": "From", "help_text": "Such as 2021-03 or March 2021."}
TO = {"label": "To", "help_text": "Empty means to this day."}


class JobForm(RowForm):
    layout = (("position", "employer"), ("place",), ("start", "end"), ("highlights",))
    fact = Job

    position = WordsField(label="Position")
    employer = WordsField(label="Employer")
    place = WordsField(label="Town")
    start = MonthField(**FROM)
    end = MonthField(**TO)
    highlights = LinesField(label="What you did and what came of it", help_text="One point a line, with figures.")


class ProjectForm(RowForm):
    layout = (("name",), ("description",))
    fact = Project

    name = WordsField(label="Name")
    description = WordsField(label="What it is and what you did", max_length=500)


class StudyForm(RowForm):
    layout = (("degree", "area"), ("school",), ("start", "end"))
    fact = Study

    degree = WordsField(label="Degree or training")
    area = WordsField(label="Subject")
    school = WordsField(label="School")
    start = MonthField(**FROM)
    end = MonthField(**TO)


class CertificateForm(RowForm):
    layout = (("name",), ("issuer", "date"))
    fact = Certificate

    name = WordsField(label="Certificate")
    issuer = WordsField(label="From whom")
    date = MonthField(label="When", help_text="Such as 2021 or 2021-03.")


ROWS: dict[str, tuple[str, str, type[RowForm]]] = {
    "jobs": ("Experience", "Add a job", JobForm),
    "projects": ("Projects and voluntary work", "Add a project", ProjectForm),
    "studies": ("Education", "Add a school", StudyForm),
    "certificates": ("Certificates", "Add a certificate", CertificateForm),
}
FORMSETS = {name: formset_factory(form, extra=1, max_num=MOST_ROWS) for name, (_, _, form) in ROWS.items()}


class ResumeForm:
    """The whole form: the person, the rows, the lists."""

    def __init__(self, data: QueryDict | dict[str, str] | None = None, *, headline: str = "", grows: str = "") -> None:
        """`headline` is what stands there before anything was said; the rows that `grows` names get one more."""
        data = None if data is None else _counted(data, grows)
        self.person_form = PersonForm(data, initial={"headline": headline})
        self.knowledge = KnowledgeForm(data)
        self.rows: dict[str, BaseFormSet] = {name: make(data, prefix=name) for name, make in FORMSETS.items()}
        if grows:
            newest = self.rows[grows].forms[-1]
            newest.fields[newest.layout[0][0]].widget.attrs["autofocus"] = True

    @property
    def forms(self) -> list[forms.Form]:
        return [self.person_form, *(form for rows in self.rows.values() for form in rows.forms), self.knowledge]

    def groups(self) -> list[dict[str, Any]]:
        """What the page shows of the rows, part by part."""
        return [
            {"name": name, "legend": legend, "add": add, "rows": rows, "is_full": len(rows.forms) >= MOST_ROWS}
            for (name, (legend, add, _)), rows in zip(ROWS.items(), self.rows.values(), strict=True)
        ]

    def is_valid(self) -> bool:
        return all(form.is_valid() for form in self.forms)

    def mistakes(self) -> list[Mistake]:
        """All that is wrong, in the order of the page."""
        parts = {name: legend for name, (legend, _, _) in ROWS.items()}
        return [mistake for form in self.forms for mistake in mistakes_of(form, parts)]

    def person(self) -> Person:
        """What a valid form says; rows that say nothing are left out."""
        rows = {name: tuple(_facts(rows)) for name, rows in self.rows.items()}
        return Person(**self.person_form.cleaned_data, **self.knowledge.cleaned_data, **rows)


def _facts(rows: BaseFormSet) -> Iterator[Any]:
    for form in rows.forms:
        said = {name: value for name, value in form.cleaned_data.items() if value}
        if said:
            yield form.fact(**said)


def _counted(data: QueryDict | dict[str, str], grows: str) -> dict[str, str]:
    """Data with as many rows of each kind as there may be, whatever the hidden fields say."""
    counted = data.dict() if isinstance(data, QueryDict) else dict(data)
    for name in ROWS:
        number = counted.get(f"{name}-TOTAL_FORMS", "")
        rows = int(number) if number.isascii() and number.isdigit() and len(number) < 4 else 1
        counted[f"{name}-TOTAL_FORMS"] = f"{min(max(rows, 1) + (name == grows), MOST_ROWS)}"
        counted[f"{name}-INITIAL_FORMS"] = "0"
    return counted


def as_data(resume: Resume) -> dict[str, str]:
    """A resume that was read, as if it had been typed in."""
    data = dict(resume.fields)
    for name, rows in resume.rows.items():
        data[f"{name}-TOTAL_FORMS"] = f"{len(rows)}"
        data |= {f"{name}-{place}-{field}": said for place, row in enumerate(rows) for field, said in row.items()}
    return data
