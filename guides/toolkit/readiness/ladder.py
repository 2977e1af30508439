"""The ladder of a guide: the level of the role itself, and the levels above it that lead people."""

import re
from dataclasses import dataclass

from guides.document.shape import CareerStep, GuideDocument

# What the words of a title need: to have stood in for a lead (1), led a team (2), led people who lead teams (3).
_LEADING = (
    (3, re.compile(r"\b(?:head of|director|vp|vice[- ]president|president|chief|ceo|coo|cto|cfo|cio)\b")),
    (2, re.compile(r"\b(?:head|manager|supervisor|superintendent)\b")),
    (1, re.compile(r"\b(?:lead|leader|foreman|forewoman|foreperson)\b")),
)


@dataclass(frozen=True, slots=True)
class Ladder:
    """The levels of a guide, the lowest first. `own` is the place of the role's own level, counted from 0, and `leads`
    says for each level what it needs of leading, from 0 (nothing) to 3."""

    levels: tuple[CareerStep, ...]
    own: int
    leads: tuple[int, ...]

    @property
    def top(self) -> int:
        return len(self.levels) - 1


def read_ladder(document: GuideDocument) -> Ladder:
    """Read the ladder of a guide.

    The role's own level has the title of the guide, or is the one below the first that leads people, or the middle one.
    A level above it asks for what its title says, but for no more than the levels below it can give and no less than
    they ask: the first level that leads people is open to those who have stood in for a lead.
    """
    role, levels = document.title.casefold(), document.career_path
    titles = [level.title.casefold() for level in levels]
    # Apart from the words of the role: a Senior Account Manager leads nobody.
    words = [_leading(title.replace(role, " ")) for title in titles]
    own = _own_level(role, titles, words)
    return Ladder(levels, own, _needs(words, own, is_leading=bool(_leading(role))))


def leading_titles(document: GuideDocument) -> frozenset[str]:
    """Return the titles, in lower case, of the levels that lead people; the role's own title if it does so by name."""
    ladder, role = read_ladder(document), document.title.casefold()
    own = {role} if _leading(role) else set()
    above = {level.title.casefold() for level, need in zip(ladder.levels, ladder.leads, strict=True) if need}
    return frozenset(own | above)


def _leading(title: str) -> int:
    return next((need for need, words in _LEADING if words.search(title)), 0)


def _own_level(role: str, titles: list[str], words: list[int]) -> int:
    if role in titles:
        return titles.index(role)
    first_leading = next((place for place, need in enumerate(words) if need), None)
    return max(len(titles) - 1, 0) // 2 if first_leading is None else max(first_leading - 1, 0)


def _needs(words: list[int], own: int, *, is_leading: bool) -> tuple[int, ...]:
    """Return what each level needs of leading; `is_leading` is whether the role itself leads people."""
    needs, leading = [0] * len(words), int(is_leading)
    for place in range(own + 1, len(words)):
        leading += bool(words[place])
        needs[place] = max(needs[place - 1], min(words[place], leading))
    return tuple(needs)


def first_year(level: CareerStep) -> int | None:
    """Return the years of experience at which a level starts; `up to 2 years` starts at 0."""
    return 0 if level.years_min is None and level.years_max is not None else level.years_min
