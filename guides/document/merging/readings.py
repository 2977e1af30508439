"""Fields of a row that are read from its words, such as the years of a level from its experience."""

from guides.document.figures import read_years
from guides.document.merging.plain import Row
from guides.document.other_pay import read_other_pay


def read_again(path: str, row: Row) -> Row:
    """A row with what its words state today, which older documents may not have read from them."""
    if path == "career_path":
        low, high = read_years(row["experience"])
        return {**row, "years_min": low, "years_max": high}
    if path == "other_pay":
        return {**row, **(read_other_pay(row["figure"], row["words"]) or {})}
    return row
