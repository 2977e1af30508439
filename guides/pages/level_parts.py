"""The levels of a role: one drawing of their pay and years, and what each of them does in words."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString

from guides.document.shape import CareerStep, GuideDocument, SalaryLevel
from guides.pages.anchors import Anchors
from guides.pages.figures import sources_of
from guides.pages.neighbors import Neighbors, TitleMatch
from guides.pages.other_pay import pay_lines
from guides.pages.part import Part
from guides.pages.pay import guide_axis
from guides.pages.provenance import SourceNote, cited, notes_on, shared_notes, sources_in
from guides.parsing.headings import DEFAULT_HEADINGS
from guides.rendering import charts
from guides.rendering.markdown import render_markdown
from guides.rendering.money import format_money


@dataclass(frozen=True, slots=True)
class Level:
    """A level with what the guide states of it: its years and words, its pay, or both.

    `anchor` is that of its row in the drawing, `words_anchor` that of its description, empty without one. `difference`
    is from the median of the level before. `notes` are the sources of its pay if those of levels differ, and
    `median_notes` those of its median. `title_matches` are the other guides with its title.
    """

    title: str
    anchor: str
    words_anchor: str
    years: charts.LevelBar | None
    pay: SalaryLevel | None
    strip: charts.PayStrip | None
    difference: int | None
    notes: tuple[SourceNote, ...]
    median_notes: tuple[SourceNote, ...]
    title_matches: tuple[TitleMatch, ...]
    description: SafeString | str = ""
    focus_areas: SafeString | str = ""

    @property
    def guide(self) -> TitleMatch | None:
        return next((entry for entry in self.title_matches if entry.is_guide), None)


@dataclass(frozen=True, slots=True)
class LevelsPart(Part):
    """Levels on an axis of `years` and one of `pay`, each None if the guide states none.

    `years_anchor` is where links to the years lead, `cited` the sources in words.
    """

    years: charts.CareerPathChart | None = None
    pay: charts.PayAxis | None = None
    years_anchor: str = ""
    cited: str = ""
    items: tuple[Level, ...] = ()

    @property
    def has_averages(self) -> bool:
        return any(level.pay and level.pay.average is not None for level in self.items)


def level_parts(document: GuideDocument, neighbors: Neighbors, anchors: Anchors) -> dict[str, list[Part]]:
    """The parts about levels by kind of section: the drawing is with the pay, or without pay with the career path."""
    drawn_in = "salary_outlook" if document.salary_levels else "career_path"
    chart, axis = charts.career_path_chart(document.career_path), guide_axis(document)
    pay_anchor = anchors.take("Pay by Level") if document.salary_levels else ""
    others = _other_pay(document, anchors)
    years_anchor = anchors.take("Ladder") if chart.has_placed else ""
    words_anchor = anchors.take("Rungs") if document.career_path else ""
    known = sources_in(document)
    labelled = [known.of_level(pay.title, has_average=pay.average is not None) for pay in document.salary_levels]
    shared = shared_notes(labelled)
    levels = tuple(_levels(document, neighbors, anchors, chart, has_shared_notes=bool(shared)))
    drawing = LevelsPart(
        "levels",
        anchor=pay_anchor or years_anchor,
        heading="Pay by Level" if pay_anchor else "Years by Level",
        items=levels if pay_anchor or years_anchor else (),
        notes=_contradictions(document),
        figure_notes=shared,
        years=chart if years_anchor else None,
        pay=axis if pay_anchor else None,
        years_anchor=years_anchor if pay_anchor else "",
        cited=cited(source for row in labelled for source in row.values()),
    )
    described = tuple(level for level in levels if level.words_anchor)
    words = LevelsPart("career_path", words_anchor, "Level by Level", items=described, pay=axis)
    parts: dict[str, list[Part]] = {"salary_outlook": [others], "career_path": [words]}
    parts[drawn_in].insert(0, drawing)
    return parts


def _levels(
    document: GuideDocument,
    neighbors: Neighbors,
    anchors: Anchors,
    chart: charts.CareerPathChart,
    *,
    has_shared_notes: bool,
) -> Iterator[Level]:
    axis, known, before = guide_axis(document), sources_in(document), None
    bars = iter(chart.levels)
    for step, pay in _paired(document):
        title = step.title if step else pay.title
        sources = known.of_level(pay.title, has_average=pay.average is not None) if pay else {}
        yield Level(
            title=title,
            anchor=anchors.take(f"pay-{title}"),
            words_anchor=anchors.take(f"level-{title}") if step else "",
            years=next(bars) if step else None,
            pay=pay,
            strip=charts.level_strip(axis, pay.median, pay.average) if pay else None,
            difference=pay.median - before.median if pay and before else None,
            notes=() if has_shared_notes else notes_on(sources),
            median_notes=notes_on(known.of_level(pay.title)) if pay else (),
            title_matches=neighbors.title_matches.get(title, ()),
            description=render_markdown(step.description) if step else "",
            focus_areas=render_markdown(step.focus_areas) if step else "",
        )
        before = pay or before


def _paired(document: GuideDocument) -> Iterator[tuple[CareerStep | None, SalaryLevel | None]]:
    """The steps of the career path, each with the pay of the same title; other pay follows the pay that it follows."""
    by_title: dict[str, SalaryLevel] = {}
    for pay in document.salary_levels:
        by_title.setdefault(pay.title.casefold(), pay)
    titles = {step.title.casefold() for step in document.career_path}
    following: dict[str, list[SalaryLevel]] = defaultdict(list)
    last = ""
    for pay in document.salary_levels:
        key = pay.title.casefold()
        if key in titles and by_title[key] is pay:
            last = key
        else:
            following[last].append(pay)
    yield from ((None, pay) for pay in following.pop("", ()))
    for step in document.career_path:
        key = step.title.casefold()
        yield step, by_title.get(key)
        yield from ((None, pay) for pay in following.pop(key, ()))


def _contradictions(document: GuideDocument) -> tuple[str, ...]:
    """A note if the guide states two different medians for the role itself."""
    facts = document.key_facts
    own = [level.median for level in document.salary_levels if level.title.casefold() == document.title.casefold()]
    if facts.median_salary is None or not own or own[0] == facts.median_salary:
        return ()
    here, there = (format_money(amount, facts.currency) for amount in (own[0], facts.median_salary))
    return (f"The key facts give {there} as the median of this role; this table gives {here} for the same title.",)


def _other_pay(document: GuideDocument, anchors: Anchors) -> Part:
    """Other pay of the levels; that of the role itself is in the key facts."""
    items, heading = pay_lines(document.other_pay, of_levels=True), DEFAULT_HEADINGS["other_pay"]
    if not items:
        return Part("other_pay")
    sources = sources_of(document, {"other_pay", "salary_levels", "pay_by_level"})
    return Part("other_pay", anchors.take(heading), heading, items=items, sources=sources)
