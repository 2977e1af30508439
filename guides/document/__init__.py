"""The guide document: its shape, its rules, and what two or three of them have in common. Nothing of Django."""

from .errors import DocumentError
from .rules import Finding, validate
from .shape import GuideDocument

__all__ = ["DocumentError", "Finding", "GuideDocument", "validate"]
