"""Names and values of single figures in words, for lists of what changed."""

from django.template.defaultfilters import pluralize

from guides.rendering.money import MINUS, format_difference, format_growth, format_money

FIGURE_NAMES = {
    "median_salary": "Median pay",
    "salary_low": "Lower end of pay",
    "salary_high": "Upper end of pay",
    "growth_percent": "Job growth",
    "annual_openings": "Openings a year",
    "median": "Median pay",
    "average": "Average pay",
}
COUNTS = ("annual_openings",)
PERCENTAGES = ("growth_percent",)


def figure_name(figure: str, level: str = "") -> str:
    """`Median pay`, `Median pay of Head Keeper`"""
    return f"{FIGURE_NAMES[figure]} of {level}" if level else FIGURE_NAMES[figure]


def figure_value(figure: str, value: int | float, currency: str | None, *, is_open: bool = False) -> str:
    """`$44,770`, `−5.5%`, `341,700`, with an open end `$239,200 or more`"""
    if figure in PERCENTAGES:
        return format_growth(value)
    words = f"{value:,}" if figure in COUNTS else format_money(int(value), currency)
    return f"{words} or more" if is_open else words


def figure_difference(figure: str, old: int | float, new: int | float, currency: str | None) -> str:
    """`+$1,940`, `−0.4 points`, `+11,700`, `the same`"""
    change = round(new - old, 3)  # the decimals of a growth
    if change == 0:
        return "the same"
    if figure not in PERCENTAGES + COUNTS:
        return format_difference(int(change), currency)
    points = f" point{pluralize(abs(change))}" if figure in PERCENTAGES else ""
    return f"{'+' if change > 0 else MINUS}{abs(change):,}{points}"
