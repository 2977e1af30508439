"""What the lists of a guide's page show, row by row."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from guides.document.shape import SalaryLevel
from guides.document.tools import Tool
from guides.pages.figures import SourceLine
from guides.pages.neighbors import NeighborCard, TitleMatch
from guides.pages.provenance import SourceNote
from guides.rendering import charts


@dataclass(frozen=True, slots=True)
class Part:
    """A list or a chart within a block, shown by `partials/_<kind>.html`.

    `figure_notes` are the sources of its figures if they belong below all of it; else its rows have their own.
    """

    kind: str
    anchor: str = ""
    heading: str = ""
    items: tuple[object, ...] = ()
    chart: charts.PayAxis | charts.CareerPathChart | None = None
    notes: tuple[str, ...] = ()
    sources: tuple[SourceLine, ...] | None = None
    figure_notes: tuple[SourceNote, ...] = ()

    @property
    def template(self) -> str:
        return f"guides/partials/_{self.kind}.html"


@dataclass(frozen=True, slots=True)
class Words:
    """A name or a number with its Markdown rendered."""

    name: str
    html: SafeString
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """A requirement or a skill; `importance` is `essential`, `useful` or empty."""

    name: str
    detail: str
    importance: str


@dataclass(frozen=True, slots=True)
class ResourceRow:
    """A tool as the text describes it, and the page of the tool if there is one; `slug` is the guide's, empty in a
    preview."""

    name: str
    html: SafeString
    tool: Tool | None
    slug: str


@dataclass(frozen=True, slots=True)
class Level:
    """A level of the career path in words, with the pay of its title and its source."""

    title: str
    experience: str
    description: SafeString
    focus_areas: SafeString
    median: int | None
    currency: str | None
    notes: tuple[SourceNote, ...]
    title_matches: tuple[TitleMatch, ...] = ()


@dataclass(frozen=True, slots=True)
class PayLevel:
    """The pay of a level: its strip, `step` from the median of the level before, and the guides with its title."""

    level: SalaryLevel
    strip: charts.PayStrip
    step: int | None
    title_matches: tuple[TitleMatch, ...]
    notes: tuple[SourceNote, ...]

    @property
    def guide(self) -> TitleMatch | None:
        return next((entry for entry in self.title_matches if entry.is_guide), None)


@dataclass(frozen=True, slots=True)
class RelatedRow:
    """A related role; without `card` its guide is still a draft.

    `from_slug` is the slug of the guide on the page, empty in a preview, which has no links. `difference` is the
    difference to this role's median, `overlap` the chart of the skills of both.
    """

    title: str
    slug: str
    from_slug: str
    blurb: SafeString | str = ""
    card: NeighborCard | None = None
    difference: int | None = None
    overlap: charts.Overlap | None = None
    notes: tuple[SourceNote, ...] = ()
