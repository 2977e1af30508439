"""Intervals by where a moment lies, the revisions behind them, and the numbers of rows."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from guides.models import GuideIndex, LiveInterval, Revision
from guides.models.revision import number_after
from tests.builders import make_live, make_role

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def role():
    """A role with the intervals 10 to 11, 11 to 12, 12 to 13, 13 to 14 and 14 to no end."""
    role = make_role()
    for hours in range(-2, 3):
        LiveInterval.objects.create(
            role=role,
            revision=role.revisions.latest(),
            live_from=NOON + hours * HOUR,
            live_until=NOON + (hours + 1) * HOUR if hours < 2 else None,
        )
    return role


def begins(intervals):
    return [interval.live_from.hour for interval in intervals.order_by("live_from")]


@pytest.mark.parametrize(
    ("method", "hours"),
    [
        ("at", [12]),
        ("begun", [10, 11, 12]),
        ("scheduled", [13, 14]),
        ("ended", [10, 11]),
        ("not_ended", [12, 13, 14]),
    ],
)
def test_intervals_are_found_by_where_a_moment_lies(role, method, hours):
    assert begins(getattr(LiveInterval.objects, method)(NOON)) == hours


@pytest.mark.parametrize("method", ["at", "begun", "scheduled", "ended", "not_ended"])
def test_without_a_moment_it_is_now(role, method):
    intervals = getattr(LiveInterval.objects, method)
    assert begins(intervals()) == begins(intervals(timezone.now()))


def test_an_interval_knows_whether_it_has_begun_and_ended(role):
    states = [(each.has_begun(NOON), each.has_ended(NOON)) for each in role.live_intervals.order_by("live_from")]
    assert states == [(True, True), (True, True), (True, False), (False, False), (False, False)]


def test_an_interval_begins_at_its_first_moment_and_has_ended_at_its_last(role):
    before, after = NOON - timedelta(microseconds=1), NOON
    assert begins(LiveInterval.objects.at(before)) == [11]
    assert begins(LiveInterval.objects.at(after)) == [12]


def test_a_revision_was_public_from_its_first_interval_on(role):
    first = NOON - 2 * HOUR
    assert not Revision.objects.ever_public(first - HOUR).exists()
    assert list(Revision.objects.ever_public(first)) == [role.revisions.get()]
    assert list(Revision.objects.ever_public()) == [role.revisions.get()]


def test_the_index_of_a_guide_is_live_as_long_as_its_interval():
    interval = make_live().live_intervals.get()
    begin = interval.live_from
    assert not GuideIndex.objects.live(begin - HOUR).exists()
    assert GuideIndex.objects.live(begin).count() == 1


def test_rows_are_numbered_from_one(role):
    assert (number_after(None), number_after(role.revisions.latest())) == (1, 2)
