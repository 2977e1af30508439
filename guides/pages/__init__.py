"""What the public pages show, in reading order: made of guide documents and index cards, without a database.

A guide page is a row of blocks, in which everything that a document holds has exactly one place.
"""

from .figures import KEY_FACT_NAMES
from .guide import GuidePage, guide_page
from .lists import list_rows
from .neighbours import Neighbours, Reached
from .parts import READINESS_RESOURCES
from .words import CURRENCY_NAMES, REMOTE_WORK_WORDS

__all__ = [
    "CURRENCY_NAMES",
    "KEY_FACT_NAMES",
    "READINESS_RESOURCES",
    "REMOTE_WORK_WORDS",
    "GuidePage",
    "Neighbours",
    "Reached",
    "guide_page",
    "list_rows",
]
