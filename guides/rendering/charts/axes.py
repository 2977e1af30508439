"""Scales and axes of charts."""

import math
from collections.abc import Iterable
from dataclasses import dataclass


def percent(value: float, bottom: float, top: float) -> float:
    """The position of a value between two others, as a percentage; 0 on a scale without length."""
    return round(100 * (value - bottom) / (top - bottom), 2) if top > bottom else 0.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A value on an axis; `x` is a percentage of its length."""

    value: int
    x: float


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis from zero, shared by several rows."""

    top: int
    marks: tuple[Mark, ...]


def money_axis(amounts: Iterable[int], *, marks: int = 5) -> Axis:
    """An axis from zero to the round amount above the highest, with about `marks` steps."""
    return _axis(max(amounts, default=0), marks)


def fifths_axis(amounts: Iterable[int]) -> Axis:
    """An axis from zero in exactly five round steps, so that axes of several currencies share their grid."""
    least = max(max(amounts, default=0) / 5, 1)
    unit = 5 * 10 ** (math.floor(math.log10(least)) - 1) if least >= 10 else 1
    step = math.ceil(least / unit) * unit
    return Axis(top=5 * step, marks=tuple(Mark(place * step, 20.0 * place) for place in range(6)))


def place_on(axis: Axis, amount: int) -> float:
    """The position of an amount on an axis, as a percentage."""
    return percent(amount, 0, axis.top)


def _axis(highest: float, marks: int) -> Axis:
    step = round_step(highest / marks) if highest > 0 else 1
    top = max(step, math.ceil(highest / step) * step)
    return Axis(top=top, marks=tuple(Mark(value, percent(value, 0, top)) for value in range(0, top + 1, step)))


def round_step(at_least: float) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50, … that is at least this number."""
    power = 10 ** max(0, math.floor(math.log10(max(at_least, 1))))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= at_least)
