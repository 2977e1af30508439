"""Revisions, live intervals and the index."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from guides.editing.indexing import write_index
from guides.editing.publishing import PublishError, publish, unpublish
from guides.editing.revisions import record_revision
from guides.editing.rows import ConflictError, read_document, write_document
from guides.models import (
    GuideIndex,
    LiveInterval,
    PublishedSlug,
    Revision,
    Role,
    SalaryLevelIndex,
    SkillIndex,
)
from tests.builders import make_document, make_live, make_role
from tests.editing.index import index_says

pytestmark = pytest.mark.django_db


def test_a_revision_holds_the_canonical_document_and_its_name():
    document = make_document()
    revision = make_role(document).revisions.get()
    assert (revision.number, revision.document, revision.sha256) == (1, document.canonical(), document.sha256())


def test_no_revision_is_made_when_nothing_changed():
    role = make_role()
    assert record_revision(role, Revision.Kind.EDIT) is None
    assert role.revisions.count() == 1


def test_a_change_makes_the_next_revision_with_who_and_why(django_user_model):
    role, user = make_role(), django_user_model.objects.create(username="ed")
    write_document(role, make_document(summary="Shorter."))
    revision = record_revision(role, Revision.Kind.EDIT, by=user, comment="Shortened")
    assert (revision.number, revision.kind, revision.created_by, revision.comment) == (2, "edit", user, "Shortened")
    assert revision.guide == read_document(role)


def test_a_stored_revision_cannot_be_changed():
    revision = make_role().revisions.get()
    revision.comment = "Another"
    with pytest.raises(TypeError):
        revision.save()


def test_nothing_is_live_before_it_was_published():
    role = make_role()
    assert not Revision.objects.live().exists()
    interval = publish(role.revisions.latest())
    assert list(Revision.objects.live()) == [role.revisions.latest()]
    assert not Revision.objects.live(at=interval.live_from - timedelta(seconds=1)).exists()


def test_publishing_a_newer_revision_ends_the_interval_of_the_older_one():
    role = make_live()
    write_document(role, make_document(summary="Newer."))
    newer = record_revision(role, Revision.Kind.EDIT)
    interval = publish(newer)
    first = role.live_intervals.order_by("live_from").first()
    assert first.live_until == interval.live_from
    assert list(Revision.objects.live()) == [newer]


def test_publishing_what_is_live_already_changes_nothing():
    role = make_live()
    before = LiveInterval.objects.get()
    assert publish(role.revisions.latest()) == before
    assert LiveInterval.objects.count() == 1


def test_an_unpublished_guide_can_be_published_again():
    role = make_live()
    assert unpublish(role) is True
    assert unpublish(role) is False
    publish(role.revisions.latest())
    assert list(Revision.objects.live()) == [role.revisions.latest()]
    assert role.live_intervals.count() == 2


def test_publishing_before_an_interval_that_comes_later_is_refused():
    role = make_role()
    publish(role.revisions.latest(), at=timezone.now() + timedelta(days=1))
    write_document(role, make_document(summary="Other."))
    with pytest.raises(PublishError, match="Move or cancel"):
        publish(record_revision(role, Revision.Kind.EDIT))


def test_two_open_intervals_of_a_role_are_refused_by_the_database():
    interval = make_live().live_intervals.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        LiveInterval.objects.create(
            role=interval.role, revision=interval.revision, live_from=datetime(2020, 1, 1, tzinfo=UTC)
        )


def test_an_address_that_was_published_stays_with_its_role():
    other = make_role(import_key="another", related=())
    write_document(other, make_document(slug="another", related=()))
    role = make_live()
    with pytest.raises(PublishError, match="belongs to"):
        publish(other.revisions.get())
    write_document(role, make_document(title="Keeper", slug="keeper"))
    publish(record_revision(role, Revision.Kind.EDIT))
    with pytest.raises(ConflictError, match="found “lighthouse-keeper” of “Keeper”"):
        write_document(other, make_document(related=()))
    assert PublishedSlug.objects.get(slug="lighthouse-keeper").role == role


def test_the_index_of_a_live_revision_matches_its_document():
    assert index_says(make_live().revisions.latest())


def test_the_index_can_be_rebuilt_with_one_command(capsys):
    make_live()
    GuideIndex.objects.update(title="Wrong", median_salary=1)
    SalaryLevelIndex.objects.all().delete()
    SkillIndex.objects.update(name="Wrong")
    call_command("rebuild_index")
    assert index_says(Revision.objects.live().get())


def test_writing_the_index_twice_leaves_one():
    revision = make_live().revisions.latest()
    write_index(revision)
    assert GuideIndex.objects.count() == 1


def test_a_role_whose_rows_differ_from_its_live_revision_has_unpublished_changes():
    role = make_live()
    state = Role.objects.with_state().get(pk=role.pk)
    assert state.live_sha256 == state.latest_sha256
    write_document(role, make_document(summary="Newer."))
    record_revision(role, Revision.Kind.EDIT)
    state = Role.objects.with_state().get(pk=role.pk)
    assert state.live_sha256 != state.latest_sha256


@pytest.mark.django_db(transaction=True)
def test_intervals_do_not_overlap_when_many_publish_at_once():
    role = make_role()
    revisions = [role.revisions.latest()]
    for number in range(7):
        write_document(role, make_document(summary=f"State {number}."))
        revisions.append(record_revision(role, Revision.Kind.EDIT))

    def publish_in_a_thread(revision):
        try:
            publish(revision)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(revisions)) as threads:
        outcomes = [threads.submit(publish_in_a_thread, revision) for revision in revisions]
    refused = [outcome.exception() for outcome in outcomes if outcome.exception()]
    assert all(isinstance(error, PublishError) for error in refused)
    intervals = list(role.live_intervals.order_by("live_from"))
    assert len(intervals) == len(revisions) - len(refused)
    assert all(before.live_until <= after.live_from for before, after in pairwise(intervals))
    assert intervals[-1].live_until is None


def test_revisions_are_not_changed_or_removed_in_bulk_either():
    revisions = make_role().revisions
    for change in (lambda: revisions.update(document="{}"), revisions.all().delete, revisions.get().delete):
        with pytest.raises(TypeError):
            change()


def test_publishing_into_a_time_that_has_ended_is_refused():
    role = make_role()
    start = timezone.now() - timedelta(days=3)
    publish(role.revisions.latest(), at=start)
    unpublish(role, at=start + timedelta(days=2))
    with pytest.raises(PublishError, match="after that time"):
        publish(role.revisions.latest(), at=start + timedelta(days=1))


def test_a_guide_without_content_cannot_be_published():
    role = make_role(type(make_document())(title="Diver", slug="diver"))
    with pytest.raises(PublishError, match="no content"):
        publish(role.revisions.latest())
