"""What the rows of a table hold: checked as a file is read, since SQLite would store anything."""

from functools import cache

from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.base.operations import BaseDatabaseOperations

from guides.official.reading.errors import FileError

RANGES = BaseDatabaseOperations.integer_field_ranges


@cache
def _limits(model: type[models.Model]) -> tuple[list[str], list[tuple[str, int, int]], list[tuple[str, int]]]:
    """The columns that must have a value, the ranges of those with numbers, and the lengths of those with texts."""
    columns = [column for column in model._meta.concrete_fields if column.name not in ("id", "release")]
    required = [column.attname for column in columns if not column.null]
    numbers = [
        (column.attname, *RANGES[column.get_internal_type()])
        for column in columns
        if isinstance(column, models.IntegerField)
    ]
    texts = [(column.attname, column.max_length) for column in columns if isinstance(column, models.CharField)]
    return required, numbers, texts


def check(row: models.Model) -> None:
    """Raise FileError if a value is missing, out of range, too long for its column, or at odds with another one."""
    required, numbers, texts = _limits(type(row))
    for name in required:
        if getattr(row, name) is None:
            raise FileError(f"there is no {_words(row, name)}")
    for name, least, most in numbers:
        value = getattr(row, name)
        if value is not None and not least <= value <= most:
            raise FileError(f"{value:,} is out of range for the {_words(row, name)}")
    for name, longest in texts:
        if len(getattr(row, name)) > longest:
            raise FileError(f"the {_words(row, name)} is longer than {longest} characters")
    try:
        row.clean()
    except ValidationError as error:
        raise FileError(error.message) from error


def _words(row: models.Model, name: str) -> str:
    return f"{row._meta.get_field(name).verbose_name} of the {row._meta.verbose_name}"
