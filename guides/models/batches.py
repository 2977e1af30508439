"""Batches of values for queries, because a query cannot have any number of parameters."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
BATCH = 2_000  # SQLite allows 32,766 parameters, and some queries use each value several times


def batches(values: Iterable[T]) -> Iterator[list[T]]:
    """Split values into lists that a query can take."""
    remaining = iter(values)
    while batch := list(islice(remaining, BATCH)):
        yield batch
