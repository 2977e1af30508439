"""The page of a release in the admin: what it changes in guides, and accepting the new figures."""

from dataclasses import replace

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from guides.models import Role
from guides.official.models import Release
from tests.admin.forms import change_url, form_data
from tests.builders import make_editor, make_live, make_role
from tests.official.linked import GROWTH, MEDIAN, OLD_LOW, OLD_MEDIAN, linked_document
from tests.official.occupations import ACTOR, SURGEON, Table, load_occupations

pytestmark = pytest.mark.django_db


@pytest.fixture
def release():
    return load_occupations()[Table.NATIONAL_WAGES]


def page_of(release):
    return reverse("admin:guides_role_release", args=(release.pk,))


def text_of(client, release):
    return " ".join(client.get(page_of(release)).content.decode().split())


def keys(role, *known):
    return [f"{role.pk} {each.figure} {each.level}" for each in known]


def accepting(*roles, known=(OLD_MEDIAN, OLD_LOW), **more):
    """What a browser posts that accepts these figures of guides."""
    tokens = {f"token-{role.pk}": Role.objects.get(pk=role.pk).lock_token for role in roles}
    return {"figure": [key for role in roles for key in keys(role, *known)], **tokens, **more}


def median(role):
    return Role.objects.get(pk=role.pk).median_salary


def test_the_page_shows_old_and_new_figures_and_their_difference(editor_client, release):
    role = make_role(linked_document(OLD_MEDIAN, OLD_LOW))
    html = text_of(editor_client, release)
    for words in ("Lighthouse Keeper", "Median pay", "$39,000", "$42,000", "+$3,000", "changed", "May 2024, 43-4051"):
        assert words in html
    assert f'value="{keys(role, OLD_MEDIAN)[0]}" aria-label="Median pay, Lighthouse Keeper" checked' in html


def test_growth_is_compared_with_another_release_of_projections(editor_client, release):
    make_role(linked_document(replace(GROWTH, value=-5, release="2023–33")))
    html = text_of(editor_client, Release.objects.get(table=Table.PROJECTIONS))
    for words in ("Job growth", "−5%", "−5.5%", "−0.5 points", "2023–33"):
        assert words in html


@pytest.mark.parametrize(
    ("code", "words"),
    [(SURGEON, "newly top-coded"), (SURGEON, "$239,200 or more"), (ACTOR, "not published by the year")],
)
def test_figures_without_a_new_value_are_to_be_edited(editor_client, release, code, words):
    make_role(linked_document(replace(OLD_MEDIAN, series=f"{code[:7]} annual median")))
    html = text_of(editor_client, release)
    assert words in html
    assert ": edit the guide" in html
    assert 'name="figure"' not in html


def test_all_selected_figures_are_accepted_at_once(editor_client, release):
    roles = [make_role(linked_document(OLD_MEDIAN, OLD_LOW, title=title, slug=title.lower())) for title in ("A", "B")]
    html = editor_client.post(page_of(release), accepting(*roles), follow=True).content.decode()
    assert "2 guides have new figures from May 2025." in html
    assert "No guide has figures from another release." in html
    assert [median(role) for role in roles] == [42_000, 42_000]
    assert [role.revisions.count() for role in roles] == [2, 2]
    assert LogEntry.objects.first().change_message == "Accepted figures from May 2025 as revision 2."


def test_the_button_of_a_guide_accepts_its_figures_alone(editor_client, release):
    roles = [make_role(linked_document(OLD_MEDIAN, title=title, slug=title.lower())) for title in ("A", "B")]
    editor_client.post(page_of(release), accepting(*roles, known=(OLD_MEDIAN,), only=roles[1].pk))
    assert [median(role) for role in roles] == [39_000, 42_000]


def test_a_tick_publishes_guides_that_were_live_without_other_changes(editor_client, release):
    live = make_live(linked_document(OLD_MEDIAN, title="A", slug="a"))
    draft = make_role(linked_document(OLD_MEDIAN, title="B", slug="b"))
    data = accepting(live, draft, known=(OLD_MEDIAN,), publish="on")
    html = editor_client.post(page_of(release), data, follow=True).content.decode()
    assert "2 guides have new figures from May 2025. 1 of them is live." in html
    assert "Not published: “B” is not live." in html
    assert live.live_intervals.at().get().revision.guide.key_facts.median_salary == 42_000


def test_a_guide_that_changed_meanwhile_is_named_and_the_others_are_accepted(editor_client, release):
    roles = [make_role(linked_document(OLD_MEDIAN, title=title, slug=title.lower())) for title in ("A", "B")]
    data = accepting(*roles, known=(OLD_MEDIAN,)) | {f"token-{roles[0].pk}": "stale"}
    html = editor_client.post(page_of(release), data, follow=True).content.decode()
    assert "“A” was changed meanwhile. Look at it again." in html
    assert [median(role) for role in roles] == [39_000, 42_000]


def test_figures_that_contradict_each_other_are_refused_and_the_guide_keeps_its_own(editor_client, release):
    document = linked_document(OLD_LOW)
    role = make_role(replace(document, key_facts=replace(document.key_facts, salary_high=32_000)))
    html = editor_client.post(page_of(release), accepting(role, known=(OLD_LOW,)), follow=True).content.decode()
    assert "“Lighthouse Keeper” keeps its figures: " in html
    assert Role.objects.get(pk=role.pk).salary_low == 31_200


@pytest.mark.parametrize("key", ["", "x", "\0", "0", f"{'9' * 40} median_salary ", "0 median_salary \0"])
def test_nothing_selected_is_said(editor_client, release, key):
    role = make_role(linked_document(OLD_MEDIAN))
    html = editor_client.post(page_of(release), {"figure": key}, follow=True).content.decode()
    assert "No figure was selected, so nothing was accepted." in html
    assert median(role) == 39_000


def test_figures_of_a_release_that_waits_are_compared_but_not_accepted(editor_client, release):
    role = make_role(linked_document(MEDIAN))
    waiting = Release.objects.get(name="May 2024")
    html = text_of(editor_client, waiting)
    assert "The site does not show May 2024 yet." in html
    assert 'name="figure"' not in html
    data = accepting(role, known=(MEDIAN,))
    html = editor_client.post(page_of(waiting), data, follow=True).content.decode()
    assert "Nothing was accepted: the site does not show May 2024 yet." in html
    assert median(role) == 42_000


def test_editors_see_the_page_and_accept_nothing(client, release):
    role = make_role(linked_document(OLD_MEDIAN))
    client.force_login(make_editor(may_publish=False))
    html = text_of(client, release)
    assert "$42,000" in html
    assert 'name="figure"' not in html
    assert client.post(page_of(release), accepting(role)).status_code == 403
    assert median(role) == 39_000


def test_the_page_is_for_who_may_see_guides(client, release, django_user_model):
    client.force_login(django_user_model.objects.create(username="reader", is_staff=True))
    assert client.get(page_of(release)).status_code == 403


def test_only_releases_of_pay_in_the_nation_and_of_projections_have_the_page(editor_client, release):
    assert editor_client.get(page_of(Release.objects.get(table=Table.SKILLS))).status_code == 404
    assert editor_client.get(reverse("admin:guides_role_release", args=(999_999,))).status_code == 404


def test_a_publisher_who_shows_a_release_goes_on_to_its_figures(editor_client, release):
    make_role(linked_document(MEDIAN))
    old = Release.objects.get(name="May 2024")
    html = editor_client.post(reverse("admin:official_release_show", args=(old.pk,)), follow=True).content.decode()
    assert "The site now shows Pay in the nation, May 2024 instead of May 2025." in html
    assert "Accept the selected figures" in html


def test_the_lists_of_releases_and_of_guides_lead_to_the_page(editor_client, release):
    make_role(linked_document(OLD_MEDIAN))
    assert page_of(release) in editor_client.get(reverse("admin:official_release_changelist")).content.decode()
    html = editor_client.get(reverse("admin:guides_role_changelist")).content.decode()
    assert "1 guide has figures older than May 2025 (pay in the nation)" in html
    assert page_of(release) in html


def test_the_list_of_guides_shows_those_a_release_behind(editor_client, release):
    make_role(linked_document(OLD_MEDIAN, title="Old", slug="old"))
    make_role(linked_document(MEDIAN, title="New", slug="new"))
    html = editor_client.get(reverse("admin:guides_role_changelist"), {"age": "behind"}).content.decode()
    assert ">Old<" in html
    assert ">New<" not in html
    assert ", a release behind" in editor_client.get(reverse("admin:guides_role_aging")).content.decode()


def test_an_open_form_is_merged_with_the_accepted_figures(editor_client, release):
    role = make_role(linked_document(OLD_MEDIAN))
    form = form_data(editor_client, change_url(role), summary="Keepers keep the light.")
    editor_client.post(page_of(release), accepting(role, known=(OLD_MEDIAN,)))
    editor_client.post(change_url(role), form)
    role = Role.objects.get(pk=role.pk)
    assert (role.summary, role.median_salary) == ("Keepers keep the light.", 42_000)
    assert role.provenance.get().release == "May 2025"


@pytest.mark.parametrize("number", [1, 12])
def test_the_page_costs_the_same_few_queries(editor_client, release, django_assert_max_num_queries, number):
    for each in range(number):
        make_role(linked_document(OLD_MEDIAN, OLD_LOW, title=f"Role {each}", slug=f"role-{each}"))
    with django_assert_max_num_queries(9):
        editor_client.get(page_of(release))
