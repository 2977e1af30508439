"""Renaming and merging industries. Guides contain their names, so each guide that uses one gets a new revision."""

from collections.abc import Iterable
from dataclasses import replace

from django.db import transaction

from guides.editing.revisions import lock, record_revision
from guides.editing.rows import read_document, write_document
from guides.editing.vocabulary import guides_with
from guides.models import Industry, Revision


@transaction.atomic
def rename_industry(industry: Industry, name: str, *, by=None) -> None:
    """Rename an industry, as a new revision of each guide that uses it."""
    comment = f"Industry “{industry.name}” renamed to “{name}”"[:200]
    industry.name = name
    industry.save()
    for role in guides_with([industry]):
        record_revision(role, Revision.Kind.EDIT, by=by, comment=comment)


@transaction.atomic
def merge_industries(kept: Industry, others: Iterable[Industry], *, by=None) -> None:
    """Merge the other industries into `kept`, as a new revision of each guide that uses them."""
    others = [industry for industry in others if industry != kept]
    names = {industry.name for industry in others}
    comment = f"Industry {', '.join(f'“{name}”' for name in sorted(names))} merged into “{kept}”"[:200]
    for role in guides_with(others):
        role = lock(role, with_parts=True)
        document = read_document(role)
        merged = (kept.name if name in names else name for name in document.key_facts.top_industries)
        facts = replace(document.key_facts, top_industries=tuple(dict.fromkeys(merged)))
        write_document(role, replace(document, key_facts=facts))
        record_revision(role, Revision.Kind.EDIT, by=by, comment=comment)
    Industry.objects.filter(name__in=names).delete()
