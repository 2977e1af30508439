"""The admin page to resolve conflicts between a text and an editor's changes."""

from dataclasses import replace

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from guides.document.shape import FAQ
from guides.editing.revisions import record_revision
from guides.editing.rows import read_document, write_document
from guides.models import Revision, Role
from tests.builders import disagree, keeper, make_document, make_role

pytestmark = pytest.mark.django_db


def address(role: Role) -> str:
    return reverse("admin:guides_role_conflicts", args=(role.pk,))


def answer(client, role: Role, **fields):
    """Post the page with these fields of the only open conflict."""
    (conflict,) = role.conflicts.open()
    data = {f"conflict-{conflict.pk}-{name}": value for name, value in fields.items()}
    return client.post(address(role), {"lock_token": keeper().lock_token, **data}, follow=True)


def test_the_form_of_a_role_leads_to_its_conflicts(editor_client):
    role = disagree({"summary": "Better."}, {"summary": "New."})
    form = editor_client.get(reverse("admin:guides_role_change", args=(role.pk,))).content.decode()
    assert address(role) in form
    assert "has 1 conflict with a new text" in form


def test_a_role_without_conflicts_has_no_banner_and_an_empty_page(editor_client):
    role = make_role()
    assert address(role) not in editor_client.get(reverse("admin:guides_role_change", args=(role.pk,))).content.decode()
    assert b"no conflicts to resolve" in editor_client.get(address(role)).content


def test_the_page_shows_both_versions_and_the_text_before(editor_client):
    page = editor_client.get(address(disagree({"summary": "Better <b>words</b>."}, {"summary": "New words."})))
    text = page.content.decode()
    for words in ("&lt;b&gt;words&lt;/b&gt;.", "<mark>New", "Keepers look after a light"):
        assert words in text


def test_keeping_is_logged_and_changes_nothing(editor_client):
    role = disagree({"summary": "Better."}, {"summary": "New."})
    page = answer(editor_client, role, outcome="ours")
    assert b"Resolved 1 conflict. The guide stays as it is." in page.content
    assert "summary: kept" in LogEntry.objects.get(object_id=role.pk).change_message
    assert b"Kept" in editor_client.get(address(role)).content


def test_taking_makes_a_revision(editor_client):
    role = disagree({"summary": "Better."}, {"summary": "New."})
    assert b"Saved as revision 3." in answer(editor_client, role, outcome="theirs").content
    assert read_document(keeper()).summary == "New."


def test_a_third_version_is_stored_in_its_canonical_form(editor_client):
    role = disagree({"summary": "Better."}, {"summary": "New."})
    answer(editor_client, role, outcome="edited", summary="One.\r\n\r\n\r\n* a  \r\n* b")
    assert read_document(keeper()).summary == "One.\n\n- a\n- b"


def test_the_fields_count_only_if_the_edited_version_is_chosen(editor_client):
    role = disagree({"summary": "Better."}, {"summary": "New."})
    answer(editor_client, role, outcome="ours", summary="\0 nonsense")
    assert read_document(keeper()).summary == "Better."


@pytest.mark.parametrize("summary", ["a\0b", "\x1b", "a" * 200_001])
def test_hostile_words_are_reported_at_their_field(editor_client, summary):
    role = disagree({"summary": "Better."}, {"summary": "New."})
    page = answer(editor_client, role, outcome="edited", summary=summary)
    assert b"Fix the errors below." in page.content
    assert role.conflicts.open().exists()


def test_an_invalid_figure_is_reported(editor_client):
    facts = make_document().key_facts
    role = disagree({"key_facts": replace(facts, salary_low=31_000)}, {"key_facts": replace(facts, salary_low=32_000)})
    fields = {"key_facts.salary_low": "70000", "key_facts.salary_high": "60000"}
    page = answer(editor_client, role, outcome="edited", **fields)
    assert b"a range with the lower amount first" in page.content
    assert role.conflicts.open().exists()


def test_years_follow_the_words_of_a_level_that_is_edited(editor_client):
    first, second = make_document().career_path
    role = disagree(
        {"career_path": (replace(first, experience="0-3 years", years_max=3), second)},
        {"career_path": (replace(first, experience="0-4 years", years_max=4), second)},
    )
    answer(editor_client, role, outcome="edited", experience="1-5 years")
    step = read_document(keeper()).career_path[0]
    assert (step.experience, step.years_min, step.years_max) == ("1-5 years", 1, 5)


def test_a_row_that_one_side_removed_can_come_back_in_other_words(editor_client):
    first, second = make_document().career_path
    changed = replace(second, experience="5-9 years", years_min=5, years_max=9)
    role = disagree({"career_path": (first,)}, {"career_path": (first, changed)})
    answer(editor_client, role, outcome="edited", title="Head Keeper", experience="7 years")
    step = read_document(keeper()).career_path[1]
    assert (step.title, step.years_min, step.years_max, step.focus_areas) == ("Head Keeper", 7, 7, "")


def test_a_skill_that_is_edited_keeps_its_mark(editor_client):
    details = replace(make_document().details, essential=("Patience",))
    lamp, patience = make_document().skills
    role = disagree(
        {"skills": (lamp, replace(patience, detail="Storms are long.")), "details": details},
        {"skills": (lamp,), "details": replace(details, essential=())},
    )
    answer(editor_client, role, outcome="edited", kind="soft", name="Patience", detail="Weeks are long.")
    assert read_document(keeper()).details.essential == ("Patience",)


def test_nothing_chosen_is_reported(editor_client):
    role = disagree({"summary": "Better."}, {"summary": "New."})
    assert b"Choose a version for at least one conflict" in answer(editor_client, role, outcome="").content


def test_a_forged_outcome_is_refused(editor_client):
    role = disagree({"summary": "Better."}, {"summary": "New."})
    answer(editor_client, role, outcome="superseded")
    assert role.conflicts.open().exists()


def test_a_page_that_was_opened_before_another_save_decides_nothing(editor_client):
    role = disagree({"summary": "Better."}, {"summary": "New."})
    (conflict,) = role.conflicts.open()
    write_document(keeper(), make_document(summary="Best."))
    record_revision(keeper(), Revision.Kind.EDIT)
    data = {"lock_token": role.lock_token, f"conflict-{conflict.pk}-outcome": "theirs"}
    page = editor_client.post(address(role), data)
    assert b"has changed since" in page.content
    assert "Best." in page.content.decode()
    assert read_document(keeper()).summary == "Best."


def test_one_can_be_decided_while_another_waits(editor_client):
    role = disagree(
        {"summary": "Better.", "faqs": (FAQ(question="Is it lonely?", answer="Often."),)},
        {"summary": "New.", "faqs": (FAQ(question="Is it lonely?", answer="No."),)},
    )
    first = role.conflicts.open().first()
    page = editor_client.post(
        address(role), {"lock_token": role.lock_token, f"conflict-{first.pk}-outcome": "theirs"}, follow=True
    )
    assert page.request["PATH_INFO"] == address(role)
    assert role.conflicts.open().count() == 1


def test_an_open_conflict_does_not_block_editing(editor_client):
    role = disagree({"summary": "Better."}, {"summary": "New."})
    write_document(keeper(), make_document(summary="Better.", pros=("The quiet",)))
    assert record_revision(keeper(), Revision.Kind.EDIT)
    assert role.conflicts.open().count() == 1


def test_the_list_shows_roles_with_open_conflicts(editor_client):
    disagree({"summary": "Better."}, {"summary": "New."})
    make_role(title="Diver", slug="diver", related=())
    page = editor_client.get(reverse("admin:guides_role_changelist"), {"conflicts": "open"}).content.decode()
    assert "Lighthouse Keeper</a>" in page
    assert "Diver</a>" not in page


def test_deciding_needs_the_change_permission(client, django_user_model):
    role = disagree({"summary": "Better."}, {"summary": "New."})
    client.force_login(django_user_model.objects.create(username="reader", is_staff=True))
    assert client.get(address(role)).status_code == 403
    assert answer(client, role, outcome="theirs").status_code == 403
    assert read_document(keeper()).summary == "Better."
