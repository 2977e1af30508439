"""Rows and documents: the one place where a role's rows are read into a guide document and written from one.

Columns have the names of the document's fields, and both directions follow its dataclasses. What differs is here by
name: what some lists are called, pros and cons in one table, the industries and skills that roles share, the marks of
needs, related roles, and the lead picture.
"""

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any

from django.db import transaction

from guides import models
from guides.document import GuideDocument
from guides.document import shape as doc
from guides.document.kinds import Field, fields_of
from guides.editing.positions import save_in_order
from guides.editing.vocabulary import industries_named, skills_named
from guides.models import ProCon, Role, RolePart
from guides.models.columns import ROW_LISTS, relation_of

FACT_COLUMNS = tuple(field.name for field in models.KeyFactColumns._meta.fields)
KINDS = {"pros": ProCon.Kind.PRO, "cons": ProCon.Kind.CON}

Rows = Mapping[str, Sequence[Any]]  # by the name of the relation (`faqs`, `career_steps`), in the order of the guide


class ConflictError(ValueError):
    """A document that does not fit this site: its slug is taken, two of its related roles are one, its picture is not
    here."""


def read_document(role: Role) -> GuideDocument:
    """The document of a role's rows. Fetch the role `with_parts()`, or every part costs a query of its own."""
    names = {relation_of(path) for path in ROW_LISTS}
    return document_from_rows(role, {name: list(getattr(role, name).all()) for name in names})


def document_from_rows(role: Role, rows: Rows) -> GuideDocument:
    """The document of a role's columns and of these rows, which may be unsaved; asks the database for nothing."""
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
    wanted = [row for row in rows[relation_of(path)] if path not in KINDS or row.kind == KINDS[path]]
    for place, row in enumerate(wanted, start=1):
        if path == "key_facts.top_industries":
            yield row.industry.name
        else:
            yield field.type(**_read_columns(field.type, row, place)) if field.is_part else row.text


def _read_columns(owner: Any, row: Any, place: int = 0) -> dict[str, Any]:
    """The texts and numbers of a part out of the columns of a row; `place` is that of the row in its list."""
    values = {}
    for name, field in fields_of(owner).items():
        if field.kind.form == "place":
            values[name] = place
        elif field.is_value:
            value = getattr(row, name)
            values[name] = None if value == "" and field.default is None else value
    return values


def _read_details(role: Role, rows: Rows, lists: dict[str, tuple[Any, ...]]) -> doc.Details:
    marks = [
        (getattr(row, field.rows.name), row.importance)
        for path, field in ROW_LISTS.items()
        if field.rows and field.rows.can_be_marked
        for row in rows[path]
    ]
    return doc.Details(
        **_read_columns(doc.Details, role),
        alternative_titles=tuple(role.alternative_titles),
        sources=lists["details.sources"],
        **doc.marked_needs(marks),
    )


def _read_picture(role: Role) -> doc.Picture | None:
    if role.lead_picture is None:
        return None
    return doc.Picture(
        name=role.lead_picture.name, alt=role.lead_picture_alt, focus_x=role.focus_x, focus_y=role.focus_y
    )


def _read_key_facts(role: Role, lists: dict[str, tuple[Any, ...]]) -> doc.KeyFacts:
    columns = _read_columns(doc.KeyFacts, role)
    amounts = (role.median_salary, role.salary_low, role.salary_high)
    if not lists["salary_levels"] and all(amount is None for amount in amounts):
        columns["currency"] = None
    return doc.KeyFacts(**columns, top_industries=lists["key_facts.top_industries"])


@transaction.atomic
def write_document(role: Role, document: GuideDocument) -> Role:
    """Make a role's rows say what the document says; rows that say it already stay as they are.

    Related roles that nobody knows yet are made, as guides in preparation. Raises ConflictError.
    """
    if other := Role.objects.exclude(pk=role.pk).filter(slug=document.slug).first():
        raise ConflictError(f"slug: expected a free one, found “{document.slug}” of “{other}”")
    for name, value in (column_values(document) | _picture_values(document.picture)).items():
        setattr(role, name, value)
    role.title, role.slug = document.title, document.slug
    role.alternative_titles = list(document.details.alternative_titles)
    role.save()
    for model, values in _row_values(role, document).items():
        _write_rows(role, model, values)
    return role


def column_values(document: GuideDocument) -> dict[str, Any]:
    """The facts of a document as values of KeyFactColumns."""
    return {"summary": document.summary, **_columns(document.details), **_columns(document.key_facts)}


def _columns(part: Any) -> dict[str, Any]:
    """The texts and numbers of a part as columns of a row."""
    values = {}
    for name, field in fields_of(type(part)).items():
        if field.is_value and field.kind.form != "place":
            value = getattr(part, name)
            values[name] = "" if value is None and field.type is str else value
    return values


def _picture_values(picture: doc.Picture | None) -> dict[str, Any]:
    """The lead picture as columns of its role."""
    if picture is None:
        return {"lead_picture": None, "lead_picture_alt": "", "focus_x": 50, "focus_y": 50}
    stored = models.Picture.objects.named(picture.name).first()
    if stored is None:
        raise ConflictError(f"picture: expected one that was uploaded to this site, found “{picture.name}”")
    return {
        "lead_picture": stored,
        "lead_picture_alt": picture.alt,
        "focus_x": picture.focus_x,
        "focus_y": picture.focus_y,
    }


def _row_values(role: Role, document: GuideDocument) -> dict[type[RolePart], list[dict[str, Any]]]:
    """For each model the columns of its rows, in order."""
    values: dict[type[RolePart], list[dict[str, Any]]] = {}
    for path in ROW_LISTS:
        model = Role._meta.get_field(relation_of(path)).related_model
        values.setdefault(model, []).extend(_list_values(path, document))
    skills = skills_named(skill.name for skill in document.skills)
    for row in values[models.RoleSkill]:
        row["skill"] = skills[row["name"]]
    values[models.RelatedRole] = _related_values(role, document)
    return values


def _list_values(path: str, document: GuideDocument) -> list[dict[str, Any]]:
    """The columns of a list's rows."""
    parts, rows = attrgetter(path)(document), ROW_LISTS[path].rows
    if path == "key_facts.top_industries":
        industries = industries_named(parts)
        return [{"industry": industries[name]} for name in parts]
    values = [{"text": part} if isinstance(part, str) else _columns(part) for part in parts]
    if path in KINDS:
        return [{"kind": KINDS[path], **row} for row in values]
    if rows and rows.can_be_marked:
        return [{**row, "importance": document.importance(row[rows.name])} for row in values]
    return values


def _related_values(role: Role, document: GuideDocument) -> list[dict[str, Any]]:
    values, seen = [], {role.pk}
    for related in document.related:
        target = role_known_as(related.slug) or _make_role(related)
        if target.pk in seen:
            raise ConflictError(f"related: expected another role, named once, found “{related.title}”")
        seen.add(target.pk)
        values.append({"target": target, "title": related.title, "slug": related.slug, "blurb": related.blurb})
    return values


def role_known_as(slug: str) -> Role | None:
    """The role that has, had or first came under a slug, in this order."""
    for lookup in ("slug", "published_slugs__slug", "import_key"):  # one index each; an OR of them would use none
        if role := Role.objects.filter(**{lookup: slug}).first():
            return role
    return None


def _make_role(related: doc.RelatedRole) -> Role:
    return Role.objects.create(title=related.title, slug=related.slug, import_key=related.slug)


def _write_rows(role: Role, model: type[RolePart], values: list[dict[str, Any]]) -> None:
    """Rows with these columns in this order: first those that are stored already, then others made over or new."""
    stored = list(model.objects.filter(role=role))
    if len(stored) == len(values) and all(map(_says, stored, values)):
        return
    rows: list[RolePart | None] = [_take(stored, wanted) for wanted in values]
    for index, wanted in enumerate(values):
        if rows[index] is None:
            row = stored.pop(0) if stored else model()
            for name, value in wanted.items():
                setattr(row, name, value)
            rows[index] = row
    save_in_order(model, role, rows)


def _says(row: RolePart, wanted: dict[str, Any]) -> bool:
    return all(getattr(row, name) == value for name, value in wanted.items())


def _take(stored: list[RolePart], wanted: dict[str, Any]) -> RolePart | None:
    """Take the first stored row that says what is wanted out of the list."""
    for index, row in enumerate(stored):
        if _says(row, wanted):
            return stored.pop(index)
    return None
