"""What the public pages show, in reading order: made of guide documents and index cards, without a database.

A guide page is a row of blocks. A block is a section of the text together with the lists that belong to it; a list
whose section the text does not have stands as a block of its own at its usual place. Everything in a document has
exactly one place: `HOSTS` names the lists, `REST` is what no list and no section holds.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import count
from typing import Protocol

from django.utils.safestring import SafeString
from django.utils.text import Truncator, slugify

from guides import charts
from guides.markdown import plain_words, render_markdown
from guides.parsing.document import GuideDocument, KeyFacts, Picture, Resource, Section, Source
from guides.pictures import image_attributes
from guides.toolkit.registry import BY_KIND, TOOLS, Tool

LONGEST_DESCRIPTION = 158
LONGEST_ANCHOR = 60
LEAD_PICTURE_SIZES = "(min-width: 75rem) 20rem, (min-width: 30rem) 24rem, 92vw"  # as in static/css/pictures.css

# The order of blocks where the text does not say otherwise.
USUAL_ORDER = (
    "overview",
    "responsibilities",
    "work_environment",
    "tools",
    "qualifications",
    "how_to_become",
    "education_training",
    "salary_outlook",
    "market_commentary",
    "career_path",
    "emerging_specializations",
    "diversity",
    "inclusive_hiring",
    "workplace_culture",
    "support_networks",
    "global_opportunities",
    "global_salaries",
    "remote_work",
    "visa_immigration",
    "market_reality",
    "current_challenges",
    "growth_opportunities",
    "market_trends",
    "pros_cons",
    "faq",
    "toolkit",
    "readiness",
    "related",
)
PARENTS = {
    "market_commentary": "salary_outlook",
    "inclusive_hiring": "diversity",
    "workplace_culture": "diversity",
    "support_networks": "diversity",
    "global_salaries": "global_opportunities",
    "remote_work": "global_opportunities",
    "visa_immigration": "global_opportunities",
    "current_challenges": "market_reality",
    "growth_opportunities": "market_reality",
    "market_trends": "market_reality",
}
# Names of sections: for the contents where the heading repeats the role, and as headings of lists without a section.
SHORT_HEADINGS = {
    "overview": "Overview",
    "responsibilities": "Responsibilities",
    "qualifications": "Skills & Qualifications",
    "how_to_become": "How to Become One",
    "education_training": "Education & Training",
    "salary_outlook": "Salary & Outlook",
    "career_path": "Career Path",
    "emerging_specializations": "Emerging Specializations",
    "diversity": "Diversity & Inclusion",
    "global_opportunities": "Global Opportunities",
    "market_reality": "Market Reality",
    "pros_cons": "Pros & Cons",
    "faq": "Frequently Asked Questions",
    "toolkit": "Job Application Toolkit",
    "readiness": "Assess Your Readiness",
    "related": "Related Careers",
}
REMOTE_WORK_WORDS = {"common": "Common", "possible": "Possible", "rare": "Rare"}
CURRENCY_NAMES = {
    "USD": "US dollars",
    "EUR": "euros",
    "GBP": "pounds sterling",
    "CAD": "Canadian dollars",
    "AUD": "Australian dollars",
    "INR": "Indian rupees",
}
READINESS_RESOURCES = ("skills_gap", "readiness")


class GuideCard(Protocol):
    """What the index holds of a published guide: a row in lists and beside related roles."""

    slug: str
    title: str
    summary: str
    category: str | None
    currency: str | None
    median_salary: int | None
    salary_low: int | None
    salary_high: int | None
    salary_high_is_open: bool
    growth_percent: int | float | None
    growth_note: str
    annual_openings: int | None
    annual_openings_is_approximate: bool
    typical_education: str
    education_level: str | None
    remote_work: str | None


class NeighbourCard(GuideCard, Protocol):
    """The card of a guide beside another: how many skills it asks for, and how many of them the other does too."""

    skill_count: int
    shared_skills: int


@dataclass(frozen=True, slots=True)
class Reached:
    """A guide that has the title of a rung of another, as its own (`is_guide`) or as one of its levels."""

    title: str
    slug: str
    is_guide: bool


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What other guides have to do with one: `related` are the published ones among its related roles by slug,
    `nearest` others by shared skills and ladders, `reached` guides by the title of a rung, `growths` the growth that
    guides state, in per cent; `slug` is where the guide itself is read, empty for a preview.
    """

    related: Mapping[str, NeighbourCard] = field(default_factory=dict)
    nearest: Sequence[NeighbourCard] = ()
    reached: Mapping[str, tuple[Reached, ...]] = field(default_factory=dict)
    growths: Sequence[int | float] = ()
    slug: str = ""


NO_NEIGHBOURS = Neighbours()


# The shapes that templates take


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Where figures are from; `covers` and `as_of` in words."""

    covers: str
    name: str
    url: str | None
    as_of: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents list."""

    anchor: str
    label: str
    level: int
    children: tuple["Entry", ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A list or a drawing within a block; `partials/_<kind>.html` shows it. `label` is its line in the contents."""

    kind: str
    anchor: str = ""
    heading: str = ""
    items: tuple[object, ...] = ()
    chart: charts.PayChart | charts.Ladder | None = None
    notes: tuple[str, ...] = ()
    sources: tuple[SourceLine, ...] | None = None

    @property
    def template(self) -> str:
        return f"guides/partials/_{self.kind}.html"


@dataclass(frozen=True, slots=True)
class Block:
    """A section of the page: heading (h2 or h3 by `level`), words, then its parts."""

    kind: str
    anchor: str
    heading: str
    label: str
    level: int = 2
    body: SafeString | str = ""
    parts: tuple[Part, ...] = ()
    sources: tuple[SourceLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """A name or a number with its Markdown rendered."""

    name: str
    html: SafeString
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """A requirement or a skill; `importance` is `essential`, `useful` or nothing."""

    name: str
    detail: str
    importance: str


@dataclass(frozen=True, slots=True)
class Promise:
    """What the text says of one of its tools, and the tool itself where it has a page; `slug` is that of the guide,
    empty where only editors see it."""

    name: str
    html: SafeString
    tool: Tool | None
    slug: str


@dataclass(frozen=True, slots=True)
class Rung:
    """A rung of the ladder in words, with the pay of the level that has its title."""

    title: str
    experience: str
    description: SafeString
    focus_areas: SafeString
    median: int | None
    average: int | None
    currency: str | None
    reached: tuple[Reached, ...] = ()


@dataclass(frozen=True, slots=True)
class PayLevel:
    """A bar of pay by level and the guides that have its title."""

    bar: charts.PayBar
    reached: tuple[Reached, ...]

    @property
    def guide(self) -> Reached | None:
        return next((entry for entry in self.reached if entry.is_guide), None)


@dataclass(frozen=True, slots=True)
class RelatedRow:
    """A role beside another; without `card` its guide is still in preparation.

    `beside` is the slug of the other, empty where only editors see it: what is not public is linked to nothing.
    `difference` is to this role's median, `overlap` draws the skills that both ask for.
    """

    title: str
    slug: str
    beside: str
    blurb: SafeString | str = ""
    card: NeighbourCard | None = None
    difference: int | None = None
    overlap: charts.Overlap | None = None


@dataclass(frozen=True, slots=True)
class KeyFactsView:
    """The four numbers with their drawings, and where they are from."""

    facts: KeyFacts
    education_level: str | None
    strip: charts.PayStrip | None
    outlook: charts.OutlookMark | None
    outlook_among: str
    dots: charts.Dots | None
    education: charts.EducationMark | None
    amounts_in: str
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class LeadPicture:
    """The picture beside the summary: what its `img` element says, and the focus as the nearest of five steps each way,
    in percent, for which there are classes."""

    alt: str
    image: Mapping[str, str]
    focus_x: int
    focus_y: int


@dataclass(frozen=True, slots=True)
class GuidePage:
    """Everything a guide page shows, in reading order."""

    title: str
    slug: str
    description: str
    summary: SafeString
    published: datetime | None
    revised: datetime | None
    preview: bool
    key_facts: KeyFactsView | None
    category: str | None
    alternative_titles: tuple[str, ...]
    remote_work: str
    top_industries: tuple[str, ...]
    picture: LeadPicture | None
    blocks: tuple[Block, ...]
    contents: tuple[Entry, ...] = field(default=())
    tools: tuple[Tool, ...] = TOOLS

    @property
    def has_facts(self) -> bool:
        """Whether there is anything for the small list beside the summary."""
        return bool(self.category or self.alternative_titles or self.remote_work or self.top_industries)


@dataclass(frozen=True, slots=True)
class ListRow:
    """A guide in a list: its card, its pay range on the list's axis, its outlook."""

    card: GuideCard
    strip: charts.PayStrip | None
    outlook: charts.OutlookMark | None


@dataclass(frozen=True, slots=True)
class ListAxis:
    """The axis of pay of a currency."""

    currency: str
    axis: charts.Axis


@dataclass(frozen=True, slots=True)
class GuideRows:
    """Guides under each other. Each currency has its axis; all axes have their marks at the same places."""

    axes: tuple[ListAxis, ...]
    rows: tuple[ListRow, ...]


# A guide page


def guide_page(
    document: GuideDocument,
    *,
    neighbours: Neighbours = NO_NEIGHBOURS,
    published: datetime | None = None,
    revised: datetime | None = None,
    preview: bool = False,
) -> GuidePage:
    """The page of a document among its neighbours."""
    blocks = (*_blocks(document, neighbours), *_about_figures(document))
    return GuidePage(
        title=document.title,
        slug=document.slug,
        description=_description(document.summary),
        summary=render_markdown(document.summary),
        published=published,
        revised=revised,
        preview=preview,
        key_facts=_key_facts(document, neighbours.growths),
        category=document.details.category,
        alternative_titles=document.details.alternative_titles,
        remote_work=REMOTE_WORK_WORDS.get(document.details.remote_work or "", ""),
        top_industries=document.key_facts.top_industries,
        picture=_lead_picture(document.picture),
        blocks=blocks,
        contents=_contents(blocks),
    )


def _lead_picture(picture: Picture | None) -> LeadPicture | None:
    if picture is None:
        return None
    image = image_attributes(picture.name, LEAD_PICTURE_SIZES)
    return LeadPicture(picture.alt, image, _focus_step(picture.focus_x), _focus_step(picture.focus_y))


def _focus_step(percent: int) -> int:
    return 25 * round(percent / 25)


def _description(summary: str) -> str:
    """For the page's meta element: plain words, no longer than search engines show."""
    return Truncator(plain_words(summary)).chars(LONGEST_DESCRIPTION)


def _key_facts(document: GuideDocument, growths: Sequence[int | float]) -> KeyFactsView | None:
    """None where a guide states no figure and no education at all."""
    facts, level = document.key_facts, document.details.education_level
    if not (_has_figures(facts) or facts.typical_education or facts.growth_note or level):
        return None
    return KeyFactsView(
        facts=facts,
        education_level=level,
        strip=charts.pay_strip(
            facts.salary_low, facts.salary_high, facts.median_salary, is_open=facts.salary_high_is_open
        ),
        outlook=charts.outlook_mark(facts.growth_percent, growths),
        outlook_among=_outlook_among(facts.growth_percent, growths),
        dots=charts.openings_dots(facts.annual_openings),
        education=charts.education_mark(level),
        amounts_in=_amounts_in(facts),
        sources=_sources(document, KEY_FACT_NAMES),
    )


def _outlook_among(percent: int | float | None, growths: Sequence[int | float]) -> str:
    """The picture of the outlook among all guides, in words."""
    if percent is None or len(growths) < charts.FEWEST_FOR_DECILES:
        return ""
    slower = sum(growth < percent for growth in growths)
    return f"Faster than {slower:,} of {len(growths):,} guides, which the ticks part into tenths."


def _amounts_in(facts: KeyFacts) -> str:
    """`Amounts are US dollars (USD) a year, for US.`, or as much of it as is known."""
    currency = CURRENCY_NAMES.get(facts.currency or "")
    words = f"Amounts are {currency} ({facts.currency}) a year" if currency else ""
    if facts.country:
        words = f"{words}, for {facts.country}" if words else f"The figures are for {facts.country}"
    return f"{words}." if words else ""


# Blocks


def _blocks(document: GuideDocument, neighbours: Neighbours) -> tuple[Block, ...]:
    anchors = _Anchors()
    parts = _parts(document, neighbours, anchors)
    blocks = [_block(section, document, anchors) for section in document.sections]
    for kind in USUAL_ORDER:
        if kind in parts and all(block.kind != kind for block in blocks):
            heading = SHORT_HEADINGS[kind]
            blocks.insert(_usual_place(kind, blocks), Block(kind, anchors.take(kind), heading, heading))
    return tuple(_with_levels(_with_parts(block, parts, document) for block in blocks))


def _block(section: Section, document: GuideDocument, anchors: "_Anchors") -> Block:
    anchor = anchors.take(section.heading if section.kind == "other" else section.kind)
    names_role = document.title.casefold() in section.heading.casefold()
    label = SHORT_HEADINGS.get(section.kind, section.heading) if names_role else section.heading
    return Block(section.kind, anchor, section.heading, label, body=render_markdown(section.body))


def _usual_place(kind: str, blocks: Sequence[Block]) -> int:
    """Right after the nearest of the blocks that usually stand before it, with the children of that block."""
    for before in reversed(USUAL_ORDER[: USUAL_ORDER.index(kind)]):
        places = [index for index, block in enumerate(blocks) if block.kind == before]
        if places:
            return places[-1] + 1
    return 0


def _with_parts(block: Block, parts: dict[str, list[Part]], document: GuideDocument) -> Block:
    """The first block of a kind takes the parts and the sources of that kind."""
    taken = tuple(parts.pop(block.kind, ()))
    return replace(block, parts=taken, sources=_sources(document, {block.kind}) if block.kind != "other" else ())


def _with_levels(blocks: Iterable[Block]) -> Iterable[Block]:
    """Children are a level below where their parent, or another of its children, stands right before them."""
    open_parent = None
    for block in blocks:
        parent = PARENTS.get(block.kind)
        if parent is not None and parent == open_parent:
            yield replace(block, level=3)
        else:
            open_parent = block.kind
            yield block


class _Anchors:
    """Fragment names, each given once: `career-path`, and `career-path-2` for the next that asks."""

    def __init__(self) -> None:
        self.taken: set[str] = {"main", "key-facts", "about-the-figures"}

    def take(self, words: str) -> str:
        base = slugify(words.replace("_", "-"))[:LONGEST_ANCHOR].strip("-") or "section"
        names = (base if number == 1 else f"{base}-{number}" for number in count(1))
        name = next(name for name in names if name not in self.taken)
        self.taken.add(name)
        return name


def _contents(blocks: Sequence[Block]) -> tuple[Entry, ...]:
    """Blocks of level 2 with their parts and the blocks of level 3 below them."""
    entries: list[Entry] = []
    for block in blocks:
        parts = tuple(Entry(part.anchor, part.heading, 3) for part in block.parts if part.anchor)
        if block.level == 2:
            entries.append(Entry(block.anchor, block.label, 2, parts))
        else:
            child = Entry(block.anchor, block.label, 3)
            entries[-1] = replace(entries[-1], children=(*entries[-1].children, child, *parts))
    return tuple(entries)


# Parts: the lists of a document, by the kind of section they belong to


def _parts(document: GuideDocument, neighbours: Neighbours, anchors: _Anchors) -> dict[str, list[Part]]:
    toolkit = [item for item in document.resources if item.kind not in READINESS_RESOURCES]
    readiness = [item for item in document.resources if item.kind in READINESS_RESOURCES]
    found = {
        "responsibilities": [_part(document, "responsibilities", "responsibilities", document.responsibilities)],
        "qualifications": _qualification_parts(document, anchors),
        "how_to_become": [_part(document, "steps", "steps", _steps(document))],
        "salary_outlook": [_pay_levels(document, neighbours, anchors)],
        "career_path": _ladder_parts(document, neighbours, anchors),
        "emerging_specializations": [_part(document, "specializations", "specializations", _specializations(document))],
        "pros_cons": [_pros_cons(document)],
        "faq": [_part(document, "questions", "faqs", _questions(document, anchors))],
        "toolkit": [_part(document, "resources", "resources", _resources(toolkit, neighbours.slug))],
        "readiness": [_part(document, "resources", "resources", _resources(readiness, neighbours.slug))],
        "related": [
            _part(document, "related", "related", _related(document, neighbours)),
            *_nearest(document, neighbours, anchors),
        ],
    }
    kept = {kind: [part for part in parts if part.items or part.chart] for kind, parts in found.items()}
    return {kind: parts for kind, parts in kept.items() if parts}


def _part(document: GuideDocument, kind: str, covers: str, items: tuple[object, ...], **extra: str) -> Part:
    """A part whose sources are those that name its list and no section."""
    names = {covers} - set(USUAL_ORDER)
    return Part(kind, items=items, sources=_sources(document, names) or None, **extra)


def _qualification_parts(document: GuideDocument, anchors: _Anchors) -> list[Part]:
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
    return tuple(Need(text, "", document.importance(text)) for text in document.education_requirements)


def _skills(document: GuideDocument, kind: str) -> tuple[Need, ...]:
    return tuple(
        Need(skill.name, skill.detail, document.importance(skill.name))
        for skill in document.skills
        if skill.kind == kind
    )


def _steps(document: GuideDocument) -> tuple[Words, ...]:
    return tuple(Words(str(step.number), render_markdown(step.text)) for step in document.steps)


def _pay_levels(document: GuideDocument, neighbours: Neighbours, anchors: _Anchors) -> Part:
    if not document.salary_levels:
        return Part("pay_levels")
    chart = charts.pay_chart(document.salary_levels, document.key_facts.currency)
    return Part(
        "pay_levels",
        anchor=anchors.take("Pay by Level"),
        heading="Pay by Level",
        items=tuple(PayLevel(bar, neighbours.reached.get(bar.title, ())) for bar in chart.bars),
        chart=chart,
        notes=_pay_notes(document),
        sources=_sources(document, {"salary_levels", "pay_by_level"}),
    )


def _pay_notes(document: GuideDocument) -> tuple[str, ...]:
    """Says so where the guide states two medians for the role itself."""
    facts = document.key_facts
    own = [level.median for level in document.salary_levels if level.title.casefold() == document.title.casefold()]
    if facts.median_salary is None or not own or own[0] == facts.median_salary:
        return ()
    here, there = (charts.format_money(amount, facts.currency) for amount in (own[0], facts.median_salary))
    return (f"The key facts give {there} as the median of this role, this table gives {here} for the same title.",)


def _ladder_parts(document: GuideDocument, neighbours: Neighbours, anchors: _Anchors) -> list[Part]:
    if not document.career_path:
        return []
    ladder = charts.ladder(document.career_path, document.salary_levels, document.key_facts.currency)
    rungs = tuple(
        Rung(
            title=step.title,
            experience=step.experience,
            description=render_markdown(step.description),
            focus_areas=render_markdown(step.focus_areas),
            median=drawn.median,
            average=drawn.average,
            currency=ladder.currency,
            reached=neighbours.reached.get(step.title, ()),
        )
        for step, drawn in zip(document.career_path, ladder.rungs, strict=True)
    )
    parts = []
    if ladder.has_placed:
        parts.append(Part("ladder", anchors.take("Ladder"), "The Ladder in Years", chart=ladder))
    parts.append(Part("rungs", anchors.take("Rungs"), "Rung by Rung", items=rungs))
    return parts


def _specializations(document: GuideDocument) -> tuple[Words, ...]:
    return tuple(Words(item.name, render_markdown(item.description)) for item in document.specializations)


def _pros_cons(document: GuideDocument) -> Part:
    sides = (("Pros", document.pros), ("Cons", document.cons))
    return Part("pros_cons", items=tuple((name, items) for name, items in sides if items))


def _questions(document: GuideDocument, anchors: _Anchors) -> tuple[Words, ...]:
    return tuple(
        Words(faq.question, render_markdown(faq.answer), anchors.take(f"q-{faq.question}")) for faq in document.faqs
    )


def _resources(resources: Sequence[Resource], slug: str) -> tuple[Promise, ...]:
    return tuple(
        Promise(item.title, render_markdown(item.blurb), BY_KIND.get(item.kind) if slug else None, slug)
        for item in resources
    )


def _related(document: GuideDocument, neighbours: Neighbours) -> tuple[RelatedRow, ...]:
    rows = []
    for role in document.related:
        row = RelatedRow(role.title, role.slug, neighbours.slug, render_markdown(role.blurb))
        card = neighbours.related.get(role.slug)
        rows.append(_with_card(row, card, document) if card else row)
    return tuple(rows)


def _nearest(document: GuideDocument, neighbours: Neighbours, anchors: _Anchors) -> list[Part]:
    """Guides that the text does not name and that are near all the same."""
    rows = tuple(
        _with_card(RelatedRow(card.title, card.slug, neighbours.slug, _description(card.summary)), card, document)
        for card in neighbours.nearest
    )
    heading = "Nearest Guides"
    return [Part("nearest", anchors.take(heading), heading, items=rows)] if rows else []


def _with_card(row: RelatedRow, card: NeighbourCard, document: GuideDocument) -> RelatedRow:
    return replace(
        row,
        card=card,
        difference=_difference(document.key_facts, card),
        overlap=charts.overlap(len(document.skills), card.shared_skills, card.skill_count),
    )


def _difference(facts: KeyFacts, card: GuideCard) -> int | None:
    """How much more the other role's median is, in the same currency."""
    if facts.median_salary is None or card.median_salary is None or facts.currency != card.currency:
        return None
    return card.median_salary - facts.median_salary


# Sources

KEY_FACT_NAMES = {"key_facts", "pay", "growth", "outlook", "openings", "education", "industries"} | set(
    KeyFacts.__dataclass_fields__
)


def _sources(document: GuideDocument, names: Iterable[str]) -> tuple[SourceLine, ...]:
    return tuple(_source_line(source) for source in document.details.sources if source.covers in names)


def _source_line(source: Source) -> SourceLine:
    return SourceLine(source.covers.replace("_", " "), source.name, source.url, _date_words(source.as_of))


def _date_words(as_of: str | None) -> str:
    """`2025-05-31` as `31 May 2025`, `2025-05` as `May 2025`; what is no date stays as it is."""
    year, *rest = (as_of or "").split("-")
    try:
        numbers = [int(part) for part in rest]
        month = date(2000, numbers[0], 1).strftime("%B") if numbers else ""
    except (ValueError, IndexError):
        return as_of or ""
    return " ".join([*(str(day) for day in numbers[1:]), *filter(None, [month]), year])


def _about_figures(document: GuideDocument) -> tuple[Block, ...]:
    """The last block: how to read the figures, and all sources in one place; none where there are no figures."""
    heading = "About the Figures"
    sources = tuple(_source_line(source) for source in document.details.sources)
    if not (sources or document.salary_levels or _has_figures(document.key_facts)):
        return ()
    part = Part("about_figures", items=sources, notes=_reading_notes(document))
    return (Block("about_figures", "about-the-figures", heading, heading, parts=(part,)),)


def _has_figures(facts: KeyFacts) -> bool:
    amounts = (facts.median_salary, facts.salary_low, facts.salary_high)
    return any(value is not None for value in (*amounts, facts.growth_percent, facts.annual_openings))


def _reading_notes(document: GuideDocument) -> tuple[str, ...]:
    facts, notes = document.key_facts, []
    if facts.median_salary is not None or document.salary_levels:
        notes.append("Median: half of the people in the job earn more than this, half earn less.")
    if document.salary_levels:
        notes.append("Average: all pay added up and divided by the number of people; a few high salaries raise it.")
    if facts.salary_high_is_open:
        notes.append("An arrow at the end of a range: the guide states no upper limit.")
    if facts.annual_openings_is_approximate:
        notes.append("≈ means about: the guide rounds the number.")
    return tuple(notes)


# Lists of guides


def list_rows(cards: Iterable[GuideCard]) -> GuideRows:
    """Cards in their order, each with its pay on the axis of its currency, which starts at zero."""
    cards = list(cards)
    amounts: dict[str, list[int]] = {}
    for card in cards:
        if card.currency and _amounts(card):
            amounts.setdefault(card.currency, []).extend(_amounts(card))
    axes = {currency: charts.fifths_axis(found) for currency, found in amounts.items()}
    return GuideRows(
        axes=tuple(ListAxis(currency, axis) for currency, axis in axes.items()),
        rows=tuple(_list_row(card, axes.get(card.currency or "")) for card in cards),
    )


def _list_row(card: GuideCard, axis: charts.Axis | None) -> ListRow:
    return ListRow(
        card=card,
        strip=charts.pay_strip(
            card.salary_low,
            card.salary_high,
            card.median_salary,
            is_open=card.salary_high_is_open,
            scale=(0, axis.top) if axis else None,
        ),
        outlook=charts.outlook_mark(card.growth_percent),
    )


def _amounts(card: GuideCard) -> list[int]:
    return [amount for amount in (card.median_salary, card.salary_low, card.salary_high) if amount is not None]
