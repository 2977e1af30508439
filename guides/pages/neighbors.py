"""Other guides on a page: their cards in the index, and shared titles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from guides.document.other_pay import OtherPay
from guides.document.provenance import Provenance
from guides.document.shape import Source


class GuideCard(Protocol):
    """A published guide in the index, as shown in lists and next to related roles."""

    slug: str
    title: str
    summary: str
    category: str | None
    country: str | None
    currency: str | None
    median_salary: int | None
    salary_low: int | None
    salary_high: int | None
    salary_high_is_open: bool
    other_pay: Sequence[OtherPay]
    provenance: Sequence[Provenance]
    sources: Sequence[Source]
    growth_percent: int | float | None
    growth_note: str
    annual_openings: int | None
    annual_openings_is_approximate: bool
    typical_education: str
    education_level: str | None
    remote_work: str | None


class NeighborCard(GuideCard, Protocol):
    """A card next to another guide, with the number of its skills and of the skills that both share."""

    skill_count: int
    shared_skills: int


@dataclass(frozen=True, slots=True)
class TitleMatch:
    """A guide with the title of another guide's level, as its own title (`is_guide`) or as the title of a level."""

    title: str
    slug: str
    is_guide: bool


@dataclass(frozen=True, slots=True)
class Neighbors:
    """The other guides that the page of a guide needs.

    `related` has the published related roles by slug, `nearest` the guides with the most shared skills and levels,
    `title_matches` the guides by the title of a level, and `growths` the growth of all guides in percent. `slug` is the
    address of the guide itself, `skill_slugs` those of its skills by the guide's names for them; both are empty for a
    preview.
    """

    related: Mapping[str, NeighborCard] = field(default_factory=dict)
    nearest: Sequence[NeighborCard] = ()
    title_matches: Mapping[str, tuple[TitleMatch, ...]] = field(default_factory=dict)
    growths: Sequence[int | float] = ()
    slug: str = ""
    skill_slugs: Mapping[str, str] = field(default_factory=dict)


NO_NEIGHBORS = Neighbors()
