"""Share images: a guide as a picture of 1200 by 630 pixels, drawn with Pillow and the font that comes with it.

That font supports little more than ASCII. Words lose unsupported accents; a title in an unsupported script is replaced
by the words of its slug, an unsupported currency symbol by the currency's code.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from io import BytesIO

import PIL
from django.conf import settings
from django.core.files.storage import default_storage
from PIL import Image, ImageDraw, ImageOps

from guides.document.shape import GuideDocument, KeyFacts, Picture, SalaryLevel
from guides.pages.provenance import PAY_FIGURES, notes_in_words, notes_on, sources_in, sources_of_levels
from guides.pages.share_lettering import drawable, font, is_within, size_within, wrap
from guides.rendering.charts import PayAxis, PayStrip, level_strip, pay_axis, range_strip
from guides.rendering.money import format_money, format_range
from guides.rendering.pictures import picture_file

WIDTH, HEIGHT, MARGIN = 1200, 630, 72
GUTTER = 64
PICTURE_SIZE = (400, 346)  # in the upper right corner
PAPER, INK, QUIET, LINE = "#fbf8f2", "#2a2521", "#655c54", "#ddd6cc"
ACCENT, RANGE = "#0d5c5f", "#86a9a8"
TITLE_SIZES = (112, 88, 74, 58, 50, 44, 38, 34, 30, 26, 22, 18, 15, 12, 10)  # the last has room for any title
SMALLEST_WHOLE = 30  # words that do not fit into a line in this size are broken
LINE_HEIGHT = 1.12
TITLE_TOP, TITLE_BOTTOM, FIGURES_TOP, FIGURES_BOTTOM = 138, 354, 378, HEIGHT - 62
SMALLEST, SMALL, LARGE = 18, 26, 72
ARROW = 16  # the room for an arrow beside the axis of pay
LEVELS_HEIGHT = 56

DRAWING_VERSION = 3  # increase with every change of the drawing, so that the addresses of all pictures change


@dataclass(frozen=True, slots=True)
class Level:
    title: str
    median: int


@dataclass(frozen=True, slots=True)
class ShareCard:
    """What a share image shows. Amounts are whole units of `currency` a year; `levels` is empty or has at least two."""

    title: str
    slug: str
    currency: str | None
    median: int | None
    low: int | None
    high: int | None
    high_is_open: bool
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
        levels=tuple(Level(level.title, level.median) for level in levels) if len(levels) > 1 else (),
        picture=document.picture,
        source=_source(document),
    )


def _source(document: GuideDocument) -> str:
    """The sources of the amounts, in words: of the pay, and of the first and the last level."""
    labelled = dict(sources_in(document).of_facts(document.key_facts, has_other_pay=False, names=PAY_FIGURES))
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
    areas = _areas(card.has_pay + bool(card.levels))
    if card.has_pay:
        _draw_pay(pen, card, *areas.pop(0))
    if card.levels:
        _draw_levels(pen, card, *areas.pop(0))
    file = BytesIO()
    image.quantize(256 if picture else 64).save(file, "PNG", optimize=True)
    return file.getvalue()


def _bold(color: str) -> dict[str, str | int]:
    """The font has one weight; a thin line around its letters makes them bolder."""
    return {"stroke_width": 1, "stroke_fill": color}


def _areas(count: int) -> list[tuple[int, int]]:
    """The left and right edges of columns of figures."""
    if count < 2:
        return [(MARGIN, WIDTH - MARGIN)] * count
    middle = WIDTH // 2
    return [(MARGIN, middle - GUTTER // 2), (middle + GUTTER // 2, WIDTH - MARGIN)]


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
    """The three steps of the favicon, and the site's name."""
    for number in range(3):
        x, y = MARGIN + 12 * number, 92 - 14 * number
        pen.rectangle((x, y, x + 20, y + 9), fill=ACCENT)
    pen.text((MARGIN + 60, 102), settings.SITE_NAME, font=font(34), fill=INK, anchor="ls")


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


# Pay


def _money(amount: int, currency: str | None) -> str:
    return drawable(format_money(amount, currency), f"{currency} {amount:,}")


def _draw_pay(pen: ImageDraw.ImageDraw, card: ShareCard, left: int, right: int) -> None:
    """The median in large letters and the range under its strip, or the range alone."""
    label = "Pay range a year" if card.median is None else "Median pay a year"
    pen.text((left, FIGURES_TOP), label, font=font(SMALL), fill=QUIET)
    words = _range(card) if card.median is None else _money(card.median, card.currency)
    size = size_within(words, LARGE, right - left)
    pen.text((left, FIGURES_TOP + 92), words, fill=ACCENT, font=font(size), anchor="ls", **_bold(ACCENT))
    strip = range_strip(card.axis, card.low, card.high, card.median, is_open=card.high_is_open)
    if strip:
        _draw_strip(pen, strip, left, right, FIGURES_TOP + 122)
        _draw_axis(pen, card.axis, left, right, FIGURES_TOP + 160)
    if card.median is not None:
        size = size_within(_range(card), SMALL, right - left)
        pen.text((left, FIGURES_BOTTOM), _range(card), font=font(size), fill=QUIET, anchor="ls")


def _range(card: ShareCard) -> str:
    """`$29,000 to $56,000+`, or the end that is known."""
    low = "" if card.low is None else _money(card.low, card.currency)
    high = "" if card.high is None else _money(card.high, card.currency) + ("+" if card.high_is_open else "")
    return format_range(low, high)


def _draw_strip(
    pen: ImageDraw.ImageDraw, strip: PayStrip, left: int, right: int, middle: float, height: float = 14
) -> None:
    """A strip around a horizontal line; its arrow may use the room beside the axis."""
    half = height / 2

    def x(percent: float) -> int:
        return left + round((right - ARROW - left) * percent / 100)

    for bar, color in ((strip.range, RANGE), (strip.level, ACCENT)):
        if bar:
            pen.rectangle((x(bar.start), middle - half, x(bar.end), middle + half), fill=color)
    if strip.arrow:
        start, wing = x(strip.arrow.x), max(half + 5, 7)
        color = RANGE if strip.arrow.of == "range" else ACCENT
        pen.polygon([(start, middle - wing), (start + ARROW, middle), (start, middle + wing)], fill=color)
    if strip.median is not None:
        place = x(strip.median)
        pen.rectangle((place - 7, middle - 15, place + 7, middle + 15), fill=PAPER)
        pen.rectangle((place - 4, middle - 15, place + 4, middle + 15), fill=ACCENT)


def _draw_axis(pen: ImageDraw.ImageDraw, axis: PayAxis, left: int, right: int, baseline: int) -> None:
    """The ends of an axis in small letters under a line."""
    end = right - ARROW
    pen.line((left, baseline - 20, end, baseline - 20), fill=LINE)
    pen.text((left, baseline), _money(0, axis.currency), font=font(SMALLEST), fill=QUIET, anchor="ls")
    pen.text((end, baseline), _money(axis.end, axis.currency), font=font(SMALLEST), fill=QUIET, anchor="rs")


# Pay by level


def _draw_levels(pen: ImageDraw.ImageDraw, card: ShareCard, left: int, right: int) -> None:
    """A bar for each level on the axis of pay; the first and the last with title and amount."""
    pen.text((left, FIGURES_TOP), "Median pay by level", font=font(SMALL), fill=QUIET)
    top, pitch = FIGURES_TOP + 42, LEVELS_HEIGHT / len(card.levels)
    for number, level in enumerate(card.levels):
        strip = level_strip(card.axis, level.median, level.median)
        _draw_strip(pen, strip, left, right, top + (number + 0.5) * pitch, min(0.7 * pitch, 14))
    _draw_axis(pen, card.axis, left, right, top + LEVELS_HEIGHT + 24)
    half = (right - left) // 2 - 8
    titles = _end_titles(card, half)
    for title, level, x, anchor in zip(titles, (card.first, card.last), (left, right), ("ls", "rs"), strict=True):
        pen.text((x, FIGURES_BOTTOM - 34), title, font=font(SMALL), fill=QUIET, anchor=anchor)
        amount = _money(level.median, card.currency)
        size = size_within(amount, SMALL + 4, half)
        pen.text((x, FIGURES_BOTTOM), amount, fill=INK, font=font(size), anchor=anchor)


def _end_titles(card: ShareCard, width: int) -> tuple[str, str]:
    """The titles of the first and the last level, if there is room for both."""
    first, last = drawable(card.first.title), drawable(card.last.title)
    has_room = first and last and is_within(first, SMALL, width) and is_within(last, SMALL, width)
    return (first, last) if has_room else ("First level", "Last level")
