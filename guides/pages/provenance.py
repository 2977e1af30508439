"""How the figures of a guide are known, in words for readers: a source for each figure, and notes for several."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.text import get_text_list

from guides.document import GuideDocument
from guides.document.covering import COVERING
from guides.document.provenance import MIDPOINT, OEWS, PROJECTIONS, Provenance
from guides.document.shape import FACT_FIGURES, Source
from guides.official import attribution

PUBLICATIONS = {OEWS: attribution.WAGES, PROJECTIONS: attribution.PROJECTIONS}
PUBLISHER = "BLS"
PAY_FIGURES = {"median_salary": "median pay", "salary_low": "low end of pay", "salary_high": "high end of pay"}
OTHER_FIGURES = {"growth_percent": "outlook", "annual_openings": "openings"}
LEVEL_FIGURES = {"median": "median", "average": "average"}


@dataclass(frozen=True, slots=True)
class FigureSource:
    """The source of a figure: short `words`, the address that they link to, and the full `name` of a publication.

    `is_stated` is false if the guide's text gives a figure without a source. `release` is the publication in short if
    the words say more.
    """

    words: str
    url: str | None = None
    name: str = ""
    is_stated: bool = True
    release: str = ""


NOT_STATED = FigureSource("as the guide’s text says, no source given", is_stated=False)
Labelled = Mapping[str, FigureSource]


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A source and the figures that it covers, such as `outlook and openings`; no label if it covers all of them."""

    label: str
    source: FigureSource


class FigureSources:
    """The sources of the figures of one guide."""

    def __init__(self, provenance: Iterable[Provenance], sources: Sequence[Source]) -> None:
        self.known = {known.of: known for known in reversed(tuple(provenance))}
        self.sources = sources

    def of(self, figure: str, level: str = "") -> FigureSource:
        """The source of a key fact, or of the median or average of a level."""
        if known := self.known.get((figure, level)):
            return source_of(known)
        source = self.in_text(figure)
        return in_words(source) if source else NOT_STATED

    def in_text(self, figure: str) -> Source | None:
        """The source that the guide's text gives for a figure: the one that covers it most closely."""
        covering = (source for covers in COVERING[figure] for source in self.sources if source.covers == covers)
        return next(covering, None)

    def of_facts(self, facts: object, *, has_other_pay: bool, names: Iterable[str] = FACT_FIGURES) -> Labelled:
        """The sources of those key facts that are stated, by label; `pay` is one label if its figures share a source.

        `facts` are the key facts of a document or of the index; other pay is that of the role itself.
        """
        stated = [name for name in names if getattr(facts, name) is not None]
        pay = {PAY_FIGURES[name]: self.of(name) for name in stated if name in PAY_FIGURES}
        if has_other_pay:
            pay["other pay"] = self.of("other_pay")
        if len(set(pay.values())) == 1:
            pay = {"pay": next(iter(pay.values()))}
        return pay | {OTHER_FIGURES[name]: self.of(name) for name in stated if name in OTHER_FIGURES}

    def of_level(self, title: str, *, has_average: bool = False) -> Labelled:
        """The sources of the pay of a level, by label."""
        names = LEVEL_FIGURES if has_average else ("median",)
        return {LEVEL_FIGURES[name]: self.of(name, title) for name in names}


def growth_period(document: GuideDocument) -> str:
    """The years of the projection that the outlook is from, such as `2024–34`; empty if unknown."""
    known = (row for row in document.provenance if row.of == ("growth_percent", "") and row.kind != "editor")
    return next((row.release for row in known), "")


def sources_in(document: GuideDocument) -> FigureSources:
    return FigureSources(document.provenance, document.details.sources)


def sources_of_levels(document: GuideDocument) -> dict[str, FigureSource]:
    """The source of the median of each level, by its title."""
    known = sources_in(document)
    return {level.title: known.of("median", level.title) for level in document.salary_levels}


@dataclass(frozen=True, slots=True)
class KnownFigure:
    """How one figure is known, in full: `BLS OEWS, May 2025` with its series or formula, or an editor's source."""

    label: str
    words: str
    url: str | None
    basis: str


def known_figures(document: GuideDocument) -> tuple[KnownFigure, ...]:
    """The figures that are known from more than the guide's text, in their order."""
    return tuple(map(_known_figure, document.provenance))


def _known_figure(known: Provenance) -> KnownFigure:
    label = (PAY_FIGURES | OTHER_FIGURES | LEVEL_FIGURES)[known.figure]
    source = source_of(known)
    words = source.words if known.kind == "editor" else f"{known.source}, {known.release}"
    basis = f"derived from {known.formula}" if known.kind == "derived" else known.series
    return KnownFigure(f"{known.level}, {label}" if known.level else label, words, source.url, basis)


def notes_on(labelled: Labelled) -> tuple[SourceNote, ...]:
    """A note for each source, in the order of the figures; without a label if there is one source."""
    labels: dict[FigureSource, list[str]] = {}
    for label, source in labelled.items():
        labels.setdefault(source, []).append(label)
    if len(labels) == 1:
        return (SourceNote("", next(iter(labels))),)
    return tuple(SourceNote(get_text_list(words, "and"), source) for source, words in labels.items())


def shared_notes(rows: Iterable[Labelled]) -> tuple[SourceNote, ...]:
    """The notes for all rows of a list, as its caption; none if rows differ, so that each needs its own."""
    shared: dict[str, FigureSource] = {}
    for labelled in rows:
        if any(shared.setdefault(label, source) != source for label, source in labelled.items()):
            return ()
    return notes_on(shared)


def notes_in_words(notes: Iterable[SourceNote]) -> str:
    """`pay: BLS, May 2025; outlook: BLS, 2024–34`, for plain text."""
    return "; ".join(f"{note.label}: {note.source.words}" if note.label else note.source.words for note in notes)


def cited(sources: Iterable[FigureSource]) -> str:
    """`BLS, May 2025; Harbor Board, as of May 2025`: each publication once, for a citation."""
    return "; ".join(dict.fromkeys(source.release or source.words for source in sources if source.is_stated))


def source_of(known: Provenance) -> FigureSource:
    """`BLS, May 2025`; `derived: 25th percentile of 43-4051 (BLS, May 2025)`; `checked by our editors, …`."""
    if known.kind == "editor":
        words = f"checked by our editors, {date_words(known.checked)}: {known.source}"
        return FigureSource(words, known.url)
    publication = PUBLICATIONS[known.source]
    name = f"{publication.publisher}, {publication.product}, {known.release}"
    release = f"{PUBLISHER}, {known.release}"
    words = f"derived: {_formula(known)} ({release})" if known.kind == "derived" else release
    return FigureSource(words, known.url or publication.address, name, release=release)


def _formula(known: Provenance) -> str:
    """`25th percentile of 43-4051`, `midpoint of median and 75th percentile of 43-4051`."""
    inputs = [(series.measure.removeprefix("annual "), series.code) for series in known.inputs]
    if len({code for _, code in inputs}) == 1:
        words = f"{' and '.join(measure for measure, _ in inputs)} of {inputs[0][1]}"
    else:
        words = " and ".join(f"{measure} of {code}" for measure, code in inputs)
    return f"{MIDPOINT}{words}" if len(inputs) > 1 else words


def in_words(source: Source) -> FigureSource:
    """A source that the guide names: `BLS OES, as of May 2025`."""
    return FigureSource(", as of ".join(filter(None, (source.name, date_words(source.as_of)))), source.url)


def date_words(as_of: str | None) -> str:
    """`2025-05-31` as `May 31, 2025`, `2025-05` as `May 2025`; any other text stays unchanged."""
    year, *rest = (as_of or "").split("-")
    try:
        numbers = [int(part) for part in rest]
        month = date(2000, numbers[0], 1).strftime("%B") if numbers else ""
    except (ValueError, IndexError):
        return as_of or ""
    day = f" {numbers[1]}," if len(numbers) > 1 else ""
    return f"{month}{day} {year}".strip()
