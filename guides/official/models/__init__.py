"""The official figures as their publishers release them, and the releases they belong to."""

from guides.official.models.content import Element, JobZone, Rating, RelatedOccupation, Task, Technology
from guides.official.models.occupation import AlternateTitle, Occupation, OccupationEntry
from guides.official.models.places import Area, PriceLevel
from guides.official.models.projection import OutlookFactor, Projection
from guides.official.models.release import Release, ReleaseFile
from guides.official.models.titles import OccupationTitle
from guides.official.models.wages import Industry, Wage

__all__ = [
    "AlternateTitle",
    "Area",
    "Element",
    "Industry",
    "JobZone",
    "Occupation",
    "OccupationEntry",
    "OccupationTitle",
    "OutlookFactor",
    "PriceLevel",
    "Projection",
    "Rating",
    "RelatedOccupation",
    "Release",
    "ReleaseFile",
    "Task",
    "Technology",
    "Wage",
]
