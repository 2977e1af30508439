"""The hits on a page of results: guides, each with its most relevant line and the place of that line on its page."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F

from guides.document.search_words import Term
from guides.finding.search.snippets import COLUMNS, Marker, Part, cut
from guides.models import GuideIndex, SearchEntry
from guides.pages.places import Place

PAY = ("median_salary", "salary_low", "salary_high", "salary_high_is_open", "currency", "other_pay_rows")
OUTLOOK = ("growth_percent", "growth_note", "typical_education", "education_level")
SOURCES = ("provenance_rows", "source_rows")
FACTS = ("title", "slug", "category", *PAY, *OUTLOOK, *SOURCES)
FETCHED = ("title", *COLUMNS, *(f"revision__index__{fact}" for fact in FACTS))  # only these, as each takes time
LABELS = "labels"


@dataclass(frozen=True, slots=True)
class Hit:
    """A guide in the results, with the words marked in its title and in its most relevant line.

    `place` is where that line is on the page of the guide, None if it describes the whole guide; `label` is that of the
    place, with the words marked.
    """

    guide: GuideIndex
    title: tuple[Part, ...]
    snippet: tuple[Part, ...]
    place: Place | None = None
    label: tuple[Part, ...] = ()


def hits_of(revisions: Sequence[int], terms: tuple[Term, ...]) -> tuple[Hit, ...]:
    """Return the hits of revisions, in the same order, with `terms` marked."""
    entries = SearchEntry.objects.filter(revision__in=revisions).order_by().annotate(places_of=F("places__columns"))
    entries = entries.select_related("revision__index").only(*FETCHED)
    found, marker = {entry.revision_id: entry for entry in entries}, Marker(terms)
    return tuple(_hit(found[revision], marker) for revision in revisions)


class _Places:
    """The places of an entry's lines, in the order of its columns."""

    def __init__(self, entry: SearchEntry) -> None:
        self.columns = entry.places_of or {}
        self.rows = [(name, *row) for name, rows in self.columns.items() for row in rows]

    @property
    def labels(self) -> str:
        """The labels as lines; the number of a step is none."""
        return "\n".join("" if kind == "step" else label for *_, label, kind in self.rows)

    def at(self, column: str, number: int) -> Place | None:
        """Return the place of a line, by its number in a column."""
        rows = self.columns.get(column, [])
        index = bisect_right(rows, number, key=lambda row: row[0]) - 1
        return Place(*rows[index][1:]) if index >= 0 and rows[index][1] else None


def _hit(entry: SearchEntry, marker: Marker) -> Hit:
    """Build a hit. If the title has all the words, its line is in the summary, which describes the guide best."""
    guide, title = entry.revision.index, marker.mark(entry.title)
    if marker.has_all(entry.title):
        line = marker.best_line({"summary": entry.summary})
        return Hit(guide, title, cut(line.text, line.matches) if line else _start(entry))
    places = _Places(entry)
    texts = {LABELS: places.labels, **{name: getattr(entry, name) for name in COLUMNS}}
    line = marker.best_line(texts)
    if line is None:
        return Hit(guide, title, _start(entry))
    column, number = line.name, texts[line.name].count("\n", 0, line.start)
    if column == LABELS:
        column, number, *_ = places.rows[number]
    place = places.at(column, number)
    if place is None:
        return Hit(guide, title, cut(line.text, line.matches))
    text = _text_in(place, texts[column].split("\n")[number:], column, number, places)
    return Hit(guide, title, marker.cut(text), place, marker.mark(place.label))


def _start(entry: SearchEntry) -> tuple[Part, ...]:
    return cut(entry.summary.partition("\n")[0], ())


def _text_in(place: Place, lines: Sequence[str], column: str, number: int, places: _Places) -> str:
    """Return the first of some lines without the label of its place; if it is only the label, the line after it."""
    if lines and lines[0] == place.label:
        return lines[1] if len(lines) > 1 and places.at(column, number + 1) == place else ""
    return lines[0].removeprefix(f"{place.label}: ") if lines else ""
