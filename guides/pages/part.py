"""A list or a chart of a guide page."""

from dataclasses import dataclass

from guides.pages.figures import SourceLine
from guides.pages.provenance import SourceNote


@dataclass(frozen=True, slots=True)
class Part:
    """A list or a chart within a block, shown by `partials/_<kind>.html`.

    `figure_notes` are the sources of its figures if they belong below all of it; else its rows have their own.
    """

    kind: str
    anchor: str = ""
    heading: str = ""
    items: tuple[object, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[SourceLine, ...] | None = None
    figure_notes: tuple[SourceNote, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.items

    @property
    def template(self) -> str:
        return f"guides/partials/_{self.kind}.html"
