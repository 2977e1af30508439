"""Conflicts between a new text and an editor's changes, resolved one by one."""

import pytest

from guides.document.shape import FAQ
from guides.editing.conflicts import Decision
from guides.editing.importing import Importer, Options
from guides.editing.revisions import InvalidDocument, record_revision
from guides.editing.rows import read_document, write_document
from guides.editing.saving import StaleError, decide_conflicts
from guides.models import Conflict, Revision, Role
from tests.builders import make_document, make_editor, make_text

pytestmark = pytest.mark.django_db
Outcome = Conflict.Outcome
OUR_FAQS = (FAQ(question="Is it really lonely?", answer="Sometimes, in winter."),)
THEIR_FAQS = (FAQ(question="Is it lonely there?", answer="Sometimes. Bring books."),)


def keeper() -> Role:
    return Role.objects.with_parts().get(import_key="lighthouse-keeper")


def import_guide(**overrides) -> None:
    Importer(Options()).import_text(make_text(**overrides), "guide.txt")


def disagree(ours: dict, theirs: dict) -> Role:
    """A role whose editor and whose new text say different things."""
    import_guide()
    write_document(keeper(), make_document(**ours))
    record_revision(keeper(), Revision.Kind.EDIT)
    import_guide(**theirs)
    return keeper()


def settle_all(role: Role, outcome: str, value=None, **options):
    decisions = [Decision(conflict, conflict.text.guide, outcome, value) for conflict in role.conflicts.open()]
    return decide_conflicts(role, decisions, lock_token=str(role.lock_token), **options)


def test_keeping_ours_changes_nothing_but_the_conflict():
    role, editor = disagree({"summary": "Better."}, {"summary": "New."}), make_editor()
    assert settle_all(role, Outcome.OURS, by=editor) is None
    conflict = role.conflicts.get()
    assert (conflict.outcome, conflict.decided_by, read_document(keeper()).summary) == ("ours", editor, "Better.")


def test_taking_theirs_is_a_revision_that_names_who_decided():
    role, editor = disagree({"summary": "Better."}, {"summary": "New."}), make_editor()
    revision = settle_all(role, Outcome.THEIRS, by=editor)
    assert (revision.guide.summary, revision.created_by) == ("New.", editor)
    assert role.conflicts.get().outcome == "theirs"


def test_a_third_version_can_be_written():
    role = disagree({"summary": "Better."}, {"summary": "New."})
    settle_all(role, Outcome.EDITED, {"summary": "Better and new."})
    assert read_document(keeper()).summary == "Better and new."


def test_what_was_decided_is_no_conflict_with_the_same_text_again():
    role = disagree({"summary": "Better."}, {"summary": "New."})
    settle_all(role, Outcome.OURS)
    import_guide(summary="New.")
    assert not keeper().conflicts.open().exists()
    assert read_document(keeper()).summary == "Better."


def test_two_conflicts_in_one_row_are_decided_together():
    role = disagree({"faqs": OUR_FAQS}, {"faqs": THEIR_FAQS})
    assert role.conflicts.open().count() == 2
    settle_all(role, Outcome.THEIRS)
    assert read_document(keeper()).faqs == THEIR_FAQS


def test_one_of_two_conflicts_in_a_row_leaves_the_other_open():
    role = disagree({"faqs": OUR_FAQS}, {"faqs": THEIR_FAQS})
    question = role.conflicts.open().get(unit="question")
    decide_conflicts(role, [Decision(question, question.text.guide, Outcome.THEIRS)], lock_token=str(role.lock_token))
    other = keeper().conflicts.open().get()
    assert (other.unit, other.row["question"]) == ("answer", "Is it lonely there?")


def test_a_row_that_the_text_dropped_can_go():
    role = disagree({"faqs": (FAQ(question="Is it lonely?", answer="Often."),)}, {"faqs": ()})
    settle_all(role, Outcome.THEIRS)
    assert read_document(keeper()).faqs == ()


def test_a_row_that_an_editor_deleted_can_come_back_as_the_text_has_it():
    changed = (FAQ(question="Is it lonely?", answer="Often."),)
    role = disagree({"faqs": ()}, {"faqs": changed})
    settle_all(role, Outcome.THEIRS)
    assert read_document(keeper()).faqs == changed


def test_a_decision_about_a_guide_that_was_changed_meanwhile_is_refused():
    role = disagree({"summary": "Better."}, {"summary": "New."})
    write_document(keeper(), make_document(summary="Better.", pros=()))
    record_revision(keeper(), Revision.Kind.EDIT)
    with pytest.raises(StaleError):
        settle_all(role, Outcome.THEIRS)
    assert read_document(keeper()).summary == "Better."


def test_a_conflict_is_decided_once():
    role = disagree({"summary": "Better."}, {"summary": "New."})
    conflict = role.conflicts.get()
    decisions = [Decision(conflict, conflict.text.guide, Outcome.OURS)]
    decide_conflicts(role, decisions, lock_token=str(role.lock_token))
    with pytest.raises(StaleError):
        decide_conflicts(role, decisions, lock_token=str(role.lock_token))


def test_a_version_that_is_no_guide_is_refused_and_nothing_is_written():
    role = disagree({"title": "Keeper A"}, {"title": "Keeper B"})
    with pytest.raises(InvalidDocument):
        settle_all(role, Outcome.EDITED, {"title": ""})
    assert (keeper().title, keeper().conflicts.open().count()) == ("Keeper A", 1)
