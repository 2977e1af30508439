"""The form of the resume builder."""

from typing import Any

from django import forms
from django.http import QueryDict

from guides.toolkit.fields import LinesField, MonthField, WordsField
from guides.toolkit.resume.json_resume import Resume
from guides.toolkit.resume.person import Certificate, Job, Person, Project, Study, is_backwards
from guides.toolkit.rows import FormWithRows, LaidOutForm, Part, RowForm


class PersonForm(LaidOutForm):
    """The fields that occur once."""

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
    """Simple lists, without rows."""

    layout = (("skills",), ("languages",))

    skills = LinesField(label="Skills and tools", help_text="One a line; details after a colon: “CRM: Zendesk”.")
    languages = LinesField(label="Languages", help_text="One a line: “Spanish: fluent”.")


class PeriodForm(RowForm):
    """A row with a start and an end."""

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        start, end = data.get("start"), data.get("end")
        if start and end and is_backwards(start, end):
            self.add_error("end", "This is before the beginning.")
        return data


FROM = {"label": "From", "help_text": "Such as 2021-03 or March 2021."}
TO = {"label": "To", "help_text": "Empty means to this day."}


class JobForm(PeriodForm):
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


class StudyForm(PeriodForm):
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


class ResumeForm(FormWithRows):
    """The whole form: rows between two fixed forms."""

    parts = (
        Part("jobs", "Experience", "Job", "Add a job", JobForm),
        Part("projects", "Projects and voluntary work", "Project", "Add a project", ProjectForm),
        Part("studies", "Education", "School", "Add a school", StudyForm),
        Part("certificates", "Certificates", "Certificate", "Add a certificate", CertificateForm),
    )

    def __init__(self, data: QueryDict | dict[str, str] | None = None, *, headline: str = "", add_to: str = "") -> None:
        """Create the form; `headline` prefills the headline."""
        super().__init__(data, add_to)
        self.person_form = PersonForm(self.data, initial={"headline": headline})
        self.knowledge = KnowledgeForm(self.data)
        self.fixed = (self.person_form, self.knowledge)

    def person(self) -> Person:
        return Person(**self.facts())


def as_data(resume: Resume) -> dict[str, str]:
    """Return an uploaded resume as form data."""
    data = dict(resume.fields)
    for name, rows in resume.rows.items():
        data[f"{name}-TOTAL_FORMS"] = f"{len(rows)}"
        data |= {f"{name}-{index}-{field}": value for index, row in enumerate(rows) for field, value in row.items()}
    return data
