"""The guide document: its shape, its rules, comparing two and merging three. No Django."""

from .errors import DocumentError
from .rules import Finding, validate
from .shape import GuideDocument

__all__ = ["DocumentError", "Finding", "GuideDocument", "validate"]
