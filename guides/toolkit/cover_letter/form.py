"""The form for a letter, prefilled with needs of the role that people can answer, change or clear."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from guides.document.shape import GuideDocument
from guides.toolkit.cover_letter.letter import Application, Evidence, needs_of
from guides.toolkit.cover_letter.situations import EXPERIENCED, SITUATIONS
from guides.toolkit.fields import LinesField, WordsField
from guides.toolkit.resume.dates import date_in_words, read_when
from guides.toolkit.resume.person import Person
from guides.toolkit.rows import FormWithRows, LaidOutForm, Part, RowForm
from guides.toolkit.writers.pdf import PAPERS

CHOICES = [(key, situation.label) for key, situation in SITUATIONS.items()]


def paragraphs(**options: Any) -> LinesField:
    """A field for text of one's own; each line is a paragraph."""
    return LinesField(**{"max_length": 1500, **options})


class DateField(WordsField):
    """The date of a letter, in words: `November 28, 2026`."""

    def to_python(self, value: Any) -> str:
        words = super().to_python(value)
        iso = read_when(words)
        if words and not iso:
            raise forms.ValidationError("Write a date, such as November 28, 2026.")
        return date_in_words(iso or "")


class SenderForm(LaidOutForm):
    layout = (("name",), ("email", "phone"))

    name = WordsField(label="Your name")
    email = forms.EmailField(label="Email", required=False)
    phone = WordsField(label="Phone")


class JobForm(LaidOutForm):
    layout = (("position", "employer"), ("contact", "contact_title"), ("found",))

    position = WordsField(label="Job you apply for")
    employer = WordsField(label="Employer")
    contact = WordsField(label="Who you write to", help_text="A name if you can find one, such as Ms. Okafor.")
    contact_title = WordsField(label="Their job title")
    found = WordsField(label="Where you found the job", help_text="Indeed, your website, a friend …")


class TextForm(LaidOutForm):
    layout = (("situation",), ("now",), ("why",), ("turn",), ("available",))

    situation = forms.ChoiceField(
        label="Kind of letter",
        choices=CHOICES,
        initial=EXPERIENCED,
        required=False,
        error_messages={"invalid_choice": "Choose one of the list."},
    )
    now = WordsField(label="What you do now", help_text="A barista at Joe's, a high school senior, studying nursing …")
    why = paragraphs(label="Why this employer and this work", help_text="One or two sentences of your own.")
    turn = paragraphs(label="About your career change or break", help_text="One or two sentences, if it applies.")
    available = WordsField(label="When you can start", help_text="March 1, two weeks' notice, right away …")

    def clean_situation(self) -> str:
        return self.cleaned_data["situation"] or EXPERIENCED


class MoreForm(LaidOutForm):
    """Fields that many letters do without; they are shown at once when one is filled."""

    @property
    def is_open(self) -> bool:
        return bool(self.errors) or any(field.value() for field in self)


class AddressForm(MoreForm):
    layout = (("date", "subject"), ("street", "place"), ("employer_street", "employer_place"))

    date = DateField(label="Date", help_text="Today if you leave it empty.")
    subject = WordsField(label="Subject line")
    street = WordsField(label="Your street")
    place = WordsField(label="Your town, state and ZIP code")
    employer_street = WordsField(label="Street of the employer")
    employer_place = WordsField(label="Town, state and ZIP code of the employer")

    @property
    def is_open(self) -> bool:
        return bool(self.errors) or any(field.value() for field in self if field.name != "date")


class OwnWordsForm(MoreForm):
    layout = (("opening",), ("ending",))

    opening = paragraphs(
        label="First paragraph", help_text="Used instead of the sentences about the job and about you."
    )
    ending = paragraphs(label="Last paragraph", help_text="Used instead of our sentences at the end.")


class PaperForm(LaidOutForm):
    layout = (("paper",),)

    paper = forms.ChoiceField(
        label="Paper of the PDF",
        choices=PAPERS.items(),
        initial="letter",
        required=False,
        widget=forms.Select(attrs={"form": "builder"}),  # it stands beside the downloads
    )


class EvidenceForm(RowForm):
    layout = (("need",), ("shown",))
    fact = Evidence

    need = WordsField(label="What they ask for", help_text="Only helps you choose. It is not in the letter.")
    shown = paragraphs(label="What you did that shows it", help_text="One or two sentences, with what came of it.")


class LetterForm(FormWithRows):
    """The whole form."""

    parts = (Part("needs", "What you have done", "Example", "Add an example", EvidenceForm),)

    def __init__(
        self,
        document: GuideDocument,
        data: QueryDict | dict[str, str] | None = None,
        *,
        today: date | None = None,
        add_to: str = "",
        **initial: str,
    ) -> None:
        """Create the form; `initial` prefills fields, needs of the guide fill the rows, and `today` an empty date."""
        super().__init__(data, add_to, {"needs": [{"need": need} for need in needs_of(document)]})
        if self.data is not None and today and not self.data.get("date", "").strip():
            self.data["date"] = date_in_words(today.isoformat())
        self.sender = SenderForm(self.data)
        self.job = JobForm(self.data, initial=initial)
        self.text = TextForm(self.data)
        self.addresses = AddressForm(self.data)
        self.own_words = OwnWordsForm(self.data)
        self.paper_form = PaperForm(self.data)
        self.fixed = (self.sender, self.job, self.text, self.addresses, self.own_words)

    @property
    def paper(self) -> str:
        """The paper of the PDF, US Letter unless another one was chosen."""
        chosen = self.paper_form.cleaned_data.get("paper") if self.paper_form.is_valid() else ""
        return chosen or "letter"

    def application(self) -> Application:
        return Application(**self.facts())


def data_of(person: Person) -> dict[str, str]:
    """Return form data with the sender and the current job of a person, without fields that they leave empty."""
    town = ", ".join(filter(None, (person.place, " ".join(filter(None, (person.region, person.postcode))))))
    job = next((job for job in person.jobs if job.position and not job.end), None)
    data = {
        "name": person.name,
        "email": person.email,
        "phone": person.phone,
        "street": person.street,
        "place": town,
        "now": " at ".join(filter(None, (job.position, job.employer))) if job else "",
    }
    return {name: value for name, value in data.items() if value}


def own_data(typed: dict[str, str], filling: dict[str, str]) -> dict[str, str]:
    """Return typed form data with what fills it; paragraphs of an example replace all typed examples."""
    has_rows = "needs-TOTAL_FORMS" in filling
    kept = {name: value for name, value in typed.items() if not (has_rows and name.startswith("needs-"))}
    return {**kept, **filling}
