"""The first rules of the skills gap, for addresses of results that were made under them; no new link uses them.

A rating is a step from 0 to 4. The score is the number of steps reached, up to the needed ones, as a percentage of the
needed ones. These rules do not change any more.
"""

from dataclasses import dataclass

from guides.toolkit.skills_gap import Gap, RatedSkill

RULES = 1
ORDER = {"essential": 0, "useful": 1, "": 1}  # of the skills to learn


@dataclass(frozen=True, slots=True)
class FirstResult:
    """The result of ratings from 0 to 4."""

    gap: Gap

    @property
    def score(self) -> int | None:
        """Return the steps reached in the rated skills as a percentage, rounded down; None without ratings."""
        return _percent(self.gap.rated) if self.gap.rated else None

    @property
    def coverage(self) -> int:
        """Return the same for all skills; unrated ones count as 0."""
        return _percent(self.gap.rows)

    @property
    def to_learn(self) -> tuple[RatedSkill, ...]:
        """List the skills with a gap: essential ones first, then by size of the gap, then in the guide's order."""
        rows = (row for row in self.gap.rated if row.gap)
        return tuple(sorted(rows, key=lambda row: (ORDER[row.skill.importance], -row.gap)))


def _percent(rows: tuple[RatedSkill, ...]) -> int:
    needed = sum(row.skill.needed for row in rows)
    reached = sum(row.skill.needed - row.gap for row in rows if row.step is not None)
    return 100 * reached // needed if needed else 0
