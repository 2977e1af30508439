"""The fields of a row's form: the fields of its list in the document, in order."""

from collections.abc import Iterator

from guides.document.kinds import Field
from guides.document.shape import LISTS
from guides.models import OtherPay, ProCon, RelatedRole, RoleIndustry, RolePart
from guides.models.columns import column_name

# Rows whose form differs from their list: its fields, and the fields of its title.
_OWN_FIELDS = {ProCon: ("kind", "text"), RelatedRole: ("target", "blurb"), RoleIndustry: ("industry",)}
_OWN_TITLES = {
    ProCon: ("kind", "text"),
    RelatedRole: ("target",),
    RoleIndustry: ("industry",),
    OtherPay: ("level", "figure", "words"),
}


def form_fields(model: type[RolePart]) -> tuple[str, ...]:
    """The fields that editors fill in, without derived ones and the number of a row."""
    if model in _OWN_FIELDS:
        return _OWN_FIELDS[model]
    names = (name for name, field in document_fields(model) if field.kind.form != "place" and not field.kind.source)
    return (*names, "importance") if LISTS[model.rows_of].rows.can_be_marked else tuple(names)


def title_fields(model: type[RolePart]) -> tuple[str, ...]:
    """The fields of a row's title: its name, its choices and the sources of derived fields."""
    if model in _OWN_TITLES:
        return _OWN_TITLES[model]
    names = {LISTS[model.rows_of].rows.name, *(field.kind.source for _, field in document_fields(model))}
    return tuple(name for name, field in document_fields(model) if field.kind.form == "choice" or name in names)


def form_field_of(model: type[RolePart], name: str) -> str:
    """The form field in which editors write a document field."""
    name = column_name(name)
    field = dict(document_fields(model)).get(name)
    if field and field.kind.form == "place":
        return LISTS[model.rows_of].rows.name
    return field.kind.source or name if field else name


def document_fields(model: type[RolePart]) -> Iterator[tuple[str, Field]]:
    """The fields of a row in the document, by column; none for industries, whose rows only link to one."""
    if field := LISTS.get(model.rows_of):
        parts = field.parts if field.is_part else {"text": field}
        yield from ((column_name(name), part) for name, part in parts.items())
