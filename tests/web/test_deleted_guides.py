"""The pages of deleted guides, and of those brought back."""

import pytest

from guides.document.shape import RelatedRole
from guides.document.tools import JOB_DESCRIPTION, TOOLS
from guides.editing.deletion import DeletionError, delete_role, restore_role
from guides.editing.publishing import publish
from guides.editing.revisions import record_revision
from guides.editing.rows import read_document, write_document
from guides.models import Revision, Role
from tests.builders import make_document, make_live, make_role

pytestmark = pytest.mark.django_db
PAGE = "/guides/lighthouse-keeper/"


@pytest.mark.parametrize(
    "path",
    [
        PAGE,
        *(f"/guides/lighthouse-keeper{ending}" for ending in (".json", ".txt", ".md", "/share-x.png")),
        *(f"{PAGE}{tool.path}/" for tool in TOOLS if tool != JOB_DESCRIPTION),
        f"{PAGE}pack/?v=1",
    ],
)
def test_the_address_of_a_deleted_guide_says_that_it_is_gone(client, path):
    role = make_live()
    make_live(title="Diver", slug="diver", related=(RelatedRole(title="Lighthouse Keeper", slug="lighthouse-keeper"),))
    delete_role(role)
    assert client.get(path).status_code == 410
    assert b"Lighthouse Keeper" not in client.get("/guides/").content


DESCRIPTION = f"{PAGE}job-description/"


@pytest.mark.parametrize("path", [DESCRIPTION, f"{DESCRIPTION}v/1/", f"{DESCRIPTION}?version=1&as=txt"])
def test_a_description_stays_when_its_guide_is_deleted_unless_it_is_withdrawn_too(client, path):
    role = make_live()
    delete_role(role)
    assert client.get(path).status_code == 200
    restore_role(role, and_publish=True)
    delete_role(role, and_withdraw=True)
    assert client.get(path).status_code == 410


def test_a_former_address_of_a_deleted_guide_is_gone_too(client):
    role = make_live()
    write_document(role, make_document(slug="keeper"))
    publish(record_revision(role, Revision.Kind.EDIT))
    delete_role(role)
    assert client.get(PAGE).status_code == 410


def test_a_guide_that_never_was_public_has_no_address_to_be_gone(client):
    delete_role(make_role())
    assert client.get(PAGE).status_code == 404


def test_a_guide_comes_back_whole_with_its_state(client):
    role = make_live()
    delete_role(role)
    assert restore_role(role, and_publish=True)
    assert read_document(Role.objects.with_parts().get(pk=role.pk)) == make_document()
    assert client.get(PAGE).status_code == 200


def test_a_guide_comes_back_unpublished_where_nobody_may_publish_it(client):
    role = make_live()
    delete_role(role)
    assert not restore_role(role)
    assert client.get(PAGE).status_code == 404
    with pytest.raises(DeletionError, match="not deleted"):
        restore_role(role)


def test_deleting_and_bringing_back_change_the_tags_of_the_pages(client):
    role = make_live()
    make_live(title="Diver", slug="diver")
    tags = [client.get("/guides/")["ETag"]]
    delete_role(role)
    tags.append(client.get("/guides/")["ETag"])
    restore_role(role)
    tags.append(client.get("/guides/")["ETag"])
    assert len(set(tags)) == 3
