"""The letter of a person, from their own words and plain sentences around them."""

from collections.abc import Iterator
from dataclasses import dataclass

from guides.document.needs import skills_by_importance
from guides.document.shape import GuideDocument
from guides.toolkit.cover_letter.applying import applying_for, employer_name, position_name
from guides.toolkit.cover_letter.found import Found, where_found
from guides.toolkit.cover_letter.now import now_sentence
from guides.toolkit.cover_letter.page import LetterPage
from guides.toolkit.cover_letter.salutation import greet
from guides.toolkit.cover_letter.situations import EXPERIENCED, SITUATIONS, Situation
from guides.toolkit.cover_letter.starting import start_sentence
from guides.toolkit.cover_letter.wording import as_sentence
from guides.toolkit.outline import Link

MOST_NEEDS_OF_A_KIND = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A need of the employer, and the applicant's own sentences that show they meet it; only these are in a letter."""

    need: str = ""
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """A person's details for a letter, all optional.

    `found`, `now` and `available` are words of any form that become sentences; `why`, `turn` (of a career, or a break),
    `opening` and `ending` are paragraphs of the person's own. The last two replace what would be the first and the last
    paragraph.
    """

    situation: str = EXPERIENCED
    name: str = ""
    email: str = ""
    phone: str = ""
    street: str = ""
    place: str = ""
    date: str = ""
    position: str = ""
    employer: str = ""
    contact: str = ""
    contact_title: str = ""
    employer_street: str = ""
    employer_place: str = ""
    subject: str = ""
    found: str = ""
    now: str = ""
    why: tuple[str, ...] = ()
    turn: tuple[str, ...] = ()
    available: str = ""
    opening: tuple[str, ...] = ()
    ending: tuple[str, ...] = ()
    needs: tuple[Evidence, ...] = ()

    @property
    def kind(self) -> Situation:
        return SITUATIONS.get(self.situation, SITUATIONS[EXPERIENCED])

    @property
    def shown(self) -> tuple[str, ...]:
        """The paragraphs that show what the applicant can do."""
        return tuple(paragraph for evidence in self.needs for paragraph in evidence.shown)


def needs_of(document: GuideDocument) -> list[str]:
    """List needs of the role to write about: a technical and a soft skill, must-haves first."""
    kinds = (skills_by_importance(document, kind)[:MOST_NEEDS_OF_A_KIND] for kind in ("technical", "soft"))
    return [skill.name for skills in kinds for skill in skills]


def build_letter(application: Application) -> LetterPage:
    """Build the letter or email of a person; what is not known is left out."""
    kind, salutation = application.kind, greet(application.contact)
    paragraphs = (
        *(application.opening or _opening(application)),
        *(paragraph for part in kind.parts for paragraph in getattr(application, part)),
        *(application.ending or _ending(application)),
    )
    recipient = (
        salutation.addressee,
        application.contact_title,
        _with_capital(employer_name(application.employer)),
        application.employer_street,
        application.employer_place,
    )
    return LetterPage(
        name=application.name,
        contact=tuple(_contact(application)),
        date="" if kind.is_email else application.date,
        recipient=() if kind.is_email else tuple(filter(None, recipient)),
        subject=application.subject or (_email_subject(application) if kind.is_email else ""),
        greeting=salutation.greeting,
        paragraphs=tuple(filter(None, paragraphs)),
        farewell=kind.farewell,
        is_email=kind.is_email,
    )


def _contact(application: Application) -> Iterator[Link]:
    address = ", ".join(filter(None, (application.street, application.place)))
    if address and not application.kind.is_email:
        yield Link(address)
    if application.phone:
        yield Link(application.phone)
    if application.email:
        yield Link(application.email, f"mailto:{application.email}")


def _email_subject(application: Application) -> str:
    job = _with_capital(position_name(application.position)) or "Application"
    return f"{job}: {application.name}" if application.name else job


def _opening(application: Application) -> Iterator[str]:
    kind, found = application.kind, where_found(application.found)
    sentences = (*_applying(application, found), now_sentence(application.now), kind.attached)
    yield " ".join(filter(None, sentences))


def _applying(application: Application, found: Found) -> tuple[str, ...]:
    """Say what the applicant applies for and where they found it: in one sentence, if both are known in short."""
    job = applying_for(application.position, application.employer)
    if not job:
        return (found.sentence,)
    applying = application.kind.applying.format(job)
    return (as_sentence(f"{applying}, {found.clause}"),) if found.clause else (as_sentence(applying), found.sentence)


def _ending(application: Application) -> Iterator[str]:
    kind = application.kind
    yield " ".join(filter(None, (kind.wish, start_sentence(application.available), kind.thanks)))


def _with_capital(words: str) -> str:
    return words[:1].upper() + words[1:]
