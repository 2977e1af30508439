"""The first line of a guide text, which has the title of the role."""

import re

from guides.document.lines import Line, read_line
from guides.document.markup import strip_heading
from guides.document.plain_text import MARKDOWN

TITLE = "title"  # the kind of the mark of a title
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
    mark = line.mark
    if mark and mark.kind == TITLE and mark.argument in (None, MARKDOWN):
        return mark.heading
    words = mark.heading if mark and has_markdown_mark(line) else line.text
    match = None if line.bullet or line.escaped else _TITLE.fullmatch(strip_heading(words))
    return match["role"] if match and not _HEADLINE.search(match["role"]) else None


def has_markdown_mark(line: Line) -> bool:
    """Whether the first line says that the bodies are Markdown: `# Complete ROLE Career Guide {markdown}`."""
    mark = line.mark
    return mark is not None and (mark.kind, mark.argument) in ((MARKDOWN, None), (TITLE, MARKDOWN))


def write_title(title: str, *, is_markdown: bool) -> str:
    """The first line for a title; with a mark if the bodies are Markdown, or the title looks like a headline."""
    words = f"Complete {title} Career Guide"
    line = f"# {words} {{{MARKDOWN}}}" if is_markdown else words
    if read_title(read_line(line)) == title:
        return line
    return f"# {title} {{{TITLE}{f' {MARKDOWN}' if is_markdown else ''}}}"
