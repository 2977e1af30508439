"""The sample resumes and letters of a guide: which one to show, and its Markdown as blocks."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import inf

from guides.document.levels import levels_of
from guides.document.material import BULLET, CAREER_CHANGE, FIRST_JOB, INVENTED, SampleLetter, SampleResume
from guides.document.numbers import whole_number
from guides.document.shape import GuideDocument
from guides.document.slugs import DistinctSlugs, slugify
from guides.rendering.markdown import plain_lines, plain_words
from guides.toolkit.outline import Block, Items, Paragraph

Sample = SampleResume | SampleLetter
INVENTED_SAMPLE = f"{INVENTED}. The employers and schools are invented, too."


@dataclass(frozen=True, slots=True)
class Situation:
    """The situation of a sample: its key in addresses, and its words, with a number if an earlier one has the same."""

    key: str
    words: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """The sample to show of all `situations`; both are missing in a guide without samples.

    `is_unknown` if the address asks for another situation, so that this is the first sample.
    """

    sample: Sample | None = None
    situations: tuple[Situation, ...] = ()
    is_unknown: bool = False

    @property
    def chosen(self) -> Situation | None:
        """The situation of the sample."""
        return next((situation for situation in self.situations if situation.is_chosen), None)

    @property
    def key(self) -> str:
        """The key of the chosen situation, empty without samples."""
        return self.chosen.key if self.chosen else ""


def choose_sample(samples: Sequence[Sample], document: GuideDocument, situation: str = "", level: str = "") -> Choice:
    """Choose the sample with the key `situation`, else the nearest one to `level`, else the first.

    `level` is the number of a level in older addresses, counted from 1. Other words there are ignored.
    """
    if not samples:
        return Choice()
    keys, words = _keys(samples), _words(samples)
    number = whole_number(level)
    if situation in keys:
        chosen = keys.index(situation)
    else:
        chosen = _nearest(samples, document, number) if number and not situation else 0
    situations = (Situation(key, words[place], is_chosen=place == chosen) for place, key in enumerate(keys))
    return Choice(samples[chosen], tuple(situations), is_unknown=bool(situation) and situation not in keys)


def _keys(samples: Sequence[Sample]) -> list[str]:
    slugs = DistinctSlugs()
    return [slugs.take(slugify(sample.situation)) for sample in samples]


def _words(samples: Sequence[Sample]) -> list[str]:
    """The situation of each sample; the second one of a situation is `First job (2)`."""
    seen: Counter[str] = Counter()
    words = []
    for sample in samples:
        slug = slugify(sample.situation)
        seen[slug] += 1
        words.append(sample.situation if seen[slug] == 1 else f"{sample.situation} ({seen[slug]})")
    return words


def _nearest(samples: Sequence[Sample], document: GuideDocument, number: int) -> int:
    """The place of the sample whose level is closest to the level with this number.

    A first job counts as the first level, and a situation that names no level as the usual one, both after a sample for
    that very level. A career change is at no level, so it comes last.
    """
    found = levels_of(document)
    levels = {level.title.casefold(): place for place, level in enumerate(found.levels)}
    others = {FIRST_JOB.casefold(): 0.0, CAREER_CHANGE.casefold(): inf}

    def distance(place: int) -> tuple[float, bool]:
        situation = samples[place].situation.casefold()
        level = levels.get(situation, others.get(situation, found.usual_level))
        return abs(level - (number - 1)), situation not in levels

    return min(range(len(samples)), key=distance)


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the lines of Markdown as paragraphs, and its bullets as lists."""
    for is_list, lines in groupby(text.split("\n"), key=lambda line: line.startswith(BULLET)):
        if is_list:
            yield Items(tuple(plain_words(line.removeprefix(BULLET)) for line in lines))
        else:
            yield from map(Paragraph, plain_lines("\n".join(lines)))
