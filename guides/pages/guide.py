"""The page of a guide."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.safestring import SafeString

from guides.document.shape import GuideDocument, Picture
from guides.document.slugs import legacy_slugify
from guides.document.tools import TOOLS, Tool
from guides.pages.arrangement import arranged_blocks
from guides.pages.blocks import Block
from guides.pages.contents import Entry, contents_of
from guides.pages.figures import KeyFactsView, key_facts_view
from guides.pages.job_searches import SearchLink
from guides.pages.neighbors import NO_NEIGHBORS, Neighbors
from guides.pages.official_figures import OfficialFigures
from guides.pages.qualifying import QualifyingFact, qualifying_in_short
from guides.rendering.markdown import render_markdown
from guides.rendering.passages import reading_minutes, split_lead, split_sentences
from guides.rendering.pictures import image_attributes
from guides.rendering.words import REMOTE_WORK_WORDS, description_of, opening_of

LEAD_PICTURE_SIZES = "(min-width: 75rem) 20rem, (min-width: 30rem) 24rem, 92vw"  # as in static/css/pictures.css

FIRST_TRADE_OFFS, LONGEST_TRADE_OFF = 3, 54  # of each side; characters, two or three lines on a phone


@dataclass(frozen=True, slots=True)
class LeadPicture:
    """The picture next to the summary: the attributes of its `img` element, and its focus in percent, rounded to the
    steps that have CSS classes."""

    alt: str
    image: Mapping[str, str]
    focus_x: int
    focus_y: int


@dataclass(frozen=True, slots=True)
class TradeOffs:
    """The first few pros and cons in short, and the `anchor` of all of them."""

    anchor: str
    pros: tuple[str, ...]
    cons: tuple[str, ...]
    number_of_pros: int
    number_of_cons: int


@dataclass(frozen=True, slots=True)
class Industry:
    """An industry and the `slug` that finds its guides in the list."""

    name: str
    slug: str


@dataclass(frozen=True, slots=True)
class GuidePage:
    """Everything a guide page shows, in reading order.

    `lead` is the first sentence of the summary and `summary` the rest of it, `education_note` the words on education
    beside a known level, and `occupation` the code of the main occupation, whose major group is drawn.
    """

    title: str
    slug: str
    description: str
    occupation: str | None
    lead: SafeString
    summary: SafeString
    education_note: str
    reading_minutes: int
    published: datetime | None
    revised: datetime | None
    preview: bool
    key_facts: KeyFactsView | None
    category: str | None
    alternative_titles: tuple[str, ...]
    remote_work: str
    qualifying: tuple[QualifyingFact, ...]
    industries: tuple[Industry, ...]
    trade_offs: TradeOffs | None
    picture: LeadPicture | None
    blocks: tuple[Block, ...]
    contents: tuple[Entry, ...] = field(default=())
    tools: tuple[Tool, ...] = TOOLS
    has_official: bool = False

    @property
    def has_facts(self) -> bool:
        """Whether there is anything for the small list next to the summary."""
        return bool(self.category or self.remote_work or self.qualifying or self.industries)


def guide_page(
    document: GuideDocument,
    *,
    neighbors: Neighbors = NO_NEIGHBORS,
    published: datetime | None = None,
    revised: datetime | None = None,
    preview: bool = False,
    official: OfficialFigures | None = None,
    searches: tuple[SearchLink, ...] = (),
) -> GuidePage:
    """Build the page of a document."""
    blocks = arranged_blocks(document, neighbors, official, searches)
    lead, summary = split_lead(document.summary)
    return GuidePage(
        title=document.title,
        slug=document.slug,
        description=description_of(document.summary),
        occupation=document.details.occupation,
        lead=render_markdown(lead),
        summary=render_markdown(summary),
        education_note=document.key_facts.typical_education if document.details.education_level else "",
        reading_minutes=reading_minutes(document),
        published=published,
        revised=revised,
        preview=preview,
        key_facts=key_facts_view(document, neighbors.growths),
        category=document.details.field,
        alternative_titles=document.details.alternative_titles,
        remote_work=REMOTE_WORK_WORDS.get(document.details.remote_work or "", ""),
        qualifying=qualifying_in_short(document),
        industries=tuple(Industry(name, legacy_slugify(name)) for name in document.key_facts.top_industries),
        trade_offs=_trade_offs(document, blocks),
        picture=_lead_picture(document.picture),
        blocks=blocks,
        contents=contents_of(blocks),
        has_official=official is not None,
    )


def _trade_offs(document: GuideDocument, blocks: Iterable[Block]) -> TradeOffs | None:
    anchor = next((block.anchor for block in blocks if block.kind == "pros_cons"), "")
    pros, cons = document.pros, document.cons
    if not (anchor and (pros or cons)):
        return None
    first = (tuple(map(_in_short, lines[:FIRST_TRADE_OFFS])) for lines in (pros, cons))
    return TradeOffs(anchor, *first, len(pros), len(cons))


def _in_short(line: str) -> str:
    """The first sentence of a line, cut to LONGEST_TRADE_OFF; without the period of a whole one."""
    return opening_of(split_sentences(line)[0].removesuffix("."), LONGEST_TRADE_OFF)


def _lead_picture(picture: Picture | None) -> LeadPicture | None:
    if picture is None:
        return None
    image = image_attributes(picture.name, LEAD_PICTURE_SIZES)
    return LeadPicture(picture.alt, image, _focus_step(picture.focus_x), _focus_step(picture.focus_y))


def _focus_step(percent: int) -> int:
    return 25 * round(percent / 25)
