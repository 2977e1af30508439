"""Three-way merge of guide documents, and places in a document."""

from guides.document.merging.ids import with_ids
from guides.document.merging.merge import Difference, Merge, Verdict, combine, merge
from guides.document.merging.places import Finder, Follower, Place, key_of
from guides.document.merging.plain import ORDER, Flat, Row, fields_of, flatten, in_short, row_name, row_units, unflatten
from guides.document.merging.putting import put, put_all
from guides.document.shape import LISTS

__all__ = [
    "LISTS",
    "ORDER",
    "Difference",
    "Finder",
    "Flat",
    "Follower",
    "Merge",
    "Place",
    "Row",
    "Verdict",
    "combine",
    "fields_of",
    "flatten",
    "in_short",
    "key_of",
    "merge",
    "put",
    "put_all",
    "row_name",
    "row_units",
    "unflatten",
    "with_ids",
]
