"""Lettering of share images: which words the font that comes with Pillow can draw, and how many fit into a line."""

import unicodedata
from functools import cache

from PIL import ImageFont

from guides.rendering.money import format_money

TYPOGRAPHIC = str.maketrans({"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "•": "·", "\xa0": " ", "\u202f": " "})
GLYPH_SIZE = 26


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.load_default(size)


@cache
def has_glyph(character: str) -> bool:
    """Whether the font has a glyph; it draws missing ones like U+FFFF, which no font has."""
    masks = [bytes(font(GLYPH_SIZE).getmask(sign)) for sign in (character, "\uffff")]
    return character == " " or masks[0] != masks[1]


def drawable(words: str, otherwise: str = "") -> str:
    """Words that the font can draw: unchanged, without accents, or a fallback."""
    plain = unicodedata.normalize("NFKC", words).translate(TYPOGRAPHIC)
    base = "".join(part for part in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(part))
    return next((text for text in (plain, base) if all(map(has_glyph, text))), otherwise)


def money(amount: int, currency: str | None) -> str:
    return drawable(format_money(amount, currency), f"{currency} {amount:,}")


def is_within(line: str, size: int, width: int) -> bool:
    return font(size).getlength(line) <= width


def size_within(words: str, largest: int, width: int) -> int:
    """The largest size in which words fit into a line."""
    return next(size for size in range(largest, 0, -2) if is_within(words, size, width) or size <= 10)


def wrap(title: str, size: int, width: int) -> list[str]:
    """Lines of whole words; a word that is longer than a line is broken."""
    lines = [""]
    for word in title.split():
        candidate = f"{lines[-1]} {word}".strip()
        if is_within(candidate, size, width):
            lines[-1] = candidate
            continue
        if lines[-1]:
            lines.append("")
        for letter in word:
            if not is_within(lines[-1] + letter, size, width):
                lines.append("")
            lines[-1] += letter
    return lines
