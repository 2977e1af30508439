"""The file formats of outlines, one module each, with their names and content types for downloads."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from guides.toolkit.outline import Outline
from guides.toolkit.writers.docx import write_docx
from guides.toolkit.writers.html import write_html
from guides.toolkit.writers.markdown import write_markdown
from guides.toolkit.writers.plain import write_plain


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: `name` in addresses, `label` on links; `write` takes an outline and the date of its source."""

    name: str
    label: str
    content_type: str
    write: Callable[[Outline, datetime], bytes]


FORMATS = {
    file_format.name: file_format
    for file_format in (
        Format(
            "docx",
            "Word (DOCX)",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            write_docx,
        ),
        Format("txt", "Plain text", "text/plain; charset=utf-8", lambda page, date: write_plain(page).encode()),
        Format("md", "Markdown", "text/markdown; charset=utf-8", lambda page, date: write_markdown(page).encode()),
        Format("html", "HTML fragment", "text/html; charset=utf-8", lambda page, date: write_html(page).encode()),
    )
}

__all__ = ["FORMATS", "Format", "write_docx", "write_html", "write_markdown", "write_plain"]
