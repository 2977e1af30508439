"""The lists of a document, by the kind of section that they belong to."""

from collections.abc import Sequence
from dataclasses import replace

from guides.document.choices import SECTION_KINDS
from guides.document.shape import LISTS, GuideDocument, Resource
from guides.document.tools import BY_KIND
from guides.pages.anchors import Anchors
from guides.pages.figures import sources_of
from guides.pages.neighbors import NeighborCard, Neighbors
from guides.pages.other_pay import pay_lines
from guides.pages.part_rows import Level, Need, Part, PayLevel, RelatedRow, ResourceRow, Words
from guides.pages.pay import card_sources, guide_axis
from guides.pages.provenance import (
    notes_on,
    shared_notes,
    sources_in,
    sources_of_levels,
)
from guides.parsing.headings import DEFAULT_HEADINGS, PLAIN_LISTS
from guides.rendering import charts
from guides.rendering.markdown import render_markdown
from guides.rendering.money import format_money, median_difference
from guides.rendering.words import description_of

READINESS_RESOURCES = ("skills_gap", "readiness")


def parts_of(document: GuideDocument, neighbors: Neighbors, anchors: Anchors) -> dict[str, list[Part]]:
    toolkit = [item for item in document.resources if item.kind not in READINESS_RESOURCES]
    readiness = [item for item in document.resources if item.kind in READINESS_RESOURCES]
    found = {
        "responsibilities": [_part(document, "responsibilities", "responsibilities", document.responsibilities)],
        "qualifications": _qualification_parts(document, anchors),
        "how_to_become": [_part(document, "steps", "steps", _steps(document))],
        "salary_outlook": [_pay_levels(document, neighbors, anchors), _other_pay(document, anchors)],
        "career_path": _career_path_parts(document, neighbors, anchors),
        "emerging_specializations": [_part(document, "specializations", "specializations", _specializations(document))],
        "pros_cons": [_pros_cons(document)],
        "faq": [_part(document, "questions", "faqs", _questions(document, anchors))],
        "toolkit": [_part(document, "resources", "resources", _resources(toolkit, neighbors.slug))],
        "readiness": [_part(document, "resources", "resources", _resources(readiness, neighbors.slug))],
        "related": [
            _part(document, "related", "related", _related(document, neighbors)),
            *_nearest(document, neighbors, anchors),
        ],
    }
    for name, host in PLAIN_LISTS.items():
        found.setdefault(host, []).append(_plain_list(document, name, anchors))
    kept = {kind: [part for part in parts if part.items or part.chart] for kind, parts in found.items()}
    return {kind: parts for kind, parts in kept.items() if parts}


def _part(document: GuideDocument, kind: str, covers: str, items: tuple[object, ...], **extra: str) -> Part:
    """A part with the sources of its list, unless its block shows them as those of a section."""
    names = {covers} - set(SECTION_KINDS)
    return Part(kind, items=items, sources=sources_of(document, names) or None, **extra)


def _plain_list(document: GuideDocument, name: str, anchors: Anchors) -> Part:
    """A list without a chart: names with their Markdown text, or only names."""
    rows, heading = getattr(document, name), DEFAULT_HEADINGS[name]
    items = tuple(Words(words, render_markdown(text)) for words, text in map(LISTS[name].name_and_text, rows))
    return _part(document, name, name, items, heading=heading, anchor=anchors.take(heading)) if items else Part(name)


def _qualification_parts(document: GuideDocument, anchors: Anchors) -> list[Part]:
    lists = (
        ("education", "education_requirements", "Education Requirements", _requirements(document)),
        ("technical_skills", "technical_skills", "Technical Skills", _skills(document, "technical")),
        ("soft_skills", "soft_skills", "Soft Skills", _skills(document, "soft")),
    )
    return [
        _part(document, kind, covers, items, heading=heading, anchor=anchors.take(heading))
        for kind, covers, heading, items in lists
        if items
    ]


def _requirements(document: GuideDocument) -> tuple[Need, ...]:
    marks = document.marks
    return tuple(Need(text, "", marks.get(text, "")) for text in document.education_requirements)


def _skills(document: GuideDocument, kind: str) -> tuple[Need, ...]:
    marks = document.marks
    return tuple(
        Need(skill.name, skill.detail, marks.get(skill.name, "")) for skill in document.skills if skill.kind == kind
    )


def _steps(document: GuideDocument) -> tuple[Words, ...]:
    return tuple(Words(str(step.number), render_markdown(step.text)) for step in document.steps)


def _pay_levels(document: GuideDocument, neighbors: Neighbors, anchors: Anchors) -> Part:
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


def _other_pay(document: GuideDocument, anchors: Anchors) -> Part:
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


def _career_path_parts(document: GuideDocument, neighbors: Neighbors, anchors: Anchors) -> list[Part]:
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
    parts.append(Part("rungs", anchors.take("Rungs"), "Rung by Rung", items=levels))
    return parts


def _specializations(document: GuideDocument) -> tuple[Words, ...]:
    return tuple(Words(item.name, render_markdown(item.description)) for item in document.specializations)


def _pros_cons(document: GuideDocument) -> Part:
    sides = (("Pros", document.pros), ("Cons", document.cons))
    return Part("pros_cons", items=tuple((name, items) for name, items in sides if items))


def _questions(document: GuideDocument, anchors: Anchors) -> tuple[Words, ...]:
    return tuple(
        Words(faq.question, render_markdown(faq.answer), anchors.take(f"q-{faq.question}")) for faq in document.faqs
    )


def _resources(resources: Sequence[Resource], slug: str) -> tuple[ResourceRow, ...]:
    return tuple(
        ResourceRow(item.title, render_markdown(item.blurb), BY_KIND.get(item.kind) if slug else None, slug)
        for item in resources
    )


def _related(document: GuideDocument, neighbors: Neighbors) -> tuple[RelatedRow, ...]:
    rows = []
    for role in document.related:
        row = RelatedRow(role.title, role.slug, neighbors.slug, render_markdown(role.blurb))
        card = neighbors.related.get(role.slug)
        rows.append(_with_card(row, card, document) if card else row)
    return tuple(rows)


def _nearest(document: GuideDocument, neighbors: Neighbors, anchors: Anchors) -> list[Part]:
    """Similar guides that the text does not list."""
    rows = tuple(
        _with_card(RelatedRow(card.title, card.slug, neighbors.slug, description_of(card.summary)), card, document)
        for card in neighbors.nearest
    )
    heading = "Nearest Guides"
    return [Part("nearest", anchors.take(heading), heading, items=rows)] if rows else []


def _with_card(row: RelatedRow, card: NeighborCard, document: GuideDocument) -> RelatedRow:
    return replace(
        row,
        card=card,
        difference=median_difference(document.key_facts, card),
        overlap=charts.overlap(len(document.skills), card.shared_skills, card.skill_count),
        notes=notes_on(card_sources(card, ("median_salary",))),
    )
