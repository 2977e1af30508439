"""The letter, notes on each part, and checks for missing parts."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, repeat

from guides.document.needs import skills_by_importance
from guides.document.shape import GuideDocument
from guides.toolkit.cover_letter.tones import DEFAULT_TONE, TONES, Tone
from guides.toolkit.findings import Finding
from guides.toolkit.outline import Block, Heading, Items, Outline, Paragraph, outline
from guides.toolkit.placeholders import placeholder, placeholders_in
from guides.toolkit.resume.example import Note
from guides.toolkit.writers import write_plain

MOST_NEEDS_OF_A_KIND = 2
MOST_PLACEHOLDERS = 3
OCCASION = "An occasion on which you showed this, and what came of it"
ANY_OCCASION = "An occasion on which you showed what they ask for, and what came of it"
MOST_WORDS = 400  # one page


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A requirement of the employer, and the applicant's own sentences that show they meet it."""

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
    def used(self) -> tuple[Evidence, ...]:
        """Return the needs that the letter mentions: those with evidence or, without any, the first few."""
        with_evidence = tuple(evidence for evidence in self.needs if evidence.shown)
        return with_evidence or self.needs[:MOST_PLACEHOLDERS]


def needs_of(document: GuideDocument) -> list[str]:
    """List the needs of the role to write about: technical and soft skills, essential ones first."""
    kinds = (skills_by_importance(document, kind)[:MOST_NEEDS_OF_A_KIND] for kind in ("technical", "soft"))
    return [skill.name for skills in kinds for skill in skills]


def example_of(document: GuideDocument, position: str, tone: str) -> Application:
    """Return an application with a position and the needs of the guide only."""
    return Application(tone=tone, position=position, needs=tuple(Evidence(need=need) for need in needs_of(document)))


def draft_letter(application: Application) -> Outline:
    """Draft the letter in reading order, titled with the applicant's name."""
    tone = TONES[application.tone]
    contact = [value for value in (application.email, application.phone, application.place) if value]
    blocks: list[Block] = [
        Paragraph(" · ".join(contact) or placeholder("email, telephone, town")),
        Paragraph(application.employer or placeholder("Employer")),
        Heading(f"Application: {application.position or placeholder('position')}"),
        Paragraph(tone.greeting.format(contact=application.contact or tone.default_contact)),
        Paragraph(_opening(application, tone)),
        Paragraph(application.why or placeholder("Why this employer and this work: two sentences in your own words")),
        *_needs(application, tone),
        Paragraph(_close(application, tone)),
        Paragraph(tone.farewell),
        Paragraph(application.name or placeholder("Your name")),
    ]
    return outline(application.name or placeholder("Your name"), blocks)


def _opening(application: Application, tone: Tone) -> str:
    position = application.position or placeholder("position")
    employer = application.employer or placeholder("employer")
    now = _within(application.now) or placeholder("what you are and do now: your job, school or training")
    opening = tone.opening.format(position=position, employer=employer)
    sentences = [
        opening.removesuffix(".") if opening.endswith("..") else opening,  # at Acme Inc.
        tone.found.format(found=_within(application.found)) if application.found else "",
        tone.now.format(now=now),
    ]
    return " ".join(filter(None, sentences))


def _within(words: str) -> str:
    """Return words without a final period, for use within a sentence."""
    return words.rstrip(" .")


def _needs(application: Application, tone: Tone) -> Iterator[Block]:
    pairs = [(evidence.need, evidence.shown or placeholder(OCCASION)) for evidence in application.used]
    if not pairs:
        yield Paragraph(placeholder(ANY_OCCASION))
    elif tone.is_listed:
        yield Paragraph(tone.asks[-1])
        yield Items(tuple(": ".join(filter(None, pair)) for pair in pairs))
    else:
        templates = chain(tone.asks, repeat(tone.asks[-1]))
        for (need, shown), template in zip(pairs, templates, strict=False):
            yield Paragraph(template.format(need=need, shown=shown) if need else shown)


def _close(application: Application, tone: Tone) -> str:
    available = tone.available.format(available=_within(application.available)) if application.available else ""
    return " ".join(filter(None, (tone.wish, available, tone.thanks)))


# Notes and checks


def build_notes(document: GuideDocument) -> tuple[Note, ...]:
    """Explain each part of the letter."""
    marked = "its must-haves first" if document.details.essential else "in its order"
    return (
        Note("Greeting", "A name shows that you have looked. Where none is to be found, greet the team."),
        Note("Opening", "Position and employer in the first sentence: who opens it knows at once where it belongs."),
        Note("Why this employer", "The only part that cannot be sent to anybody else. Two sentences are enough."),
        Note(
            "What they ask for",
            f"Two or three needs, each with one occasion and what came of it. Those here are from the guide, {marked}; "
            "put the words of the advertisement in their place.",
        ),
        Note("Close", "Say when you could begin, and ask for a conversation. What is in the resume can stay there."),
    )


def check_letter(application: Application, page: Outline) -> list[Finding]:
    """List missing or weak parts of a letter; each finding gives a reason."""
    return [*_placeholders(page), *_left_out(application), *_length(page)]


def _placeholders(page: Outline) -> Iterator[Finding]:
    if found := placeholders_in(page):
        yield Finding("fix", f"Still to be filled in: {'; '.join(found)}.", "Gaps stand in square brackets.")
    else:
        yield Finding("good", "Nothing is left to be filled in.")


def _left_out(application: Application) -> Iterator[Finding]:
    used = application.used
    if others := [evidence.need for evidence in application.needs if evidence not in used and evidence.need]:
        why = "You said of no occasion that shows it. Two or three that you can show are enough."
        yield Finding("note", f"Not in the letter: {', '.join(others)}.", why)


def _length(page: Outline) -> Iterator[Finding]:
    words = len(write_plain(page).split())
    if words > MOST_WORDS:
        yield Finding("note", f"{words} words are more than a page.", "Keep what you would say first if you met.")
