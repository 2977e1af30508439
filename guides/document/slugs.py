"""Addresses made from names: readable ASCII that keeps C, C# and C++ apart."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from anyascii import anyascii

from guides.document.kinds import LONGEST_NAME

DIGEST_LENGTH = 8
# Symbols with the words for them, in this order; all other symbols separate words.
_SYMBOLS = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"(?<![\w.])\.(?=\w)", " dot "),  # .NET
        (r"(?<=\d)\.(?=\d)", " "),  # 2.0
        (r"(?<=\w)[.'’](?=\w)", ""),  # Node.js, driver's
        (r"#(?=\d)", " number "),
        ("#", " sharp "),
        (r"\+", " plus "),
        ("&", " and "),
        ("@", " at "),
        ("%", " percent "),
        (r"\*", " star "),
        ("=", " equals "),
        (r"\$", " dollar "),
    )
)


def slugify(name: str) -> str:
    """The address for a name: `R&D Manager` is `r-and-d-manager`, `Łukasz` is `lukasz`.

    Only an empty name has no address. One without readable letters or one too long for its column gets a digest.
    """
    words = unicodedata.normalize("NFKC", name)
    for symbol, spelled in _SYMBOLS:
        words = symbol.sub(spelled, words)
    slug = re.sub("[^a-z0-9_]+", "-", anyascii(words).lower()).strip("-_")
    if not slug:
        return f"x-{_digest(name.casefold())}" if name.strip() else ""
    if len(slug) > LONGEST_NAME:
        return f"{slug[: LONGEST_NAME - DIGEST_LENGTH - 1].rstrip('-_')}-{_digest(slug)}"
    return slug


def legacy_slugify(name: str) -> str:
    """Like Django's `slugify`: drops symbols and all letters without an ASCII form.

    Anchors, keys of skills in links, and addresses from before `slugify` spelled symbols are made this way, and must
    not change.
    """
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_only)).strip("-_")


def is_same_name(one: str, other: str) -> bool:
    """Whether two names differ at most in case, spaces and punctuation, so that they have the same address."""
    return slugify(one) == slugify(other)


class DistinctSlugs:
    """Slugs with a number where they are taken: `baker`, then `baker-2`."""

    def __init__(self, taken: Iterable[str] = (), longest: int = LONGEST_NAME) -> None:
        self.taken = set(taken)
        self.longest = longest
        self.numbers: dict[str, int] = {}

    def take(self, slug: str) -> str:
        number, free = self.numbers.get(slug, 1), slug
        while free in self.taken:
            number += 1
            suffix = f"-{number}"
            free = slug[: self.longest - len(suffix)] + suffix
        self.numbers[slug] = number
        self.taken.add(free)
        return free


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:DIGEST_LENGTH]
