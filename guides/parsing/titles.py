"""The first line of a guide text, which has the title of the role."""

import re

from guides.document.lines import Line, read_line
from guides.document.markup import strip_heading

_TITLE = re.compile(r"(?:the )?+(?:complete )?+(?P<role>.+) career guide", re.IGNORECASE)
# Words of a headline: what they belong to is no role, as in “How to Become a Baker: The Complete Career Guide”.
_HEADLINE = re.compile(
    r"^(?:how|why|what|when|where|who|your|our|my|an?|becom(?:e|ing)|guide|introduction|everything|all you|\d{4})\b"
    r"|^(?:ultimate|definitive|comprehensive|in-depth|step-by-step)\b"
    r"|\b(?:guide|complete|ultimate|definitive|comprehensive|in-depth|step-by-step|the|a|your)$"
    r"|[:?!|]|\s[-–—]\s",
    re.IGNORECASE,
)


def read_title(line: Line) -> str | None:
    """The title in `Complete ROLE Career Guide` or `# ROLE {title}`; None if there is none, or a headline."""
    if line.mark and line.mark.kind == "title" and line.mark.argument is None:
        return line.mark.heading
    match = None if line.bullet or line.escaped else _TITLE.fullmatch(strip_heading(line.text))
    return match["role"] if match and not _HEADLINE.search(match["role"]) else None


def write_title(title: str) -> str:
    """The first line for a title; with a mark if the title would be read as a headline."""
    line = f"Complete {title} Career Guide"
    return line if read_title(read_line(line)) == title else f"# {title} {{title}}"
