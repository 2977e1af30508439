"""The OpenAPI description of the JSON addresses, with schemas derived from the dataclasses of the responses."""

import types
import typing
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from django.conf import settings

from guides.document import GuideDocument
from guides.document.kinds import is_union
from guides.finding.occupation_filters import filters_of
from guides.finding.occupation_list import SORTS, TITLE
from guides.finding.salaries import JOB_COLUMNS, LEVEL_COLUMNS
from guides.web.catalog import Catalog
from guides.web.occupation_data import OccupationCatalog, OccupationFacts, OccupationPay
from guides.web.occupation_files import TABLES
from guides.web.pay_files import TABLES as PAY_TABLES
from guides.web.programs import Failure
from guides.web.salaries import LEVELS

PLAIN_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", types.NoneType: "null"}
SLUG = "^[-a-zA-Z0-9_]+$"
ONET_CODE = "^[0-9]{2}-[0-9]{4}\\.[0-9]{2}$"


def openapi(server: str) -> dict[str, typing.Any]:
    """Return the description for the site at an address."""
    slug = {"name": "slug", "in": "path", "required": True, "schema": {"type": "string", "pattern": SLUG}}
    page = {"name": "page", "in": "query", "schema": {"type": "integer", "minimum": 1, "default": 1}}
    answers = (Catalog, GuideDocument, OccupationCatalog, OccupationFacts, OccupationPay, Failure)
    kinds = dict.fromkeys(kind for answer in answers for kind in _dataclasses(answer))
    return {
        "openapi": "3.1.0",
        "info": {
            "title": settings.SITE_NAME,
            "version": "1",
            "description": "Career guides and official figures as data. Read-only, public, from any origin. "
            "Amounts are whole units of `currency` a year, except in `other_pay`; "
            "null means that a guide does not state the value.",
        },
        "servers": [{"url": server}],
        "paths": {
            "/guides.json": {"get": _get("listGuides", "All published guides, in pages", Catalog, page)},
            "/guides/{slug}.json": {
                "get": _get("readGuide", "A complete guide", GuideDocument, slug, responses=_MOVED | _WITHDRAWN),
            },
            "/guides/{slug}/figures.csv": {
                "get": _get(
                    "readFigures", f"Each figure of a guide as CSV, {CSV}", None, slug, responses=_MOVED | _WITHDRAWN
                ),
            },
            **_occupation_paths(),
            "/salaries.csv": {"get": _get("listSalariesFile", f"Pay by level as CSV, {CSV}", None, *_salary_filters())},
        },
        "components": {"schemas": {kind.__name__: _object(kind) for kind in kinds}},
    }


_MOVED = {
    "301": {
        "description": "The guide has another slug now.",
        "headers": {"Location": {"schema": {"type": "string", "format": "uri-reference"}}},
    }
}
_WITHDRAWN = {"410": {"description": "The guide was withdrawn.", "content": {"text/html": {}}}}


CSV = "in UTF-8 with a byte order mark; texts that spreadsheet programs would run as formulas start with an apostrophe"


def _occupation_paths() -> dict[str, dict]:
    code = {"name": "code", "in": "path", "required": True, "schema": {"type": "string", "pattern": ONET_CODE}}
    pay_table, table = _choice("table", PAY_TABLES), _choice("table", TABLES)
    filters = [{"name": "q", "in": "query", "schema": {"type": "string"}}, *_occupation_filters()]
    pay_file = f"The same as CSV, a row for each place and unit, {CSV}"
    file = f"The tables of the page of an occupation but for its pay as CSV: a row for each figure, {CSV}"
    operations = {
        "/occupations.json": _get("listOccupations", "The occupations that filters leave", OccupationCatalog, *filters),
        "/occupations.csv": _get("listOccupationsFile", f"The same as CSV, {CSV}", None, *filters),
        "/occupations/{code}.json": _get(
            "readOccupation", "The figures of an occupation in the nation", OccupationFacts, code
        ),
        "/occupations/{code}.csv": _get("readOccupationFile", file, None, code, table),
        "/occupations/{code}/pay.json": _get(
            "readPay", "The pay of an occupation by place and industry", OccupationPay, code
        ),
        "/occupations/{code}/pay.csv": _get("readPayFile", pay_file, None, code, pay_table),
    }
    return {path: {"get": operation} for path, operation in operations.items()}


def _occupation_filters() -> Iterator[dict]:
    """The filters of the list of occupations; the major groups are those of the data."""
    for filter_ in filters_of({}):
        if filter_.choices:
            yield _choice(filter_.name, filter_.choices)
        else:
            yield {"name": filter_.name, "in": "query", "schema": {"type": "string", "pattern": "^([0-9]{2})?$"}}
    yield _choice("sort", (TITLE, *SORTS))


def _salary_filters() -> Iterator[dict]:
    yield _choice("view", (LEVELS,))
    yield _choice("sort", (f"{sign}{key}" for key in LEVEL_COLUMNS | JOB_COLUMNS for sign in ("", "-")))
    for name in ("category", "currency"):
        yield {"name": name, "in": "query", "schema": {"type": "string"}}


def _choice(name: str, values: Iterable[str]) -> dict:
    """A parameter with one of these values; an empty one is as good as none."""
    return {"name": name, "in": "query", "schema": {"type": "string", "enum": ["", *values]}}


def _get(name: str, summary: str, answer: type | None, *parameters: dict, responses: dict | None = None) -> dict:
    """Return an operation that answers with JSON of a type, or without one with CSV."""
    content = {"application/json": {"schema": _reference(answer)}} if answer else {"text/csv": {}}
    failure = {"content": {"application/json": {"schema": _reference(Failure)}}}
    return {
        "operationId": name,
        "summary": summary,
        "parameters": list(parameters),
        "responses": {
            "200": {"description": summary, "content": content},
            "304": {"description": "The version in If-None-Match or If-Modified-Since is current."},
            **(responses or {}),
            "404": {"description": "There is no such page, guide or occupation.", **failure},
            "default": {"description": "The site is not available or refuses the request.", **failure},
        },
    }


def _reference(kind: type) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{kind.__name__}"}


def _dataclasses(kind: type) -> Iterator[type]:
    """Yield a dataclass and those nested in it."""
    yield kind
    for hint in typing.get_type_hints(kind).values():
        for part in (hint, *typing.get_args(hint)):
            if is_dataclass(part):
                yield from _dataclasses(part)


def _object(kind: type) -> dict[str, typing.Any]:
    """Return the schema of a dataclass: fields without metadata are required, and no other fields are allowed."""
    hints = typing.get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    generated = f"{kind.__name__}("  # the docstring that `dataclass` generates
    description = {} if kind.__doc__.startswith(generated) else {"description": kind.__doc__}
    return {
        "type": "object",
        **description,
        "properties": {name: _schema(hints[name]) for name in names},
        "required": [field.name for field in fields(kind) if not field.metadata],
        "additionalProperties": False,
    }


def _schema(hint: typing.Any) -> dict[str, typing.Any]:
    if is_dataclass(hint):
        return _reference(hint)
    if typing.get_origin(hint) is tuple:
        return {"type": "array", "items": _schema(typing.get_args(hint)[0])}
    if is_union(hint) and is_dataclass(typing.get_args(hint)[0]):
        return _reference(typing.get_args(hint)[0])  # an optional object is missing or present, never null
    if is_union(hint):
        return {"type": [PLAIN_TYPES[kind] for kind in typing.get_args(hint)]}
    return {"type": PLAIN_TYPES[hint]}
