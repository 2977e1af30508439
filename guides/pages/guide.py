"""The page of a guide."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.safestring import SafeString

from guides.document.shape import GuideDocument, Picture
from guides.document.tools import TOOLS, Tool
from guides.pages.arrangement import arranged_blocks
from guides.pages.blocks import Block, Entry, contents_of
from guides.pages.figures import KeyFactsView, key_facts_view
from guides.pages.neighbors import NO_NEIGHBORS, Neighbors
from guides.pages.official_figures import OfficialFigures
from guides.rendering.markdown import render_markdown
from guides.rendering.pictures import image_attributes
from guides.rendering.words import REMOTE_WORK_WORDS, description_of

LEAD_PICTURE_SIZES = "(min-width: 75rem) 20rem, (min-width: 30rem) 24rem, 92vw"  # as in static/css/pictures.css


@dataclass(frozen=True, slots=True)
class LeadPicture:
    """The picture next to the summary: the attributes of its `img` element, and its focus in percent, rounded to the
    steps that have CSS classes."""

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
    has_official: bool = False

    @property
    def has_facts(self) -> bool:
        """Whether there is anything for the small list next to the summary."""
        return bool(self.category or self.alternative_titles or self.remote_work or self.top_industries)


def guide_page(
    document: GuideDocument,
    *,
    neighbors: Neighbors = NO_NEIGHBORS,
    published: datetime | None = None,
    revised: datetime | None = None,
    preview: bool = False,
    official: OfficialFigures | None = None,
) -> GuidePage:
    """Build the page of a document."""
    blocks = arranged_blocks(document, neighbors, official)
    return GuidePage(
        title=document.title,
        slug=document.slug,
        description=description_of(document.summary),
        summary=render_markdown(document.summary),
        published=published,
        revised=revised,
        preview=preview,
        key_facts=key_facts_view(document, neighbors.growths),
        category=document.details.field,
        alternative_titles=document.details.alternative_titles,
        remote_work=REMOTE_WORK_WORDS.get(document.details.remote_work or "", ""),
        top_industries=document.key_facts.top_industries,
        picture=_lead_picture(document.picture),
        blocks=blocks,
        contents=contents_of(blocks),
        has_official=official is not None,
    )


def _lead_picture(picture: Picture | None) -> LeadPicture | None:
    if picture is None:
        return None
    image = image_attributes(picture.name, LEAD_PICTURE_SIZES)
    return LeadPicture(picture.alt, image, _focus_step(picture.focus_x), _focus_step(picture.focus_y))


def _focus_step(percent: int) -> int:
    return 25 * round(percent / 25)
