"""Addresses of the roles that a text names: roles keep the addresses they have."""

import re
from collections.abc import Iterable
from dataclasses import replace

from guides.document import GuideDocument
from guides.document.shape import RelatedRole
from guides.document.slugs import DistinctSlugs, is_same_name, legacy_slugify, slugify
from guides.editing.rows import ConflictError, role_known_as, roles_known_as
from guides.models import ImportedText, Role
from guides.parsing import Reading

_NUMBER = re.compile("-[0-9]+$")


def with_known_addresses(reading: Reading) -> GuideDocument:
    """The document of a text, where slugs made from titles are replaced by older addresses of the same roles.

    These are the legacy addresses of roles, and the addresses in the last text of the guide.
    """
    document, derived = reading.document, reading.derived_slugs
    titles = {role.slug: role.title for role in document.related if role.slug in derived}
    own_title = {document.slug: document.title} if document.slug in derived else {}
    legacy = _legacy_addresses(titles | own_title)
    own = legacy.get(document.slug, document.slug)
    given = {own, *(role.slug for role in document.related if role.slug not in derived)}
    last = {title: slug for title, slug in _last_related(own).items() if slug not in given}
    distinct = DistinctSlugs(given | set(last.values()))

    def known(role: RelatedRole) -> RelatedRole:
        if role.slug not in derived:
            return role
        slug = last.get(role.title) or distinct.take(legacy.get(role.slug, role.slug))
        return replace(role, slug=slug)

    return replace(document, slug=own, related=tuple(map(known, document.related)))


def _last_related(import_key: str) -> dict[str, str]:
    """The slugs of the related roles in the last text of a guide that were made from their titles, by title."""
    last = ImportedText.objects.filter(role__import_key=import_key).order_by("-number").first()
    related = last.guide.related if last else ()
    return {role.title: role.slug for role in related if _is_made_from(role.title, role.slug)}


def _is_made_from(title: str, slug: str) -> bool:
    return not {slug, _NUMBER.sub("", slug)}.isdisjoint({slugify(title), legacy_slugify(title)})


def _legacy_addresses(named: dict[str, str]) -> dict[str, str]:
    """By slug, the legacy address of the role with this title, if it still has that one."""
    legacy = {slug: old for slug, title in named.items() if (old := legacy_slugify(title)) != slug}
    known = roles_known_as([*legacy, *legacy.values()]) if legacy else {}
    found = {slug: old for slug, old in legacy.items() if old in known}
    titles = titles_of(known[address] for pair in found.items() for address in pair if address in known)

    def is_meant(slug: str, old: str) -> bool:
        """Whether the role at the old address has the title; to the letter if another role is at the new address."""
        title, role, other = named[slug], known[old], known.get(slug)
        if other and other != role:
            return title in titles[role.pk] and title not in titles[other.pk]
        return any(is_same_name(title, name) for name in titles[role.pk])

    return {slug: old for slug, old in found.items() if is_meant(slug, old)}


def titles_of(roles: Iterable[Role]) -> dict[int, set[str]]:
    """The title of each role and the one in its last text, by primary key."""
    titles = {role.pk: {role.title} for role in roles}
    newest = {text.role_id: text for text in ImportedText.objects.filter(role__in=titles).order_by("number")}
    for text in newest.values():
        titles[text.role_id].add(text.guide.title)
    return titles


def role_of(document: GuideDocument) -> Role | None:
    """The role of an earlier import of this text, or a draft or manually created role with the same slug."""
    if role := Role.objects.filter(import_key=document.slug).first():
        return role
    role = role_known_as(document.slug)
    if role and (role.slug != document.slug or role.imported_texts.exists()):
        raise ConflictError(f"slug: expected one that no other guide has or had, found that of “{role}”")
    return role


def replaced_title(role: Role, title: str) -> str:
    """The title of a role if this is another one; "" if it is the role's or its last text's.

    Case, spaces and punctuation make no other title.
    """
    known = titles_of([role])[role.pk]
    return "" if any(is_same_name(title, name) for name in known) else role.title


def taken(document: GuideDocument, title: str) -> str:
    """Why a text is refused whose address belongs to a guide with another title, and what to do."""
    return (
        f"expected the title “{title}” of the guide at “{document.slug}”, found “{document.title}”. To rename that "
        f"guide, add the line “Slug: {document.slug}” under “Guide Details” in the text. To import another guide, add "
        "a Slug line with a free address."
    )
