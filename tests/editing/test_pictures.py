"""The lead picture of a role in its rows."""

import pytest
from django.db import IntegrityError

from guides.document import shape
from guides.editing.rows import ConflictError, read_document, write_document
from guides.models import Role
from tests.builders import make_document, make_picture, make_role
from tests.pictures import UUID, led

pytestmark = pytest.mark.django_db


# The lead picture of a role


def test_a_lead_picture_goes_from_document_to_rows_and_back(media):
    document = led(make_picture(), focus_x=10, focus_y=90)
    assert read_document(Role.objects.with_parts().get(pk=make_role(document).pk)) == document


def test_a_lead_picture_leaves_the_rows_with_the_document(media):
    role = make_role(led(make_picture()))
    write_document(role, make_document())
    role.refresh_from_db()
    assert (role.lead_picture, role.lead_picture_alt, role.focus_x) == (None, "", 50)


def test_a_document_with_a_picture_that_is_not_here_is_refused():
    with pytest.raises(ConflictError, match="uploaded to this site"):
        make_role(make_document(picture=shape.Picture(name=f"{UUID}-400x300", alt="A beacon")))


def test_the_database_keeps_no_lead_picture_without_words(media):
    role, picture = make_role(), make_picture()
    with pytest.raises(IntegrityError):
        Role.objects.filter(pk=role.pk).update(lead_picture=picture)
