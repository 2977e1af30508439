"""The geometry of the drawings: numbers in, numbers out, no markup.

Positions and widths are percentages of the drawing's width, so that a drawing takes any width while its lettering
keeps its size. `None` means that there is nothing to draw.
"""

from guides.rendering.charts.axes import Axis, Mark, fifths_axis, money_axis, place_on
from guides.rendering.charts.career_path import Ladder, LevelBar, ladder, years_span
from guides.rendering.charts.facts import (
    EDUCATION_LEVELS,
    FEWEST_FOR_DECILES,
    HIGHEST_GROWTH,
    LOWEST_GROWTH,
    MOST_DOTS,
    Dots,
    EducationMark,
    OutlookMark,
    education_mark,
    openings_dots,
    outlook_mark,
)
from guides.rendering.charts.pay import PayBar, PayChart, PayStrip, highest_pay, pay_chart, pay_strip
from guides.rendering.charts.shared_skills import Overlap, overlap

__all__ = [
    "EDUCATION_LEVELS",
    "FEWEST_FOR_DECILES",
    "HIGHEST_GROWTH",
    "LOWEST_GROWTH",
    "MOST_DOTS",
    "Axis",
    "Dots",
    "EducationMark",
    "Ladder",
    "LevelBar",
    "Mark",
    "OutlookMark",
    "Overlap",
    "PayBar",
    "PayChart",
    "PayStrip",
    "education_mark",
    "fifths_axis",
    "highest_pay",
    "ladder",
    "money_axis",
    "openings_dots",
    "outlook_mark",
    "overlap",
    "pay_chart",
    "pay_strip",
    "place_on",
    "years_span",
]
