"""The editors' side: list, form with all parts, preview, publish and unpublish, the Markdown editor's addresses."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse
from django.utils import timezone

from guides.admin.inlines import INLINES
from guides.document.material import MATERIAL
from guides.document.shape import RelatedRole, SalaryLevel
from guides.editing.rows import read_document
from guides.editing.vocabulary import skills_named
from guides.models import Revision, Role, RolePart, Skill
from tests.admin.forms import change_url, form_data, stored
from tests.builders import make_document, make_editor, make_live, make_role

pytestmark = pytest.mark.django_db


def test_every_address_of_the_admin_asks_for_a_login(client):
    role = make_role()
    for url in (change_url(role), reverse("admin:guides_role_preview", args=(role.pk,))):
        assert client.get(url).status_code == 302


def test_the_list_can_be_searched_filtered_and_sorted(editor_client):
    make_live()
    url = reverse("admin:guides_role_changelist")
    assert b"Lighthouse Keeper" in editor_client.get(url, {"q": "light", "state": "live", "category": "Coast"}).content
    assert b"0 of" in editor_client.get(url, {"q": "light", "state": "draft"}).content
    assert editor_client.get(url, {"o": "2.-4"}).status_code == 200


def test_the_list_says_which_guides_have_unpublished_changes(editor_client):
    role = make_live()
    editor_client.post(change_url(role), form_data(editor_client, change_url(role), summary="Newer."))
    url = reverse("admin:guides_role_changelist")
    assert b"Live, with unpublished changes" in editor_client.get(url).content
    assert b"Lighthouse Keeper" in editor_client.get(url, {"state": "changed"}).content


def test_saving_the_form_as_it_is_changes_nothing(editor_client):
    role = make_role()
    response = editor_client.post(change_url(role), form_data(editor_client, change_url(role)), follow=True)
    assert b"there is no new revision" in response.content
    assert read_document(stored(role)) == make_document()
    assert role.revisions.count() == 1


def test_every_part_of_a_role_is_in_the_form():
    inlined = {inline.model for inline in INLINES}
    assert inlined == {model for model in RolePart.__subclasses__() if model.rows_of not in MATERIAL}


def test_save_keeps_what_was_typed_and_makes_a_revision(editor_client):
    role = make_role()
    data = form_data(editor_client, change_url(role), comment="Wick is brass")
    data["responsibilities-0-text"] = "  Trim  the brass wick. "
    data["sections-0-body"] = "Line one.\r\n\r\n\r\n* a\r\n* b"
    editor_client.post(change_url(role), data)
    document = read_document(stored(role))
    assert document.responsibilities == ("Trim the brass wick.", "Log every ship.")
    assert document.sections[0].body == "Line one.\n\n- a\n- b"
    revision = role.revisions.latest()
    assert (revision.kind, revision.comment, revision.created_by.username) == ("edit", "Wick is brass", "ed")


def test_an_editor_marks_must_haves_and_the_page_shows_them(editor_client):
    role = make_live()
    typed = form_data(editor_client, change_url(role), **{"skills-0-importance": "essential", "_publish": "1"})
    editor_client.post(change_url(role), typed)
    assert read_document(stored(role)).details.essential == ("Lamp Maintenance",)
    page = " ".join(editor_client.get("/guides/lighthouse-keeper/").content.decode().split())
    assert 'Lamp Maintenance</a> <span class="importance">essential</span>' in page


def test_rows_can_swap_places_be_added_and_be_deleted_in_one_save(editor_client):
    role = make_role()
    data = form_data(editor_client, change_url(role))
    data |= {"responsibilities-0-place": "2", "responsibilities-TOTAL_FORMS": "3"}
    data |= {"responsibilities-2-text": "Paint the tower.", "pros_cons-0-DELETE": "on"}
    editor_client.post(change_url(role), data)
    document = read_document(stored(role))
    assert document.responsibilities == ("Log every ship.", "Trim the wick.", "Paint the tower.")
    assert (document.pros, len(document.cons)) == ((), 2)


def test_years_are_read_from_the_words_of_a_level(editor_client):
    role = make_role()
    data = form_data(editor_client, change_url(role), **{"career_steps-0-experience": "up to 3 years"})
    editor_client.post(change_url(role), data)
    assert (stored(role).career_steps.all()[0].years_min, stored(role).career_steps.all()[0].years_max) == (None, 3)


def test_a_renamed_skill_points_at_the_shared_skill_of_its_new_name(editor_client):
    role = make_role()
    shared = Skill.objects.create(name="Endurance", slug="endurance")
    editor_client.post(change_url(role), form_data(editor_client, change_url(role), **{"skills-1-name": "endurance"}))
    assert stored(role).skills.all()[1].skill == shared


def test_a_related_role_is_chosen_and_kept_under_its_title_and_slug(editor_client):
    role = make_role()
    diver = Role.objects.create(title="Diver", slug="diver", import_key="diver")
    data = form_data(editor_client, change_url(role), **{"related_roles-0-target": str(diver.pk)})
    editor_client.post(change_url(role), data)
    related = read_document(stored(role)).related[0]
    assert (related.title, related.slug) == ("Diver", "diver")


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("pay_range", "90k - 60k", "lower end of the pay range is above"),
        ("currency", "", "Amounts need a currency"),
        ("career_steps-0-experience", "5-2 years", "lower number of years first"),
        ("salary_levels-0-median", "much", "not a whole amount"),
        ("slug", "two words", "valid “slug”"),
        ("sections-0-body", "", "required"),
        ("alternative_titles", "a" * 300, "at most 200 characters"),
        ("sources-0-as_of", "lately", "a date such as 2025"),
    ],
)
def test_wrong_input_is_reported_in_the_form_and_nothing_is_saved(editor_client, field, value, message):
    role = make_role()
    data = form_data(editor_client, change_url(role), summary="Typed with care.", **{field: value})
    response = editor_client.post(change_url(role), data)
    assert response.status_code == 200
    assert message in response.content.decode()
    assert "Typed with care." in response.content.decode()
    assert read_document(stored(role)) == make_document()
    assert role.revisions.count() == 1


def test_a_pay_table_without_a_currency_is_reported_at_the_table(editor_client):
    facts = type(make_document().key_facts)()
    role = make_role(key_facts=facts)
    data = form_data(editor_client, change_url(role))
    data |= {"salary_levels-TOTAL_FORMS": "1", "salary_levels-0-title": "Keeper"}
    data |= {"salary_levels-0-median": "1", "salary_levels-0-average": "2"}
    role.salary_levels.all().delete()
    data["salary_levels-INITIAL_FORMS"] = "0"
    response = editor_client.post(change_url(role), data)
    assert b"Choose a currency for the role" in response.content


def test_a_new_role_can_be_created(editor_client):
    add = reverse("admin:guides_role_add")
    data = form_data(editor_client, add, title="Diver", slug="diver", summary="Dives.")
    editor_client.post(add, data)
    role = Role.objects.get(slug="diver")
    assert (role.import_key, role.revisions.get().guide.summary) == ("diver", "Dives.")


def test_preview_shows_the_rows_through_the_public_template(editor_client, client):
    role = make_live()
    data = form_data(editor_client, change_url(role), **{"responsibilities-0-text": "Not public yet.", "_preview": "1"})
    response = editor_client.post(change_url(role), data, follow=True)
    assert response.redirect_chain[-1][0] == reverse("admin:guides_role_preview", args=(role.pk,))
    assert b"Not public yet." in response.content
    assert "no-store" in response["Cache-Control"]
    assert b"Not public yet." not in client.get(reverse("guide", args=("lighthouse-keeper",))).content


def test_publish_changes_what_the_public_sees_and_unpublish_asks_first(editor_client, client):
    role = make_role()
    page = reverse("guide", args=("lighthouse-keeper",))
    editor_client.post(change_url(role), form_data(editor_client, change_url(role), _publish="1"))
    assert client.get(page).status_code == 200
    asked = editor_client.post(change_url(role), form_data(editor_client, change_url(role), _unpublish="1"))
    assert asked["Location"] == reverse("admin:guides_role_publication", args=(role.pk,)) + "#unpublish"
    assert client.get(page).status_code == 200


def test_without_the_permission_nothing_is_published_by_any_way(client):
    client.force_login(make_editor(may_publish=False))
    role = make_role()
    data = form_data(client, change_url(role))
    assert client.post(change_url(role), {**data, "_publish": "1"}).status_code == 403
    client.post(reverse("admin:guides_role_changelist"), {"action": "publish_selected", "_selected_action": [role.pk]})
    assert not Revision.objects.live(at=timezone.now()).exists()


def test_a_guide_in_preparation_cannot_be_published(editor_client):
    make_role()
    pilot = Role.objects.get(slug="harbor-pilot")
    url = reverse("admin:guides_role_changelist")
    response = editor_client.post(url, {"action": "publish_selected", "_selected_action": [pilot.pk]}, follow=True)
    assert b"has no guide yet" in response.content


def test_revisions_can_be_read_and_not_changed(editor_client):
    revision = make_role().revisions.get()
    url = reverse("admin:guides_revision_change", args=(revision.pk,))
    assert editor_client.get(url).status_code == 200
    assert editor_client.post(url, {"comment": "x"}).status_code == 403


def test_two_skills_are_merged_in_the_admin(editor_client):
    role = make_role()
    lamp, patience = (row.skill for row in role.skills.all())
    url = reverse("admin:guides_skill_changelist")
    data = {"action": "merge", "_selected_action": [lamp.pk, patience.pk]}
    assert b"Choose the skill to keep" in editor_client.post(url, data).content
    editor_client.post(url, {**data, "kept": patience.pk})
    assert list(Skill.objects.values_list("name", "aliases__name")) == [("Patience", "Lamp Maintenance")]


def test_renaming_an_industry_is_a_change_of_the_guides_that_name_it(editor_client):
    role = make_role()
    industry = role.industries.all()[0].industry
    data = {"name": "Sea Transport", "confirmed": "yes"}
    editor_client.post(reverse("admin:guides_industry_change", args=(industry.pk,)), data)
    assert role.revisions.latest().guide.key_facts.top_industries == ("Sea Transport", "Museums")


def test_the_editors_preview_is_the_sites_own_rendering(editor_client):
    response = editor_client.post(reverse("markdownx_markdownify"), {"content": "**b** <script>x</script>"})
    assert b"<strong>b</strong>" in response.content
    assert b"<script>" not in response.content


@pytest.mark.parametrize("name", ["markdownx_markdownify", "markdownx_upload"])
def test_preview_and_upload_are_closed_to_all_but_editors(client, name, django_user_model):
    url = reverse(name)
    assert client.post(url, {"content": "x"}).status_code == 403
    client.force_login(django_user_model.objects.create(username="reader"))
    assert client.post(url, {"content": "x"}).status_code == 403
    assert client.get(url).status_code == 405


def test_a_guide_with_hundreds_of_rows_is_saved_whole(editor_client):
    role = make_role(
        responsibilities=tuple(f"Task {n}" for n in range(300)), pros=tuple(f"Pro {n}" for n in range(200)), cons=()
    )
    data = form_data(editor_client, change_url(role), summary="Long.")
    assert len(data) > 1_000
    editor_client.post(change_url(role), data)
    document = read_document(stored(role))
    assert (document.summary, len(document.responsibilities), len(document.pros)) == ("Long.", 300, 200)


def test_a_form_with_many_rows_costs_as_many_queries_as_one_with_few(editor_client, django_assert_max_num_queries):
    long = make_role(
        title="Long",
        slug="long",
        salary_levels=tuple(SalaryLevel(title=f"Level {n}", median=1, average=1) for n in range(30)),
        responsibilities=tuple(f"Task {n}" for n in range(30)),
    )
    with django_assert_max_num_queries(47):
        editor_client.get(change_url(long))


def test_saving_a_guide_in_preparation_as_it_is_leaves_it_in_preparation(editor_client):
    make_role()
    pilot = Role.objects.get(slug="harbor-pilot")
    editor_client.post(change_url(pilot), form_data(editor_client, change_url(pilot)))
    assert not pilot.revisions.exists()


def test_related_roles_can_change_places_in_the_form(editor_client):
    role = make_role(
        related=(RelatedRole(title="Pilot", slug="pilot"), RelatedRole(title="Diver", slug="diver", blurb="Down."))
    )
    first, second = role.related_roles.all()
    data = form_data(editor_client, change_url(role))
    data |= {"related_roles-0-target": str(second.target_id), "related_roles-1-target": str(first.target_id)}
    editor_client.post(change_url(role), data)
    assert [related.slug for related in read_document(stored(role)).related] == ["diver", "pilot"]


@pytest.mark.parametrize("same", ["itself", "twice"])
def test_a_role_is_related_to_others_and_to_each_once(editor_client, same):
    role = make_role(related=(RelatedRole(title="Pilot", slug="pilot"), RelatedRole(title="Diver", slug="diver")))
    target = role.pk if same == "itself" else role.related_roles.all()[1].target_id
    data = form_data(editor_client, change_url(role), **{"related_roles-0-target": str(target)})
    response = editor_client.post(change_url(role), data)
    assert response.status_code == 200
    assert [related.slug for related in read_document(stored(role)).related] == ["pilot", "diver"]


def test_a_new_row_takes_the_place_it_is_given(editor_client):
    role = make_role()
    data = form_data(editor_client, change_url(role))
    data |= {"responsibilities-TOTAL_FORMS": "3", "responsibilities-2-text": "Sing.", "responsibilities-2-place": "1"}
    editor_client.post(change_url(role), data)
    assert read_document(stored(role)).responsibilities == ("Sing.", "Trim the wick.", "Log every ship.")


def test_view_on_site_leads_to_the_live_address_while_a_new_one_is_unpublished(editor_client):
    role = make_live()
    editor_client.post(change_url(role), form_data(editor_client, change_url(role), slug="keeper"))
    form = editor_client.get(change_url(role)).content.decode()
    assert f'href="{reverse("guide", args=("lighthouse-keeper",))}"' in form


def test_an_address_of_no_role_is_answered_without_an_error(editor_client):
    assert editor_client.get("/admin/guides/role/abc/change/").status_code == 302


def test_a_renamed_skill_keeps_its_former_name_as_an_alias(editor_client):
    skill = make_role().skills.all()[0].skill
    url = reverse("admin:guides_skill_change", args=(skill.pk,))
    editor_client.post(url, form_data(editor_client, url, name="Care of Lamps", confirmed="yes"))
    assert skills_named(["lamp maintenance"])["lamp maintenance"] == skill


def test_a_skill_that_is_renamed_in_case_alone_changes_what_readers_have(editor_client):
    skill = make_live().skills.all()[0].skill
    page, url = reverse("skill", args=(skill.slug,)), reverse("admin:guides_skill_change", args=(skill.pk,))
    known = editor_client.get(page)["ETag"]
    editor_client.post(url, form_data(editor_client, url, name="LAMP maintenance", confirmed="yes"))
    response = editor_client.get(page, headers={"If-None-Match": known})
    assert (response.status_code, b"<h1>LAMP maintenance</h1>" in response.content) == (200, True)


def test_a_skill_keeps_its_former_address(editor_client):
    skill = make_live().skills.all()[0].skill
    url = reverse("admin:guides_skill_change", args=(skill.pk,))
    editor_client.post(url, form_data(editor_client, url, slug="lamps", confirmed="yes"))
    assert editor_client.get("/skills/lamp-maintenance/")["Location"] == "/skills/lamps/"
    editor_client.post(url, form_data(editor_client, url, slug="lamp-maintenance", confirmed="yes"))
    assert editor_client.get("/skills/lamp-maintenance/").status_code == 200
    assert editor_client.get("/skills/lamps/")["Location"] == "/skills/lamp-maintenance/"


@pytest.fixture
def writer(client):
    """The session of an editor who may not publish."""
    client.force_login(make_editor(may_publish=False))
    return client


def test_only_a_publisher_renames_a_skill_that_readers_see(writer):
    public, own = make_live().skills.all()[0].skill, Skill.objects.create(name="Own", slug="own", key="own")
    url = "admin:guides_skill_change"
    data = {"name": "Spam", "slug": "spam", "aliases-TOTAL_FORMS": "0", "aliases-INITIAL_FORMS": "0"}
    assert writer.post(reverse(url, args=(public.pk,)), data).status_code == 403
    assert writer.post(reverse(url, args=(own.pk,)), data).status_code == 302
    assert set(Skill.objects.values_list("name", flat=True)) == {"Lamp Maintenance", "Patience", "Spam"}


def test_only_a_publisher_merges_skills_that_readers_see(writer):
    lamp, patience = (row.skill for row in make_live().skills.all())
    data = {"action": "merge", "_selected_action": [lamp.pk, patience.pk], "kept": patience.pk}
    answer = writer.post(reverse("admin:guides_skill_changelist"), data, follow=True)
    assert b"only a publisher can merge it" in answer.content
    assert Skill.objects.count() == 2


NO_KEYS = ["abc", "\0", "9" * 20, "9" * 5_000]


@pytest.mark.parametrize("key", NO_KEYS, ids=range(len(NO_KEYS)))
def test_an_invalid_key_is_an_error_of_its_field(editor_client, key):
    role = make_role()
    data = form_data(editor_client, change_url(role))
    forged = dict.fromkeys(("lead_picture", "industries-0-industry", "related_roles-0-target"), key)
    assert b"Please correct the errors below." in editor_client.post(change_url(role), data | forged).content
    address = reverse("admin:guides_role_add") + "?" + urlencode({"lead_picture": key, "owner": key, "rows": key})
    assert editor_client.get(address).status_code == 200


@pytest.mark.parametrize("action", ["publish_selected", "mark_checked", "export_json"])
def test_a_bulk_action_ignores_invalid_keys(editor_client, action):
    role = make_role()
    data = {"action": action, "_selected_action": NO_KEYS}
    assert editor_client.post(reverse("admin:guides_role_changelist"), data, follow=True).status_code == 200
    assert not Revision.objects.live().exists()
    assert stored(role).checked_at is None


def test_two_aliases_that_differ_in_case_alone_are_reported_in_the_form(editor_client):
    skill = make_role().skills.all()[0].skill
    url = reverse("admin:guides_skill_change", args=(skill.pk,))
    data = form_data(editor_client, url)
    data |= {"aliases-TOTAL_FORMS": "2", "aliases-0-name": "Wicks", "aliases-1-name": "WICKS"}
    assert b"Upper and lower case" in editor_client.post(url, data).content
