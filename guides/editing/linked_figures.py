"""Figures of guides that are published or derived, beside what a release has for them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from guides.document import GuideDocument
from guides.document.provenance import MEASURES, Provenance, derive
from guides.official.series import Asked, Missing, Reading

OPEN_FIGURE = "salary_high"  # the only one that can be “and more”
MISSING_WORDS = {
    Missing.TOP_CODED: "above the highest pay that is published",
    Missing.WITHHELD: "not published",
    Missing.NOT_APPLICABLE: "not published by the year",
    Missing.GONE: "not there: the occupation is gone",
    Missing.NOT_LOADED: "not imported",
}


@dataclass(frozen=True, slots=True)
class Official:
    """The value that a release has for a figure, or why it has none.

    A top-coded one is at least `least`. `merged` maps each SOC code that was merged to the one that covers it now.
    """

    value: int | float | None
    missing: Missing | None = None
    least: int | None = None
    merged: Mapping[str, str] = field(default_factory=dict)

    def agrees_with(self, known: Provenance) -> bool:
        """Whether a figure is this value; the open end of a range may be the top-coded amount."""
        if self.missing == Missing.TOP_CODED:
            return known.figure == OPEN_FIGURE and known.value == self.least
        return known.value == self.value


def linked(document: GuideDocument) -> Iterator[tuple[int, Provenance]]:
    """The published and derived figures of a document, with their places in its provenance."""
    return ((index, known) for index, known in enumerate(document.provenance) if is_linked(known))


def is_linked(known: Provenance) -> bool:
    """Whether a figure follows from published series; words of editors that name none are left to `validate`."""
    measures = MEASURES.get(known.source, ())
    return bool(known.inputs) and all(series.measure in measures for series in known.inputs)


def asked_for(known: Iterable[Provenance], release: str | None = None) -> Iterator[Asked]:
    """The series of figures in a release, by default in the release that each figure names."""
    for each in known:
        yield from ((each.source, each.release if release is None else release, series) for series in each.inputs)


def official(known: Provenance, readings: Mapping[Asked, Reading], release: str | None = None) -> Official:
    """The value of a figure in a release, by default in the one that it names."""
    found = [readings[asked] for asked in asked_for([known], release)]
    pairs = zip(known.inputs, found, strict=True)
    merged = {series.code: reading.code for series, reading in pairs if reading.is_merged(series)}
    values = [reading.value for reading in found if reading.value is not None]
    if len(values) == len(found):
        return Official(derive(values), merged=merged)
    lacking = next(reading for reading in found if reading.value is None)
    return Official(None, lacking.missing, lacking.least if len(found) == 1 else None, merged)
