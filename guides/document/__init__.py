"""The guide document: its shape, its rules, comparing two and merging three. No Django."""

from .errors import DocumentError
from .field_rules import FieldError
from .limits import overlong_lists
from .rules import validate
from .shape import GuideDocument

__all__ = ["DocumentError", "FieldError", "GuideDocument", "overlong_lists", "validate"]
