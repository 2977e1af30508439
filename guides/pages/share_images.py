"""Share images: a guide as a picture of 1200 by 630 pixels, drawn with Pillow and the font that comes with it.

That font supports little more than ASCII. Words lose unsupported accents; a title in an unsupported script is replaced
by the words of its slug, an unsupported currency symbol by the currency's code.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from io import BytesIO

import PIL
from django.conf import settings
from django.core.files.storage import default_storage
from PIL import Image, ImageDraw, ImageOps

from guides.document.shape import GuideDocument, KeyFacts, Picture, SalaryLevel
from guides.pages.provenance import (
    PAY_FIGURES,
    growth_period,
    notes_in_words,
    notes_on,
    sources_in,
    sources_of_levels,
)
from guides.pages.share_axis import ACCENT, HEIGHT, INK, MARGIN, PAPER, QUIET, WIDTH, draw_axis
from guides.pages.share_lettering import drawable, font, is_within, money, size_within, wrap
from guides.rendering.charts import PayAxis, pay_axis, range_strip
from guides.rendering.money import format_growth, format_range
from guides.rendering.pictures import picture_file

GUTTER = 64
PICTURE_SIZE = (400, 290)  # in the upper right corner
# The last size has room for any title.
TITLE_SIZES = (104, 96, 88, 81, 74, 66, 58, 50, 44, 38, 34, 30, 26, 22, 18, 15, 12, 10)
SMALLEST_WHOLE = 30  # words that do not fit into a line in this size are broken
LINE_HEIGHT = 1.12
TITLE_TOP, TITLE_BOTTOM = 116, 290
# Up to three figures stand beside each other, each a label above its value; the letters stay legible at 300 by 157.
COLUMNS = {
    1: ((MARGIN, WIDTH - MARGIN),),
    2: ((MARGIN, 584), (616, WIDTH - MARGIN)),
    3: ((MARGIN, 420), (452, 728), (760, WIDTH - MARGIN)),
}
LABEL_LINE, VALUE_LINE, LABEL, VALUE = 344, 424, 34, 84

DRAWING_VERSION = 4  # increase with every change of the drawing, so that the addresses of all pictures change


@dataclass(frozen=True, slots=True)
class Level:
    title: str
    median: int


@dataclass(frozen=True, slots=True)
class ShareCard:
    """What a share image shows. Amounts are whole units of `currency` a year; `levels` is empty or has at least two.

    `growth` is in percent over `growth_period`, such as `2024–34`, empty if it is not known.
    """

    title: str
    slug: str
    currency: str | None
    median: int | None
    low: int | None
    high: int | None
    high_is_open: bool
    growth: int | float | None
    growth_period: str
    levels: tuple[Level, ...]
    picture: Picture | None = None
    source: str = ""

    @property
    def key(self) -> str:
        """The name of the picture in its address; it changes with the drawing, the axis, DRAWING_VERSION and Pillow."""
        drawn = {name: value for name, value in asdict(self).items() if name != "source"}
        state = json.dumps([DRAWING_VERSION, PIL.__version__, self.axis.end, drawn])
        return hashlib.sha256(state.encode()).hexdigest()[:12]

    @property
    def axis(self) -> PayAxis:
        amounts = (self.median, self.low, self.high, *(level.median for level in self.levels))
        return pay_axis(self.currency, amounts)

    @property
    def has_pay(self) -> bool:
        return any(amount is not None for amount in (self.median, self.low, self.high))

    @property
    def first(self) -> Level | None:
        return self.levels[0] if self.levels else None

    @property
    def last(self) -> Level | None:
        return self.levels[-1] if self.levels else None


def share_card(document: GuideDocument) -> ShareCard:
    facts: KeyFacts = document.key_facts
    levels: tuple[SalaryLevel, ...] = document.salary_levels
    return ShareCard(
        title=document.title,
        slug=document.slug,
        currency=facts.currency,
        median=facts.median_salary,
        low=facts.salary_low,
        high=facts.salary_high,
        high_is_open=facts.salary_high_is_open,
        growth=facts.growth_percent,
        growth_period=growth_period(document),
        levels=tuple(Level(level.title, level.median) for level in levels) if len(levels) > 1 else (),
        picture=document.picture,
        source=_source(document),
    )


def _source(document: GuideDocument) -> str:
    """The sources of the figures, in words: of the pay and the outlook, and of the first and the last level."""
    names = (*PAY_FIGURES, "growth_percent")
    labelled = dict(sources_in(document).of_facts(document.key_facts, has_other_pay=False, names=names))
    levels = list(sources_of_levels(document).items())
    if len(levels) > 1:
        labelled |= dict((levels[0], levels[-1]))
    return notes_in_words(notes_on(labelled))


def draw(card: ShareCard) -> bytes:
    """The picture as PNG."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(image)
    _draw_site(pen)
    picture = card.picture and _read_picture(card.picture)
    right = WIDTH - MARGIN
    if picture:
        image.paste(picture, (WIDTH - picture.width, 0))
        right = WIDTH - picture.width - GUTTER
    _draw_title(pen, drawable(card.title, card.slug.replace("-", " ").title()), right - MARGIN)
    figures = list(_figures(card))
    for (label, value, color), (left, end) in zip(figures, COLUMNS.get(len(figures), ()), strict=True):
        _draw_line(pen, label, (left, LABEL_LINE), LABEL, end - left, QUIET)
        _draw_line(pen, value, (left, VALUE_LINE), VALUE, end - left, color, is_bold=True)
    if card.has_pay or card.levels:
        strip = range_strip(card.axis, card.low, card.high, card.median, is_open=card.high_is_open)
        words = _range(card) if card.median is not None else ""  # else the range is the figure above
        draw_axis(pen, card.axis, strip, words, [level.median for level in card.levels])
    file = BytesIO()
    image.quantize(256 if picture else 64).save(file, "PNG", optimize=True)
    return file.getvalue()


def _bold(color: str) -> dict[str, str | int]:
    """The font has one weight; a thin line around its letters makes them bolder."""
    return {"stroke_width": 1, "stroke_fill": color}


def _read_picture(picture: Picture) -> Image.Image | None:
    """A lead picture cropped around its focus; None if its file is missing."""
    try:
        with default_storage.open(picture_file(picture.name).path) as file:
            image = Image.open(file, formats=("WEBP",)).convert("RGBA")
    except OSError:
        return None
    paper = Image.new("RGBA", image.size, PAPER)
    paper.alpha_composite(image)
    focus = (picture.focus_x / 100, picture.focus_y / 100)
    return ImageOps.fit(paper.convert("RGB"), PICTURE_SIZE, centering=focus)


# Site and title


def _draw_site(pen: ImageDraw.ImageDraw) -> None:
    """The ladder of the favicon, and the site's name."""
    top, size = 48, 48
    pen.rounded_rectangle((MARGIN, top, MARGIN + size, top + size), radius=9, fill=ACCENT)
    for x, y, width in ((6, 20, 8), (11, 13.5, 9), (17, 7, 9)):  # of 32, as in static/favicon.svg
        left, upper = MARGIN + x * size / 32, top + y * size / 32
        pen.rectangle((left, upper, left + width * size / 32, upper + 7), fill=PAPER)
    pen.text((MARGIN + size + 16, 86), settings.SITE_NAME, font=font(40), fill=INK, anchor="ls")


def _draw_title(pen: ImageDraw.ImageDraw, title: str, width: int) -> None:
    size, lines = _fit(title, width)
    for number, line in enumerate(lines):
        top = TITLE_TOP + round(number * size * LINE_HEIGHT)
        pen.text((MARGIN, top), line, fill=INK, font=font(size), **_bold(INK))


def _fit(title: str, width: int) -> tuple[int, list[str]]:
    """The largest size in which a title fits, with its lines; words are broken only if they are very long."""
    words = title.split()
    sizes = [size for size in TITLE_SIZES if all(is_within(word, size, width) for word in words)]
    if not sizes or sizes[0] < SMALLEST_WHOLE:
        sizes = list(TITLE_SIZES)
    fits = ((size, wrap(title, size, width)) for size in sizes)
    return next((size, lines) for size, lines in fits if _has_room(size, len(lines)) or size == sizes[-1])


def _has_room(size: int, lines: int) -> bool:
    return lines * size * LINE_HEIGHT <= TITLE_BOTTOM - TITLE_TOP


# Figures


def _figures(card: ShareCard) -> Iterator[tuple[str, str, str]]:
    """Label, value and color of what is said in figures."""
    if card.has_pay:
        is_range = card.median is None
        words = _range(card) if is_range else money(card.median, card.currency)
        yield ("Pay range a year" if is_range else "Median pay a year", words, ACCENT)
    if card.growth is not None:
        period = f", {card.growth_period}" if card.growth_period else ""
        yield (drawable(f"Outlook{period}"), drawable(format_growth(card.growth)), INK)
    if card.levels:
        first, last = (money(level.median, card.currency) for level in (card.first, card.last))
        yield (f"{len(card.levels)} levels, first to last", f"{first} to {last}", INK)


def _draw_line(
    pen: ImageDraw.ImageDraw,
    words: str,
    place: tuple[int, int],
    size: int,
    width: int,
    color: str,
    *,
    is_bold: bool = False,
) -> None:
    """Words on a line, smaller if they need it."""
    style = _bold(color) if is_bold else {}
    pen.text(place, words, font=font(size_within(words, size, width)), fill=color, anchor="ls", **style)


def _range(card: ShareCard) -> str:
    """`$29,000 to $56,000+`, or the end that is known."""
    low = "" if card.low is None else money(card.low, card.currency)
    high = "" if card.high is None else money(card.high, card.currency) + ("+" if card.high_is_open else "")
    return format_range(low, high)
