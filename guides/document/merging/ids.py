"""Ids of rows that last: each row without one gets that of the same row before, or else one made from its name."""

from dataclasses import replace
from typing import Any

from guides.document import GuideDocument
from guides.document.kinds import LONGEST_ID
from guides.document.merging.plain import rows_of
from guides.document.merging.rows import align
from guides.document.search_words import FUNCTION_WORDS
from guides.document.shape import LISTS
from guides.document.slugs import DistinctSlugs, slugify

MOST_WORDS = 4  # of an id
WITH_IDS = tuple(path for path in LISTS if rows_of(path).id)


def with_ids(document: GuideDocument, *earlier: GuideDocument | None) -> GuideDocument:
    """The document with an id for each row that can have one; the same rows have the ids of the `earlier` documents."""
    lists: dict[str, Any] = {path: getattr(document, path) for path in WITH_IDS}
    for path, rows in lists.items():
        if not all(row.id for row in rows):
            lists[path] = _with_ids(path, rows, [getattr(known, path) for known in earlier if known])
    return replace(document, **lists)


def _with_ids(path: str, rows: tuple[Any, ...], earlier: list[tuple[Any, ...]]) -> tuple[Any, ...]:
    ids = {index: row.id for index, row in enumerate(rows) if row.id}
    taken = set(ids.values())
    for before in earlier:
        found = align(path, list(map(_plain, before)), list(map(_plain, rows)))
        known = {new: before[old].id for old, new in found.items() if new not in ids and before[old].id not in taken}
        ids |= known
        taken |= set(known.values())
    free = DistinctSlugs({*taken, *(row.id for before in earlier for row in before)}, LONGEST_ID)
    name = rows_of(path).name
    return tuple(
        replace(row, id=ids.get(index) or free.take(_id_of(getattr(row, name)))) for index, row in enumerate(rows)
    )


def _plain(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in row.__dataclass_fields__}


def _id_of(name: str) -> str:
    """The first words of a name that have a meaning: `customer-angry-met` for `Tell me about a customer …`."""
    words = slugify(name).replace("_", "-").split("-")
    telling = [word for word in words if word not in FUNCTION_WORDS] or words
    id = "-".join(filter(None, telling[:MOST_WORDS]))[:LONGEST_ID]
    return id.strip("-") or "row"
