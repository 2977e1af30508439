"""What stands beside a section of a guide: its tools, the pay, and the glossary terms that it mentions first."""

from dataclasses import dataclass, replace

from guides.document.shape import GuideDocument
from guides.document.tools import INTERVIEW, READINESS, RESUME, SKILLS_GAP, Tool
from guides.pages.official_figures import OfficialFigures
from guides.pages.parts import Term
from guides.pages.pay import PayView, guide_axis, pay_view
from guides.pages.provenance import PAY_FIGURES, SourceNote, notes_on, sources_in

TOOLS = {
    "qualifications": (SKILLS_GAP,),
    "how_to_become": (RESUME, INTERVIEW),
    "education_training": (READINESS,),
}
PAY, RELATED = "salary_outlook", "related"
MOST_TERMS = 4


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a section; `slug` is that of the guide, empty in a preview, which links to no tool.

    `occupation` is the code of the official occupation whose pay a reader can compare with their own.
    """

    slug: str = ""
    tools: tuple[Tool, ...] = ()
    terms: tuple[Term, ...] = ()
    pay: PayView | None = None
    pay_notes: tuple[SourceNote, ...] = ()
    occupation: str = ""
    has_comparison: bool = False


NOTHING = Beside()


def beside_of(
    kind: str, document: GuideDocument, terms: tuple[Term, ...], slug: str, official: OfficialFigures | None
) -> Beside | None:
    """Collect what stands beside a section of this kind; None if there is nothing."""
    is_pay = kind == PAY and document.key_facts.median_salary is not None
    beside = Beside(
        tools=TOOLS.get(kind, ()) if slug else (),
        terms=terms[:MOST_TERMS],
        pay=pay_view(document.key_facts, (), guide_axis(document)) if is_pay else None,
        pay_notes=_pay_notes(document) if is_pay else (),
        occupation=official.occupation.code if official and official.place and kind == PAY else "",
        has_comparison=bool(slug) and kind == RELATED,
    )
    return None if beside == NOTHING else replace(beside, slug=slug)


def _pay_notes(document: GuideDocument) -> tuple[SourceNote, ...]:
    labelled = sources_in(document).of_facts(document.key_facts, has_other_pay=False, names=PAY_FIGURES)
    return notes_on(labelled)
