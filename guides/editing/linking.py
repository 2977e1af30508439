"""Linking guides to their main official occupation."""

from collections.abc import Iterable
from dataclasses import replace

from django.db import transaction
from django.db.models import Exists, OuterRef

from guides.document import FieldError, GuideDocument
from guides.document.errors import quoted
from guides.document.field_rules import OCCUPATION_CODE
from guides.document.shape import OccupationLink
from guides.editing.revisions import lock, replace_document
from guides.editing.rows import read_document
from guides.models import OccupationLink as LinkRow
from guides.models import Revision, Role
from guides.official.models import Occupation
from guides.official.suggesting import Suggestion, suggest_each

WITHOUT_MAIN_OCCUPATION = ~Exists(LinkRow.objects.filter(role=OuterRef("pk"), level=""))


class LinkError(ValueError):
    """A code that no occupation has."""


def suggestions_for(roles: Iterable[Role]) -> list[tuple[Role, list[Suggestion]]]:
    """Each role with its suggested occupations."""
    roles = list(roles)
    found = suggest_each([[role.title, *role.alternative_titles] for role in roles]) if roles else []
    return list(zip(roles, found, strict=True))


def with_main_occupation(document: GuideDocument, code: str) -> GuideDocument:
    """The document with an occupation as its main one, before the others."""
    others = (link for link in document.details.occupations if link != OccupationLink(code=code))
    links = (OccupationLink(code=code), *others)
    return replace(document, details=replace(document.details, occupations=links))


def unknown_occupations(document: GuideDocument, role: Role) -> list[FieldError]:
    """The codes of a document that no occupation has; none without official figures.

    Those that the role has already may stay: a release can leave out an occupation.
    """
    codes = [link.code for link in document.details.occupations]
    stored = LinkRow.objects.filter(role=role.pk).values_list("code", flat=True) if codes else ()
    new = set(codes).difference(stored)
    occupations = Occupation.objects.filter(level=Occupation.Level.ONET)
    if not new or not occupations.exists():
        return []
    unknown = new.difference(occupations.filter(code__in=new).values_list("code", flat=True))
    expected = "the code of an O*NET occupation"
    return [
        FieldError(f"details.occupations[{index}].code", expected, quoted(code))
        for index, code in enumerate(codes)
        if code in unknown
    ]


@transaction.atomic
def link_occupation(role: Role, code: str, *, by=None) -> bool:
    """Make an occupation the main one of a role, as a new revision; False if it is already.

    Raises LinkError for a code that the official figures do not have.
    """
    known = Occupation.objects.filter(level=Occupation.Level.ONET, code=code)
    occupation = known.first() if OCCUPATION_CODE.fullmatch(code) else None
    if occupation is None:
        raise LinkError(f"“{role}” was not linked: there is no occupation {quoted(code)}.")
    role = lock(role, with_parts=True)
    current = read_document(role)
    if current.details.occupation == code:
        return False
    document = with_main_occupation(current, code)
    comment = f"Linked to {code} {occupation.title}"[:200]
    replace_document(role, document, Revision.Kind.EDIT, by=by, comment=comment, current=current)
    return True
