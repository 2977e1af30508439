"""Numbers from outside: addresses, forms and headers can say anything, and none of it may raise an error."""

MOST_DIGITS = 9  # fits the integer columns of every database; keys of rows have room for 18


def whole_number(text: str | None, digits: int = MOST_DIGITS) -> int | None:
    """Return the number that a text is, written in at most so many ASCII digits and nothing else, or None."""
    is_number = text and text.isascii() and text.isdecimal() and len(text) <= digits
    return int(text) if text and is_number else None
