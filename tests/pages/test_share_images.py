"""Share images: what is on them, and that all of it fits."""

import hashlib
from dataclasses import replace
from io import BytesIO

import PIL
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

from guides.document.kinds import LONGEST_NAME
from guides.document.shape import KeyFacts, SalaryLevel
from guides.pages import share_images
from guides.pages.share_images import (
    GUTTER,
    HEIGHT,
    LINE_HEIGHT,
    MARGIN,
    PAPER,
    PICTURE_SIZE,
    TITLE_BOTTOM,
    TITLE_TOP,
    WIDTH,
    _fit,
    draw,
    drawable,
    share_card,
)
from guides.rendering.charts import AXIS_ENDS
from tests.builders import make_document

LONG = "Senior Principal Assistant Under-Secretary for International Maritime Lighthouse Maintenance and Safety " * 2
LEVELS = tuple(SalaryLevel(title=f"Level {n} {LONG}"[:190], median=9_000_000_000 + n, average=1) for n in range(20))
HUGE = KeyFacts(currency="INR", median_salary=10**13, salary_low=10**12, salary_high=10**14, salary_high_is_open=True)


def picture(document):
    return Image.open(BytesIO(draw(share_card(document)))).convert("RGB")


@pytest.mark.parametrize(
    "document",
    [
        make_document(),
        make_document(title=LONG, key_facts=HUGE, salary_levels=LEVELS),
        make_document(title="W" * 200, key_facts=KeyFacts(currency="GBP", salary_high=1)),
        make_document(title="W", key_facts=KeyFacts(currency="USD", salary_low=10**14), salary_levels=LEVELS[:1]),
        make_document(title="مرحبا بالعالم", key_facts=KeyFacts(currency="EUR", median_salary=5), salary_levels=()),
        make_document(key_facts=KeyFacts(currency="CAD", salary_low=7, salary_high=7, median_salary=7)),
        make_document(key_facts=KeyFacts(growth_percent=-99.9), salary_levels=()),
        make_document(key_facts=KeyFacts(), salary_levels=()),
    ],
)
def test_whatever_a_guide_states_has_room_within_the_margins(document):
    image = picture(document)
    assert image.size == (WIDTH, HEIGHT) == (1200, 630)
    drawn = ImageChops.difference(image, Image.new("RGB", image.size, PAPER)).getbbox()
    left, top, right, bottom = drawn
    assert left >= MARGIN - 4
    assert top >= 48
    assert right <= WIDTH - MARGIN + 4
    assert bottom <= HEIGHT - 48


@pytest.mark.parametrize("width", [WIDTH - 2 * MARGIN, WIDTH - PICTURE_SIZE[0] - GUTTER - MARGIN])
@pytest.mark.parametrize(
    "title",
    ["Nurse", LONG[:LONGEST_NAME], "W" * LONGEST_NAME, "W W" * 66, f"Clerk {'m' * 190}", "㏂" * LONGEST_NAME],
    ids=len,
)
def test_every_part_of_a_title_is_drawn_in_the_room_for_it(title, width):
    words = drawable(title)
    size, lines = _fit(words, width)
    font = ImageFont.load_default(size)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert all(font.getlength(line) <= width for line in lines)
    assert TITLE_TOP + len(lines) * size * LINE_HEIGHT <= TITLE_BOTTOM


def test_words_of_a_title_stay_whole_where_a_smaller_size_has_room_for_them():
    assert _fit("Otorhinolaryngologist", 664)[1] == ["Otorhinolaryngologist"]


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Keeper"},
        {"key_facts": replace(make_document().key_facts, median_salary=41_001)},
        {"key_facts": replace(make_document().key_facts, salary_high_is_open=False)},
        {"key_facts": replace(make_document().key_facts, currency="USD")},
        {"key_facts": replace(make_document().key_facts, growth_percent=31)},
        {"salary_levels": make_document().salary_levels[:1]},
    ],
)
def test_what_is_drawn_is_in_the_address(change):
    before, after = share_card(make_document()), share_card(make_document(**change))
    assert before.key != after.key
    assert draw(before) != draw(after)


def test_what_is_not_drawn_is_not_in_the_address():
    assert share_card(make_document(summary="Other.", pros=())).key == share_card(make_document()).key


def test_the_address_changes_with_the_version_of_the_drawing(monkeypatch):
    before = share_card(make_document()).key
    monkeypatch.setattr(share_images, "DRAWING_VERSION", share_images.DRAWING_VERSION + 1)
    assert share_card(make_document()).key != before


def test_the_address_changes_with_the_end_of_the_axis(monkeypatch):
    before = share_card(make_document()).key
    monkeypatch.setitem(AXIS_ENDS, "EUR", 200_000)
    assert share_card(make_document()).key != before


def test_the_address_stays_until_the_drawing_changes(monkeypatch):
    monkeypatch.setattr(share_images, "DRAWING_VERSION", 1)
    monkeypatch.setattr(PIL, "__version__", "12.0.0")
    assert share_card(make_document()).key == "e540d8478bc3"


def test_a_change_of_the_drawing_comes_with_a_new_version(monkeypatch):
    """If this fails, increase DRAWING_VERSION and put the new hash here; letters depend on Pillow and are left out."""
    texts = []

    def note(pen, place, text, *, font, **style):
        texts.append((place, text, font.size, sorted(style.items())))

    monkeypatch.setattr(ImageDraw.ImageDraw, "text", note)
    shapes = [picture(document).tobytes() for document in (make_document(), make_document(salary_levels=()))]
    drawing = hashlib.sha256(repr(texts).encode() + b"".join(shapes)).hexdigest()[:12]
    assert (share_images.DRAWING_VERSION, drawing) == (4, "77227a83752e")


@pytest.mark.parametrize(
    ("words", "drawn"),
    [
        ("Café – Manager", "Cafe - Manager"),
        ("Ångström ﬁtter", "Angstrom fitter"),
        ("€41,000", "otherwise"),
        ("مرحبا بالعالم", "otherwise"),
        ("Diver 🤿", "otherwise"),
        ("Plain & simple", "Plain & simple"),
    ],
)
def test_words_are_drawn_in_letters_that_the_font_has(words, drawn):
    assert drawable(words, "otherwise") == drawn


def test_more_levels_than_there_are_pixels_can_be_drawn():
    levels = tuple(SalaryLevel(title=f"Level {number}", median=number, average=number) for number in range(1, 2_000))
    assert draw(share_card(make_document(salary_levels=levels)))
