"""The forms in which an outline is taken away: one module each, and what a download needs to know of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from guides.toolkit.outline import Outline
from guides.toolkit.writers.docx import write_docx
from guides.toolkit.writers.html import write_html
from guides.toolkit.writers.markdown import write_markdown
from guides.toolkit.writers.plain import write_plain


@dataclass(frozen=True, slots=True)
class Form:
    """A form: `name` in addresses, `label` on links; `write` takes the outline and the date of what it was made of."""

    name: str
    label: str
    content_type: str
    write: Callable[[Outline, datetime], bytes]


FORMS = {
    form.name: form
    for form in (
        Form(
            "docx",
            "Word (DOCX)",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            write_docx,
        ),
        Form("txt", "Plain text", "text/plain; charset=utf-8", lambda page, date: write_plain(page).encode()),
        Form("md", "Markdown", "text/markdown; charset=utf-8", lambda page, date: write_markdown(page).encode()),
        Form("html", "HTML fragment", "text/html; charset=utf-8", lambda page, date: write_html(page).encode()),
    )
}

__all__ = ["FORMS", "Form", "write_docx", "write_html", "write_markdown", "write_plain"]
