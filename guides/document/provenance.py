"""How a figure of a guide is known: published, derived from published figures, or checked by an editor."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

from guides.document.kinds import Date, Known, Name, WebAddress, one_of

PROVENANCE_KINDS = ("published", "derived", "editor")
OEWS, PROJECTIONS = "BLS OEWS", "BLS Employment Projections"
PAY_MEASURES = (
    "annual mean",
    "annual 10th percentile",
    "annual 25th percentile",
    "annual median",
    "annual 75th percentile",
    "annual 90th percentile",
)
CHANGE, OPENINGS = "employment change", "annual openings"
MEASURES = {OEWS: PAY_MEASURES, PROJECTIONS: (CHANGE, OPENINGS)}
LEVEL_FIGURES = ("median", "average")
# What each figure of the key facts and of the levels can be.
FIGURES: dict[str, Sequence[str]] = {
    **dict.fromkeys(("median_salary", "salary_low", "salary_high"), PAY_MEASURES),
    "growth_percent": (CHANGE,),
    "annual_openings": (OPENINGS,),
    **dict.fromkeys(LEVEL_FIGURES, PAY_MEASURES),
}
MIDPOINT = "midpoint of "
_SERIES = re.compile(rf"(?P<code>\d\d-\d{{4}}) (?P<measure>{'|'.join((*PAY_MEASURES, CHANGE, OPENINGS))})", re.ASCII)
_STARTS = {"published": "published by ", "derived": "derived from "}
_EDITOR = "checked by the editors"
_VALUE = re.compile(r"[-−]?[0-9][0-9,]*(?:\.[0-9]+)?%?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """How one figure is known; a figure without this is known from the guide's text alone.

    `figure` is a key fact or, with the title of a `level`, its median or average, and `value` is what it was checked
    against. A published figure has the `source` (OEWS or PROJECTIONS), its `release` (`May 2025`) and the `series`
    (`43-4051 annual median`), a derived one a `formula` over such series. A figure from an editor has the name of its
    source, maybe its address, and when it was `checked`.
    """

    figure: Annotated[str, one_of(tuple(FIGURES), longest=30)]
    level: Name = ""
    value: Known
    kind: Annotated[str, one_of(PROVENANCE_KINDS, longest=10)]
    source: Name
    url: WebAddress | None = None
    release: Name = ""
    series: Name = ""
    formula: Name = ""
    checked: Date | None = None

    @property
    def of(self) -> tuple[str, str]:
        """The figure and its level, which name one figure of a guide."""
        return self.figure, self.level

    @property
    def inputs(self) -> "tuple[Series, ...]":
        """The series from which the figure follows; empty for one from an editor or with unknown words."""
        return read_formula(self.formula or self.series)


@dataclass(frozen=True, slots=True)
class Series:
    """A published figure of an occupation: its SOC code and what is measured."""

    code: str
    measure: str

    def __str__(self) -> str:
        return f"{self.code} {self.measure}"


def read_series(words: str) -> Series | None:
    """`43-4051 annual median` as a series."""
    match = _SERIES.fullmatch(words)
    return Series(match["code"], match["measure"]) if match else None


def read_formula(words: str) -> tuple[Series, ...]:
    """The inputs of a formula: a series, or `midpoint of … and …`; empty if it is neither."""
    is_midpoint = words.startswith(MIDPOINT)
    parts = words.removeprefix(MIDPOINT).split(" and ") if is_midpoint else [words]
    inputs = tuple(series for part in parts if (series := read_series(part)))
    return inputs if len(inputs) == len(parts) == (2 if is_midpoint else 1) else ()


def derive(values: Sequence[int | float]) -> int | float:
    """The value of a formula: that of its one input, or the midpoint of two, rounded half up to a whole number."""
    if len(values) == 1:
        return values[0]
    return int((Decimal(sum(values)) / len(values) + Decimal("0.5")) // 1)


def write_line(provenance: Provenance, source: str) -> str:
    """`Figure (median salary): 44,770; published by BLS OEWS, May 2025; 43-4051 annual median`.

    `source` is the name, address and date of an editor's source.
    """
    figure = provenance.figure.replace("_", " ")
    label = f"{figure}, {provenance.level}" if provenance.level else figure
    value = f"{provenance.value:,}{'%' if provenance.figure == 'growth_percent' else ''}"
    if start := _STARTS.get(provenance.kind):
        words = f"{start}{provenance.source}, {provenance.release}; {provenance.formula or provenance.series}"
    else:
        words = f"{_EDITOR}; {source}"
    return f"Figure ({label}): {value}; {words}"


def read_label(words: str) -> tuple[str, str] | None:
    """The figure and the level in `median, Junior Baker` or `median salary`; None for an unknown figure."""
    figure, _, level = words.partition(", ")
    name = figure.lower().replace(" ", "_")
    return (name, level) if name in FIGURES else None


def read_value(words: str) -> tuple[dict[str, Any], str] | None:
    """The fields in `44,770; published by BLS OEWS, May 2025; 43-4051 annual median`, and an editor's source.

    None if the words have another form.
    """
    number, how, what = (*words.split("; ", 2), "", "")[:3]
    value = read_number(number)
    if value is None or not what:
        return None
    if how.lower() == _EDITOR:
        return {"value": value, "kind": "editor"}, what
    for kind, start in _STARTS.items():
        if how.lower().startswith(start):
            source, _, release = how[len(start) :].partition(", ")
            basis = {"published": "series", "derived": "formula"}[kind]
            return {"value": value, "kind": kind, "source": source, "release": release, basis: what}, ""
    return None


def read_number(words: str) -> int | float | None:
    """`44,770`, `-5.5%` as a number, a whole one as an integer."""
    if not _VALUE.fullmatch(words):
        return None
    try:
        value = Decimal(words.replace(",", "").replace("−", "-").removesuffix("%"))
    except InvalidOperation:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
