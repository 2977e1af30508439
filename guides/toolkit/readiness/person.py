"""Which level of a ladder fits a person.

Years of experience lead up to the role's own level and no further. A level above it needs its years, enough of the
skills that count, and what leads to it if it leads people. Without the education that is asked of a beginner the result
is one level lower, but never below what the years give. What is not answered counts as not there, so that saying more
good of oneself never lowers the level, and one skill or requirement changes it by one level at most.
"""

from dataclasses import dataclass

from guides.document.shape import GuideDocument
from guides.toolkit.readiness.answers import Answers
from guides.toolkit.readiness.education import Requirement, read_requirements, unmet
from guides.toolkit.readiness.ladder import Ladder, first_year, read_ladder
from guides.toolkit.skills_gap import Gap, RatedSkill


@dataclass(frozen=True, slots=True)
class Person:
    """A person on the ladder of a guide: their answers, the skills that count above the role's own level, and the
    requirements they do not meet. Places are those of levels in the ladder, counted from 0; -1 is below the first."""

    ladder: Ladder
    answers: Answers
    skills: tuple[RatedSkill, ...]
    unmet: tuple[Requirement, ...]

    @property
    def years(self) -> int:
        return self.answers.years or 0

    @property
    def led(self) -> int:
        return self.answers.led or 0

    @property
    def place(self) -> int:
        """The place of the level that fits."""
        reached = min(self.by_years, self.by_leading, self.by_skills)
        return max(min(self.by_years, self.ladder.own), reached - bool(self.asked))

    @property
    def by_years(self) -> int:
        """The place of the last level that begins within the person's years."""
        firsts = enumerate(map(first_year, self.ladder.levels))
        return max((place for place, first in firsts if first is not None and first <= self.years), default=-1)

    @property
    def by_leading(self) -> int:
        """The place below the first level that asks for more leading."""
        return next((place - 1 for place, need in enumerate(self.ladder.leads) if need > self.led), self.ladder.top)

    @property
    def by_skills(self) -> int:
        """The place of the last level with few enough skills, which is at least the role's own."""
        return self.ladder.own + max(0, len(self.mastered) - self.skills_for(self.ladder.own + 1) + 1)

    @property
    def has_rated(self) -> bool:
        return any(row.step is not None for row in self.skills)

    @property
    def mastered(self) -> tuple[RatedSkill, ...]:
        return tuple(row for row in self.skills if row.is_met)

    def skills_for(self, place: int) -> int:
        """Return how many skills a level above the role's own needs.

        The first one needs half of them, or fewer if the top would then need more than there are; each further level
        needs one more.
        """
        number, above = len(self.skills), self.ladder.top - self.ladder.own
        first = max(1, min(-(-number // 2), number - above + 1))
        return first + place - self.ladder.own - 1

    @property
    def asked(self) -> tuple[Requirement, ...]:
        """The unmet requirements that are asked of a beginner."""
        return tuple(requirement for requirement in self.unmet if requirement.is_asked)


def place_person(document: GuideDocument, answers: Answers, gap: Gap) -> Person:
    """Place a person with these answers, and these ratings of the guide's skills, on its ladder."""
    ladder = read_ladder(document)
    return Person(
        ladder=ladder,
        answers=answers,
        skills=_counted(gap, ladder.top - ladder.own),
        unmet=unmet(read_requirements(document), answers.has),
    )


def _counted(gap: Gap, levels: int) -> tuple[RatedSkill, ...]:
    """List the essential skills, or all if fewer of them are marked than there are levels to separate."""
    essential = tuple(row for row in gap.rows if row.skill.importance == "essential")
    return essential if len(essential) >= max(levels, 1) else gap.rows
