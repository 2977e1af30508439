"""Guide texts and guide documents; nothing of Django in here."""

from guides.document.errors import DocumentError, GuideError, Problem
from guides.document.rules import Finding, validate
from guides.document.shape import GuideDocument
from guides.parsing.reader import Reading, parse_guide, read_guide
from guides.parsing.writer import write_guide

__all__ = [
    "DocumentError",
    "Finding",
    "GuideDocument",
    "GuideError",
    "Problem",
    "Reading",
    "parse_guide",
    "read_guide",
    "validate",
    "write_guide",
]
