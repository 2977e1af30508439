"""What readers are told about the versions of a guide: which figures changed and why, and which parts of the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localtime

from guides.document import GuideDocument
from guides.document.labels import label_of
from guides.document.merging import flatten
from guides.document.shape import FACT_FIGURES
from guides.pages.figure_words import figure_name, figure_value
from guides.pages.provenance import source_of

MOST_LISTED = 40
# Told as figures, or of no interest to readers.
FIGURES = {
    *(f"key_facts.{name}" for name in FACT_FIGURES),
    *("key_facts.salary_high_is_open", "key_facts.annual_openings_is_approximate", "key_facts.currency"),
    *("provenance", "schema", "slug"),
}

Figures = dict[tuple[str, str], str]  # in words, by name and level


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure before and after, empty if it was not stated, and how it is known now."""

    name: str
    old: str
    new: str
    source: str


@dataclass(frozen=True, slots=True)
class Version:
    """A version that readers could see, up to `until` if it is no longer there, and how it differs from the last one.

    The first version differs from nothing. `more` counts the figures and parts beyond MOST_LISTED.
    """

    since: datetime
    until: datetime | None
    is_first: bool
    figures: Sequence[FigureChange] = ()
    parts: Sequence[str] = ()
    more: int = 0

    @property
    def is_of_one_day(self) -> bool:
        """Whether it was replaced on the day on which it was published."""
        return self.until is not None and localtime(self.until).date() == localtime(self.since).date()


def version(since: datetime, until: datetime | None, new: GuideDocument, old: GuideDocument | None) -> Version:
    """A version beside the one before it, if there is one."""
    if old is None:
        return Version(since, until, is_first=True)
    figures, parts = list(_figures_changed(old, new)), list(_parts_changed(old, new))
    more = max(0, len(figures) - MOST_LISTED) + max(0, len(parts) - MOST_LISTED)
    return Version(since, until, False, figures[:MOST_LISTED], parts[:MOST_LISTED], more)


def _figures_changed(old: GuideDocument, new: GuideDocument) -> Iterator[FigureChange]:
    """The figures with another value or another source, in the order of the guide."""
    before, after = _figures(old), _figures(new)
    known_before, known_now = _sources(old), _sources(new)
    for of in dict.fromkeys((*after, *before)):
        was, now, source = before.get(of, ""), after.get(of, ""), known_now.get(of, "")
        if was != now or (source and source != known_before.get(of)):
            yield FigureChange(figure_name(*of), was, now, source)


def _figures(document: GuideDocument) -> Figures:
    facts = document.key_facts
    is_open = {("salary_high", ""): facts.salary_high_is_open}
    return {
        of: figure_value(of[0], value, facts.currency, is_open=is_open.get(of, False))
        for of, value in document.figures.items()
    }


def _sources(document: GuideDocument) -> Figures:
    return {known.of: source_of(known).words for known in document.provenance}


def _parts_changed(old: GuideDocument, new: GuideDocument) -> Iterator[str]:
    """The parts whose text differs: sections by their headings, everything else by its label."""
    before, after = flatten(old), flatten(new)
    for path, now in after.items():
        if path in FIGURES or now == before[path]:
            continue
        if path == "sections":
            yield from _sections_changed(old, new)
        elif path != "salary_levels" or _titles(old) != _titles(new):
            yield label_of(path)


def _sections_changed(old: GuideDocument, new: GuideDocument) -> Iterator[str]:
    before, after = ({section.heading: section.body for section in side.sections} for side in (old, new))
    for heading, body in after.items():
        if body != before.get(heading):
            yield heading if heading in before else f"{heading} (new)"
    yield from (f"{heading} (removed)" for heading in before if heading not in after)
    if before == after:
        yield "Order of the sections"


def _titles(document: GuideDocument) -> list[str]:
    return [level.title for level in document.salary_levels]
