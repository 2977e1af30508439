"""The geometry of charts: numbers in, numbers out, no markup.

Positions and widths are percentages of the chart's width, so that a chart fits any width while its text keeps its size.
`None` means that there is nothing to draw.
"""

from guides.rendering.charts.axes import Mark
from guides.rendering.charts.career_path import CareerPathChart, LevelBar, career_path_chart
from guides.rendering.charts.facts import (
    EDUCATION_LEVELS,
    HIGHEST_GROWTH,
    LOWEST_GROWTH,
    EducationMark,
    OpeningsMark,
    OutlookMark,
    education_mark,
    openings_mark,
    outlook_mark,
)
from guides.rendering.charts.level_dots import LevelDot, LevelDots, level_dots
from guides.rendering.charts.pay_strip import (
    AXIS_ENDS,
    Arrow,
    Bar,
    Figure,
    PayAxis,
    PayStrip,
    distribution_strip,
    is_crowded,
    level_strip,
    pay_axis,
    range_strip,
)
from guides.rendering.charts.scatter import Circle, Job, Scatter, scatter
from guides.rendering.charts.shared_skills import Overlap, overlap
from guides.rendering.charts.state_map import Level, StateMap, Tile, state_map

__all__ = [
    "AXIS_ENDS",
    "EDUCATION_LEVELS",
    "HIGHEST_GROWTH",
    "LOWEST_GROWTH",
    "Arrow",
    "Bar",
    "CareerPathChart",
    "Circle",
    "EducationMark",
    "Figure",
    "Job",
    "Level",
    "LevelBar",
    "LevelDot",
    "LevelDots",
    "Mark",
    "OpeningsMark",
    "OutlookMark",
    "Overlap",
    "PayAxis",
    "PayStrip",
    "Scatter",
    "StateMap",
    "Tile",
    "career_path_chart",
    "distribution_strip",
    "education_mark",
    "is_crowded",
    "level_dots",
    "level_strip",
    "openings_mark",
    "outlook_mark",
    "overlap",
    "pay_axis",
    "range_strip",
    "scatter",
    "state_map",
]
