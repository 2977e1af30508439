"""The geometry of charts: numbers in, numbers out, no markup.

Positions and widths are percentages of the chart's width, so that a chart fits any width while its text keeps its size.
`None` means that there is nothing to draw.
"""

from guides.rendering.charts.axes import Axis, Mark, fifths_axis, money_axis, place_on
from guides.rendering.charts.career_path import CareerPathChart, LevelBar, career_path_chart, years_span
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
    "CareerPathChart",
    "Dots",
    "EducationMark",
    "LevelBar",
    "Mark",
    "OutlookMark",
    "Overlap",
    "PayBar",
    "PayChart",
    "PayStrip",
    "career_path_chart",
    "education_mark",
    "fifths_axis",
    "highest_pay",
    "money_axis",
    "openings_dots",
    "outlook_mark",
    "overlap",
    "pay_chart",
    "pay_strip",
    "place_on",
    "years_span",
]
