"""Reviews: sent, taken back, approved and returned; at most one per guide is open."""

import pytest
from django.db import IntegrityError, transaction

from guides.editing.publishing import publish
from guides.editing.reviews import ReviewError, close_review, send_to_review
from guides.editing.revisions import record_revision
from guides.editing.rows import write_document
from guides.models import Review, Revision
from tests.builders import make_document, make_role

pytestmark = pytest.mark.django_db


def newer(role):
    write_document(role, make_document(summary="Newer."))
    return record_revision(role, Revision.Kind.EDIT)


def test_the_newest_revision_is_sent_with_words():
    role = make_role()
    review = send_to_review(role, comment="Please look at the pay.")
    assert (review.revision, review.comment) == (role.revisions.latest(), "Please look at the pay.")
    assert type(role).objects.with_state().get(pk=role.pk).in_review


def test_what_is_in_review_is_not_sent_twice():
    role = make_role()
    send_to_review(role)
    with pytest.raises(ReviewError, match="already"):
        send_to_review(role)


def test_a_newer_revision_that_is_sent_takes_the_place_of_the_older():
    role = make_role()
    first = send_to_review(role)
    newer(role)
    second = send_to_review(role)
    first.refresh_from_db()
    assert (first.outcome, second.outcome) == ("superseded", "open")


def test_a_guide_in_preparation_has_nothing_to_send():
    make_role()
    with pytest.raises(ReviewError, match="nothing to review"):
        send_to_review(type(make_role()).objects.get(slug="harbor-pilot"))


@pytest.mark.parametrize("outcome", ["taken_back", "approved", "returned"])
def test_a_review_is_closed_once(outcome):
    role = make_role()
    send_to_review(role)
    review = close_review(role, outcome, answer="Name the source.")
    assert (review.outcome, review.answer, review.closed_at is None) == (outcome, "Name the source.", False)
    with pytest.raises(ReviewError, match="not in review"):
        close_review(role, outcome, answer="Again.")


def test_returning_requires_a_comment():
    role = make_role()
    send_to_review(role)
    with pytest.raises(ReviewError, match="Explain what"):
        close_review(role, Review.Outcome.RETURNED, answer=" ")
    assert role.reviews.open().exists()


def test_publishing_what_is_in_review_approves_it():
    role = make_role()
    publish(send_to_review(role).revision)
    assert role.reviews.get().outcome == "approved"


def test_publishing_a_newer_revision_replaces_a_review_and_approves_nothing():
    role = make_role()
    send_to_review(role)
    publish(newer(role))
    review = role.reviews.get()
    assert (review.outcome, review.answer) == ("superseded", "Revision 2 was published instead.")


def test_a_decision_about_a_review_that_was_replaced_is_refused():
    role = make_role()
    seen = send_to_review(role)
    newer(role)
    send_to_review(role)
    with pytest.raises(ReviewError, match=r"Revision 1 is no longer in review\. Revision 2 is\."):
        close_review(role, Review.Outcome.APPROVED, review=seen)
    assert role.reviews.open().exists()


def test_publishing_an_older_revision_leaves_the_review_of_a_newer_one_open():
    role = make_role()
    first = role.revisions.get()
    newer(role)
    send_to_review(role)
    publish(first)
    assert role.reviews.open().exists()


def test_the_database_holds_one_open_review_a_role():
    role = make_role()
    review = send_to_review(role)
    with pytest.raises(IntegrityError), transaction.atomic():
        Review.objects.create(role=role, revision=review.revision)
