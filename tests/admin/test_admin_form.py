"""The form of a role: figures as people write them, rows, and the suggestions with links to the fields."""

import re
from dataclasses import replace

import pytest
from django.urls import reverse

from guides.admin.figure_fields import AmountField, CountField, PercentageField, RangeField
from guides.admin.forms import RoleForm
from guides.document.labels import label_of
from guides.document.other_pay import OtherPay
from guides.document.shape import KeyFacts, SalaryLevel
from guides.editing.rows import read_document
from guides.models import Revision, Role, Skill
from tests.admin.forms import change_url, form_data, stored
from tests.builders import make_document, make_editor, make_role

pytestmark = pytest.mark.django_db


def save(client, role, **changes):
    return client.post(change_url(role), form_data(client, change_url(role), **changes))


def check(client, role, **changes) -> str:
    """The form with its panel after `Check without saving`."""
    response = save(client, role, _check="1", **changes)
    assert response.status_code == 200
    return response.content.decode()


LABELED = ("summary", "median_salary", "growth_percent", "growth_note", "annual_openings", "typical_education")


@pytest.mark.parametrize("name", LABELED)
def test_comparisons_call_a_field_what_the_form_calls_it(name):
    assert label_of(name) == (RoleForm.base_fields.get(name) or Role._meta.get_field(name).formfield()).label


# Figures


@pytest.mark.parametrize(
    ("field", "typed", "expected"),
    [
        ("median_salary", "39,120", {"median_salary": 39_120}),
        ("median_salary", "39k", {"median_salary": 39_000}),
        ("median_salary", " €39,120 EUR ", {"median_salary": 39_120}),
        ("median_salary", "", {"median_salary": None}),
        ("pay_range", "€29k - €56k+", {"salary_low": 29_000, "salary_high": 56_000, "salary_high_is_open": True}),
        ("pay_range", "29,000 – 56,000", {"salary_low": 29_000, "salary_high": 56_000, "salary_high_is_open": False}),
        ("pay_range", "from 29k", {"salary_low": 29_000, "salary_high": None, "salary_high_is_open": False}),
        ("pay_range", "up to 56k+", {"salary_low": None, "salary_high": 56_000, "salary_high_is_open": True}),
        ("pay_range", "", {"salary_low": None, "salary_high": None, "salary_high_is_open": False}),
        ("annual_openings", "≈330k", {"annual_openings": 330_000, "annual_openings_is_approximate": True}),
        ("annual_openings", "about 1,200", {"annual_openings": 1_200, "annual_openings_is_approximate": True}),
        ("annual_openings", "1200", {"annual_openings": 1_200, "annual_openings_is_approximate": False}),
        ("growth_percent", "5%", {"growth_percent": 5, "growth_note": "slower than others"}),
        ("growth_percent", "−2.5", {"growth_percent": -2.5}),
    ],
)
def test_figures_are_typed_as_people_write_them_and_stored_typed(editor_client, field, typed, expected):
    role = make_role()
    save(editor_client, role, **{field: typed})
    facts = read_document(stored(role)).key_facts
    assert facts == replace(make_document().key_facts, **expected)


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        ("median_salary", "much", "“much” is not a whole amount."),
        ("median_salary", "39.50", "is not a whole amount"),
        ("median_salary", "40.000", "is not a whole amount"),
        ("median_salary", "39k+", "without a plus sign"),
        ("median_salary", "$39,120", "This amount is in dollars, but the guide&#x27;s currency is EUR."),
        ("median_salary", "39,120 GBP", "This amount is in GBP"),
        ("median_salary", "0", "Enter an amount above 0"),
        ("median_salary", "9" * 20, "The highest possible figure is"),
        ("median_salary", "1\x002", "Control characters"),
        ("median_salary", "9" * 10_000, "is not a whole amount"),
        ("median_salary", "<script>alert(1)</script>", "“&lt;script&gt;alert(1)&lt;/script&gt;” is not a whole amount"),
        ("pay_range", "29-56k", "is not a range"),
        ("pay_range", "60k - 30k", "lower end of the pay range is above"),
        ("pay_range", "$29k - $56k", "This amount is in dollars"),
        ("annual_openings", "9" * 20, "The highest possible figure is"),
        ("annual_openings", "many", "“many” is not a count."),
        ("growth_percent", "fast", "“fast” is not a percentage."),
        ("growth_percent", "5.12345%", "no more than 3 decimal places"),
        ("salary_levels-0-average", "€39.5", "is not a whole amount"),
        ("salary_levels-0-average", "$39,120", "This amount is in dollars"),
    ],
)
def test_a_wrong_figure_is_reported_at_its_field_in_plain_words(editor_client, field, typed, message):
    role = make_role()
    response = save(editor_client, role, **{field: typed})
    assert message in response.content.decode()
    assert read_document(stored(role)) == make_document()


def test_a_currency_written_with_an_amount_is_used_if_none_was_chosen(editor_client):
    role = make_role(key_facts=KeyFacts(), salary_levels=())
    save(editor_client, role, median_salary="£30k")
    assert (stored(role).currency, stored(role).median_salary) == ("GBP", 30_000)


def test_a_bare_dollar_without_a_currency_asks_for_one(editor_client):
    role = make_role(key_facts=KeyFacts(), salary_levels=())
    assert "Amounts need a currency" in save(editor_client, role, median_salary="$30k").content.decode()


def test_the_note_of_a_growth_can_stand_behind_it(editor_client):
    role = make_role()
    save(editor_client, role, growth_percent="5% (much faster)", growth_note="")
    assert stored(role).growth_note == "much faster"


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        (AmountField(), 39_120, "39,120"),
        (RangeField(), (29_000, 56_000, True), "29k - 56k+"),
        (RangeField(), (29_100, None, False), "from 29,100"),
        (RangeField(), (None, 56_000, True), "up to 56k+"),
        (CountField(), (330_000, True), "≈330,000"),
        (PercentageField(), -2.5, "-2.5%"),
    ],
)
def test_a_figure_is_shown_in_a_form_that_is_read_again(field, value, shown):
    assert field.prepare_value(value) == shown
    assert not field.has_changed(value, shown)
    assert field.has_changed(value, "")


# Other pay


def add_pay(client, role, **fields):
    typed = {f"other_pay-0-{name}": value for name, value in {"figure": "median", **fields}.items()}
    return save(client, role, **{"other_pay-TOTAL_FORMS": "1"}, **typed)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"words": " $18.50  an hour", "currency": "USD"},
         OtherPay(figure="median", words="$18.50 an hour", cents=1850, period="hour", currency="USD")),
        ({"words": "£120 per day", "level": "Assistant Keeper", "figure": "average"},
         OtherPay(level="Assistant Keeper", figure="average", words="£120 per day", cents=12_000, period="day",
                  currency="GBP")),
        ({"words": "18 - 25+ an hour", "figure": "range"},
         OtherPay(figure="range", words="18 - 25+ an hour", cents=1800, cents_high=2500, is_open=True, period="hour",
                  currency="EUR")),
    ],
)  # fmt: skip
def test_other_pay_is_typed_in_words_and_stored_with_what_they_state(editor_client, typed, expected):
    role = make_role()
    add_pay(editor_client, role, **typed)
    assert read_document(stored(role)) == make_document(other_pay=(expected,))


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"words": "much"}, "“much” can&#x27;t be read. Write pay such as $18.50 an hour."),
        ({"words": "€18.50"}, "Write the period of the pay, such as $18.50 an hour."),
        ({"words": "$18.500 an hour"}, "Write commas between thousands"),
        ({"words": "€39,120"}, "Expected pay that is not a whole amount a year"),
        ({"words": "$18.50 an hour"}, "Expected the currency in “$18.50 an hour”"),
        ({"words": "€25 - €18 an hour", "figure": "range"}, "Expected a range with the lower amount first"),
        ({"words": "", "level": "Owner"}, "This field is required."),
    ],
)
def test_other_pay_that_cannot_be_read_is_reported_at_its_field(editor_client, typed, message):
    role = make_role()
    response = add_pay(editor_client, role, **typed)
    assert message in response.content.decode()
    assert read_document(stored(role)) == make_document()


def test_pay_by_the_hour_in_a_field_for_a_year_is_sent_to_other_pay(editor_client):
    page = save(
        editor_client, make_role(), median_salary="€18.50 an hour", pay_range="€18 - €25 an hour"
    ).content.decode()
    assert page.count("a year. Enter it under “Other pay”.") >= 2


# Dates


@pytest.mark.parametrize(("typed", "iso"), [("May 2025", "2025-05"), ("May 14, 2025", "2025-05-14"), ("2024", "2024")])
def test_the_date_of_a_source_is_typed_as_people_write_it(editor_client, typed, iso):
    role = make_role()
    save(editor_client, role, **{"sources-0-as_of": typed})
    assert read_document(stored(role)).details.sources[0].as_of == iso


@pytest.mark.parametrize("typed", ["30 February 2025", "2025-02-30", "13/2025", "05/06/2025"])
def test_a_date_of_no_calendar_is_reported_at_its_field(editor_client, typed):
    role = make_role()
    page = save(editor_client, role, **{"sources-0-as_of": typed}).content.decode()
    assert f'<a href="#id_sources-0-as_of">Source 1, as of</a>: “{typed}” is not a date.' in page
    assert read_document(stored(role)) == make_document()


# Rows


def test_each_row_is_titled_by_its_own_text(editor_client):
    page = editor_client.get(change_url(make_role())).content.decode()
    for title in ("Technical · Lamp Maintenance", "Con · The stairs", "Principal Keeper · 6+ years", "Harbor Pilot"):
        assert f">{title}</span>" in page


def test_rows_are_in_reading_order_and_each_part_has_a_description(editor_client):
    page = editor_client.get(change_url(make_role())).content.decode()
    names = ("sections", "responsibilities", "skills", "steps", "salary_levels", "career_steps", "pros_cons", "faqs")
    places = [page.index(f'id="{name}-group"') for name in names]
    assert places == sorted(places)
    assert page.index('id="id_comment"') > places[-1]
    assert page.count('class="parts__description"') == page.count('class="parts ')


def test_a_new_row_with_only_a_place_is_ignored(editor_client):
    role = make_role()
    save(editor_client, role, **{"responsibilities-TOTAL_FORMS": "3", "responsibilities-2-place": "1"})
    assert read_document(stored(role)) == make_document()


def test_a_new_row_marked_for_deletion_is_ignored(editor_client):
    role = make_role()
    row = {"responsibilities-2-text": "Sing.", "responsibilities-2-DELETE": "on"}
    save(editor_client, role, **{"responsibilities-TOTAL_FORMS": "3"}, **row)
    assert read_document(stored(role)) == make_document()


@pytest.mark.parametrize(("wanted", "rows"), [("3", 3), ("1000000", 10), ("x", 0), ("-1", 0), ("²", 0)])
def test_empty_rows_can_be_had_without_javascript(editor_client, wanted, rows):
    response = editor_client.get(change_url(make_role()), {"rows": wanted})
    assert len(response.context["inline_admin_formsets"][0].formset.extra_forms) == rows


# The check


def test_the_form_shows_what_the_checks_say_of_the_saved_guide_with_links_to_the_fields(editor_client):
    page = editor_client.get(change_url(make_role())).content.decode()
    assert "as last saved" in page
    assert '<a href="#id_summary">Summary</a>' in page
    assert '<a href="#faqs-group">Questions</a>' in page
    assert '<a href="#id_sections-2-body">Section 3, body</a>' in page


def test_checking_what_is_typed_tells_of_it_and_writes_nothing(editor_client):
    role = make_role()
    before = Revision.objects.count(), Skill.objects.count(), Role.objects.count()
    changes = {"skills-0-name": "Juggling", "salary_levels-1-median": "20k"}
    page = check(editor_client, role, summary="Typed, not saved.", **changes)
    assert "nothing was saved" in page
    assert "Typed, not saved." in page
    assert '<a href="#id_salary_levels-1-median">Salary level 2, median a year</a>' in page
    assert '<p class="errornote">' not in page
    assert (Revision.objects.count(), Skill.objects.count(), Role.objects.count()) == before
    assert read_document(stored(role)) == make_document()


def test_a_new_guide_can_be_checked_before_it_is_saved(editor_client):
    add = reverse("admin:guides_role_add")
    data = form_data(editor_client, add, title="Diver", slug="diver", summary="Dives.", _check="1")
    page = editor_client.post(add, data).content.decode()
    assert "No pros, at least 2 expected." in page.replace("\n", " ")
    assert not Role.objects.filter(slug="diver").exists()


def test_links_follow_rows_that_were_moved_and_deleted_in_the_form(editor_client):
    role = make_role()
    changes = {"pros_cons-1-place": "3", "pros_cons-2-place": "2", "pros_cons-2-text": "word " * 31}
    page = check(editor_client, role, **changes, **{"pros_cons-0-DELETE": "on"})
    assert '<a href="#id_pros_cons-2-text">Pro or con 1, text</a>' in page


def test_a_form_with_errors_says_that_it_cannot_be_checked(editor_client):
    page = check(editor_client, make_role(), median_salary="much")
    assert "Fix the marked fields to check what you typed" in page
    assert "is not a whole amount" in page


def test_a_broken_rule_of_the_document_is_shown_at_its_field_and_linked(editor_client):
    response = save(editor_client, make_role(), **{"sources-0-covers": "Key Facts"})
    page = response.content.decode()
    assert '<a href="#id_sources-0-covers">Source 1, covers</a>: Expected a subject' in page
    source = next(i.formset for i in response.context["inline_admin_formsets"] if i.formset.prefix == "sources")
    assert "Expected a subject" in str(source.forms[0].errors["covers"])


def test_every_error_is_listed_above_the_form_with_a_link_to_its_field(editor_client):
    row = {
        "faqs-TOTAL_FORMS": "2",
        "faqs-1-answer": "Yes.",
        "steps-0-text": "",
        "steps-1-text": "",
        "steps-1-DELETE": "on",
    }
    page = save(editor_client, make_role(), median_salary="much", **row).content.decode()
    assert '<a href="#id_median_salary">Median pay a year</a>: “much” is not a whole amount' in page
    assert '<a href="#id_faqs-1-question">Question 2, question</a>: This field is required.' in page
    assert '<a href="#id_steps-0-text">' in page
    assert '<a href="#id_steps-1-text">' not in page


def test_links_lead_to_the_stored_rows_where_what_was_typed_is_not_checked(editor_client):
    role = make_role(cons=("The stairs", "word " * 31 + "ends."))
    changes = {"pros_cons-0-place": "3", "pros_cons-2-place": "1", "pros_cons-0-kind": "con", "median_salary": "much"}
    assert '<a href="#id_pros_cons-2-text">Pro or con 3, text</a>' in check(editor_client, role, **changes)


def test_a_suggestion_disappears_once_it_is_followed(editor_client):
    role = make_role()
    long = "Keepers look after a light and the ships that trust it, by day and by night, in calm and in storm."
    assert "at least 2 expected" in editor_client.get(change_url(role)).content.decode()
    row = {"pros_cons-TOTAL_FORMS": "4", "pros_cons-3-kind": "pro", "pros_cons-3-text": "The quiet"}
    save(editor_client, role, summary=long, **row)
    page = editor_client.get(change_url(role)).content.decode()
    assert '<a href="#id_summary">' not in page
    assert "pros, at least 2" not in page


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "\u202eمرحبا\u202c", "🧭" * 5_000, "x" * 10_000])
def test_hostile_text_is_checked_and_shown_as_text(editor_client, text):
    page = check(editor_client, make_role(), summary=text, **{"responsibilities-0-text": text})
    assert "<script>alert" not in page


def test_a_check_needs_the_permission_to_change(client):
    editor = make_editor()
    editor.user_permissions.set(editor.user_permissions.filter(codename="view_role"))
    client.force_login(editor)
    role = make_role()
    assert client.get(change_url(role)).status_code == 200
    assert client.post(change_url(role), {"_check": "1"}).status_code == 403


def test_the_panel_of_a_long_guide_costs_no_more_queries(editor_client, django_assert_max_num_queries):
    levels = tuple(SalaryLevel(title=f"Level {n}", median=1, average=1) for n in range(30))
    long = make_role(title="Long", slug="long", salary_levels=levels, responsibilities=("Sing.",) * 30)
    editor_client.get(change_url(long))
    with django_assert_max_num_queries(45):
        editor_client.get(change_url(long))


# A refused form


OPEN_ROW = r'<details class="part-row__fields" open>\s*<summary[^>]*><span[^>]* id="([\w-]+)-title"'
SEVERAL = {
    "slug": "harbor-pilot",  # of another role
    "median_salary": "much",
    "annual_openings": "about 1.2 k",
    "alternative_titles": "a" * 201,  # a rule of the document
    "sources-0-covers": "Key Facts",  # a rule of the document, in a row with another error
    "sources-0-as_of": "lately",
    "industries-0-industry": "999999",
    "steps-0-text": "",
    "pros_cons-0-DELETE": "on",
    "skills-0-place": "2",
    "skills-1-place": "1",
    "responsibilities-TOTAL_FORMS": "4",
    "responsibilities-3-text": "Sing.",
    "open_rows": "skills-1 responsibilities-3",
}


@pytest.fixture
def refused(editor_client):
    """A submission with several errors of several kinds."""
    return save(editor_client, make_role(), **SEVERAL)


def test_all_errors_of_all_kinds_are_named_at_once(refused):
    page = refused.content.decode()
    mistakes = page.partition('<ul class="errorlist mistakes">')[2].partition("</ul>")[0]
    for place in (
        '"#id_slug">Slug</a>: The address “harbor-pilot” belongs',
        '"#id_median_salary">Median pay a year</a>: “much” is not a whole amount',
        '"#id_alternative_titles">Alternative titles</a>: Expected at most 200 characters, found 201.',
        '"#id_sources-0-covers">Source 1, covers</a>: Expected a subject',
        '"#id_sources-0-as_of">Source 1, as of</a>: “lately” is not a date',
        '"#id_industries-0-industry">Role industry 1, industry</a>: Select a valid choice',
        '"#id_steps-0-text">Step 1, text</a>: This field is required.',
    ):
        assert place in mistakes
    assert mistakes.count("<li>") == 7


def test_a_refused_form_keeps_what_was_typed_where_it_was_typed(refused):
    page = refused.content.decode()
    counts = re.findall(r'id="(\w+)-heading".*<span class="parts__count">(\d+)<', page)
    assert {"sections": "3", "responsibilities": "4", "skills": "2"}.items() <= dict(counts).items()
    assert re.search(r'name="annual_openings" value="about 1.2 k"', page)
    assert re.search(r'name="pros_cons-0-DELETE"[^>]* checked', page)
    rows = [row for row in re.findall(r'<div class="part-row [^>]* id="([\w-]+)"', page) if row.startswith("skills")]
    assert rows == ["skills-1", "skills-0", "skills-empty"]


def test_a_refused_form_keeps_its_rows_open_and_opens_those_with_errors(refused):
    opened = re.findall(OPEN_ROW, refused.content.decode())
    assert opened == ["industries-0", "sources-0", "responsibilities-3", "skills-1", "steps-0"]


def test_the_average_of_a_level_may_be_empty(editor_client):
    role = make_role()
    save(editor_client, role, **{"salary_levels-0-average": ""})
    assert read_document(stored(role)).salary_levels[0].average is None


def test_without_javascript_a_refused_form_opens_the_new_rows(editor_client):
    row = {"responsibilities-TOTAL_FORMS": "3", "responsibilities-2-text": "Sing."}
    page = save(editor_client, make_role(), median_salary="much", **row).content.decode()
    assert "responsibilities-2" in re.findall(OPEN_ROW, page)


def test_an_error_of_a_whole_part_is_listed_with_a_link_to_it(editor_client):
    row = {"salary_levels-TOTAL_FORMS": "1", "salary_levels-0-title": "Keeper"}
    amounts = {"salary_levels-0-median": "1", "salary_levels-0-average": "2"}
    page = save(editor_client, make_role(key_facts=KeyFacts(), salary_levels=()), **row, **amounts).content.decode()
    assert '<a href="#salary_levels-group">Salary levels</a>: Choose a currency for the role' in page
