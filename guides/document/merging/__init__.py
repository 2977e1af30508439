"""Three-way merge of guide documents, and places in a document."""

from guides.document.merging.merge import Difference, Merge, Verdict, combine, merge
from guides.document.merging.places import Place, follow, locate, put, put_all, value_at, words_of
from guides.document.merging.plain import ORDER, Flat, Row, fields_of, flatten, in_short, row_name, row_units, unflatten
from guides.document.shape import LISTS

__all__ = [
    "LISTS",
    "ORDER",
    "Difference",
    "Flat",
    "Merge",
    "Place",
    "Row",
    "Verdict",
    "combine",
    "fields_of",
    "flatten",
    "follow",
    "in_short",
    "locate",
    "merge",
    "put",
    "put_all",
    "row_name",
    "row_units",
    "unflatten",
    "value_at",
    "words_of",
]
