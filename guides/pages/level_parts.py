"""The levels of a role: their pay, and its career path."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from guides.document.shape import GuideDocument, SalaryLevel
from guides.pages.anchors import Anchors
from guides.pages.figures import sources_of
from guides.pages.neighbors import Neighbors, TitleMatch
from guides.pages.other_pay import pay_lines
from guides.pages.part import Part
from guides.pages.pay import guide_axis
from guides.pages.provenance import SourceNote, notes_on, shared_notes, sources_in, sources_of_levels
from guides.parsing.headings import DEFAULT_HEADINGS
from guides.rendering import charts
from guides.rendering.markdown import render_markdown
from guides.rendering.money import format_money


@dataclass(frozen=True, slots=True)
class Level:
    """A level of the career path in words, with the pay of its title and its source."""

    title: str
    experience: str
    description: SafeString
    focus_areas: SafeString
    median: int | None
    currency: str | None
    notes: tuple[SourceNote, ...]
    title_matches: tuple[TitleMatch, ...] = ()


@dataclass(frozen=True, slots=True)
class PayLevel:
    """The pay of a level: its strip, `step` from the median of the level before, and the guides with its title."""

    level: SalaryLevel
    strip: charts.PayStrip
    step: int | None
    title_matches: tuple[TitleMatch, ...]
    notes: tuple[SourceNote, ...]

    @property
    def guide(self) -> TitleMatch | None:
        return next((entry for entry in self.title_matches if entry.is_guide), None)


def pay_levels(document: GuideDocument, neighbors: Neighbors, anchors: Anchors) -> Part:
    if not document.salary_levels:
        return Part("pay_levels")
    levels = document.salary_levels
    axis = guide_axis(document)
    known = sources_in(document)
    sources = [known.of_level(level.title, has_average=level.average is not None) for level in levels]
    shared = shared_notes(sources)
    return Part(
        "pay_levels",
        anchor=anchors.take("Pay by Level"),
        heading="Pay by Level",
        items=tuple(
            PayLevel(
                level=level,
                strip=charts.level_strip(axis, level.median, level.average),
                step=None if before is None else level.median - before.median,
                title_matches=neighbors.title_matches.get(level.title, ()),
                notes=() if shared else notes_on(labelled),
            )
            for before, level, labelled in zip((None, *levels), levels, sources, strict=False)
        ),
        chart=axis,
        notes=_pay_notes(document),
        figure_notes=shared,
    )


def other_pay(document: GuideDocument, anchors: Anchors) -> Part:
    """Other pay of the levels; that of the role itself is in the key facts."""
    items, heading = pay_lines(document.other_pay, of_levels=True), DEFAULT_HEADINGS["other_pay"]
    if not items:
        return Part("other_pay")
    sources = sources_of(document, {"other_pay", "salary_levels", "pay_by_level"})
    return Part("other_pay", anchors.take(heading), heading, items=items, sources=sources)


def _pay_notes(document: GuideDocument) -> tuple[str, ...]:
    """A note if the guide states two different medians for the role itself."""
    facts = document.key_facts
    own = [level.median for level in document.salary_levels if level.title.casefold() == document.title.casefold()]
    if facts.median_salary is None or not own or own[0] == facts.median_salary:
        return ()
    here, there = (format_money(amount, facts.currency) for amount in (own[0], facts.median_salary))
    return (f"The key facts give {there} as the median of this role; this table gives {here} for the same title.",)


def career_path_parts(document: GuideDocument, neighbors: Neighbors, anchors: Anchors) -> list[Part]:
    if not document.career_path:
        return []
    chart = charts.career_path_chart(document.career_path, document.salary_levels, document.key_facts.currency)
    sources = {title.casefold(): source for title, source in reversed(sources_of_levels(document).items())}
    paid = {
        step.title: sources[step.title.casefold()] for step in document.career_path if step.title.casefold() in sources
    }
    levels = tuple(
        Level(
            title=step.title,
            experience=step.experience,
            description=render_markdown(step.description),
            focus_areas=render_markdown(step.focus_areas),
            median=drawn.median,
            currency=chart.currency,
            notes=notes_on({"": paid[step.title]}) if step.title in paid else (),
            title_matches=neighbors.title_matches.get(step.title, ()),
        )
        for step, drawn in zip(document.career_path, chart.levels, strict=True)
    )
    parts = []
    if chart.has_placed:
        parts.append(
            Part("ladder", anchors.take("Ladder"), "The Ladder in Years", chart=chart, figure_notes=notes_on(paid))
        )
    parts.append(Part("rungs", anchors.take("Rungs"), "Level by Level", items=levels))
    return parts
