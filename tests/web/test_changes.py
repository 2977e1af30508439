"""The public page of what changed in a guide."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from guides.document.shape import Section
from guides.editing.indexing import write_index
from guides.editing.publishing import publish, unpublish
from guides.editing.revisions import replace_document
from guides.editing.withdrawals import undo_withdrawal, withdraw
from guides.models import LiveInterval, Revision
from tests.builders import make_document, make_live, make_role
from tests.official.linked import CHECKED, DERIVED, MEDIAN, OLD_MEDIAN, linked_document

pytestmark = pytest.mark.django_db

PAGE = "/guides/lighthouse-keeper/changes/"


def text_of(client, address=PAGE):
    return " ".join(client.get(address).content.decode().split())


def revise(role, document, **more):
    """Publish another state of a guide, as a new revision."""
    revision = replace_document(role, document, Revision.Kind.EDIT, **more)
    publish(revision)
    return revision


def test_the_guide_leads_to_its_changes_and_the_first_version_differs_from_nothing(client):
    make_live(make_document(related=()))
    assert f'<a href="{PAGE}">What changed</a>' in client.get("/guides/lighthouse-keeper/").content.decode()
    html = text_of(client)
    assert "<h1>Lighthouse Keeper: what changed</h1>" in html
    assert "First published." in html
    assert "<h3>" not in html


def test_figures_are_told_with_their_old_and_new_value_and_where_they_are_from(client):
    role = make_live(linked_document(OLD_MEDIAN))
    revise(role, linked_document(MEDIAN, DERIVED, CHECKED))
    html = text_of(client)
    for words in (
        "Median pay: now $42,000, was $39,000 (BLS, May 2025)",
        "$46,200, new (derived: midpoint of median and 75th percentile of 43-4051 (BLS, May 2025))",
        "Openings a year: 900, new (checked by our editors, November 2026: Harbor Board)",
    ):
        assert words in html
    revise(role, linked_document(replace(MEDIAN, release="May 2026")))
    html = text_of(client)
    assert "Median pay: $42,000, unchanged (BLS, May 2026)" in html
    assert "Openings a year: 900, removed" in html


def test_an_open_end_and_another_currency_are_changes_of_a_figure(client):
    before = make_document(related=())
    role = make_live(before)
    facts = replace(before.key_facts, salary_high_is_open=False, currency="GBP", growth_percent=-3)
    revise(role, replace(before, key_facts=facts))
    html = text_of(client)
    for words in (
        "Upper end of pay: now £60,000, was €60,000 or more",
        "Median pay: now £41,000, was €41,000",
        "Job growth: now −3%, was −2.5%",
    ):
        assert words in html


def test_parts_of_the_text_are_named(client):
    before = make_document(related=())
    role = make_live(before)
    sections = (replace(before.sections[0], body="Another."), *before.sections[2:])
    added = Section(kind="other", heading="Fog <b>", body="Thick.")
    revise(role, replace(before, summary="Other words.", sections=(*sections, added), faqs=()))
    html = text_of(client)
    for words in (
        "Summary",
        "What is a Lighthouse Keeper?",
        "Fog &lt;b&gt; (new)",
        "Frequently Asked Questions (removed)",
        "Questions",
    ):
        assert f"<li>{words}</li>" in html
    assert "Weather" not in html
    assert "<h3>Figures</h3>" not in html


def test_editors_and_what_was_not_published_are_not_shown(client, django_user_model):
    role, editor = make_live(make_document(related=())), django_user_model.objects.create(username="beatrix")
    never = replace(make_document(related=()), summary="Never public.", faqs=())
    replace_document(role, never, Revision.Kind.EDIT, by=editor, comment="A secret reason")
    publish(replace_document(role, make_document(related=()), Revision.Kind.EDIT, by=editor))
    html = text_of(client)
    assert "Published again without changes." in html
    for words in ("Questions", "A secret reason", "beatrix"):
        assert words not in html


def test_a_scheduled_version_is_not_shown_before_its_time(client):
    role = make_live(make_document(related=()))
    later = replace_document(role, make_document(related=(), summary="Later."), Revision.Kind.EDIT)
    publish(later, at=timezone.now() + timedelta(days=1))
    assert "<li>Summary</li>" not in text_of(client)


def test_withdrawn_versions_are_left_out_and_the_next_is_compared_with_the_one_before(client):
    role = make_live(make_document(related=()))
    slip = revise(role, make_document(related=(), summary="A slip.", pros=("A slip",)))
    revise(role, make_document(related=(), summary="Sound words."))
    assert "<li>Pros</li>" in text_of(client)
    withdraw(slip, reason="A slip.")
    html = text_of(client)
    assert "<li>Pros</li>" not in html
    assert html.count("<h2>") == 2
    undo_withdrawal(slip)
    assert "<li>Pros</li>" in text_of(client)


def test_a_former_address_leads_to_the_present_one(client):
    role = make_live(make_document(related=()))
    revise(role, make_document(related=(), slug="keeper-of-the-light"))
    answer = client.get(f"{PAGE}?page=1")
    assert (answer.status_code, answer["Location"]) == (301, "/guides/keeper-of-the-light/changes/?page=1")


def test_a_guide_that_is_not_live_has_no_page_of_changes(client):
    role = make_role(make_document(related=()))
    assert client.get(PAGE).status_code == 404
    publish(role.revisions.latest())
    unpublish(role)
    assert client.get(PAGE).status_code == 404
    assert client.get("/guides/nobody/changes/").status_code == 404


def long_history(number):
    """A guide with this many versions, a day after each other."""
    role = make_live(make_document(related=()))
    first = role.revisions.get()
    start = timezone.now() - timedelta(days=number)
    LiveInterval.objects.update(live_from=start, live_until=start + timedelta(days=1))
    for day in range(1, number):
        document = replace(make_document(related=()), summary=f"Day {day}.")
        revision = Revision.objects.create(
            role=role, number=first.number + day, kind="edit", document=document.canonical(), sha256=document.sha256()
        )
        until = start + timedelta(days=day + 1) if day < number - 1 else None
        LiveInterval.objects.create(
            role=role, revision=revision, live_from=start + timedelta(days=day), live_until=until
        )
    write_index(role.revisions.latest())


def test_a_long_history_is_paged_and_every_version_compared_with_the_one_before(client):
    long_history(25)
    pages = [text_of(client, f"{PAGE}?page={page}") for page in (1, 2, 3)]
    assert [html.count("<h2>") for html in pages] == [10, 10, 5]
    assert [html.count("<li>Summary</li>") for html in pages] == [10, 10, 4]
    assert ["First published." in html for html in pages] == [False, False, True]


@pytest.mark.parametrize("number", [2, 25])
def test_a_long_history_costs_the_same_few_queries(client, django_assert_num_queries, number):
    long_history(number)
    with django_assert_num_queries(5):
        client.get(PAGE)
