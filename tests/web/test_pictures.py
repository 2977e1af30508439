"""Pictures on public pages: their files, and the lead picture of a guide."""

import pytest

from tests.builders import make_live, make_picture
from tests.pictures import UUID, led

pytestmark = pytest.mark.django_db


def test_a_picture_is_served_for_good_without_a_query(client, media, django_assert_num_queries):
    picture = make_picture()
    with django_assert_num_queries(0):
        response = client.get(picture.file.address)
    assert response["Content-Type"] == "image/webp"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response.content.startswith(b"RIFF")
    assert not response.cookies


@pytest.mark.parametrize(
    "path",
    [
        f"/media/pictures/{UUID}-400x300.webp",
        "/media/pictures/../db.sqlite3",
        "/media/pictures/%2e%2e/db.sqlite3",
        "/media/pictures/",
        "/media/",
        f"/media/pictures/{UUID}-400x300.svg",
        f"/media/pictures/{UUID}-400x300.webp/",
        f"/media/pictures/{UUID.upper()}-400x300.webp",
    ],
)
def test_an_invalid_picture_name_is_not_found(client, media, path):
    assert client.get(path).status_code == 404


def test_the_page_shows_the_lead_picture_about_its_focus(client, media, django_assert_max_num_queries):
    picture = make_picture()
    make_live(led(picture, focus_x=8, focus_y=70))
    with django_assert_max_num_queries(10):
        html = client.get("/guides/lighthouse-keeper/").content.decode()
    assert 'class="lead-picture lead-picture--x-0 lead-picture--y-75"' in html
    assert 'alt="A lit beacon"' in html
    assert f"{picture.file.sizes()[0].address} 400w" in html
    assert "pictures.css" in html
    assert f"http://testserver{picture.file.address}" in html  # its structured data


def test_a_page_without_a_picture_asks_for_nothing_more(client):
    make_live()
    html = client.get("/guides/lighthouse-keeper/").content
    assert b"<img" not in html
    assert b"pictures.css" not in html


def test_the_lead_picture_stands_in_the_text_and_the_markdown_of_a_guide(client, media):
    picture = make_picture()
    make_live(led(picture, focus_x=8))
    text = client.get("/guides/lighthouse-keeper.txt").content.decode()
    assert f"Picture: {picture.name}, focus 8% 50%: A lit beacon" in text
    assert f"![A lit beacon]({picture.file.address})" in client.get("/guides/lighthouse-keeper.md").content.decode()
