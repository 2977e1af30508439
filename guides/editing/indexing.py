"""The index of a published revision, behind lists, filters, search and other pages."""

from dataclasses import asdict

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


@transaction.atomic
def write_index(revision: Revision) -> GuideIndex:
    """Write the index of a revision for lists, filters, search and other pages, replacing an earlier one."""
    document = revision.guide
    GuideIndex.objects.filter(revision=revision).delete()
    guide = GuideIndex.objects.create(
        revision=revision,
        title=document.title,
        slug=document.slug,
        **{**column_values(document), "category": document.details.field or ""},
        **figure_rows(document),
    )
    SalaryLevelIndex.objects.bulk_create(
        SalaryLevelIndex(guide=guide, position=position, **columns)
        for position, columns in enumerate(paid_levels(document), start=1)
    )
    OccupationIndex.objects.bulk_create(
        OccupationIndex(guide=guide, position=position, code=link.code, level=link.level)
        for position, link in enumerate(document.details.occupations, start=1)
    )
    _write_names(guide, document)
    skills = skills_named(skill.name for skill in document.skills)
    SkillIndex.objects.bulk_create(
        SkillIndex(guide=guide, position=position, skill=skills[skill.name], **asdict(skill))
        for position, skill in enumerate(document.skills, start=1)
    )
    CareerStepIndex.objects.bulk_create(
        CareerStepIndex(guide=guide, position=position, title=step.title)
        for position, step in enumerate(document.career_path, start=1)
    )
    RelatedRoleIndex.objects.bulk_create(
        RelatedRoleIndex(guide=guide, position=position, title=role.title, slug=role.slug, blurb=role.blurb)
        for position, role in enumerate(document.related, start=1)
    )
    write_entry(revision)
    return guide


def _write_names(guide: GuideIndex, document: GuideDocument) -> None:
    """Write the alternative titles and the industries of a guide under their slugs."""
    IndustryIndex.objects.bulk_create(
        IndustryIndex(guide=guide, position=position, name=name, slug=slug)
        for position, name in enumerate(document.key_facts.top_industries, start=1)
        if (slug := legacy_slugify(name)[:LONGEST_NAME])
    )
    AlternativeTitleIndex.objects.bulk_create(
        AlternativeTitleIndex(guide=guide, position=position, title=title, slug=slugify(title))
        for position, title in enumerate(document.details.alternative_titles, start=1)
    )
