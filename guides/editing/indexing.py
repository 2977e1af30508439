"""The index of a revision, for lists, filters, search and the pages of other guides."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from django.db import transaction

from guides.document import GuideDocument
from guides.document.kinds import LONGEST_NAME
from guides.document.slugs import legacy_slugify, slugify
from guides.editing.paid_levels import paid_levels
from guides.editing.rows import column_values, figure_rows
from guides.editing.search_entries import write_entry
from guides.editing.vocabulary import skills_named
from guides.models import (
    AlternativeTitleIndex,
    CareerStepIndex,
    GuideIndex,
    IndustryIndex,
    OccupationIndex,
    RelatedRoleIndex,
    Revision,
    SalaryLevelIndex,
    SkillIndex,
)
from guides.models.index import IndexRow

Rows = Iterable[dict[str, Any]]


@transaction.atomic
def write_index(revision: Revision) -> GuideIndex:
    """Write the index of a revision, replacing an earlier one."""
    document = revision.guide
    GuideIndex.objects.filter(revision=revision).delete()
    guide = GuideIndex.objects.create(
        revision=revision,
        title=document.title,
        slug=document.slug,
        **{**column_values(document), "category": document.details.field or ""},
        **figure_rows(document),
    )
    for model, rows in _lists(document):
        model.objects.bulk_create(
            model(guide=guide, position=position, **columns) for position, columns in enumerate(rows, start=1)
        )
    write_entry(revision)
    return guide


def _lists(document: GuideDocument) -> Iterator[tuple[type[IndexRow], Rows]]:
    """The lists of a guide in the index, each with the columns of its rows."""
    details = document.details
    skills = skills_named(skill.name for skill in document.skills)
    industries = ((name, legacy_slugify(name)[:LONGEST_NAME]) for name in document.key_facts.top_industries)
    yield SalaryLevelIndex, paid_levels(document)
    yield OccupationIndex, ({"code": link.code, "level": link.level} for link in details.occupations)
    yield IndustryIndex, ({"name": name, "slug": slug} for name, slug in industries if slug)
    yield AlternativeTitleIndex, ({"title": title, "slug": slugify(title)} for title in details.alternative_titles)
    yield SkillIndex, (asdict(skill) | {"skill": skills[skill.name]} for skill in document.skills)
    yield CareerStepIndex, ({"title": step.title} for step in document.career_path)
    yield RelatedRoleIndex, ({"title": r.title, "slug": r.slug, "blurb": r.blurb} for r in document.related)
