"""Writes material for applicants and recruiters: rows of labeled fields, and terms with their meanings."""

from collections.abc import Iterator
from typing import Any

from guides.document.lines import read_line
from guides.document.material import BULLET, read_bullets, write_term
from guides.document.shape import GuideDocument
from guides.parsing import headings
from guides.parsing.material import GLOSSARY, KIND_LABELS, LABELS, is_term, layout_of
from guides.parsing.writer.layout import Blocks, body, bullet, bullets, mark, own_line


def material_blocks(document: GuideDocument) -> Blocks:
    for name in LABELS:
        if rows := getattr(document, name):
            yield headings.DEFAULT_HEADINGS[name]
            yield from ("\n".join(_row(name, row)) for row in rows)
    if document.glossary:
        lines = [own_line(write_term(term)) for term in document.glossary]
        heading = headings.DEFAULT_HEADINGS[GLOSSARY]
        is_clear = len(lines) > 1 and all(map(is_term, map(read_line, lines[:2])))
        yield heading if is_clear else mark(heading, GLOSSARY)
        yield "\n".join(lines)


def _row(name: str, row: Any) -> Iterator[str]:
    """The fields of a row that say something, each after its label."""
    if name == "interview":
        yield f"{KIND_LABELS[row.kind]}: {row.question}"
    for field, label in LABELS[name].items():
        if value := getattr(row, field):
            yield _field(name, layout_of(name, field), label, value)


def _field(name: str, layout: str, label: str, value: str) -> str:
    if layout == "line":
        return f"{label}: {value}"
    if layout == "bullets":
        return f"{label}:\n{bullets(read_bullets(value))}"
    if layout == "jobs":
        lines = filter(None, value.split("\n"))
        return "\n".join(
            bullet(line.removeprefix(BULLET)) if line.startswith(BULLET) else f"{label}: {line}" for line in lines
        )
    written = body(value, material=name)
    if value.startswith(BULLET):
        return f"{label}:\n{written}"
    first, rest = value.split("\n", 1)[0], written.split("\n")[1:]
    return "\n".join([f"{label}: {first}", *rest])
