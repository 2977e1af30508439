"""Search over the titles of occupations and their alternate titles."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from functools import reduce
from operator import or_

from django.db.models import Q

from guides.official.models import AlternateTitle, Release

LONGEST_TEXT = 100  # characters
SHORTEST_PLURAL = 3  # letters of a word whose last s may be that of a plural
SHORTEST_WORD = 2  # letters of the longest word; fewer match nearly everything
_WORD = re.compile(r"[^\W_]+")
_BEFORE = " (-/'.&+"  # what stands before a word of a title


class Rank(IntEnum):
    """How a title matches; in an unfinished match, the last word that was searched for is the start of a longer one."""

    TITLE = 0
    ALTERNATE_TITLE = 1
    STARTS = 2
    CONTAINS = 3
    STARTS_UNFINISHED = 4
    CONTAINS_UNFINISHED = 5


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """How well an occupation matches: its best rank, and that of its own title.

    `alternate_title` is the one with the best rank if it matches better than the title.
    """

    rank: int
    own: int
    alternate_title: str = field(default="", compare=False)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a title in lower case, without the s of a plural."""
    words = _WORD.findall(text[:LONGEST_TEXT].casefold())
    return tuple(word.removesuffix("s") if len(word) > SHORTEST_PLURAL else word for word in words)


def is_searchable(words: tuple[str, ...]) -> bool:
    return max(map(len, words), default=0) >= SHORTEST_WORD


def find_titles(words: tuple[str, ...], titles: Iterable[tuple[str, str]], release: Release | None) -> dict[str, Match]:
    """The matches by code, among `titles` (code, title) and the alternate titles of a release."""
    found: dict[str, Match] = {}
    nothing = len(Rank)
    for code, title in titles:
        rank = rank_of(words, words_of(title))
        if rank is not None:
            found[code] = Match(rank, rank)
    for code, title, names in _alternate_titles(words, release):
        ranks = [rank for name in names if (rank := rank_of(words, words_of(name))) is not None]
        if not ranks:
            continue
        rank = Rank.ALTERNATE_TITLE if Rank.TITLE in ranks else min(ranks)
        before = found.get(code, Match(nothing, nothing))
        if rank < before.rank:
            found[code] = Match(rank, before.own, title)
    return found


def rank_of(wanted: tuple[str, ...], words: tuple[str, ...]) -> Rank | None:
    """How a title matches; the last wanted word may be incomplete."""
    *whole, last = wanted
    if wanted == words:
        return Rank.TITLE
    if words[: len(wanted)] == wanted:
        return Rank.STARTS
    if set(wanted) <= set(words):
        return Rank.CONTAINS
    size = len(whole)
    if words[:size] == tuple(whole) and len(words) > size and words[size].startswith(last):
        return Rank.STARTS_UNFINISHED
    if set(whole) <= set(words) and any(word.startswith(last) for word in words):
        return Rank.CONTAINS_UNFINISHED
    return None


def _alternate_titles(words: tuple[str, ...], release: Release | None) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Code, title and names of the alternate titles that may match: they hold all of the letters."""
    rows = AlternateTitle.objects.filter(release=release)
    for word in words:
        rows = rows.filter(_begins(word) if len(word) <= SHORTEST_WORD else Q(title__icontains=word))
    for code, title, short_title in rows.values_list("occupation", "title", "short_title").iterator():
        yield code, title, (title, title.partition(" (")[0], short_title)


def _begins(word: str) -> Q:
    """A word of a title begins with these letters; so few are in nearly all titles."""
    return reduce(or_, (Q(title__icontains=f"{before}{word}") for before in _BEFORE), Q(title__istartswith=word))
