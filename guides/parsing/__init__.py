"""Guide texts and guide documents; nothing of Django in here."""

from .document import DocumentError, GuideDocument
from .errors import GuideError, Problem
from .reader import Reading, parse_guide, read_guide
from .rules import Finding, validate
from .writer import write_guide

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
