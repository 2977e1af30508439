"""The content of `/guides.json`: the facts and addresses of all live guides, in pages."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from guides.document.countries import code_or_words
from guides.editing.publishing import publication_dates
from guides.editing.rows import FACT_COLUMNS
from guides.models import GuideIndex

PAGE_SIZE = 100
EMPTY_IS_NONE = (
    "category",
    "education_level",
    "remote_work",
    "time_to_qualify",
    "cost_to_qualify",
    "currency",
    "country",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideAddresses:
    """The addresses of a guide: its page, its document, its text in the publishers' layout, and Markdown."""

    page: str
    json: str
    text: str
    markdown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideEntry:
    """The facts of a live guide under their names in the guide document; `published` is the first time, ISO 8601.

    `country` is a code of ISO 3166, or the guide's own words if they name no country.
    """

    title: str
    slug: str
    summary: str
    category: str | None
    education_level: str | None
    remote_work: str | None
    time_to_qualify: str | None
    cost_to_qualify: str | None
    currency: str | None
    country: str | None
    median_salary: int | None
    salary_low: int | None
    salary_high: int | None
    salary_high_is_open: bool
    growth_percent: int | float | None
    growth_note: str
    annual_openings: int | None
    annual_openings_is_approximate: bool
    typical_education: str
    published: str
    revised: str
    addresses: GuideAddresses


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """A page of the live guides in the order of their slugs; `count` is the number on all pages."""

    count: int
    next: str | None
    previous: str | None
    guides: tuple[GuideEntry, ...]


def catalog_guides():
    """Return live guides by slug, an order that is stable across pages."""
    return GuideIndex.objects.live().annotate(**publication_dates("revision__role")).order_by("slug")


def guide_entry(guide: GuideIndex, absolute: Callable[[str], str]) -> GuideEntry:
    """Return the entry for a row of `catalog_guides()`; `absolute` turns a path into a full address."""
    facts = {name: getattr(guide, name) for name in FACT_COLUMNS}
    facts |= {name: facts[name] or None for name in EMPTY_IS_NONE}
    facts["country"] = facts["country"] and code_or_words(facts["country"])
    return GuideEntry(
        title=guide.title,
        slug=guide.slug,
        **facts,
        published=guide.published.isoformat(),
        revised=guide.live_since.isoformat(),
        addresses=guide_addresses(guide.slug, absolute),
    )


def guide_addresses(slug: str, absolute: Callable[[str], str]) -> GuideAddresses:
    names = {"page": "guide", "json": "guide_json", "text": "guide_text", "markdown": "guide_markdown"}
    return GuideAddresses(**{key: absolute(reverse(name, args=(slug,))) for key, name in names.items()})
