"""The addresses of share images: how long they last and where older ones lead."""

from io import BytesIO

import pytest
from django.core.cache import cache
from django.urls import reverse
from PIL import Image

from guides.editing.publishing import publish, unpublish
from guides.editing.revisions import record_revision
from guides.editing.rows import write_document
from guides.models import Revision
from guides.pages.share_images import share_card
from tests.builders import make_document, make_live


def present(client):
    """Where the picture of the only guide is."""
    card = share_card(Revision.objects.live().get().guide)
    return reverse("share_image", args=(card.slug, card.key))


@pytest.mark.django_db
def test_a_picture_is_kept_for_good(client):
    make_live()
    response = client.get(present(client))
    assert response["Content-Type"] == "image/png"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert Image.open(BytesIO(response.content)).size == (1200, 630)


@pytest.mark.django_db
def test_a_picture_is_drawn_once(client, monkeypatch):
    cache.clear()
    make_live()
    client.get(present(client))
    monkeypatch.setattr("guides.web.machines.draw", lambda card: 1 / 0)
    assert client.get(present(client)).status_code == 200


@pytest.mark.django_db
def test_older_addresses_lead_to_the_present_picture_in_one_step(client):
    role = make_live()
    before = present(client)
    write_document(role, make_document(title="Keeper", slug="keeper"))
    publish(record_revision(role, Revision.Kind.EDIT))
    after = present(client)
    for path in (
        before,
        before.replace("lighthouse-keeper", "keeper"),
        after.replace("/keeper/", "/lighthouse-keeper/"),
    ):
        response = client.get(f"{path}?a=1")
        assert (response.status_code, response["Location"]) == (302, f"{after}?a=1")
        assert response["Cache-Control"] == "no-cache"


@pytest.mark.django_db
def test_a_guide_that_is_not_published_has_no_picture(client):
    role = make_live()
    path = present(client)
    unpublish(role)
    assert client.get(path).status_code == 404
