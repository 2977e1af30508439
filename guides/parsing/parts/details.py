"""The guide's details: its address, field, other titles, occupations, licenses, sources, picture, and how figures are
known."""

import re

from guides.document.errors import quoted
from guides.document.licenses import read_license
from guides.document.lines import Line
from guides.document.shape import OccupationLink, Source
from guides.document.words import read_detail_label, read_known, read_picture, read_source
from guides.parsing.parts.base import STRUCTURE, Part, Place

SOC_CODE = re.compile(r"[0-9]{2}-[0-9]{4}")
LICENSE_EXAMPLE = "Commercial driver's license; granted by the state; all states; https://example.org"
EXAMPLE = "Figure (median salary): 44,770; published by BLS OEWS, May 2025; 43-4051 annual median"


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
        if label == "occupation":
            code = f"{value}.00" if SOC_CODE.fullmatch(value) else value
            self.draft.occupations.append(OccupationLink(code=code, level=covers))
            return f"details.occupations[{len(self.draft.occupations) - 1}]"
        if label == "license":
            return self.take_license(line, value)
        if label == "figure":
            return self.take_figure(line, covers, value)
        if label == "picture" and self.draft.picture is None:
            return self.take_picture(line, value)
        if label in (None, "picture") or label in self.draft.details:
            return self.take_stray(line)
        self.draft.details[label] = value
        return "slug" if label == "slug" else f"details.{label}"

    def take_license(self, line: Line, value: str) -> Place:
        """Read a license, or refuse the line."""
        known = read_license(value)
        if known is None:
            self.draft.refuse(line, f"a license such as {LICENSE_EXAMPLE}", quoted(line.text))
            return STRUCTURE
        self.draft.licenses.append(known)
        return f"details.licenses[{len(self.draft.licenses) - 1}]"

    def take_figure(self, line: Line, figure: str, value: str) -> Place:
        """Read how a figure is known, or refuse the line."""
        known = read_known(figure, value)
        if known is None:
            self.draft.refuse(line, f"how a figure is known, such as {EXAMPLE}", quoted(line.text))
            return STRUCTURE
        self.draft.provenance.append(known)
        return f"provenance[{len(self.draft.provenance) - 1}]"

    def take_picture(self, line: Line, value: str) -> Place:
        """Read a picture's name and description, or refuse the line."""
        self.draft.picture = read_picture(value)
        if self.draft.picture is None:
            self.draft.refuse(line, "the name of a picture, a colon and its description", quoted(line.text))
            return STRUCTURE
        return "picture"
