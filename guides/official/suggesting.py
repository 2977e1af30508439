"""Suggesting the occupation that a job title belongs to.

A title that the publisher lists, word for word, counts fully. Others are compared by their words, of which rare ones
weigh more (tf-idf and the cosine). The title and the alternative titles of a guide vote, the title with more weight.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q

from guides.document.search_words import stem, words_of
from guides.official.models import OccupationTitle
from guides.official.releases import current_releases
from guides.official.summaries import Median, summaries

MOST = 3
OF_TITLE, OF_ALTERNATIVE = 1.0, 0.5  # the weight of a vote
OF_LISTED = 0.95  # an exact alternate title, beside 1 for the occupation's own
OF_SIMILAR = 0.9  # the most that words alone can give
STRONG, CLOSE, LEAD = 0.9, 0.5, 0.05  # scores, and how far the best one must lead the next
COMMON_WORDS = frozenset(("a", "an", "and", "for", "in", "of", "or", "the", "to"))

Words = tuple[str, ...]  # stems


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An occupation for a guide: the publisher's `matching` title, the score from 0 to 1, and the pay it brings.

    `is_best` if it may be chosen without looking: it is no weak match and clearly ahead of the next one.
    """

    code: str
    title: str
    matching: str
    score: float
    median: Median | None
    is_best: bool

    @property
    def strength(self) -> str:
        return "exact title" if self.score >= STRONG else "close match" if self.score >= CLOSE else "weak match"


@dataclass(frozen=True, slots=True)
class _Title:
    code: str
    title: str
    is_own: bool
    words: Words


@dataclass(slots=True)
class _Match:
    """The score of the best title of an occupation, that title, and the score of its own title."""

    score: float = 0.0
    title: str = ""
    own: float = 0.0


def suggest(titles: Sequence[str]) -> list[Suggestion]:
    """The three occupations that fit a guide best; `titles` are its title and then its alternative titles."""
    (found,) = suggest_each([titles])
    return found


def suggest_each(guides: Sequence[Sequence[str]]) -> list[list[Suggestion]]:
    """The suggestions for each guide, in four queries however many guides there are."""
    asked = [[_stems(title) for title in titles] for titles in guides]
    index = _Index(word for titles in asked for words in titles for word in words)
    ranked = [_ranked(titles, index) for titles in asked]
    codes = {code for found in ranked for code, _, _ in found}
    known = {summary.code: summary for summary in summaries(current_releases(), codes)} if codes else {}
    return [
        [
            Suggestion(
                code=code,
                title=known[code].title,
                matching=matching,
                score=score,
                median=medians.best if (medians := known[code].medians) else None,
                is_best=rank == 0 and _is_clear(found),
            )
            for rank, (code, score, matching) in enumerate(found[:MOST])
            if code in known
        ]
        for found in ranked
    ]


def _is_clear(found: Sequence[tuple[str, float, str]]) -> bool:
    """Whether the first of the ranked occupations is good enough and ahead of the second."""
    second = found[1][1] if len(found) > 1 else 0
    return found[0][1] >= CLOSE and found[0][1] - second >= LEAD


def _ranked(titles: Sequence[Words], index: "_Index") -> list[tuple[str, float, str]]:
    """The occupations with their score and their best matching title, the best first."""
    votes: dict[str, float] = defaultdict(float)
    matching: dict[str, tuple[float, str]] = {}
    own: dict[str, float] = defaultdict(float)  # how near the occupation's own title is, to order ties
    weights = [OF_TITLE, *[OF_ALTERNATIVE] * (len(titles) - 1)]
    found = [(weight, index.matches(words)) for words, weight in zip(titles, weights, strict=True)]
    telling = [(weight, matches) for weight, matches in found if any(m.score >= CLOSE for m in matches.values())]
    voting = telling or found  # a title that no occupation is near says nothing
    for weight, matches in voting:
        for code, match in matches.items():
            votes[code] += weight * match.score
            own[code] += weight * match.own
            matching[code] = max(matching.get(code, (0.0, "")), (weight * match.score, match.title))
    total = sum(weight for weight, _ in voting)
    best_first = sorted(votes, key=lambda code: (-votes[code], -own[code], code))[: MOST + 1]
    return [(code, votes[code] / total, matching[code][1]) for code in best_first]


class _Index:
    """The publisher's titles that have any of the asked words, by word."""

    def __init__(self, words: Iterable[str]) -> None:
        wanted = frozenset(words)
        self.number = OccupationTitle.objects.count() or 1
        self.by_word: dict[str, list[_Title]] = defaultdict(list)
        for title in _titles_with(wanted):
            for word in wanted.intersection(title.words):
                self.by_word[word].append(title)

    def matches(self, words: Words) -> Mapping[str, _Match]:
        """By code, what fits the words best."""
        found: dict[str, _Match] = {}
        titles = {id(title): title for word in words for title in self.by_word.get(word, ())}
        for title in titles.values():
            score = self.similarity(words, title)
            match = found.setdefault(title.code, _Match())
            if score > match.score:
                match.score, match.title = score, title.title
            if title.is_own:
                match.own = score
        return found

    def similarity(self, words: Words, title: _Title) -> float:
        if words == title.words:
            return 1.0 if title.is_own else OF_LISTED
        shared = sum(self.weight(word) ** 2 for word in set(words).intersection(title.words))
        return OF_SIMILAR * shared / (self.length(words) * self.length(title.words) or 1)

    def length(self, words: Words) -> float:
        return math.sqrt(sum(self.weight(word) ** 2 for word in set(words)))

    def weight(self, word: str) -> float:
        """The inverse frequency of a word; words that nobody asked for count like those of a hundred titles."""
        if word in COMMON_WORDS:
            return 0.1
        return math.log(self.number / (len(self.by_word[word]) if word in self.by_word else 100) + 1)


def _titles_with(words: frozenset[str]) -> Iterator[_Title]:
    long = [word for word in words if word not in COMMON_WORDS]
    if not long:
        return
    having = reduce(or_, (Q(stems__contains=word) for word in sorted(long)))
    rows = OccupationTitle.objects.filter(having).order_by("pk")
    for code, title, is_own, stems in rows.values_list("occupation", "title", "is_own", "stems"):
        yield _Title(code, title, is_own, tuple(stems.split()))


def _stems(title: str) -> Words:
    return tuple(map(stem, words_of(title)))
