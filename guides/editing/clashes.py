"""Clashes of a guide with the other guides of the site: addresses that are taken, and titles that are the same."""

import re

from django.db.models import QuerySet

from guides.document.slugs import DistinctSlugs
from guides.models import PublishedSlug, Role

LONGEST_NUMBER = 10  # characters of the number after a slug


def owner_of_address(slug: str, role: Role) -> Role | None:
    """Another role that has a slug, or keeps it because it was or will be public there."""
    others = Role.objects.exclude(pk=role.pk)
    return others.filter(slug=slug).first() or others.filter(published_slugs__slug=slug).first()


def free_address(slug: str) -> str:
    """A slug like this one that no role has or had: `baker-2`."""
    start = slug[:-LONGEST_NUMBER] or slug
    known = (model.objects.order_by().values_list("slug", flat=True) for model in (Role, PublishedSlug))
    taken = (slugs.filter(slug__startswith=start) for slugs in known)
    return DistinctSlugs(slug for slugs in taken for slug in slugs).take(slug)


def roles_titled(title: str, role: Role) -> QuerySet[Role]:
    """The other roles with the same title, ignoring case.

    This does not keep a guide from being saved: two jobs may share a name, and their addresses differ.
    """
    return Role.objects.present().exclude(pk=role.pk).filter(title__iregex=in_any_case(title))


def in_any_case(name: str) -> str:
    """A pattern for `iregex` that matches a name. On SQLite, `iexact` ignores the case of ASCII letters only."""
    return f"^{re.escape(name)}$"
