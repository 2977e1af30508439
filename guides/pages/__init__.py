"""The content of public pages, in reading order, built from guide documents and index cards without queries.

A guide page is a sequence of blocks in which each part of a document appears once.
"""

from guides.pages.guide import GuidePage, guide_page
from guides.pages.lists import field_view, list_rows
from guides.pages.neighbors import Neighbors, TitleMatch
from guides.pages.parts import READINESS_RESOURCES

__all__ = [
    "READINESS_RESOURCES",
    "GuidePage",
    "Neighbors",
    "TitleMatch",
    "field_view",
    "guide_page",
    "list_rows",
]
