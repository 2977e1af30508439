"""Numbers in untrusted input such as addresses, forms and headers, which may contain anything but never fails."""

MOST_DIGITS = 9  # fits the integer columns of every database; keys of rows have room for 18


def whole_number(text: str | None, digits: int = MOST_DIGITS) -> int | None:
    """Return the number if a text is only ASCII digits, at most `digits` of them, else None."""
    is_number = text and text.isascii() and text.isdecimal() and len(text) <= digits
    return int(text) if text and is_number else None
