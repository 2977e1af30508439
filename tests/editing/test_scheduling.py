"""Scheduled publication: nothing shows before its start or after its end."""

import pytest

from guides.editing.publishing import PublishError, cancel, move, publish, set_end, unpublish
from guides.editing.revisions import record_revision
from guides.editing.rows import write_document
from guides.models import GuideIndex, LiveInterval, PublishedSlug, Revision
from tests.builders import make_document, make_live, make_role
from tests.hours import hours

pytestmark = pytest.mark.django_db


def changed(role, **parts):
    write_document(role, make_document(**parts))
    return record_revision(role, Revision.Kind.EDIT)


def test_what_replaces_a_guide_later_leaves_it_until_then():
    role = make_live()
    later = publish(changed(role, summary="Newer."), at=hours(2))
    first = role.live_intervals.order_by("live_from").first()
    assert first.live_until == later.live_from
    assert Revision.objects.live().get().number == 1
    assert Revision.objects.live(at=hours(3)).get().number == 2


def test_a_cancelled_change_leaves_what_was_live_and_gives_its_address_free():
    role = make_live()
    cancel(publish(changed(role, title="Light Warden", slug="light-warden"), at=hours(2)))
    assert role.live_intervals.get().live_until is None
    assert not PublishedSlug.objects.filter(slug="light-warden").exists()
    assert PublishedSlug.objects.filter(slug="lighthouse-keeper").exists()


def test_a_scheduled_change_can_be_moved():
    role = make_live()
    later = publish(changed(role, slug="light-warden"), at=hours(2))
    moved = move(later, hours(5))
    assert role.live_intervals.order_by("live_from").first().live_until == moved.live_from
    assert PublishedSlug.objects.get(slug="light-warden").public_from == moved.live_from


def test_a_change_is_not_moved_into_the_past_or_behind_its_end():
    later = publish(make_role().revisions.get(), at=hours(2), until=hours(4))
    for at in (hours(-1), hours(4)):
        with pytest.raises(PublishError):
            move(later, at)
    assert LiveInterval.objects.get().live_from == later.live_from


def test_what_has_begun_is_neither_cancelled_nor_moved():
    begun = make_live().live_intervals.get()
    with pytest.raises(PublishError, match="already started"):
        cancel(begun)
    with pytest.raises(PublishError, match="already started"):
        move(begun, hours(1))


def test_the_end_of_a_guide_can_be_set_moved_and_taken_back():
    interval = make_live().live_intervals.get()
    for until in (hours(2), hours(5), hours(1), None):
        assert set_end(interval, until).live_until == until
    with pytest.raises(PublishError, match="in the past"):
        set_end(interval, hours(-1))


def test_a_newer_revision_keeps_the_scheduled_end():
    role = make_live()
    end = hours(4)
    set_end(role.live_intervals.get(), end)
    assert publish(changed(role, summary="Newer.")).live_until == end


def test_a_guide_cannot_end_after_the_next_revision_begins():
    role = make_live()
    first = role.live_intervals.get()
    publish(changed(role, summary="Newer."), at=hours(2))
    with pytest.raises(PublishError, match="Move or cancel"):
        set_end(first, hours(3))


def test_a_guide_that_would_leave_before_it_comes_is_refused():
    with pytest.raises(PublishError, match="must be after the start"):
        publish(make_role().revisions.get(), at=hours(3), until=hours(2))
    assert not PublishedSlug.objects.exists()


def test_a_guide_is_unpublished_at_a_set_time():
    role = make_live()
    assert unpublish(role, at=hours(2))
    assert Revision.objects.live(at=hours(1)).exists()
    assert not GuideIndex.objects.live(at=hours(3)).exists()


def test_publishing_a_scheduled_revision_now_names_the_time_to_move():
    role = make_role()
    publish(role.revisions.get(), at=hours(2))
    with pytest.raises(PublishError, match="Move or cancel"):
        publish(changed(role, summary="Newer."))
