"""Release day: comparing the figures of guides with another release, and accepting its figures."""

from dataclasses import replace
from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from guides.document.shape import KeyFacts
from guides.editing.aging import by_age, due_by_owner, figures_behind, guides_behind
from guides.editing.deletion import delete_role
from guides.editing.publishing import publish
from guides.editing.release_day import Change, accept, guides_from_other_releases
from guides.editing.reviews import send_to_review
from guides.editing.rows import read_document
from guides.editing.saving import StaleError
from guides.models import Role
from guides.official.models import Occupation, Release, Wage
from guides.official.releases import activate
from tests.builders import make_editor, make_live, make_role
from tests.official.linked import (
    CHECKED,
    DERIVED,
    GROWTH,
    MEDIAN,
    OLD_DERIVED,
    OLD_LOW,
    OLD_MEDIAN,
    SOC,
    linked_document,
    published,
)
from tests.official.occupations import ACTOR, SURGEON, Table, load_occupations, make_occupation, make_wage, yearly

pytestmark = pytest.mark.django_db

ALL = {known.of for known in (MEDIAN, OLD_LOW, DERIVED, GROWTH)}
TOP = published("salary_high", 239_200, "", series=f"{SURGEON[:7]} annual 90th percentile", release="May 2024")


@pytest.fixture
def release():
    """The current release of pay; the one before it has the clerks alone."""
    return load_occupations()[Table.NATIONAL_WAGES]


def compared(release, *known, **overrides):
    """What the release changes about the figures of one guide, the worst first."""
    make_role(linked_document(*known, **overrides))
    (guide,) = guides_from_other_releases(release)
    return guide.comparisons


def changes(release, *known, **overrides):
    return [(item.change, item.value) for item in compared(release, *known, **overrides)]


def take(role, release, chosen=ALL, **options):
    return accept(role, release, chosen, lock_token=str(Role.objects.get(pk=role.pk).lock_token), **options)


def document_of(role):
    return read_document(Role.objects.with_parts().get(pk=role.pk))


def older_wage(code, **figures):
    return make_wage(Release.objects.get(name="May 2024"), code, **figures)


# Comparing


def test_each_figure_from_another_release_is_compared_and_the_biggest_change_comes_first(release):
    same = published("salary_high", 58_800, "annual 90th percentile", release="May 2024")
    found = compared(release, OLD_LOW, same, replace(OLD_MEDIAN, value=20_000), GROWTH, CHECKED)
    assert [(item.known.figure, item.known.value, item.value, item.change) for item in found] == [
        ("median_salary", 20_000, 42_000, Change.CHANGED),
        ("salary_low", 31_200, 33_600, Change.CHANGED),
        ("salary_high", 58_800, 58_800, Change.UNCHANGED),
    ]


def test_a_derived_figure_is_computed_again(release):
    assert changes(release, OLD_DERIVED) == [(Change.CHANGED, 46_200)]


@pytest.mark.parametrize(
    ("code", "change"),
    [
        (SURGEON, Change.TOP_CODED),
        (ACTOR, Change.NOT_APPLICABLE),
        ("99-9999.00", Change.GONE),
    ],
)
def test_a_figure_that_the_release_does_not_have_is_left_to_editors(release, code, change):
    (found,) = compared(release, replace(OLD_MEDIAN, series=f"{code[:7]} annual median"))
    assert (found.change, found.value, found.is_proposed) == (change, None, False)


def test_a_figure_that_is_withheld_is_left_to_editors(release):
    Wage.objects.filter(release=release, occupation=SOC).update(annual_p50=None, annual_flags="vvv*vv")
    assert changes(release, OLD_MEDIAN) == [(Change.WITHHELD, None)]


def test_a_figure_of_a_merged_occupation_is_not_proposed(release):
    make_occupation("43-4090", "Clerks, all together", Occupation.Level.DETAILED)
    make_wage(release, "43-4090", **yearly(50_000))
    (found,) = compared(release, replace(OLD_MEDIAN, series="43-4091 annual median"))
    assert (found.change, found.value, found.is_proposed) == (Change.MERGED, 50_000, False)
    assert found.found.merged == {"43-4091": "43-4090"}


def test_an_upper_end_becomes_open_where_it_is_newly_top_coded(release):
    role = make_role(linked_document(replace(TOP, value=230_000)))
    older_wage(SURGEON, **yearly(230_000))
    take(role, release, {TOP.of})
    facts = document_of(role).key_facts
    assert (facts.salary_high, facts.salary_high_is_open) == (239_200, True)


def test_an_upper_end_is_closed_where_it_is_no_longer_top_coded(release):
    older_wage(SURGEON, annual_flags="#" * 6)
    Wage.objects.filter(release=release, occupation=SURGEON[:7]).update(annual_flags="", **yearly(250_000))
    role = make_role(
        linked_document(TOP, key_facts=KeyFacts(currency="USD", salary_high=239_200, salary_high_is_open=True))
    )
    (guide,) = guides_from_other_releases(release)
    assert [item.change for item in guide.comparisons] == [Change.NO_LONGER_TOP_CODED]
    take(role, release, {TOP.of})
    facts = document_of(role).key_facts
    assert (facts.salary_high, facts.salary_high_is_open) == (350_000, False)


def test_an_upper_end_that_stays_top_coded_is_unchanged(release):
    older_wage(SURGEON, annual_flags="#" * 6)
    facts = KeyFacts(currency="USD", salary_high=239_200, salary_high_is_open=True)
    assert changes(release, TOP, key_facts=facts) == [(Change.UNCHANGED, 239_200)]


def test_the_guide_with_the_worst_change_comes_first(release):
    make_role(linked_document(replace(OLD_MEDIAN, value=41_900), title="A", slug="a"))
    make_role(linked_document(OLD_MEDIAN, title="B", slug="b"))
    make_role(linked_document(replace(OLD_MEDIAN, series="99-9999 annual median"), title="C", slug="c"))
    assert [guide.role.title for guide in guides_from_other_releases(release)] == ["C", "B", "A"]


def test_deleted_guides_are_not_compared(release):
    delete_role(make_role(linked_document(OLD_MEDIAN)))
    assert guides_from_other_releases(release) == []


@pytest.mark.parametrize("number", [1, 12])
def test_comparing_costs_the_same_few_queries(release, django_assert_num_queries, number):
    for each in range(number):
        make_role(linked_document(OLD_MEDIAN, OLD_LOW, OLD_DERIVED, title=f"Role {each}", slug=f"role-{each}"))
    with django_assert_num_queries(4):
        guides_from_other_releases(release)


# Accepting


def test_accepting_is_one_revision_with_the_release_as_its_reason(release):
    role, editor = make_role(linked_document(OLD_MEDIAN, OLD_LOW, OLD_DERIVED, GROWTH)), make_editor()
    done = take(role, release, by=editor)
    assert done.revision.comment == "Figures from BLS OEWS, May 2025"
    assert (done.revision.number, done.revision.created_by, done.is_live) == (2, editor, False)
    low = published("salary_low", 33_600, "annual 25th percentile")
    assert done.revision.guide == replace(
        linked_document(MEDIAN, low, DERIVED, GROWTH),
        salary_levels=(replace(linked_document(OLD_DERIVED).salary_levels[0], median=46_200),),
    )
    assert guides_from_other_releases(release) == []


def test_only_chosen_figures_are_accepted(release):
    role = make_role(linked_document(OLD_MEDIAN, OLD_LOW))
    take(role, release, {OLD_LOW.of})
    facts = document_of(role).key_facts
    assert (facts.median_salary, facts.salary_low) == (39_000, 33_600)


def test_an_unchanged_figure_gets_the_release(release):
    role = make_role(linked_document(replace(MEDIAN, release="May 2024")))
    take(role, release)
    assert document_of(role).provenance == (MEDIAN,)


def test_a_figure_of_a_merged_occupation_gets_the_code_that_covers_it(release):
    role = make_role(linked_document(replace(OLD_MEDIAN, series="43-4091 annual median")))
    make_occupation("43-4090", "Clerks, all together", Occupation.Level.DETAILED)
    make_wage(release, "43-4090", **yearly(50_000))
    take(role, release)
    assert document_of(role).provenance[0].series == "43-4090 annual median"


@pytest.mark.parametrize(
    ("growth", "note", "expected"),
    [
        (-5, "fewer every year, 2023–33", "fewer every year, 2024–34"),
        (2, "growing, 2023–33", "shrinking, 2024–34"),
        (2, "as fast as average", "shrinking, 2024–34"),
        (2, "", ""),
    ],
)
def test_the_note_on_growth_follows_an_accepted_growth(release, growth, note, expected):
    known = replace(GROWTH, value=growth, release="2023–33")
    facts = KeyFacts(growth_percent=growth, growth_note=note)
    role = make_role(linked_document(known, key_facts=facts))
    take(role, Release.objects.get(table=Table.PROJECTIONS), {GROWTH.of})
    assert document_of(role).key_facts == KeyFacts(growth_percent=-5.5, growth_note=expected)


def test_figures_from_editors_and_of_other_sources_are_left_alone(release):
    role = make_role(linked_document(CHECKED, GROWTH))
    assert take(role, release, {CHECKED.of, GROWTH.of, ("nothing", "")}).revision is None


def test_a_guide_that_changed_meanwhile_is_left_alone(release):
    role = make_role(linked_document(OLD_MEDIAN, OLD_LOW))
    seen = str(role.lock_token)
    take(role, release, {OLD_LOW.of})
    with pytest.raises(StaleError):
        accept(role, release, ALL, lock_token=seen)
    assert document_of(role).key_facts.median_salary == 39_000


def test_open_forms_become_stale_so_that_they_are_merged(release):
    role = make_role(linked_document(OLD_MEDIAN))
    before = Role.objects.get(pk=role.pk).lock_token
    take(role, release)
    assert Role.objects.get(pk=role.pk).lock_token != before


@pytest.mark.parametrize(("known", "is_checked"), [((OLD_MEDIAN, OLD_LOW), True), ((OLD_MEDIAN, CHECKED), False)])
def test_a_guide_whose_figures_are_all_official_counts_as_checked(release, known, is_checked):
    role, editor = make_role(linked_document(*known)), make_editor()
    take(role, release, by=editor)
    assert Role.objects.get(pk=role.pk).checked_by == (editor if is_checked else None)


# Publishing what was accepted


def test_a_guide_that_is_live_as_it_was_saved_goes_live_with_the_new_figures(release):
    role = make_live(linked_document(OLD_MEDIAN))
    done = take(role, release, and_publish=True)
    assert done.is_live
    assert role.live_intervals.at().get().revision == done.revision


def test_nothing_goes_live_unless_that_was_asked_for(release):
    role = make_live(linked_document(OLD_MEDIAN))
    assert not take(role, release).is_live
    assert role.live_intervals.at().get().revision.number == 1


def test_other_changes_a_review_and_drafts_keep_a_guide_from_going_live(release):
    edited = make_live(linked_document(OLD_MEDIAN, title="Edited", slug="edited"))
    take(edited, Release.objects.get(name="May 2023"))
    reviewed = make_live(linked_document(OLD_MEDIAN, title="Reviewed", slug="reviewed"))
    send_to_review(reviewed)
    draft = make_role(linked_document(OLD_MEDIAN, title="Draft", slug="draft"))
    done = [take(role, release, and_publish=True) for role in (edited, reviewed, draft)]
    assert [(item.is_live, item.obstacle) for item in done] == [
        (False, "“Edited” has other changes that are not published."),
        (False, "“Reviewed” is in review."),
        (False, "“Draft” is not live."),
    ]
    assert all(item.revision for item in done)


def test_a_scheduled_publication_keeps_a_guide_from_going_live_but_not_from_new_figures(release):
    role, now = make_role(linked_document(OLD_MEDIAN)), timezone.now()
    publish(role.revisions.get(), until=now + timedelta(days=1))
    publish(role.revisions.get(), at=now + timedelta(days=2))
    done = take(role, release, and_publish=True)
    assert not done.is_live
    assert "is scheduled for" in done.obstacle
    assert document_of(role).key_facts.median_salary == 42_000


# Guides a release behind


def test_guides_behind_are_counted_by_release_and_come_first(release):
    make_role(linked_document(MEDIAN, title="Current", slug="current"))
    old = make_role(linked_document(OLD_MEDIAN, OLD_LOW, title="Old", slug="old"))
    assert guides_behind() == [(release, 1)]
    assert [(role.title, role.is_behind) for role in by_age()] == [("Old", True), ("Current", False)]
    take(old, release)
    assert guides_behind() == []


def test_a_release_that_waits_leaves_nobody_behind(release):
    role = make_role(linked_document(MEDIAN))
    activate(Release.objects.get(name="May 2024"))
    assert not figures_behind().exists()
    assert take(role, Release.objects.get(name="May 2024")).revision.guide.provenance == (OLD_MEDIAN,)
    activate(release)
    assert figures_behind().count() == 1


def test_nobody_is_behind_without_a_release(db):
    make_role(linked_document(OLD_MEDIAN, GROWTH))
    assert [role.is_behind for role in by_age()] == [False]
    assert guides_behind() == []


def test_owners_are_reminded_of_guides_a_release_behind(release, django_user_model):
    owner = django_user_model.objects.create(username="ada", email="ada@example.org")
    role = make_role(linked_document(OLD_MEDIAN))
    Role.objects.filter(pk=role.pk).update(owner=owner, checked_at="2026-11-01T00:00:00Z")
    assert list(due_by_owner(timedelta(days=36_500))) == [(owner, [role])]
    call_command("remind_owners", days=36_500, stdout=StringIO())
    assert "newer official figures are out" in mail.outbox[0].body
    take(role, release)
    assert list(due_by_owner(timedelta(days=36_500))) == []
