"""Model columns for the fields of the document, and the relations of a role that store its lists."""

from django.db import models

from guides.document.kinds import Field, fields_of
from guides.document.shape import LISTS
from guides.models.fields import BodyField, FigureField, LineField, NameField, PercentField, choices

# The lists of the document that are stored as rows; alternative titles share one column.
ROW_LISTS = {path: field for path, field in LISTS.items() if path != "details.alternative_titles"}
_OTHER_NAMES = {
    "key_facts.top_industries": "industries",
    "career_path": "career_steps",
    "pros": "pros_cons",
    "cons": "pros_cons",
    "related": "related_roles",
}
_COLUMN_NAMES = {"id": "lasting_id"}  # rows have an `id` of their own
_COLUMNS = {
    "line": LineField,
    "name": NameField,
    "slug": models.SlugField,
    "id": models.SlugField,
    "subject": NameField,
    "address": models.URLField,
    "date": models.CharField,
    "choice": models.CharField,
    "markdown": BodyField,
    "amount": models.PositiveBigIntegerField,
    "cents": models.PositiveBigIntegerField,
    "count": models.PositiveBigIntegerField,
    "percent": PercentField,
    "figure": FigureField,
    "occupation": models.CharField,
    "years": models.PositiveSmallIntegerField,
    "flag": models.BooleanField,
}


def relation_of(path: str) -> str:
    """Return the related name of a list's rows on the role: `details.sources` is `sources`."""
    return _OTHER_NAMES.get(path, path.rpartition(".")[2])


def column_name(name: str) -> str:
    """Return the name of the column of a document field."""
    return _COLUMN_NAMES.get(name, name)


def column(owner: type, name: str, **options) -> models.Field:
    """Return the column of a document field; `options` are added to those of its kind, such as an index."""
    return _column(fields_of(owner)[name], options)


def columns_of(path: str, options: dict[str, dict]) -> dict[str, models.Field]:
    """Return the columns of a list's rows; the position of a row is its number."""
    fields = LISTS[path].parts or {"text": LISTS[path]}
    own = {name: field for name, field in fields.items() if field.kind.form != "place"}
    return {column_name(name): _column(field, options.get(name, {})) for name, field in own.items()}


def _column(field: Field, options: dict) -> models.Field:
    kind, given = field.kind, {}
    form = "name" if kind.form == "line" and kind.longest else kind.form
    if kind.longest:
        given["max_length"] = kind.longest
    if kind.values:
        given["choices"] = choices(kind.values)
    if kind.form == "flag":
        given["default"] = field.default
    elif field.default is None or field.default == "":
        given["blank"] = True
    if field.default is None and field.type is not str:
        given["null"] = True
    if kind.source:
        given["editable"] = False
    return _COLUMNS[form](**given, **options)
