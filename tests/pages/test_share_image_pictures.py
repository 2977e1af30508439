"""The lead picture of a guide on its share image."""

import io

import pytest
from PIL import Image

from guides.document import shape
from guides.pages.share_images import draw, share_card
from tests.builders import make_document, make_picture
from tests.pictures import UUID, led

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("focus", "color"), [(0, "red"), (100, "blue")])
def test_the_share_image_shows_the_part_of_the_picture_that_matters(media, focus, color):
    card = share_card(led(make_picture(), focus_x=focus))
    with Image.open(io.BytesIO(draw(card))) as image:
        red, _, blue = image.convert("RGB").getpixel((1000, 170))
    assert (red > blue) is (color == "red")


def test_the_share_image_has_another_address_with_another_focus(media):
    picture = make_picture()
    keys = {share_card(document).key for document in (led(picture), led(picture, focus_x=1), make_document())}
    assert len(keys) == 3


def test_the_share_image_is_drawn_without_a_picture_whose_file_is_gone():
    assert draw(share_card(make_document(picture=shape.Picture(name=f"{UUID}-400x300", alt="A beacon"))))
