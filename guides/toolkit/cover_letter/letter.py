"""The letter of a person, and checks for missing parts."""

from collections.abc import Iterator
from dataclasses import dataclass

from guides.document.needs import skills_by_importance
from guides.document.shape import GuideDocument
from guides.toolkit.cover_letter.tones import DEFAULT_TONE, TONES, Tone
from guides.toolkit.findings import Finding
from guides.toolkit.outline import Block, Heading, Outline, Paragraph, outline
from guides.toolkit.writers import write_plain

MOST_NEEDS_OF_A_KIND = 2
MOST_WORDS = 400  # one page
AT = " at {}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A need of the employer, and the applicant's own sentences that show they meet it; only these are in a letter."""

    need: str = ""
    shown: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """A person's details for a letter, all optional. `now`, `found` and `available` are ends of sentences."""

    tone: str = DEFAULT_TONE
    name: str = ""
    email: str = ""
    phone: str = ""
    place: str = ""
    position: str = ""
    employer: str = ""
    contact: str = ""
    found: str = ""
    now: str = ""
    why: str = ""
    available: str = ""
    needs: tuple[Evidence, ...] = ()

    @property
    def shown(self) -> tuple[str, ...]:
        """Return the sentences that show what the applicant can do."""
        return tuple(evidence.shown for evidence in self.needs if evidence.shown)


def needs_of(document: GuideDocument) -> list[str]:
    """List the needs of the role to write about: technical and soft skills, essential ones first."""
    kinds = (skills_by_importance(document, kind)[:MOST_NEEDS_OF_A_KIND] for kind in ("technical", "soft"))
    return [skill.name for skills in kinds for skill in skills]


def draft_letter(application: Application) -> Outline:
    """Draft the letter in reading order, titled with the applicant's name; what is not known is left out."""
    tone = TONES[application.tone]
    contact = [value for value in (application.email, application.phone, application.place) if value]
    blocks: list[Block] = [
        Paragraph(" · ".join(contact)),
        Paragraph(application.employer),
        Heading(f"Application: {application.position}" if application.position else ""),
        Paragraph(tone.greeting.format(contact=application.contact or tone.default_contact)),
        Paragraph(_opening(application, tone)),
        Paragraph(application.why),
        *map(Paragraph, application.shown),
        Paragraph(_close(application, tone)),
        Paragraph(tone.farewell),
        Paragraph(application.name),
    ]
    return outline(application.name or "Cover letter", blocks)


def _opening(application: Application, tone: Tone) -> str:
    sentences = (
        _applying(application, tone),
        _sentence(tone.found, application.found),
        _sentence(tone.now, application.now),
    )
    return " ".join(filter(None, sentences))


def _applying(application: Application, tone: Tone) -> str:
    """The sentence that says what the applicant applies for; empty without position and employer."""
    what = tone.position.format(application.position) if application.position else ""
    where = AT.format(application.employer) if application.employer else ""
    return _sentence(tone.opening, what + where)


def _sentence(template: str, words: str) -> str:
    """A sentence that ends with these words, with one period; empty without words."""
    return template.format(words.rstrip(" .")) if words else ""


def _close(application: Application, tone: Tone) -> str:
    return " ".join(filter(None, (tone.wish, _sentence(tone.available, application.available), tone.thanks)))


# Checks


def check_letter(application: Application, page: Outline) -> list[Finding]:
    """List missing or weak parts of a letter; each finding gives a reason."""
    return [*_missing(application), *_not_shown(application), *_length(page)]


def _missing(application: Application) -> Iterator[Finding]:
    has_contact = application.email or application.phone
    parts = {
        "your name": application.name,
        "an email address or a phone number": has_contact,
        "the position": application.position,
        "the employer": application.employer,
        "why you want to work there": application.why,
        "something you have done that shows what they ask for": application.shown,
    }
    if missing := [words for words, value in parts.items() if not value]:
        yield Finding("fix", f"Missing: {', '.join(missing)}.", "The letter leaves out what it does not know.")
    else:
        yield Finding("good", "Nothing is missing.")


def _not_shown(application: Application) -> Iterator[Finding]:
    others = [evidence.need for evidence in application.needs if evidence.need and not evidence.shown]
    if application.shown and others:
        why = "You have written nothing that shows it. Two or three that you can show are enough."
        yield Finding("note", f"Not in the letter: {', '.join(others)}.", why)


def _length(page: Outline) -> Iterator[Finding]:
    words = len(write_plain(page).split())
    if words > MOST_WORDS:
        yield Finding("note", f"{words} words are more than a page.", "Keep what you would say first if you met.")
