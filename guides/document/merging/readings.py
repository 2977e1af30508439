"""What a merge completes in rows: fields that are read from their words, such as years from experience, and ids."""

from guides.document.figures import read_years
from guides.document.merging.plain import Row, rows_of
from guides.document.other_pay import read_other_pay


def read_again(path: str, row: Row) -> Row:
    """A row with what its words state today, which older documents may not have read from them."""
    if path == "career_path":
        low, high = read_years(row["experience"])
        return {**row, "years_min": low, "years_max": high}
    if path == "other_pay":
        return {**row, **(read_other_pay(row["figure"], row["words"]) or {})}
    return row


def with_one_id(path: str, *rows: Row | None) -> list[Row | None]:
    """The same row in several documents, with its id in each: one without an id has not stated it yet."""
    id = rows_of(path).id
    if not id:
        return list(rows)
    stated = next((row[id] for row in reversed(rows) if row and row[id]), "")
    return [row and {**row, id: row[id] or stated} for row in rows]
