"""Data from other guides that a page shows: their index cards and matching titles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol


class GuideCard(Protocol):
    """The index entry of a published guide, for lists and related roles."""

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


class NeighborCard(GuideCard, Protocol):
    """The card of a guide beside another: how many skills it asks for, and how many of them the other does too."""

    skill_count: int
    shared_skills: int


@dataclass(frozen=True, slots=True)
class TitleMatch:
    """A guide that shares the title of another guide's level, as its own title (`is_guide`) or as one of its levels."""

    title: str
    slug: str
    is_guide: bool


@dataclass(frozen=True, slots=True)
class Neighbors:
    """Data from other guides for one guide's page: `related` are its published related roles by slug, `nearest` others
    by shared skills and career paths, `reached` the guides that share the title of a level, and `growths` the growth
    of other guides in percent; `slug` is the guide's own, empty for a preview.
    """

    related: Mapping[str, NeighborCard] = field(default_factory=dict)
    nearest: Sequence[NeighborCard] = ()
    reached: Mapping[str, tuple[TitleMatch, ...]] = field(default_factory=dict)
    growths: Sequence[int | float] = ()
    slug: str = ""


NO_NEIGHBORS = Neighbors()
