"""The form of the resume builder: its data in, a person out, whatever errors it has."""

from dataclasses import fields
from typing import Any

from django import forms
from django.http import QueryDict

from guides.toolkit.fields import EmailField, PointsField, TextField, ToolForm, WebField, WordsField
from guides.toolkit.resume.dates import is_backwards
from guides.toolkit.resume.form_fields import DateField, EndField, RestField
from guides.toolkit.resume.json_resume import Resume
from guides.toolkit.resume.person import (
    Award,
    Certificate,
    Job,
    Person,
    Profile,
    Project,
    Publication,
    Reference,
    Study,
    Volunteering,
)
from guides.toolkit.resume.sections import ORDERS, USUAL_ORDER
from guides.toolkit.rows import FormWithRows, LaidOutForm, Part, RowForm

LONG_NAME = 500  # characters of a name in a row: some publications and awards have long ones
LONGEST_LISTS = 8000  # characters of the points of a job
SITUATIONS = (
    ("experience", "I have experience in this work"),
    ("first-job", "It is my first job"),
    ("career-change", "I am changing careers"),
)


class PersonForm(LaidOutForm):
    """The fields that occur once."""

    layout = (("name", "headline"), ("email", "phone"), ("place", "region"), ("url",))
    more = ("street", "postcode", "country")

    name = WordsField(label="Your name")
    headline = WordsField(label="Job you apply for", max_length=LONG_NAME)
    email = EmailField(label="Email")
    phone = WordsField(label="Phone")
    place = WordsField(label="Town or city")
    region = WordsField(label="State")
    url = WebField(label="Website or portfolio")
    street = WordsField(label="Street address")
    postcode = WordsField(label="ZIP code")
    country = WordsField(label="Country")
    summary = TextField(
        label="Profile", help_text="Two or three sentences: who you are, what you do well, what you want next."
    )
    rest = RestField()


class KnowledgeForm(LaidOutForm):
    """Simple lists, without rows."""

    layout = (("skills",), ("languages",), ("interests",))

    skills = PointsField(label="Skills and tools", help_text="One a line. Details go after a colon: “CRM: Zendesk”.")
    languages = PointsField(label="Languages", help_text="One a line: “Spanish: fluent”.")
    interests = PointsField(label="Interests", help_text="One a line, if they say something about you at work.")


class OrderForm(ToolForm):
    """The order of the sections: the one of a situation, or one made by hand."""

    situation = forms.ChoiceField(
        label="Your situation",
        choices=SITUATIONS,
        required=False,
        help_text="It gives the order of the sections. You can change it below.",
        error_messages={"invalid_choice": "Choose one of the list."},
    )
    order = WordsField(widget=forms.HiddenInput)

    def clean_order(self) -> str:
        """Keep names of sections alone, each once."""
        names = (name.strip() for name in self.cleaned_data["order"].split(","))
        return ",".join(dict.fromkeys(name for name in names if name in USUAL_ORDER))


class EntryForm(RowForm):
    """A row with a start before its end, if it has both, and a `rest`."""

    rest = RestField()

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if is_backwards(data.get("start", ""), data.get("end", "")):
            self.add_error("end", "The end is before the start.")
        return data


def _start() -> DateField:
    return DateField(label="Start", help_text="Such as March 2021, 03/2021 or 2021.")


def _end(ongoing: str = "") -> EndField:
    help_text = "Write “Present” if it goes on." if ongoing else "Leave it empty if it goes on."
    return EndField(label="End", help_text=help_text, ongoing=ongoing)


def _points(**options: Any) -> PointsField:
    return PointsField(max_length=LONGEST_LISTS, **options)


class JobForm(EntryForm):
    layout = (("position", "employer"), ("start", "end"), ("place",), ("highlights",))
    more = ("summary", "about", "url")
    fact = Job

    position = WordsField(label="Job title", max_length=LONG_NAME)
    employer = WordsField(label="Employer", max_length=LONG_NAME)
    start = _start()
    end = _end()
    place = WordsField(label="Town or city")
    highlights = _points(label="What you did and what came of it", help_text="One point a line, with figures.")
    summary = TextField(label="Summary of the job")
    about = TextField(label="What the employer does")
    url = WebField(label="Website of the employer")


class VolunteeringForm(EntryForm):
    layout = (("position", "organization"), ("start", "end"), ("highlights",))
    more = ("summary", "url")
    fact = Volunteering

    position = WordsField(label="Role", max_length=LONG_NAME)
    organization = WordsField(label="Organization", max_length=LONG_NAME)
    start = _start()
    end = _end()
    highlights = _points(label="What you did and what came of it", help_text="One point a line, with figures.")
    summary = TextField(label="Summary of the role")
    url = WebField(label="Website of the organization")


class ProjectForm(EntryForm):
    layout = (("name",), ("description",), ("highlights",))
    more = ("start", "end", "url", "roles", "entity", "kind", "keywords")
    fact = Project

    name = WordsField(label="Name", max_length=LONG_NAME)
    description = TextField(label="What it is and what you did")
    highlights = _points(label="What came of it", help_text="One point a line.")
    start = _start()
    end = _end("Present")
    url = WebField(label="Website")
    roles = WordsField(label="Your role", max_length=LONG_NAME)
    entity = WordsField(label="For which company or school", max_length=LONG_NAME)
    kind = WordsField(label="Kind of project", help_text="Such as talk or website.")
    keywords = WordsField(label="Tools and skills", max_length=1000)


class StudyForm(EntryForm):
    layout = (("degree", "area"), ("school",), ("start", "end"))
    more = ("score", "courses", "url")
    fact = Study

    degree = WordsField(label="Degree or training", max_length=LONG_NAME)
    area = WordsField(label="Field of study", max_length=LONG_NAME)
    school = WordsField(label="School", max_length=LONG_NAME)
    start = _start()
    end = _end("Present")
    score = WordsField(label="GPA or grade")
    courses = _points(label="Courses", help_text="One a line.")
    url = WebField(label="Website of the school")


class CertificateForm(EntryForm):
    layout = (("name", "issuer"), ("date",))
    more = ("url",)
    fact = Certificate

    name = WordsField(label="Certificate or license", max_length=LONG_NAME)
    issuer = WordsField(label="Issued by", max_length=LONG_NAME)
    date = DateField(label="Date")
    url = WebField(label="Link")


class AwardForm(EntryForm):
    layout = (("title", "awarder"), ("date",))
    more = ("summary",)
    fact = Award

    title = WordsField(label="Award", max_length=LONG_NAME)
    awarder = WordsField(label="Given by", max_length=LONG_NAME)
    date = DateField(label="Date")
    summary = TextField(label="What it was for")


class PublicationForm(EntryForm):
    layout = (("name", "publisher"), ("date",))
    more = ("summary", "url")
    fact = Publication

    name = WordsField(label="Title", max_length=LONG_NAME)
    publisher = WordsField(label="Publisher or journal", max_length=LONG_NAME)
    date = DateField(label="Date")
    summary = TextField(label="What it is about")
    url = WebField(label="Link")


class ReferenceForm(EntryForm):
    layout = (("name",), ("words",))
    fact = Reference

    name = WordsField(label="Name and job title", max_length=LONG_NAME)
    words = TextField(label="What they say about you, or how to reach them")


class ProfileForm(EntryForm):
    layout = (("network", "username"), ("url",))
    fact = Profile

    network = WordsField(label="Network", help_text="Such as LinkedIn or GitHub.")
    username = WordsField(label="Username")
    url = WebField(label="Link")


class ResumeForm(FormWithRows):
    """The whole form."""

    parts = (
        Part("profiles", "Profiles on the web", "Profile", "Add a profile", ProfileForm),
        Part("jobs", "Experience", "Job", "Add a job", JobForm),
        Part("volunteering", "Volunteer work", "Volunteer role", "Add a volunteer role", VolunteeringForm),
        Part("projects", "Projects", "Project", "Add a project", ProjectForm),
        Part("studies", "Education", "School", "Add a school", StudyForm),
        Part("certificates", "Certificates", "Certificate", "Add a certificate", CertificateForm),
        Part("awards", "Awards", "Award", "Add an award", AwardForm),
        Part("publications", "Publications", "Publication", "Add a publication", PublicationForm),
        Part("references", "References", "Reference", "Add a reference", ReferenceForm),
    )

    def __init__(self, data: QueryDict | dict[str, str] | None = None, *, headline: str = "", add_to: str = "") -> None:
        """Create the form; `headline` prefills the job applied for."""
        super().__init__(data, add_to)
        self.person_form = PersonForm(self.data, initial={"headline": headline})
        self.knowledge = KnowledgeForm(self.data)
        self.order_form = OrderForm(self.data)
        self.fixed = (self.person_form, self.knowledge, self.order_form)

    def person(self) -> Person:
        """Return the person of the form; a field with an error counts as the words typed."""
        facts = self.facts()
        situation, order = facts.pop("situation"), facts.pop("order")
        by_situation = ORDERS[situation] if situation and ORDERS[situation] != USUAL_ORDER else ()
        return Person(**facts, order=tuple(order.split(",")) if order else by_situation)


ROWS = {part.name for part in ResumeForm.parts}


def as_data(resume: Resume) -> dict[str, str]:
    """Return a resume that was read from a file as form data."""
    return person_data(resume.person)


def person_data(person: Person) -> dict[str, str]:
    """Return a person as form data, without empty fields."""
    data: dict[str, str] = {}
    for field in fields(person):
        value = getattr(person, field.name)
        if field.name == "order":
            data |= _order_data(value)
        elif field.name in ROWS:
            data[f"{field.name}-TOTAL_FORMS"] = f"{len(value)}"
            for row, entry in enumerate(value):
                data |= {
                    f"{field.name}-{row}-{inner.name}": _typed(getattr(entry, inner.name)) for inner in fields(entry)
                }
        else:
            data[field.name] = _typed(value)
    return {name: words for name, words in data.items() if words}


def _order_data(order: tuple[str, ...]) -> dict[str, str]:
    """Return the situation that gives an order, or the order if none does."""
    situation = next((name for name, usual in ORDERS.items() if usual == order), "")
    return {"situation": situation} if situation else {"order": ",".join(order)}


def _typed(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else "\n".join(value)
