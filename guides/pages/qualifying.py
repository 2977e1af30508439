"""What it takes to qualify for the work: time, cost and licenses, where the guide states them."""

from collections.abc import Iterator
from dataclasses import dataclass

from guides.document.covering import QUALIFYING
from guides.document.licenses import License
from guides.document.shape import GuideDocument
from guides.pages.anchors import Anchors
from guides.pages.figures import SourceLine, sources_of
from guides.pages.part import Part

HEADING = "Time, Cost & Licenses"
MOST_IN_HEAD = 2


@dataclass(frozen=True, slots=True)
class QualifyingFact:
    """A fact in the words of the guide, or its `licenses`."""

    label: str
    words: str = ""
    licenses: tuple[License, ...] = ()
    sources: tuple[SourceLine, ...] = ()

    @property
    def has_source(self) -> bool:
        """Whether a source is named, or each license has an address."""
        return bool(self.sources) or (bool(self.licenses) and all(known.url for known in self.licenses))

    @property
    def in_short(self) -> str:
        """The fact in a few words: a single license by its name, several as their number."""
        if len(self.licenses) > 1:
            return f"{len(self.licenses)} licenses or certificates"
        return self.licenses[0].name if self.licenses else self.words


def qualifying_part(document: GuideDocument, anchors: Anchors) -> Part:
    """The part of the page with the facts and their sources; without items if the guide states none."""
    facts = tuple(_facts(document))
    if not facts:
        return Part("qualifying")
    stated = [fact.label for fact in facts if not fact.has_source]
    notes = (f"{', '.join(stated).capitalize()}: as the guide’s text says, no source given.",) if stated else ()
    return Part("qualifying", anchors.take("Time, cost and licenses"), HEADING, items=facts, notes=notes)


def qualifying_in_short(document: GuideDocument) -> tuple[QualifyingFact, ...]:
    """The first facts, for the head of the page."""
    return tuple(_facts(document))[:MOST_IN_HEAD]


def _facts(document: GuideDocument) -> Iterator[QualifyingFact]:
    details = document.details
    for label, name in (("Time to qualify", "time_to_qualify"), ("Cost to qualify", "cost_to_qualify")):
        if words := getattr(details, name):
            yield QualifyingFact(label, words, sources=sources_of(document, (name, QUALIFYING)))
    if details.licenses:
        label = "Licenses" if len(details.licenses) > 1 else "License"
        yield QualifyingFact(label, "", details.licenses, sources_of(document, ("licenses", QUALIFYING)))
