"""Withdrawal: what it ends, what it keeps from going live, and what stays public without it."""

import pytest

from guides.editing.deletion import DeletionError, delete_role, restore_role
from guides.editing.importing import Importer, Options
from guides.editing.preview_links import create_link
from guides.editing.publishing import PublishError, publish, unpublish
from guides.editing.reviews import ReviewError, send_to_review
from guides.editing.revisions import record_revision, revert
from guides.editing.rows import write_document
from guides.editing.withdrawals import WithdrawalError, remains_of, undo_withdrawal, withdraw, withdraw_remains
from guides.models import PreviewLink, Revision, Role, Withdrawal
from tests.builders import make_document, make_editor, make_live, make_role, make_text
from tests.hours import hours

pytestmark = pytest.mark.django_db


def newer(role, **parts):
    write_document(role, make_document(**{"summary": "Newer.", **parts}))
    return record_revision(role, Revision.Kind.EDIT)


def first(role):
    return role.revisions.get(number=1)


def test_what_is_withdrawn_is_known_with_who_when_and_why():
    role, editor = make_live(), make_editor()
    assert withdraw(first(role), by=editor, reason="Wrong pay.") == [first(role)]
    withdrawal = first(role).withdrawal
    assert (withdrawal.withdrawn_by, withdrawal.reason) == (editor, "Wrong pay.")
    assert Withdrawal.objects.get_by_natural_key(*withdrawal.natural_key()) == withdrawal


def test_a_live_revision_is_live_no_more():
    role = make_live()
    withdraw(first(role), reason="Wrong.")
    assert not Revision.objects.live().exists()
    assert role.live_intervals.ended().get().revision == first(role)


def test_an_earlier_revision_leaves_the_live_one_as_it_is():
    role = make_live()
    live = publish(newer(role))
    withdraw(first(role), reason="Wrong.")
    assert list(Revision.objects.live()) == [live.revision]
    assert not Revision.objects.readable().filter(number=1).exists()


def test_a_scheduled_revision_is_canceled_and_the_live_one_stays():
    role = make_live()
    publish(newer(role), at=hours(1))
    withdraw(role.revisions.latest(), reason="Wrong.")
    assert list(role.live_intervals.values_list("revision__number", "live_until")) == [(1, None)]


def test_a_withdrawn_revision_goes_live_by_no_way():
    role = make_live()
    publish(newer(role))
    withdraw(first(role), reason="Wrong.")
    again = revert(first(role))
    for revision in (first(role), again):
        for at in (None, hours(1)):
            with pytest.raises(PublishError, match="revision 1, which is withdrawn"):
                publish(revision, at=at)
    assert Revision.objects.live().get().number == 2


def test_an_import_does_not_publish_a_withdrawn_text():
    role = make_live()
    withdraw(first(role), reason="Wrong.")
    outcome = Importer(Options(publish=True)).import_text(make_text(), "keeper.txt")
    assert "which is withdrawn" in outcome.problems[0]
    assert not Revision.objects.live().exists()


def test_revisions_with_the_same_document_are_withdrawn_and_restored_together():
    role = make_live()
    publish(newer(role))
    publish(revert(first(role)))
    assert [revision.number for revision in withdraw(first(role), reason="Wrong.")] == [1, 3]
    assert not Revision.objects.live().exists()
    assert [revision.number for revision in undo_withdrawal(role.revisions.get(number=3))] == [1, 3]
    assert Revision.objects.readable().count() == 3


def test_another_guide_with_the_same_number_is_not_withdrawn():
    other = make_live(title="Diver", slug="diver", related=())
    withdraw(first(make_live()), reason="Wrong.")
    assert Revision.objects.live().get().role == other


def test_undoing_a_withdrawal_puts_nothing_live_and_lets_it_be_published():
    role = make_live()
    withdraw(first(role), reason="Wrong.")
    undo_withdrawal(first(role))
    assert not Revision.objects.live().exists()
    publish(first(role))
    assert Revision.objects.live().exists()


def test_nothing_is_withdrawn_or_undone_twice():
    role = make_live()
    with pytest.raises(WithdrawalError, match="is not withdrawn"):
        undo_withdrawal(first(role))
    withdraw(first(role), reason="Wrong.")
    with pytest.raises(WithdrawalError, match="already withdrawn"):
        withdraw(first(role), reason="Again.")
    assert Withdrawal.objects.get().reason == "Wrong."


def test_a_withdrawn_revision_leaves_review_and_is_not_sent_again():
    role = make_role()
    send_to_review(role)
    withdraw(first(role), reason="Wrong.")
    assert role.reviews.get().outcome == "taken_back"
    with pytest.raises(ReviewError, match="is withdrawn"):
        send_to_review(role)


def test_preview_links_of_a_withdrawn_revision_end_and_those_of_others_stay():
    role = make_role()
    create_link(first(role))
    other = create_link(newer(role))
    withdraw(first(role), reason="Wrong.")
    undo_withdrawal(first(role))
    assert PreviewLink.objects.open().get() == other


def test_the_revision_of_a_deleted_guide_can_be_withdrawn():
    role = make_live()
    delete_role(role)
    withdraw(first(role), reason="Wrong.")
    assert not Revision.objects.readable().exists()
    with pytest.raises(DeletionError, match="is withdrawn"):
        restore_role(role, and_publish=True)


# -- what stays public --


def test_what_stays_public_of_a_guide_is_its_descriptions_links_and_revisions():
    role = make_live()
    publish(newer(role, slug="keeper"))
    link = create_link(first(role))
    create_link(newer(role, summary="Never public."))
    (remains,) = remains_of([role])
    assert (remains.role, remains.slug, remains.links) == (role, "keeper", [link])
    assert [version.number for version in remains.versions] == [1, 2]
    assert [revision.number for revision in remains.revisions] == [1, 2]


def test_nothing_stays_public_of_a_draft_or_of_what_was_withdrawn():
    publish(make_role(title="Diver", slug="diver", related=()).revisions.get(), at=hours(1))
    role = make_live()
    withdraw(first(role), reason="Wrong.")
    assert remains_of(Role.objects.all()) == []


def test_what_stays_public_costs_four_queries_whatever_the_number_of_guides(django_assert_num_queries):
    for name in ("Diver", "Pilot", "Smith"):
        publish(newer(make_live(title=name, slug=name.lower(), related=()), title=name, slug=name.lower(), related=()))
    with django_assert_num_queries(4):
        assert len(remains_of(Role.objects.with_state())) == 3


def test_what_stays_public_of_several_guides_is_withdrawn_at_once():
    first_role, other = make_live(), make_live(title="Diver", slug="diver", related=())
    publish(newer(first_role))
    publish(revert(first(first_role)))
    for role in (first_role, other):
        unpublish(role)
    assert withdraw_remains(Role.objects.filter(pk=first_role.pk), reason="Unpublished.") == 3
    assert [revision.role for revision in Revision.objects.readable()] == [other]
