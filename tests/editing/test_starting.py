"""Starting a guide from an official occupation."""

from dataclasses import replace

import pytest

from guides.document.other_pay import OtherPay
from guides.document.provenance import OEWS, PROJECTIONS, Provenance
from guides.document.shape import Details, KeyFacts, OccupationLink, RelatedRole, Skill
from guides.editing.candidates import candidates
from guides.editing.checking import check_one
from guides.editing.rows import read_document
from guides.editing.starting import StartError, start_guide
from guides.models import LiveInterval, Role
from guides.official.models import AlternateTitle, OccupationEntry, Release, Task
from tests.builders import make_live, make_role
from tests.official.occupations import ACTOR, CLERK, SURGEON, TEACHER, load_occupations

pytestmark = pytest.mark.django_db


@pytest.fixture
def official():
    return load_occupations()


def started(code=CLERK, title=""):
    return read_document(start_guide(code, title))


def test_a_guide_starts_with_the_official_figures_each_with_its_source(official):
    guide = started()
    assert guide.key_facts == KeyFacts(
        currency="USD",
        country="US",
        median_salary=42_000,
        salary_low=29_400,
        salary_high=58_800,
        growth_percent=-5.5,
        growth_note="shrinking, 2024–34",
        annual_openings=1_400,
        typical_education="High school diploma or equivalent; training: short-term on-the-job training",
    )
    published = {"kind": "published", "source": OEWS, "release": "May 2025"}
    projected = {"kind": "published", "source": PROJECTIONS, "release": "2024–34"}
    assert guide.provenance == (
        Provenance(figure="median_salary", value=42_000, series="43-4051 annual median", **published),
        Provenance(figure="salary_low", value=29_400, series="43-4051 annual 10th percentile", **published),
        Provenance(figure="salary_high", value=58_800, series="43-4051 annual 90th percentile", **published),
        Provenance(figure="growth_percent", value=-5.5, series="43-4051 employment change", **projected),
        Provenance(figure="annual_openings", value=1_400, series="43-4051 annual openings", **projected),
    )


def test_a_guide_starts_with_the_content_of_its_occupation(official):
    guide = started()
    assert guide.details.occupations == (OccupationLink(code=CLERK),)
    assert guide.responsibilities == ("Sell tickets.",)
    assert guide.skills[0] == Skill(kind="technical", name="Office software", detail="Ticket Desk, Sheets")
    assert guide.skills[1] == Skill(kind="soft", name="Skill A", detail="Importance 4.90 of 5")
    assert [source.covers for source in guide.details.sources] == [
        "education",
        "responsibilities",
        "technical_skills",
        "soft_skills",
        "related",
    ]


def test_all_tasks_become_responsibilities_where_none_is_core(official):
    Task.objects.update(is_core=None)
    assert started().responsibilities == ("Sell tickets.", "Count the ferries.", "Ring the bell.")


def test_related_occupations_are_the_guides_that_cover_them(official):
    make_live(
        title="Sailing Coach", slug="coach", details=Details(occupations=(OccupationLink(code=TEACHER),)), related=()
    )
    assert started().related[:2] == (
        RelatedRole(title="Sailing Coach", slug="coach"),
        RelatedRole(title="Quay Actors", slug="quay-actors"),
    )


def test_what_is_not_published_is_left_empty(official):
    guide = started(SURGEON)
    assert guide.key_facts == KeyFacts()
    assert (guide.provenance, guide.responsibilities, guide.skills, guide.other_pay) == ((), (), (), ())


def test_pay_that_is_only_published_by_the_hour_is_other_pay(official):
    assert started(ACTOR).other_pay == (
        OtherPay(figure="median", words="$29.05 an hour", cents=2905, period="hour", currency="USD"),
    )


@pytest.mark.parametrize("listed", ["Harbor Clerk", "Harbor Clerk (HC)"])
def test_the_title_is_in_the_singular_where_the_publisher_lists_it(official, listed):
    AlternateTitle.objects.create(
        release=Release.objects.get(table=Release.Table.ALTERNATE_TITLES), occupation_id=CLERK, title=listed
    )
    assert start_guide(CLERK).title == "Harbor Clerk"


def test_a_title_that_no_publisher_lists_in_the_singular_stays_as_it_is(official):
    assert start_guide(CLERK).title == "Harbor Clerks"


def test_an_editor_can_give_the_title(official):
    assert start_guide(CLERK, "  Harbor   Hand ").slug == "harbor-hand"


def test_a_started_guide_is_a_draft_with_one_revision_that_says_what_it_is_from(official):
    role = start_guide(CLERK)
    (revision,) = role.revisions.all()
    assert revision.comment.startswith("Started from 43-4051.00 Harbor Clerks: ")
    assert "Occupational Employment and Wage Statistics May 2025" in revision.comment
    assert not LiveInterval.objects.exists()


def test_a_role_that_other_guides_only_mention_is_filled(official):
    make_role(related=(RelatedRole(title="Harbor Clerks", slug="harbor-clerks"),))
    mentioned = Role.objects.get(slug="harbor-clerks")
    assert start_guide(CLERK) == mentioned


def test_a_guide_with_content_is_never_replaced(official):
    role = make_role(title="Harbor Clerks", slug="harbor-clerks")
    before = read_document(role)
    with pytest.raises(StartError, match="“Harbor Clerks” already has the address “harbor-clerks”"):
        start_guide(CLERK)
    assert read_document(role) == before


def test_an_occupation_that_is_not_there_starts_nothing(official):
    with pytest.raises(StartError, match="99-9999"):
        start_guide("99-9999.00")
    assert not Role.objects.exists()


def test_definitions_and_other_sentences_of_publishers_are_not_taken(official):
    assert OccupationEntry.objects.get(occupation=CLERK).definition not in started().canonical()


def test_tasks_are_marked_as_the_publishers_words_until_somebody_rewrites_them(official):
    guide = started()
    (found,) = [item for item in check_one(guide) if item.path == "responsibilities[0]"]
    assert found.what == "In the words of O*NET: “Sell tickets.”"
    rewritten = replace(guide, responsibilities=("Sell tickets and passes.",))
    assert not [item for item in check_one(rewritten) if item.path == "responsibilities[0]"]


def test_publishing_asks_about_tasks_in_the_publishers_words(official):
    role = start_guide(CLERK)
    (candidate,) = candidates([role]).values()
    asked = candidate.questions(role.revisions.get())
    assert "Revision 1 has 1 responsibility in the words of O*NET." in asked
