"""Linking guides to their main official occupation."""

from collections.abc import Iterable
from dataclasses import replace

from django.db import transaction

from guides.document import FieldError, GuideDocument
from guides.document.errors import quoted
from guides.document.shape import OccupationLink
from guides.editing.revisions import lock, replace_document
from guides.editing.rows import read_document
from guides.models import OccupationLink as LinkRow
from guides.models import Revision, Role
from guides.official.models import Occupation
from guides.official.suggesting import Suggestion, suggest_each


def suggestions_for(roles: Iterable[Role]) -> dict[int, list[Suggestion]]:
    """The suggested occupations of the roles without a main one, by the keys of the roles."""
    roles = list(roles)
    linked = set(LinkRow.objects.filter(role__in=roles, level="").values_list("role", flat=True))
    without = [role for role in roles if role.pk not in linked]
    found = suggest_each([[role.title, *role.alternative_titles] for role in without]) if without else []
    return {role.pk: suggestions for role, suggestions in zip(without, found, strict=True)}


def with_main_occupation(document: GuideDocument, code: str) -> GuideDocument:
    """The document with an occupation as its main one, before the others."""
    others = (link for link in document.details.occupations if link != OccupationLink(code=code))
    links = (OccupationLink(code=code), *others)
    return replace(document, details=replace(document.details, occupations=links))


def unknown_occupations(document: GuideDocument) -> list[FieldError]:
    """The codes of a document that no occupation has; none without official figures."""
    codes = [link.code for link in document.details.occupations]
    occupations = Occupation.objects.filter(level=Occupation.Level.ONET)
    known = set(occupations.filter(code__in=codes).values_list("code", flat=True)) if codes else set()
    unknown = [index for index, code in enumerate(codes) if code not in known]
    if not unknown or not occupations.exists():
        return []
    expected = "the code of an O*NET occupation"
    return [FieldError(f"details.occupations[{index}].code", expected, quoted(codes[index])) for index in unknown]


@transaction.atomic
def link_occupation(role: Role, code: str, *, by=None) -> bool:
    """Make an occupation the main one of a role, as a new revision; False if it is already.

    Raises Occupation.DoesNotExist for a code that the official figures do not have.
    """
    occupation = Occupation.objects.get(code=code, level=Occupation.Level.ONET)
    role = lock(role, with_parts=True)
    document = read_document(role)
    if document.details.occupation == code:
        return False
    comment = f"Linked to {code} {occupation.title}"[:200]
    replace_document(role, with_main_occupation(document, code), Revision.Kind.EDIT, by=by, comment=comment)
    return True
