"""Skills across all guides."""

import html5lib
import pytest
from django.urls import reverse

from guides.document.other_pay import OtherPay
from guides.document.shape import KeyFacts, Skill
from guides.editing.publishing import publish, unpublish
from guides.editing.revisions import record_revision
from guides.editing.rows import write_document
from guides.editing.vocabulary import merge_skills
from guides.finding.skills import live_skills
from guides.models import Revision
from guides.models import Skill as SkillRow
from tests.builders import make_document, make_live, make_role

pytestmark = pytest.mark.django_db


def make_guide(title, *names, kind="technical", **overrides):
    skills = tuple(Skill(kind=kind, name=name, detail=f"{title} needs it") for name in names)
    return make_live(title=title, slug=title.lower(), skills=skills, related=(), career_path=(), **overrides)


def skill_page(client, slug, **query):
    return client.get(reverse("skill", args=(slug,)), query)


def assert_valid(response):
    assert response.status_code == 200
    html5lib.HTMLParser(strict=True).parse(response.content.decode())


def test_the_skills_of_most_roles_come_first_and_letters_lead_to_the_others(client):
    make_guide("Diver", "Knots", "breath")
    make_guide("Sailor", "knots", "3D Printing")
    assert [(skill.name, skill.guides) for skill in live_skills()] == [("Knots", 2), ("3D Printing", 1), ("breath", 1)]
    response = client.get(reverse("skill_list"), {"letter": "b"})
    assert [letter for letter, _ in response.context["letters"]] == ["B", "K", "#"]
    assert [skill.name for skill in response.context["page"]] == ["breath"]
    assert_valid(response)
    assert [skill.name for skill in client.get("/skills/?letter=%23").context["page"]] == ["3D Printing"]
    assert len(client.get("/skills/?letter=zz").context["page"]) == 3


def test_technical_and_soft_skills_are_distinguished(client):
    make_guide("Diver", "Knots")
    make_guide("Sailor", "Patience", kind="soft")
    assert [skill.name for skill in client.get(reverse("skill_list"), {"kind": "soft"}).context["page"]] == ["Patience"]
    html = " ".join(client.get(reverse("skill_list")).content.decode().split())
    assert 'Patience</a> <span class="skill-links__note">1 job, soft' in html


def test_a_skill_of_unpublished_guides_only_is_not_shown(client):
    make_role(skills=(Skill(kind="soft", name="Secrecy"),))
    unpublish(make_guide("Diver", "Knots"))
    assert not client.get(reverse("skill_list")).context["page"].object_list
    assert skill_page(client, "knots").status_code == 404


@pytest.mark.parametrize("kind", ["", "soft"])
def test_a_revised_guide_asks_for_its_skills_once(kind):
    role = make_live()
    write_document(role, make_document(summary="Revised."))
    publish(record_revision(role, Revision.Kind.EDIT))
    assert live_skills(kind).get(name="Patience").guides == 1


def test_a_skill_lists_its_roles_with_their_spelling_and_detail(client):
    make_guide("Diver", "Knots")
    make_guide("Sailor", "Ropes", "knots")
    response = skill_page(client, "knots")
    assert [(use.guide.title, use.name, use.detail) for use in response.context["uses"]] == [
        ("Diver", "Knots", "Diver needs it"),
        ("Sailor", "knots", "Sailor needs it"),
    ]
    assert "“knots”" in response.content.decode()
    assert_valid(response)


def test_a_merged_skill_is_asked_for_under_all_its_names(client):
    make_guide("Diver", "Knots")
    make_guide("Sailor", "Knotting")
    merge_skills(SkillRow.objects.get(name="Knots"), SkillRow.objects.filter(name="Knotting"))
    assert [use.name for use in skill_page(client, "knots").context["uses"]] == ["Knots", "Knotting"]


def test_the_address_of_a_merged_skill_leads_to_the_present_one_in_one_hop_with_its_query(client):
    make_guide("Diver", "Knots", "Knotting", "Ropes")
    knots, knotting, ropes = (SkillRow.objects.get(name=name) for name in ("Knots", "Knotting", "Ropes"))
    merge_skills(knotting, [knots])
    merge_skills(ropes, [knotting])
    for former in ("knots", "knotting"):
        response = skill_page(client, former, page="2")
        assert (response.status_code, response["Location"]) == (301, "/skills/ropes/?page=2")


def test_the_former_address_of_a_skill_that_no_live_guide_asks_for_is_not_found(client):
    make_role(skills=(Skill(kind="soft", name="Secrecy"), Skill(kind="soft", name="Discretion")))
    merge_skills(SkillRow.objects.get(name="Secrecy"), SkillRow.objects.filter(name="Discretion"))
    assert skill_page(client, "discretion").status_code == 404


def test_skills_often_required_together_are_sorted_by_how_often(client):
    make_guide("Diver", "Knots", "Breath", "Swimming")
    make_guide("Sailor", "Knots", "Swimming")
    make_guide("Baker", "Dough")
    together = skill_page(client, "knots").context["together"]
    assert [(skill.name, skill.guides) for skill in together] == [("Swimming", 2), ("Breath", 1)]


def test_an_unknown_skill_is_not_found(client):
    assert skill_page(client, "nothing").status_code == 404


@pytest.mark.parametrize("query", [{"page": "x"}, {"page": "-1"}, {"kind": "\0"}, {"letter": "'"}])
def test_no_query_string_breaks_the_list(client, query):
    make_guide("Diver", "Knots")
    assert client.get(reverse("skill_list"), query).status_code == 200


def test_lists_and_the_comparison_show_pay_by_the_hour_alone_in_words(client):
    pay = OtherPay(figure="median", words="$18.50 an hour", cents=1850, period="hour", currency="USD")
    for title in ("Diver", "Sailor"):
        make_guide(title, key_facts=KeyFacts(), salary_levels=(), other_pay=(pay,))
    for path in ("/", "/guides/", "/search/?q=diver", "/compare/?roles=diver&roles=sailor"):
        content = client.get(path).content.decode()
        assert "$18.50 an hour" in content, path
        assert "Pay not stated" not in content, path


def test_the_list_stands_without_any_guide(client):
    assert_valid(client.get(reverse("skill_list")))


def test_the_pages_cost_the_same_queries_for_any_number_of_guides(client, django_assert_num_queries):
    for number in range(3):
        make_guide(f"Sailor{number}", "Knots", "Stars")
        with django_assert_num_queries(4):
            client.get(reverse("skill_list"))
        with django_assert_num_queries(5):
            skill_page(client, "knots")
