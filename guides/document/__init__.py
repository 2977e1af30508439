"""The guide document: its shape, its rules, comparing two and merging three. No Django."""

from .errors import DocumentError
from .rules import FieldError, overlong_lists, validate
from .shape import GuideDocument

__all__ = ["DocumentError", "FieldError", "GuideDocument", "overlong_lists", "validate"]
