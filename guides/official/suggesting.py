"""Suggesting the occupation that a job title belongs to.

A title that the publisher lists, word for word, counts fully. Others are compared by their words, of which rare ones
weigh more (tf-idf and the cosine). The title and the alternative titles of a guide vote, the title with more weight.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import chain
from operator import or_

from django.db.models import Q

from guides.document.plurals import singular
from guides.document.search_words import stem, words_of
from guides.official.models import OccupationTitle
from guides.official.releases import current_releases
from guides.official.summaries import Median, summaries

MOST = 3
MOST_VOTES = 20  # titles of a guide
MOST_FILTERED = 50  # words; with more of them, reading all titles takes less time than looking for each word
OF_TITLE, OF_ALTERNATIVE = 1.0, 0.5  # the weight of a vote
OF_LISTED = 0.95  # an exact alternate title, beside 1 for the occupation's own
OF_SIMILAR = 0.85  # the most that words alone can give
STRONG, CLOSE, LEAD = 0.9, 0.5, 0.05  # scores, and how far the best one must lead the next
COMMON_WORDS = frozenset(("an", "and", "for", "in", "of", "or", "the", "to"))
TITLES_WITH_OTHERS = 100  # how many titles a word is taken to be in that nobody asked for

Words = tuple[str, ...]  # of a title, in the singular
Stems = frozenset[str]  # without common words


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
    """A title in comparable form; one of the publisher's also has the code of its occupation."""

    title: str
    words: Words
    stems: Stems
    code: str = ""
    is_own: bool = False


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
    asked = [[_asked(title) for title in titles[:MOST_VOTES]] for titles in guides]
    index = _Index(frozenset(chain.from_iterable(title.stems for titles in asked for title in titles)))
    ranked = [_ranked(titles, index) for titles in asked]
    codes = {code for found in ranked for code, _, _ in found[:MOST]}
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


def _ranked(titles: Sequence[_Title], index: "_Index") -> list[tuple[str, float, str]]:
    """The occupations with their score and their best matching title, the best first."""
    votes: dict[str, float] = defaultdict(float)
    matching: dict[str, tuple[float, str]] = {}
    own: dict[str, float] = defaultdict(float)  # how near the occupation's own title is, to order ties
    weights = [OF_TITLE, *[OF_ALTERNATIVE] * (len(titles) - 1)]
    found = [(weight, index.matches(title)) for title, weight in zip(titles, weights, strict=True)]
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
    """The publisher's titles that have any of the asked stems."""

    def __init__(self, asked: Stems) -> None:
        number = OccupationTitle.objects.count()
        self.titles = [title for title in _titles_with(asked) if not asked.isdisjoint(title.stems)]
        self.by_stem: dict[str, list[int]] = {each: [] for each in asked}
        for index, title in enumerate(self.titles):
            for shared in asked & title.stems:
                self.by_stem[shared].append(index)
        # Squares of the inverse frequency.
        self.weights = {each: math.log(number / (len(found) or 1) + 1) ** 2 for each, found in self.by_stem.items()}
        self.other_weight = math.log(number / TITLES_WITH_OTHERS + 1) ** 2
        self.lengths = [self.length(title.stems) for title in self.titles]

    def length(self, stems: Stems) -> float:
        return math.sqrt(sum(self.weights.get(each, self.other_weight) for each in stems))

    def matches(self, asked: _Title) -> Mapping[str, _Match]:
        """By code, what fits a title best."""
        shared: dict[int, float] = defaultdict(float)
        for each in sorted(asked.stems):
            for index in self.by_stem[each]:
                shared[index] += self.weights[each]
        found: dict[str, _Match] = {}
        length = self.length(asked.stems)
        for index, weight in sorted(shared.items()):
            title = self.titles[index]
            score = OF_SIMILAR * weight / (length * self.lengths[index])
            if asked.words == title.words:
                score = 1.0 if title.is_own else OF_LISTED
            match = found.setdefault(title.code, _Match())
            if score > match.score:
                match.score, match.title = score, title.title
            if title.is_own:
                match.own = score
        return found


def _titles_with(stems: Stems) -> Iterator[_Title]:
    """The publisher's titles; with few stems, those that contain one of them."""
    rows = OccupationTitle.objects.order_by("pk")
    if len(stems) <= MOST_FILTERED:
        rows = rows.filter(reduce(or_, (Q(stems__contains=each) for each in sorted(stems)), Q(pk=None)))
    for code, title, is_own, key, its_stems in rows.values_list("occupation", "title", "is_own", "key", "stems"):
        all_stems = its_stems.split()
        words = tuple(map(singular, key.split()[: len(all_stems)]))  # other spellings follow
        yield _Title(title, words, frozenset(all_stems) - COMMON_WORDS, code, is_own)


def _asked(title: str) -> _Title:
    """A title of a guide; a single letter, such as that of `C#`, says too little to look for it."""
    words = words_of(title)
    stems = frozenset(stem(word) for word in words if len(word) > 1)
    return _Title(title, tuple(map(singular, words)), stems - COMMON_WORDS)
