"""Which revision publishing proposes, and what it asks first."""

import pytest

from guides.editing.candidates import candidates
from guides.editing.publishing import publish
from guides.editing.reviews import close_review, send_to_review
from guides.editing.revisions import record_revision, revert
from guides.editing.rows import write_document
from guides.models import Revision
from tests.builders import make_document, make_role

pytestmark = pytest.mark.django_db


def newer(role, **parts):
    write_document(role, make_document(**{"summary": "Newer.", **parts}))
    return record_revision(role, Revision.Kind.EDIT)


def decide(role, outcome):
    send_to_review(role)
    close_review(role, outcome, answer="Name the source.")


def candidate_of(role):
    return candidates([role])[role.pk]


def proposed(role):
    return candidate_of(role).proposed.number


def questions(role, number):
    return candidate_of(role).questions(role.revisions.get(number=number))


def test_a_guide_without_reviews_proposes_its_newest_revision_unasked():
    role = make_role()
    newer(role)
    assert (proposed(role), questions(role, 1), questions(role, 2)) == (2, [], [])


def test_the_revision_in_review_is_proposed_and_a_newer_one_is_asked_about():
    role = make_role()
    send_to_review(role)
    newer(role)
    assert (proposed(role), questions(role, 1)) == (1, [])
    assert "was not reviewed." in questions(role, 2)[0]


def test_the_revision_approved_last_is_proposed():
    role = make_role()
    decide(role, "approved")
    newer(role)
    decide(role, "approved")
    newer(role, summary="Newest.")
    assert proposed(role) == 2


def test_a_returned_revision_is_asked_about_and_the_approved_one_stays_proposed():
    role = make_role()
    decide(role, "approved")
    newer(role)
    decide(role, "returned")
    assert proposed(role) == 1
    assert "was returned." in questions(role, 2)[0]


def test_an_approved_revision_is_not_proposed_in_place_of_a_newer_one_that_is_live():
    role = make_role()
    decide(role, "approved")
    publish(newer(role))
    newer(role, summary="Newest.")
    assert (proposed(role), len(questions(role, 3))) == (3, 1)


def test_a_review_that_its_sender_took_back_asks_for_nothing():
    role = make_role()
    decide(role, "taken_back")
    newer(role)
    assert (proposed(role), questions(role, 2)) == (2, [])


def test_a_restored_revision_is_as_approved_as_the_one_it_repeats():
    role = make_role()
    decide(role, "approved")
    newer(role)
    revert(role.revisions.get(number=1))
    assert (proposed(role), questions(role, 3)) == (3, [])


def test_the_state_of_a_candidate_changes_with_revisions_and_reviews():
    role = make_role()
    states = [candidate_of(role).state]
    newer(role)
    states.append(candidate_of(role).state)
    send_to_review(role)
    states.append(candidate_of(role).state)
    close_review(role, "approved")
    states.append(candidate_of(role).state)
    assert len(set(states)) == 4
