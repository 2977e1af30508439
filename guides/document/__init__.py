"""The guide document: its shape, its rules, comparing two and merging three. No Django."""

from .errors import DocumentError
from .rules import FieldError, validate
from .shape import GuideDocument

__all__ = ["DocumentError", "FieldError", "GuideDocument", "validate"]
