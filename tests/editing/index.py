"""A check that the index matches its guides."""

from guides.editing.rows import column_values
from guides.editing.search_entries import entry_columns, passages_of
from guides.models import SearchEntry


def index_says(revision) -> bool:
    """Whether every index row of a revision says what its document says."""
    guide, document = revision.index, revision.guide
    facts = {**column_values(document), "category": document.details.field or ""}
    columns = {name: getattr(guide, name) for name in column_values(document)}
    levels = [(row.title, row.median, row.average) for row in guide.levels.all() if row.median is not None]
    of_levels = {pay for row in guide.levels.all() for pay in row.other_pay}
    skills = [(row.kind, row.name) for row in guide.skills.all()]
    related = [(row.title, row.slug) for row in guide.related_roles.all()]
    return (
        (guide.title, guide.slug, columns) == (document.title, document.slug, facts)
        and guide.other_pay == tuple(pay for pay in document.other_pay if not pay.level)
        and of_levels == {pay for pay in document.other_pay if pay.level}
        and (guide.provenance, guide.sources) == (document.provenance, document.details.sources)
        and levels == [(level.title, level.median, level.average) for level in document.salary_levels]
        and skills == [(skill.kind, skill.name) for skill in document.skills]
        and [row.name for row in guide.industries.all()] == list(document.key_facts.top_industries)
        and related == [(role.title, role.slug) for role in document.related]
        and SearchEntry.objects.filter(revision=revision, **entry_columns(document, passages_of(document))).exists()
    )
