"""A server clock that was set back: what happened already is not taken for planned."""

import pytest
from django.utils import timezone

from guides.editing.deletion import DeletionError, delete_role
from guides.editing.publishing import PublishError, cancel, move, publish, set_end, unpublish
from guides.editing.revisions import record_revision
from guides.editing.rows import write_document
from guides.models import Revision
from tests.builders import make_document, make_live, make_role
from tests.hours import hours

pytestmark = pytest.mark.django_db
STEPS = {
    "publish": lambda role: publish(role.revisions.latest()),
    "unpublish": unpublish,
    "move": lambda role: move(role.live_intervals.get(), hours(5)),
    "cancel": lambda role: cancel(role.live_intervals.get()),
    "set_end": lambda role: set_end(role.live_intervals.get(), hours(5)),
}


@pytest.fixture
def set_back(monkeypatch):
    """Set the clock back by hours."""

    def set_back(number):
        earlier = hours(-number)
        monkeypatch.setattr(timezone, "now", lambda: earlier)

    return set_back


@pytest.mark.parametrize("step", STEPS)
def test_publication_stops_when_the_clock_is_before_what_went_live(set_back, step):
    role = make_live()
    set_back(1)
    with pytest.raises(PublishError, match=r"clock says .*, but revision 1 was published on .*\. Check the clock\."):
        STEPS[step](role)


def test_a_guide_is_not_published_before_it_was_saved(set_back):
    role = make_role()
    set_back(1)
    with pytest.raises(PublishError, match="but revision 1 was saved on"):
        publish(role.revisions.get())


def test_a_guide_is_not_deleted_with_the_clock_set_back(set_back):
    role = make_live()
    set_back(1)
    with pytest.raises(DeletionError, match="Check the clock"):
        delete_role(role)


def test_what_is_only_scheduled_may_lie_ahead_of_the_clock(set_back):
    role = make_live()
    write_document(role, make_document(summary="Newer."))
    later = publish(record_revision(role, Revision.Kind.EDIT), at=hours(2))
    assert move(later, hours(3)).live_from > timezone.now()


def test_the_clocks_of_two_servers_may_differ_by_seconds(set_back):
    role = make_role()
    set_back(1 / 360)
    publish(role.revisions.get())
    assert role.live_intervals.exists()
