"""The sheet of share images, and pay on its axis: levels as a stair, the range with its median, the ends in words."""

from collections.abc import Sequence

from PIL import ImageDraw

from guides.pages.share_lettering import font, money, size_within
from guides.rendering.charts import PayAxis, PayStrip

WIDTH, HEIGHT, MARGIN = 1200, 630, 72
PAPER, INK, QUIET, LINE = "#fbf8f2", "#2a2521", "#655c54", "#ddd6cc"
ACCENT, RANGE = "#0d5c5f", "#86a9a8"
STAIR_TOP, STAIR_BOTTOM, STAIR, LAST_STEP = 452, 494, 7, 30
STRIP_MIDDLE, STRIP_HEIGHT, MEDIAN_HEIGHT = 522, 24, 40
AXIS_LINE, AXIS = 572, 32
ARROW = 18  # the room for an arrow beside the axis of pay
TICK, SPACE = 14, 28  # half the height of the marks at the ends, and the space between words below the axis


def draw_axis(
    pen: ImageDraw.ImageDraw, axis: PayAxis, strip: PayStrip | None, range_words: str, medians: Sequence[int]
) -> None:
    """The axis with its ends, a stair of the medians of levels, and a strip with its range in words."""
    start, end = money(0, axis.currency), money(axis.end, axis.currency)
    pen.line((_x(0), STRIP_MIDDLE, _x(100), STRIP_MIDDLE), fill=LINE, width=3)
    for percent in (0, 100):
        pen.line((_x(percent), STRIP_MIDDLE - TICK, _x(percent), STRIP_MIDDLE + TICK), fill=LINE, width=3)
    pen.text((_x(0), AXIS_LINE), start, font=font(AXIS), fill=QUIET, anchor="ls")
    pen.text((_x(100), AXIS_LINE), end, font=font(AXIS), fill=QUIET, anchor="rs")
    if len(medians) > 1:
        _draw_stair(pen, [_x(axis.place(median)) for median in medians])
    if strip:
        _draw_strip(pen, strip)
    if strip and strip.range and range_words:
        left, right = _x(0) + font(AXIS).getlength(start) + SPACE, _x(100) - font(AXIS).getlength(end) - SPACE
        _draw_range(pen, range_words, _x((strip.range.start + strip.range.end) / 2), left, right)


def _x(percent: float) -> int:
    return MARGIN + round((WIDTH - MARGIN - ARROW - MARGIN) * percent / 100)


def _draw_range(pen: ImageDraw.ImageDraw, words: str, center: int, left: float, right: float) -> None:
    """The range in words as near below the center of its bar as the room from left to right allows."""
    size = size_within(words, AXIS, round(right - left))
    half = font(size).getlength(words) / 2
    place = min(max(center, left + half), right - half)
    pen.text((round(place), AXIS_LINE), words, font=font(size), fill=INK, anchor="ms")


def _draw_stair(pen: ImageDraw.ImageDraw, places: Sequence[int]) -> None:
    """A stair that rises at each place but the first."""
    rise = (STAIR_BOTTOM - STAIR_TOP) / (len(places) - 1)
    points = [(float(places[0]), float(STAIR_BOTTOM))]
    for number, place in enumerate(places[1:], start=1):
        points += [(place, STAIR_BOTTOM - rise * (number - 1)), (place, STAIR_BOTTOM - rise * number)]
    points.append((min(places[-1] + LAST_STEP, WIDTH - MARGIN), STAIR_TOP))
    pen.line(points, fill=ACCENT, width=STAIR)


def _draw_strip(pen: ImageDraw.ImageDraw, strip: PayStrip) -> None:
    """The range with its median; an arrow may use the room beside the axis."""
    half, middle = STRIP_HEIGHT / 2, STRIP_MIDDLE
    if strip.range:
        pen.rectangle((_x(strip.range.start), middle - half, _x(strip.range.end), middle + half), fill=RANGE)
    if strip.arrow:
        start, wing = _x(strip.arrow.x), half + 6
        color = RANGE if strip.arrow.of == "range" else ACCENT
        pen.polygon([(start, middle - wing), (start + ARROW, middle), (start, middle + wing)], fill=color)
    if strip.median is not None:
        place, tall = _x(strip.median), MEDIAN_HEIGHT / 2
        pen.rectangle((place - 8, middle - tall, place + 8, middle + tall), fill=PAPER)
        pen.rectangle((place - 4, middle - tall, place + 4, middle + tall), fill=ACCENT)
