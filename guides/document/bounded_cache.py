"""A cache for functions of a text that is bounded in bytes."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

T = TypeVar("T")


def bounded_cache(*, entries: int, longest: int) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """Decorate a function like `lru_cache`, but never keep the result for a text of more than `longest` characters."""

    def decorate(function: Callable[[str], T]) -> Callable[[str], T]:
        cached = lru_cache(maxsize=entries)(function)

        @wraps(function)
        def call(text: str) -> T:
            return cached(text) if len(text) <= longest else function(text)

        call.cache_clear = cached.cache_clear  # type: ignore[attr-defined]
        return call

    return decorate
