"""The guides that cover an official occupation."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Exists, OuterRef

from guides.models import GuideIndex, OccupationIndex


@dataclass(frozen=True, slots=True)
class Covering:
    """A live guide that covers an occupation, as its main one or another, or that has these levels of it."""

    guide: GuideIndex
    is_main: bool
    levels: Sequence[str]


def guides_covering(code: str) -> list[Covering]:
    """The live guides that cover an occupation: those with it as the main one first, those with a level of it last."""
    before = OccupationIndex.objects.filter(guide=OuterRef("guide"), level="", position__lt=OuterRef("position"))
    links = OccupationIndex.objects.filter(code=code, guide__in=GuideIndex.objects.live()).select_related("guide")
    links = links.annotate(is_other=Exists(before)).order_by("guide__title_key", "guide", "position")
    found = (_covering(list(of_guide)) for _, of_guide in groupby(links, lambda link: link.guide_id))
    return sorted(found, key=lambda covering: (not covering.is_main, bool(covering.levels)))


def _covering(links: Sequence[OccupationIndex]) -> Covering:
    whole = [link for link in links if not link.level]
    levels = () if whole else [link.level for link in links]
    return Covering(links[0].guide, any(not link.is_other for link in whole), levels)
