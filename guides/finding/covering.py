"""The guides that cover an official occupation."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Exists, OuterRef, QuerySet

from guides.models import GuideIndex, OccupationIndex


@dataclass(frozen=True, slots=True)
class Covering:
    """A live guide that covers an occupation, as its main one or another, or that has these levels of it."""

    guide: GuideIndex
    is_main: bool
    levels: Sequence[str]


def guides_covering(code: str) -> list[Covering]:
    """The live guides that cover an occupation: those with it as the main one first, those with a level of it last."""
    links = _live_links([code]).order_by("guide__title_key", "guide", "position")
    found = (_covering(list(of_guide)) for _, of_guide in groupby(links, lambda link: link.guide_id))
    return sorted(found, key=lambda covering: (not covering.is_main, bool(covering.levels)))


def main_guides(codes: Iterable[str]) -> dict[str, GuideIndex]:
    """The live guides that have these occupations as their main one, the first by title of each, by code."""
    links = _live_links(codes).filter(level="", is_other=False).order_by("-guide__title_key", "-guide")
    return {link.code: link.guide for link in links}


def _live_links(codes: Iterable[str]) -> QuerySet[OccupationIndex]:
    """The links of live guides to these occupations; `is_other` if the guide has another one before it."""
    before = OccupationIndex.objects.filter(guide=OuterRef("guide"), level="", position__lt=OuterRef("position"))
    links = OccupationIndex.objects.filter(code__in=list(codes), guide__in=GuideIndex.objects.live())
    return links.select_related("guide").annotate(is_other=Exists(before))


def _covering(links: Sequence[OccupationIndex]) -> Covering:
    whole = [link for link in links if not link.level]
    levels = () if whole else [link.level for link in links]
    return Covering(links[0].guide, any(not link.is_other for link in whole), levels)
