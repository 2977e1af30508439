"""The pages for interview questions, resumes, letters, job ads and the glossary of a role."""

from dataclasses import replace

import pytest
from django.urls import reverse

from guides.document.material import JobAd
from guides.editing.deletion import delete_role
from guides.editing.revisions import replace_document
from guides.editing.rows import read_document, write_document
from guides.models import Revision
from tests.admin.forms import change_url, form_data, stored
from tests.admin.test_stale_forms import resolve
from tests.builders import MATERIAL, make_document, make_role

pytestmark = pytest.mark.django_db
BEFORE = make_document(**MATERIAL)
STORM = BEFORE.interview[0]


def page_of(role, part="interview"):
    return reverse("admin:guides_role_material", args=(role.pk, part))


def post(client, role, part, **typed):
    return client.post(page_of(role, part), form_data(client, page_of(role, part), **typed))


def new_row(part, number, **fields):
    """What a browser posts of a row that was added, the first one after `number` rows."""
    return {f"{part}-TOTAL_FORMS": number + 1} | {f"{part}-{number}-{name}": value for name, value in fields.items()}


def saved_by_another(role, **parts):
    replace_document(role, replace(BEFORE, **parts), Revision.Kind.EDIT)


def test_the_form_of_a_role_links_to_each_list_with_its_number_of_rows(editor_client):
    role = make_role(BEFORE)
    page = editor_client.get(change_url(role)).content.decode()
    assert f'<a href="{page_of(role)}">Interview questions</a>: 1' in page
    assert f'<a href="{page_of(role, "job_ads")}">Job ads</a>: 2' in page
    assert STORM.question not in page


def test_a_save_changes_its_list_alone_and_is_a_revision(editor_client):
    role = make_role(BEFORE)
    answer = post(editor_client, role, "interview", **{"interview-0-plan": "Count to ten."}, comment="Calmer")
    assert answer.url == f"{change_url(role)}#material"
    changed = (replace(STORM, plan="Count to ten."),)
    assert read_document(stored(role)) == replace(BEFORE, interview=changed)
    revision = role.revisions.latest()
    assert (revision.number, revision.comment, revision.guide.interview) == (2, "Calmer", changed)


def test_saving_every_page_as_it_is_changes_nothing(editor_client):
    role = make_role(BEFORE)
    for part in ("interview", "resumes", "letters", "job_ads", "glossary"):
        assert post(editor_client, role, part).status_code == 302
    assert role.revisions.count() == 1


def test_a_new_question_gets_an_id_and_the_known_one_keeps_its_own(editor_client):
    role = make_role(BEFORE)
    new = new_row("interview", 1, kind="closing", question="Do you have a boat?")
    post(editor_client, role, "interview", **{"interview-0-question": "What did you do in the first storm?"}, **new)
    assert [question.id for question in read_document(stored(role)).interview] == [STORM.id, "boat"]


def test_lists_may_be_typed_with_any_bullets_or_none(editor_client):
    role = make_role(BEFORE)
    post(editor_client, role, "job_ads", **{"job_ads-0-duties": "Trim the wick\n\n• Log every ship"})
    jobs = "Deckhand; Bay Ferries; Cork; 2021\n* Tied knots\nCook; Inn; Cork; 2020"
    post(editor_client, role, "resumes", **{"resumes-0-experience": jobs})
    document = read_document(stored(role))
    assert document.job_ads[0].duties == "- Trim the wick\n- Log every ship"
    assert document.resumes[0].experience == "Deckhand; Bay Ferries; Cork; 2021\n- Tied knots\n\nCook; Inn; Cork; 2020"


@pytest.mark.parametrize(
    ("part", "typed", "words"),
    [
        ("job_ads", {"job_ads-0-must_haves": "\n".join("12345678")}, "Expected at most 7 must-haves, found 8."),
        ("job_ads", {"job_ads-0-level": "Diver"}, "no level, as the first job ad is for every level"),
        ("resumes", {"resumes-0-experience": "Cook in Cork"}, "a job as Title; Employer; Place; Dates"),
        ("letters", {"letters-0-body": ""}, "This field is required."),
        ("glossary", {"glossary-0-term": "Lens: Fresnel"}, "a term without a colon"),
    ],
)
def test_what_breaks_a_rule_is_reported_at_its_field_and_nothing_is_saved(editor_client, part, typed, words):
    role = make_role(BEFORE)
    answer = post(editor_client, role, part, **typed)
    name, _ = next(iter(typed.items()))
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert f'href="#id_{name}"' in answer.content.decode()
    assert role.revisions.count() == 1


def test_two_editors_who_change_two_fields_of_one_question_both_win(editor_client):
    role = make_role(BEFORE)
    data = form_data(editor_client, page_of(role), **{"interview-0-sample": "I rang the bell."})
    saved_by_another(role, interview=(replace(STORM, plan="Count to ten."),), summary="Theirs.")
    assert editor_client.post(page_of(role), data).status_code == 302
    both = replace(STORM, plan="Count to ten.", sample="I rang the bell.")
    assert read_document(stored(role)) == replace(BEFORE, interview=(both,), summary="Theirs.")


def test_a_form_of_the_role_that_was_open_meanwhile_leaves_material_as_others_saved_it(editor_client):
    role = make_role(BEFORE)
    data = form_data(editor_client, change_url(role), summary="Mine.")
    saved_by_another(role, interview=(), glossary=())
    assert editor_client.post(change_url(role), data).status_code == 302
    assert read_document(stored(role)) == replace(BEFORE, summary="Mine.", interview=(), glossary=())


def test_what_both_changed_is_asked_and_material_saved_during_the_question_stays(editor_client):
    role = make_role(BEFORE)
    data = form_data(editor_client, page_of(role), **{"interview-0-sample": "Mine."})
    saved_by_another(role, interview=(replace(STORM, sample="Theirs."),))
    answer = editor_client.post(page_of(role), data)
    assert answer.status_code == 409
    assert [choice.label for choice in answer.context["form"].choices] == [
        f"Interview questions: {STORM.question}: Sample answer"
    ]
    saved_by_another(role, interview=(replace(STORM, sample="Theirs."),), glossary=())
    again = resolve(editor_client, role, answer, **{"place-0-outcome": "theirs"})
    resolve(editor_client, role, again, **{"place-0-outcome": "theirs"})
    assert read_document(stored(role)) == replace(BEFORE, interview=(replace(STORM, sample="Mine."),), glossary=())


def test_rows_that_no_revision_has_are_kept(editor_client):
    role, calm = make_role(BEFORE), replace(STORM, plan="Breathe.")
    write_document(role, replace(BEFORE, interview=(calm,)))
    post(editor_client, role, "glossary", **{"glossary-0-meaning": "Rings of glass."})
    editor_client.post(change_url(role), form_data(editor_client, change_url(role), summary="New."))
    document = read_document(stored(role))
    assert (document.summary, document.glossary[0].meaning, document.interview) == ("New.", "Rings of glass.", (calm,))


def test_the_page_has_suggestions_for_its_list_alone_and_the_role_links_to_it(editor_client):
    role = make_role(BEFORE, job_ads=(JobAd(level="", summary="Keep our light."),))
    page = editor_client.get(page_of(role, "glossary"))
    paths = [suggestion.path for topic in page.context["panel"].topics for suggestion, _ in topic.suggestions]
    assert all(path.startswith("glossary") for path in paths)


def test_an_unknown_list_is_not_found(editor_client):
    assert editor_client.get(page_of(make_role(BEFORE), "poems")).status_code == 404


def test_material_of_a_deleted_role_can_be_read_and_what_was_typed_is_offered_again(editor_client):
    role = make_role(BEFORE)
    data = form_data(editor_client, page_of(role), **{"interview-0-sample": "Mine, with care."})
    delete_role(role)
    answer = editor_client.post(page_of(role), data)
    assert answer.status_code == 403
    assert "Mine, with care." in answer.content.decode()
    page = editor_client.get(page_of(role))
    assert page.status_code == 200
    assert b'name="_save"' not in page.content


def test_who_may_not_view_guides_sees_no_material(client, django_user_model):
    role = make_role(BEFORE)
    client.force_login(django_user_model.objects.create_user("clerk", is_staff=True))
    assert client.get(page_of(role)).status_code == 403
