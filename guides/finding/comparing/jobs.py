"""The jobs of a comparison: guides by their slug, official occupations by their code."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Prefetch, QuerySet

from guides.document import GuideDocument
from guides.finding.covering import main_guides
from guides.models import GuideIndex, Skill, SkillIndex
from guides.official.models import Occupation, OccupationEntry, Projection, Release, Wage
from guides.official.models.places import NATION
from guides.official.models.wages import ALL_INDUSTRIES
from guides.official.occupations import Figures, Outlook
from guides.pages.occupation_document import occupation_document

Table = Release.Table
CODE = re.compile(r"[0-9]{2}-[0-9]{4}(\.[0-9]{2})?", re.ASCII)
WHOLE = ".00"  # the end of the O*NET code of a whole SOC code


@dataclass(frozen=True, slots=True)
class Job:
    """A guide, or an official occupation whose published figures have the shape of one.

    `key` stands for it in addresses. A guide has its own name for each of its `skills`; an occupation has the live
    `guide` that covers it as its main one, if there is one, and the `releases` it was read from.
    """

    key: str
    document: GuideDocument
    skills: Mapping[Skill, str] = field(default_factory=dict)
    is_occupation: bool = False
    guide: GuideIndex | None = None
    releases: tuple[Release, ...] = ()

    @property
    def title(self) -> str:
        return self.document.title


def find_jobs(keys: Sequence[str]) -> tuple[list[Job], list[str]]:
    """The jobs under these keys in their order, each once, and the keys under which there is none."""
    codes = {key: onet_code(key) for key in keys if CODE.fullmatch(key)}
    jobs = _guides([key for key in keys if key not in codes])
    occupations = _occupations(set(codes.values())) if codes else {}
    jobs |= {key: occupations[code] for key, code in codes.items() if code in occupations}
    found = {jobs[key].key: jobs[key] for key in keys if key in jobs}
    return list(found.values()), [key for key in keys if key not in jobs]


def onet_code(code: str) -> str:
    """`43-4051.00` for `43-4051`"""
    return code if "." in code else f"{code}{WHOLE}"


def key_of(code: str) -> str:
    """`43-4051` for `43-4051.00`; the code of a part of an occupation stays."""
    return code.removesuffix(WHOLE)


def _guides(slugs: Iterable[str]) -> dict[str, Job]:
    """Live guides by the requested slugs, current or former."""
    slugs = [slug.replace("\0", "") for slug in slugs]
    if not slugs:
        return {}
    skills = Prefetch("skills", SkillIndex.objects.select_related("skill"))
    guides = GuideIndex.objects.live().known_as(slugs).select_related("revision").prefetch_related(skills)
    return {guide.known_slug: guide_job(guide) for guide in guides}


def guide_job(guide: GuideIndex) -> Job:
    """A guide as a job; `revision` and `skills__skill` should be prefetched."""
    names = {row.skill: row.name for row in reversed(guide.skills.all())}
    return Job(key=guide.slug, document=guide.revision.guide, skills=names)


def _occupations(codes: Collection[str]) -> dict[str, Job]:
    """O*NET occupations with the figures of the current releases, by code."""
    occupations = list(Occupation.objects.filter(level=Occupation.Level.ONET, code__in=codes))
    wages = _current(Wage, Table.NATIONAL_WAGES, {each.paid_as_id for each in occupations})
    projections = _current(Projection, Table.PROJECTIONS, {each.projected_as_id for each in occupations})
    pay = {row.occupation_id: row for row in wages.filter(area=NATION, industry=ALL_INDUSTRIES)}
    outlooks = {row.occupation_id: row for row in projections}
    entries = {row.occupation_id: row for row in _current(OccupationEntry, Table.OCCUPATIONS, codes)}
    guides = main_guides(codes)
    return {
        each.code: _occupation_job(
            each,
            pay.get(each.paid_as_id),
            outlooks.get(each.projected_as_id),
            entries.get(each.code),
            guides.get(each.code),
        )
        for each in occupations
    }


def _current(model: type, table: Table, codes: Collection[str | None]) -> QuerySet:
    """The rows of these occupations in the current release of a table."""
    rows = model.objects.filter(release__is_current=True, release__table=table, occupation__in=[*filter(None, codes)])
    return rows.select_related("release")


def _occupation_job(
    occupation: Occupation,
    wage: Wage | None,
    projection: Projection | None,
    entry: OccupationEntry | None,
    guide: GuideIndex | None,
) -> Job:
    pay = Figures.of(wage, wage.release) if wage else None
    outlook = Outlook(projection, projection.release) if projection else None
    definition = entry.definition if entry else ""
    used = (wage, projection, entry if definition else None)
    return Job(
        key=key_of(occupation.code),
        document=occupation_document(occupation, pay, outlook, definition),
        is_occupation=True,
        guide=guide,
        releases=tuple(row.release for row in used if row),
    )
