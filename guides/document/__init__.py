"""The guide document: its shape, its rules, comparing two and merging three. No Django."""

from .errors import DocumentError
from .limits import overlong_lists
from .rules import FieldError, validate
from .shape import GuideDocument

__all__ = ["DocumentError", "FieldError", "GuideDocument", "overlong_lists", "validate"]
