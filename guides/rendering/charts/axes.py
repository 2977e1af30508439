"""Scales and axes of charts."""

import math
from dataclasses import dataclass


def percent(value: float, bottom: float, top: float) -> float:
    """The position of a value between two others, as a percentage; 0 on a scale without length."""
    return round(100 * (value - bottom) / (top - bottom), 2) if top > bottom else 0.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A value on an axis; `x` is a percentage of its length."""

    value: int
    x: float


def round_step(at_least: float) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50, … that is at least this number."""
    power = 10 ** max(0, math.floor(math.log10(max(at_least, 1))))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= at_least)
