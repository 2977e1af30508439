"""The form for a letter, prefilled with needs of the role that people can answer, change or clear."""

from typing import Any

from django import forms
from django.http import QueryDict

from guides.document.articles import with_article
from guides.document.shape import GuideDocument
from guides.toolkit.cover_letter.letter import Application, Evidence, needs_of
from guides.toolkit.cover_letter.tones import DEFAULT_TONE, TONES
from guides.toolkit.fields import WordsField
from guides.toolkit.resume.json_resume import Resume
from guides.toolkit.rows import FormWithRows, LaidOutForm, Part, RowForm

CHOICES = [(name, tone.label) for name, tone in TONES.items()]


def text_area(**options: Any) -> WordsField:
    return WordsField(widget=forms.Textarea(attrs={"rows": 3}), **options)


class SenderForm(LaidOutForm):
    layout = (("name",), ("email", "phone"), ("place",))

    name = WordsField(label="Your name")
    email = forms.EmailField(label="Email", required=False)
    phone = WordsField(label="Telephone")
    place = WordsField(label="Town")


class LetterTextForm(LaidOutForm):
    layout = (("tone",), ("position", "employer"), ("contact",), ("found",), ("now",), ("why",), ("available",))

    tone = forms.ChoiceField(
        label="Tone",
        choices=CHOICES,
        initial=DEFAULT_TONE,
        required=False,
        error_messages={"invalid_choice": "Choose one of the three."},
    )
    position = WordsField(label="Position")
    employer = WordsField(label="Employer")
    contact = WordsField(label="Whom you write to", help_text="As the greeting says it, such as “Ms Okafor”.")
    found = WordsField(label="Where you saw the position", help_text="Completes “I saw your ad …”: on your website.")
    now = WordsField(label="What you are and do now", help_text="Completes “I am …”: a barista in a busy café.")
    why = text_area(label="Why this employer and this work", max_length=1000, help_text="Two sentences of your own.")
    available = WordsField(label="When you could begin", help_text="Completes “I could begin …”: on 1 March.")

    def clean_tone(self) -> str:
        return self.cleaned_data["tone"] or DEFAULT_TONE


class EvidenceForm(RowForm):
    layout = (("need",), ("shown",))
    fact = Evidence

    need = WordsField(label="What they ask for")
    shown = text_area(
        label="What you have done that shows it",
        max_length=600,
        help_text="One or two whole sentences, with what came of it.",
    )


class LetterForm(FormWithRows):
    """The whole form."""

    parts = (Part("needs", "What they ask for, and what you bring", "Need", "Add a need", EvidenceForm),)

    def __init__(
        self,
        document: GuideDocument,
        data: QueryDict | dict[str, str] | None = None,
        *,
        add_to: str = "",
        **initial: str,
    ) -> None:
        """Create the form; `initial` prefills the fields, and the needs of the guide prefill the rows."""
        super().__init__(data, add_to, {"needs": [{"need": need} for need in needs_of(document)]})
        self.sender = SenderForm(self.data)
        self.text = LetterTextForm(self.data, initial=initial)
        self.fixed = (self.sender, self.text)

    def application(self) -> Application:
        return Application(**self.facts())


def as_data(resume: Resume) -> dict[str, str]:
    """Return the sender and the current job from an uploaded resume as form data."""
    data = {name: resume.fields[name] for name in SenderForm.base_fields if name in resume.fields}
    current = next((job for job in resume.rows.get("jobs", ()) if not job.get("end")), {})
    if not current.get("position"):
        return data
    return {**data, "now": " at ".join(filter(None, (with_article(current["position"]), current.get("employer"))))}
