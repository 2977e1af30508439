"""Read guide texts into documents and write them back. No Django."""

from guides.document.errors import DocumentError, GuideError, LineError
from guides.document.field_rules import FieldError
from guides.document.rules import validate
from guides.document.shape import GuideDocument
from guides.parsing.reader import parse_guide, read_guide
from guides.parsing.reports import Reading
from guides.parsing.summary import is_thin, summarize
from guides.parsing.writer import write_guide

__all__ = [
    "DocumentError",
    "FieldError",
    "GuideDocument",
    "GuideError",
    "LineError",
    "Reading",
    "is_thin",
    "parse_guide",
    "read_guide",
    "summarize",
    "validate",
    "write_guide",
]
