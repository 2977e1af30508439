"""Deletion: a deleted guide leaves the site, keeps its address and is restored completely."""

from datetime import timedelta

import pytest
from django.utils import timezone

from guides.editing.deletion import DeletionError, delete_role, restore_role
from guides.editing.publishing import PublishError, publish, set_end
from guides.editing.reviews import send_to_review
from guides.editing.rows import write_document
from guides.models import Revision
from tests.builders import make_document, make_live, make_role

pytestmark = pytest.mark.django_db


def test_a_deleted_guide_cannot_be_published_or_deleted_again():
    role = make_live()
    delete_role(role)
    with pytest.raises(PublishError, match="Restore it first"):
        publish(role.revisions.latest())
    with pytest.raises(DeletionError, match="already"):
        delete_role(role)


def test_a_guide_with_a_scheduled_change_is_not_deleted():
    role = make_live()
    set_end(role.live_intervals.get(), timezone.now() + timedelta(days=1))
    with pytest.raises(DeletionError, match="Cancel that first"):
        delete_role(role)
    assert Revision.objects.live().exists()


def test_who_may_not_unpublish_deletes_nothing_that_went_live_meanwhile():
    role = make_live()
    with pytest.raises(DeletionError, match="Only a publisher"):
        delete_role(role, may_unpublish=False)
    assert Revision.objects.live().filter(role=role).exists()


def test_a_review_of_a_deleted_guide_is_taken_back():
    role = make_role()
    send_to_review(role)
    delete_role(role)
    assert role.reviews.get().outcome == "taken_back"


def test_a_guide_that_was_not_live_does_not_come_back_live():
    role = make_role()
    delete_role(role)
    assert not restore_role(role, and_publish=True)


def test_the_slug_of_a_deleted_guide_stays_its_own():
    delete_role(make_live())
    other = make_role(import_key="another", slug="another", related=())
    with pytest.raises(ValueError, match="expected a free one"):
        write_document(other, make_document(related=()))
