"""The skills that two roles share."""

from dataclasses import dataclass

from guides.rendering.charts.axes import percent


@dataclass(frozen=True, slots=True)
class Overlap:
    """All skills of two roles as one bar: only the first's, the shared ones from `start`, only the second's."""

    own: int
    shared: int
    other: int
    start: float
    width: float


def overlap(own: int, shared: int, other: int) -> Overlap | None:
    """`own` and `other` count the skills of each role, `shared` those of both; None without skills."""
    everything = own + other - shared
    if everything <= 0:
        return None
    return Overlap(
        own=own,
        shared=shared,
        other=other,
        start=percent(own - shared, 0, everything),
        width=percent(shared, 0, everything),
    )
