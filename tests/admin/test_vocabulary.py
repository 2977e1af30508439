"""Skills and industries in the admin: what a change touches is shown and confirmed, merged, or refused."""

import html
import re

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from guides.document.shape import KeyFacts
from guides.document.shape import Skill as SkillOf
from guides.editing.publishing import publish
from guides.editing.rows import read_document
from guides.editing.states import state_of
from guides.models import DifferentSkills, Industry, Role, Skill
from tests.admin.forms import form_data, stored
from tests.builders import keeper, make_bare_guide, make_document, make_editor, make_live, make_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(client):
    """The session of an editor who may not publish."""
    client.force_login(make_editor(may_publish=False))
    return client


def page_of(term, name="change") -> str:
    return reverse(f"admin:guides_{term._meta.model_name}_{name}", args=(term.pk,))


def shipping() -> Industry:
    return Industry.objects.get(name="Shipping")


def merge(client, terms, **data):
    kind = terms[0]._meta.model_name
    data = {"action": "merge", "_selected_action": [term.pk for term in terms], **data}
    return client.post(reverse(f"admin:guides_{kind}_changelist"), data, follow=True)


def test_a_new_name_of_an_industry_is_confirmed_with_the_guides_it_touches(editor_client):
    live = make_live()
    make_role(title="Pilot", slug="pilot", related=())
    page = editor_client.post(page_of(shipping()), {"name": "Sea Transport"}).content.decode()
    assert "Renamed “Shipping” to “Sea Transport”." in page
    assert "2 guides use it: 1 live or scheduled, 1 not published." in page
    assert "Lighthouse Keeper</a> (Live)" in page
    assert (shipping().name, live.revisions.count()) == ("Shipping", 1)


def test_the_first_twenty_guides_are_named_and_the_others_counted(editor_client):
    for number in range(22):
        make_bare_guide(f"Guide {number}", key_facts=KeyFacts(top_industries=("Shipping",)))
    answer = editor_client.post(page_of(shipping()), {"name": "Sea Transport"})
    assert (len(answer.context["guides"]), b"and 2 more" in answer.content) == (20, True)


def test_a_confirmed_name_is_a_revision_of_each_guide_and_its_state_says_so(editor_client):
    role = make_live()
    editor_client.post(page_of(shipping()), {"name": "Sea Transport", "confirmed": "yes"})
    assert role.revisions.latest().guide.key_facts.top_industries == ("Sea Transport", "Museums")
    assert state_of(Role.objects.with_state().get(pk=role.pk)) == "Live, with unpublished changes"
    assert LogEntry.objects.get().get_change_message() == "Renamed “Shipping” to “Sea Transport”."


def test_a_name_that_no_guide_uses_changes_without_a_question(editor_client):
    unused = Industry.objects.create(name="Unused")
    assert editor_client.post(page_of(unused), {"name": "New"}).status_code == 302


@pytest.mark.parametrize("model", [Industry, Skill])
def test_a_name_that_another_one_has_offers_to_merge_the_two(editor_client, model):
    make_role()
    first, second = model.objects.order_by("pk")[:2]
    answer = editor_client.post(page_of(first), form_data(editor_client, page_of(first), name=second.name.upper()))
    link = html.unescape(re.search(r"href='([^']*/merge/[^']*)'", answer.content.decode())[1])
    terms = editor_client.get(link).context["terms"]
    assert {term.pk for term in terms} == {first.pk, second.pk}


def test_merged_industries_become_one_in_every_guide_and_are_named_in_the_log(editor_client):
    role = make_live()
    museums = Industry.objects.get(name="Museums")
    assert b"1 guide uses them: 1 live" in merge(editor_client, [shipping(), museums]).content
    merge(editor_client, [shipping(), museums], kept=museums.pk)
    assert read_document(stored(role)).key_facts.top_industries == ("Museums",)
    assert role.revisions.latest().comment == "Industry “Shipping” merged into “Museums”"
    assert [row.position for row in role.industries.all()] == [1]
    assert LogEntry.objects.get().get_change_message() == "Merged “Shipping” into “Museums”."


def test_a_change_of_a_skill_is_confirmed_and_logged_with_both_values(editor_client):
    role = make_live()
    skill = role.skills.all()[0].skill
    aliases = {"aliases-TOTAL_FORMS": "1", "aliases-0-name": "Wicks"}
    data = form_data(editor_client, page_of(skill), name="Lamp Care", slug="lamp-care") | aliases
    page = editor_client.post(page_of(skill), data).content.decode()
    words = (
        "Renamed “Lamp Maintenance” to “Lamp Care”.",
        "Changed the address “lamp-maintenance” to “lamp-care”.",
        "Added the alias “Wicks”.",
    )
    assert all(sentence in page for sentence in words)
    editor_client.post(page_of(skill), {**data, "confirmed": "yes"})
    assert LogEntry.objects.get().get_change_message() == " ".join(words)
    assert role.revisions.count() == 1


def test_only_a_publisher_changes_what_published_guides_use(writer):
    role = make_live()
    skill = role.skills.all()[0].skill
    assert b"only publishers can change it" in writer.get(page_of(skill)).content
    for term in (skill, shipping()):
        answer = writer.post(page_of(term), {"name": "Spam", "confirmed": "yes"})
        assert (answer.status_code, b"only publishers can change it" in answer.content) == (403, True)
    museums = Industry.objects.get(name="Museums")
    assert b"only a publisher can merge it" in merge(writer, [shipping(), museums], kept=museums.pk).content
    assert read_document(stored(role)) == make_document()


def test_an_editor_changes_what_only_drafts_use(writer):
    role = make_role()
    writer.post(page_of(shipping()), {"name": "Sea Transport", "confirmed": "yes"})
    assert read_document(stored(role)).key_facts.top_industries[0] == "Sea Transport"


def test_a_skill_can_take_its_former_name_again(editor_client):
    skill = make_role().skills.all()[0].skill
    for name in ("Lamp Care", "Lamp Maintenance"):
        data = form_data(editor_client, page_of(skill), name=name, confirmed="yes")
        assert editor_client.post(page_of(skill), data).status_code == 302
    assert list(skill.aliases.values_list("name", flat=True)) == ["Lamp Care"]


# -- skills that are probably the same --

SAME = "/admin/guides/skill/same/"


def make_pair() -> tuple[Skill, Skill]:
    """Two skills that are proposed, of a guide that is not published."""
    make_role(skills=tuple(SkillOf(kind="technical", name=name) for name in ("Ticketing", "Help Desk Ticketing")))
    return tuple(Skill.objects.get(name=name) for name in ("Ticketing", "Help Desk Ticketing"))


def test_a_pair_is_shown_with_the_guides_that_use_it_and_decided(writer):
    one, other = make_pair()
    page = writer.get(SAME).text
    assert "most words are the same" in page
    assert "Lighthouse Keeper</a>: “Help Desk Ticketing”" in page
    done = writer.post(SAME, {"do": f"same {other.pk} {one.pk}"}, follow=True).text
    assert "“Ticketing” is now “Help Desk Ticketing”." in html.unescape(done)
    assert list(Skill.objects.all()) == [other]
    alias = other.aliases.get()
    writer.post(SAME, {"do": f"separate {alias.pk}"})
    assert Skill.objects.count() == 2


def test_a_pair_is_told_apart_and_that_is_taken_back(writer):
    one, other = make_pair()
    assert "There is nothing to decide" in writer.post(SAME, {"do": f"different {one.pk} {other.pk}"}, follow=True).text
    pair = DifferentSkills.objects.get()
    assert "Proposed because" in writer.post(SAME, {"do": f"forget {pair.pk}"}, follow=True).text


@pytest.mark.parametrize("do", ["same 1 x", "same 998 999", "separate 999", "forget 999", "same", "", "nonsense 1 2"])
def test_a_decision_about_what_is_gone_changes_nothing(writer, do):
    make_pair()
    assert writer.post(SAME, {"do": do}, follow=True).status_code == 200
    assert Skill.objects.count() == 2


def test_only_a_publisher_decides_on_skills_of_published_guides(writer):
    one, other = make_pair()
    publish(keeper().revisions.latest())
    done = writer.post(SAME, {"do": f"same {one.pk} {other.pk}"}, follow=True).text
    assert "only a publisher can decide" in done
    assert Skill.objects.count() == 2


def test_the_queue_needs_permission_to_change_skills(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("reader", is_staff=True))
    assert client.get(SAME).status_code == 403
