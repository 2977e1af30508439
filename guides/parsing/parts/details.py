"""The guide's details: its address, field, other titles, sources and picture."""

from guides.document.errors import quoted
from guides.document.lines import Line
from guides.document.shape import Source
from guides.document.words import read_detail_label, read_picture, read_source
from guides.parsing.parts.base import STRUCTURE, Part, Place


class GuideDetails(Part):
    """Lines of a label, a colon and a value."""

    def claims(self, line: Line) -> bool:
        return read_detail_label(line)[0] is not None

    def take(self, line: Line) -> Place:
        label, value, covers = read_detail_label(line)
        if label == "source":
            name, url, as_of = read_source(value)
            self.draft.sources.append(Source(covers=covers, name=name, url=url, as_of=as_of))
            return f"details.sources[{len(self.draft.sources) - 1}]"
        if label == "picture" and self.draft.picture is None:
            return self.take_picture(line, value)
        if label in (None, "picture") or label in self.draft.details:
            return self.take_stray(line)
        self.draft.details[label] = value
        return "slug" if label == "slug" else f"details.{label}"

    def take_picture(self, line: Line, value: str) -> Place:
        """Read a picture's name and description, or refuse the line."""
        self.draft.picture = read_picture(value)
        if self.draft.picture is None:
            self.draft.refuse(line, "the name of a picture, a colon and its description", quoted(line.text))
            return STRUCTURE
        return "picture"
