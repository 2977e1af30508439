"""How long the lists of a guide may be."""

from collections.abc import Iterator
from operator import attrgetter

from guides.document.field_rules import FieldError
from guides.document.labels import label_of
from guides.document.shape import LISTS, GuideDocument

MOST_ROWS = 500  # of a list that grows


def overlong_lists(document: GuideDocument, before: GuideDocument | None = None) -> Iterator[FieldError]:
    """Lists with more than MOST_ROWS rows that are longer than before; guides of earlier versions may have such."""
    for path in LISTS:
        found, allowed = (len(attrgetter(path)(side)) if side else 0 for side in (document, before))
        if found > max(MOST_ROWS, allowed):
            yield FieldError(path, f"at most {MOST_ROWS} rows under “{label_of(path)}”", f"{found:,}")
