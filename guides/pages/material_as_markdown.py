"""Write material for applicants and recruiters as readable Markdown, list by list, without the glossary of the page."""

from collections.abc import Iterator
from typing import Any

from guides.document.material import INVENTED
from guides.document.shape import GuideDocument
from guides.parsing.headings import DEFAULT_HEADINGS
from guides.parsing.material import KIND_LABELS, LABELS, layout_of
from guides.rendering.markdown import markdown_words

SAMPLES = ("resumes", "letters")
TITLES = {"interview": "question", "resumes": "situation", "letters": "situation", "job_ads": "level"}
OF_INVENTED_PEOPLE = ("person", "sample", "body")


def material_blocks(document: GuideDocument) -> Iterator[str]:
    """A heading for each list and each row, then the fields of the row."""
    for name in LABELS:
        if rows := getattr(document, name):
            yield f"## {DEFAULT_HEADINGS[name]}"
            if name in SAMPLES:
                yield "The people, employers and schools in these samples are invented."
            for row in rows:
                yield f"### {markdown_words(getattr(row, TITLES[name]) or 'Every level')}"
                yield from _fields(name, row)


def _fields(name: str, row: Any) -> Iterator[str]:
    """The fields of a row but its title: lines as items, and Markdown below its label."""
    labels = {field: _label(field, label) for field, label in LABELS[name].items() if field != TITLES[name]}
    lines = {"Kind": KIND_LABELS[row.kind]} if name == "interview" else {}
    lines |= {label: getattr(row, field) for field, label in labels.items() if layout_of(name, field) == "line"}
    if items := [f"- {label}: {markdown_words(words)}" for label, words in lines.items() if words]:
        yield "\n".join(items)
    for field, label in labels.items():
        if layout_of(name, field) != "line" and (body := getattr(row, field)):
            yield f"**{label}**"
            yield body


def _label(field: str, label: str) -> str:
    return f"{label} ({INVENTED.lower()})" if field in OF_INVENTED_PEOPLE else label
