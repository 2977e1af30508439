"""Rows and documents: the one place that reads a role's rows into a guide document and writes them back.

Columns are named like the document's fields, and both directions follow its dataclasses. The exceptions are handled
here by name: renamed lists, pros and cons in one table, shared industries and skills, must-haves, related roles, and
the lead picture.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from operator import attrgetter
from typing import Any

from guides import models
from guides.document import GuideDocument
from guides.document import shape as doc
from guides.document.kinds import Field, fields_of
from guides.editing.clashes import owner_of_address
from guides.editing.vocabulary import industries_named, skills_named
from guides.models import ProCon, Role, RolePart
from guides.models.batches import batches
from guides.models.columns import ROW_LISTS, column_name, relation_of

FACT_COLUMNS = tuple(field.name for field in models.KeyFactColumns._meta.fields)
KINDS = {"pros": ProCon.Kind.PRO, "cons": ProCon.Kind.CON}

Rows = Mapping[str, Sequence[Any]]  # by the name of the relation (`faqs`, `career_steps`), in the order of the guide


class ConflictError(ValueError):
    """A document that does not fit this site: its slug is taken, it names a related role twice, or its picture is
    missing."""


def read_document(role: Role) -> GuideDocument:
    """The document of a role. Fetch the role `with_parts()`; otherwise every part needs a query."""
    names = {relation_of(path) for path in ROW_LISTS}
    return document_from_rows(role, {name: list(getattr(role, name).all()) for name in names})


def document_from_rows(role: Role, rows: Rows) -> GuideDocument:
    """The document of a role's columns and of the given rows, which may be unsaved; runs no query.

    Lists without rows are empty.
    """
    lists = {path: tuple(_read_rows(path, field, rows)) for path, field in ROW_LISTS.items()}
    return GuideDocument(
        title=role.title,
        slug=role.slug,
        summary=role.summary,
        details=_read_details(role, rows, lists),
        key_facts=_read_key_facts(role, lists),
        picture=_read_picture(role),
        **{path: parts for path, parts in lists.items() if "." not in path},
    )


def _read_rows(path: str, field: Field, rows: Rows) -> Iterator[Any]:
    wanted = [row for row in rows.get(relation_of(path), ()) if path not in KINDS or row.kind == KINDS[path]]
    for place, row in enumerate(wanted, start=1):
        if path == "key_facts.top_industries":
            yield row.industry.name
        else:
            yield field.type(**read_columns(field.type, row, place)) if field.is_part else row.text


def read_columns(owner: Any, row: Any, place: int = 0) -> dict[str, Any]:
    """The texts and numbers of a part from the columns of a row; `place` is its position in the list."""
    values = {}
    for name, field in fields_of(owner).items():
        if field.kind.form == "place":
            values[name] = place
        elif field.is_value:
            value = getattr(row, column_name(name))
            values[name] = None if value == "" and field.default is None else value
    return values


def _read_details(role: Role, rows: Rows, lists: dict[str, tuple[Any, ...]]) -> doc.Details:
    marks = [
        (getattr(row, field.rows.name), row.importance)
        for path, field in ROW_LISTS.items()
        if field.rows and field.rows.can_be_marked
        for row in rows.get(path, ())
    ]
    return doc.Details(
        **read_columns(doc.Details, role),
        alternative_titles=tuple(role.alternative_titles),
        sources=lists["details.sources"],
        occupations=lists["details.occupations"],
        licenses=lists["details.licenses"],
        **doc.marked_needs(marks),
    )


def _read_picture(role: Role) -> doc.Picture | None:
    if role.lead_picture is None:
        return None
    return doc.Picture(
        name=role.lead_picture.name, alt=role.lead_picture_alt, focus_x=role.focus_x, focus_y=role.focus_y
    )


def _read_key_facts(role: Role, lists: dict[str, tuple[Any, ...]]) -> doc.KeyFacts:
    columns = read_columns(doc.KeyFacts, role)
    amounts = (role.median_salary, role.salary_low, role.salary_high)
    if not lists["salary_levels"] and all(amount is None for amount in amounts):
        columns["currency"] = None
    return doc.KeyFacts(**columns, top_industries=lists["key_facts.top_industries"])


def write_document(role: Role, document: GuideDocument) -> Role:
    """Write a document into a role's rows, touching only the columns and rows that change.

    Call it in a transaction, and fetch the role `with_parts()`; otherwise every part needs a query. Unknown related
    roles are created as drafts. Raises ConflictError before it writes anything.
    """
    known = refuse_conflicts(role, document)
    _write_columns(role, document)
    targets = _targets(document, known)
    for name, values in _row_values(document, targets).items():
        _write_rows(role, name, values)
    role._prefetched_objects_cache = {}  # the prefetched rows are outdated
    return role


def refuse_conflicts(role: Role, document: GuideDocument) -> dict[str, Role]:
    """Raise ConflictError if a document does not fit the other roles and pictures of this site.

    Returns the known related roles by slug.
    """
    if (role.pk is None or role.slug != document.slug) and (other := owner_of_address(document.slug, role)):
        raise ConflictError(f"slug: expected a free one, found “{document.slug}” of “{other}”")
    known = roles_known_as(related.slug for related in document.related)
    seen = {role.pk} if role.pk else set()
    for related in document.related:
        target = known.get(related.slug)
        if target and target.pk in seen:
            raise ConflictError(f"related: expected another role, listed once, found “{related.title}”")
        seen |= {target.pk} if target else set()
    _stored_picture(document.picture)
    return known


def distinct_related(role: Role, related: Iterable[doc.RelatedRole]) -> tuple[doc.RelatedRole, ...]:
    """The related roles of a document without those that are the role itself or a repeated one."""
    related = tuple(related)
    known = roles_known_as(other.slug for other in related)
    seen, distinct = {role.pk, role.slug}, []
    for other in related:
        target = known.get(other.slug)
        keys = {other.slug} | ({target.pk} if target else set())
        if seen.isdisjoint(keys):
            distinct.append(other)
        seen |= keys
    return tuple(distinct)


def _write_columns(role: Role, document: GuideDocument) -> None:
    """Save the columns of a role that the document changes; all columns of a new role."""
    values = column_values(document) | _picture_values(document.picture)
    values |= {"title": document.title, "slug": document.slug}
    values |= {"alternative_titles": list(document.details.alternative_titles)}
    changed = [name for name, value in values.items() if getattr(role, name) != value]
    for name in changed:
        setattr(role, name, values[name])
    if role.pk is None:
        role.save()
    elif changed:
        role.save(update_fields=changed)


def column_values(document: GuideDocument) -> dict[str, Any]:
    """The facts of a document as values of KeyFactColumns."""
    return {"summary": document.summary, **_columns(document.details), **_columns(document.key_facts)}


def figure_rows(document: GuideDocument) -> dict[str, list[dict[str, object]]]:
    """The columns of the index that hold what lists show about figures: other pay of the role, and sources."""
    return {
        "other_pay_rows": [asdict(pay) for pay in document.other_pay if not pay.level],
        "provenance_rows": [asdict(known) for known in document.provenance],
        "source_rows": [asdict(source) for source in document.details.sources],
    }


def _columns(part: Any) -> dict[str, Any]:
    """The texts and numbers of a part as columns of a row."""
    values = {}
    for name, field in fields_of(type(part)).items():
        if field.is_value and field.kind.form != "place":
            value = getattr(part, name)
            values[column_name(name)] = "" if value is None and field.type is str else value
    return values


def _stored_picture(picture: doc.Picture | None) -> models.Picture | None:
    if picture is None:
        return None
    stored = models.Picture.objects.named(picture.name).first()
    if stored is None:
        raise ConflictError(f"picture: expected one that was uploaded to this site, found “{picture.name}”")
    return stored


def _picture_values(picture: doc.Picture | None) -> dict[str, Any]:
    """The lead picture as columns of its role."""
    if picture is None:
        return {"lead_picture": None, "lead_picture_alt": "", "focus_x": 50, "focus_y": 50}
    return {
        "lead_picture": _stored_picture(picture),
        "lead_picture_alt": picture.alt,
        "focus_x": picture.focus_x,
        "focus_y": picture.focus_y,
    }


def _row_values(document: GuideDocument, targets: list[Role]) -> dict[str, list[dict[str, Any]]]:
    """The column values of each part's rows, in order; `targets` are the related roles."""
    values: dict[str, list[dict[str, Any]]] = {}
    for path in ROW_LISTS:
        values.setdefault(relation_of(path), []).extend(_list_values(path, document))
    skills = skills_named(skill.name for skill in document.skills)
    for row in values["skills"]:
        row["skill_id"] = skills[row["name"]].pk
    for row, target in zip(values["related_roles"], targets, strict=True):
        row["target_id"] = target.pk
    return values


def _list_values(path: str, document: GuideDocument) -> list[dict[str, Any]]:
    """The columns of a list's rows."""
    parts, rows = attrgetter(path)(document), ROW_LISTS[path].rows
    if path == "key_facts.top_industries":
        industries = industries_named(parts)
        return [{"industry_id": industries[name].pk} for name in parts]
    values = [{"text": part} if isinstance(part, str) else _columns(part) for part in parts]
    if path in KINDS:
        return [{"kind": KINDS[path], **row} for row in values]
    if rows and rows.can_be_marked:
        marks = document.marks
        return [{**row, "importance": marks.get(row[rows.name], "")} for row in values]
    return values


def _targets(document: GuideDocument, known: dict[str, Role]) -> list[Role]:
    """The related roles; those that so far only other guides mention are created."""
    new = (related for related in document.related if related.slug not in known)
    drafts = Role.objects.bulk_create(Role(title=role.title, slug=role.slug, import_key=role.slug) for role in new)
    known = known | {role.slug: role for role in drafts}
    return [known[related.slug] for related in document.related]


def role_known_as(slug: str) -> Role | None:
    """The role that has a slug, had it, or was first imported with it."""
    return roles_known_as([slug]).get(slug)


def roles_known_as(slugs: Iterable[str]) -> dict[str, Role]:
    """By slug, the role that has it, had it, or was first imported with it; unknown slugs are left out."""
    slugs = list(slugs)
    addresses = models.PublishedSlug.objects.select_related("role").in_bulk(slugs, field_name="slug")
    return {
        **Role.objects.in_bulk(slugs, field_name="import_key"),
        **{slug: address.role for slug, address in addresses.items()},
        **Role.objects.in_bulk(slugs, field_name="slug"),
    }


def _write_rows(role: Role, name: str, values: list[dict[str, Any]]) -> None:
    """Write the rows of a part with these values, at positions 1, 2, 3… in this order.

    Unchanged rows stay as they are; the others are reused in order. Changed rows are deleted and inserted again under
    their primary keys, so that two of them can swap a position or a unique name.
    """
    model, stored = getattr(role, name).model, list(getattr(role, name).all())
    same = _unchanged_rows(values, stored)
    kept = {row.pk for row in same if row}
    spare = deque(row for row in stored if row.pk not in kept)
    changed = []
    for position, (row, wanted) in enumerate(zip(same, values, strict=True), start=1):
        if row and row.position == position:
            continue
        row = row or (spare.popleft() if spare else model())
        for column, value in {**wanted, "role_id": role.pk, "position": position}.items():
            setattr(row, column, value)
        changed.append(row)
    for leaving in batches(row.pk for row in (*spare, *changed) if row.pk):
        model.objects.filter(pk__in=leaving).delete()
    model.objects.bulk_create(changed)


def _unchanged_rows(values: list[dict[str, Any]], stored: list[RolePart]) -> list[RolePart | None]:
    """For each set of values, the first unused stored row with the same values, or None."""
    waiting: dict[tuple, deque[RolePart]] = defaultdict(deque)
    names = tuple(values[0]) if values else ()
    for row in stored:
        waiting[tuple(getattr(row, name) for name in names)].append(row)
    queues = (waiting[tuple(wanted.values())] for wanted in values)
    return [queue.popleft() if queue else None for queue in queues]
