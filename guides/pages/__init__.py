"""What the public pages show, in reading order: made of guide documents and index cards, without a database.

A guide page is a row of blocks, in which each part of a document has exactly one place.
"""

from guides.pages.guide import GuidePage, guide_page
from guides.pages.lists import list_rows
from guides.pages.neighbors import Neighbors, TitleMatch
from guides.pages.parts import READINESS_RESOURCES

__all__ = [
    "READINESS_RESOURCES",
    "GuidePage",
    "Neighbors",
    "TitleMatch",
    "guide_page",
    "list_rows",
]
