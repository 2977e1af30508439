"""The rules of the job description, on documents: the template, the form, the checks and the exports."""

from dataclasses import replace
from datetime import UTC, datetime

import jsonschema_rs
import pytest
from django.http import QueryDict

from guides.document import GuideDocument
from guides.document.shape import Details, KeyFacts, SalaryLevel, Section, Skill
from guides.toolkit.job_description import exports
from guides.toolkit.job_description.checks import MOST_MUST_HAVES, check
from guides.toolkit.job_description.job_posting import job_posting
from guides.toolkit.job_description.pay import Pay
from guides.toolkit.job_description.posting import Posting, PostingForm
from guides.toolkit.job_description.sheet import draft_sheet
from guides.toolkit.job_description.template import Template, build_template, differences
from guides.toolkit.writers import write_plain
from tests.builders import make_document

BARE = GuideDocument(title="Diver", slug="diver", sections=(Section(kind="other", heading="W", body="It is wet."),))
MARKED = make_document(
    details=Details(essential=("Radio certificate",), useful=("Patience",), remote_work="rare"),
    sections=(
        Section(kind="work_environment", heading="W", body="Shifts are long. The sea is near. You live on site."),
    ),
)
# The schema as JSON Resume publishes it (job-schema.json), without its words.
TEXT = {"type": "string"}
TEXTS = {"type": "array", "items": TEXT}


def texts(names: str) -> dict:
    return dict.fromkeys(names.split(), TEXT)


JOB_SCHEMA = {
    "type": "object",
    "properties": {
        **texts("title company type description salary experience"),
        "date": {"type": "string", "pattern": "^([1-2][0-9]{3}-[0-1][0-9]-[0-3][0-9]|[1-2][0-9]{3})$"},
        "location": {
            "type": "object",
            "properties": texts("address postalCode city countryCode region"),
            "additionalProperties": False,
        },
        "remote": {"enum": ["Full", "Hybrid", "None"]},
        "responsibilities": TEXTS,
        "qualifications": TEXTS,
        "skills": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    **texts("name level"),
                    "keywords": TEXTS,
                },
                "additionalProperties": False,
            },
        },
        "meta": {
            "type": "object",
            "properties": texts("canonical version lastModified"),
        },
    },
    "additionalProperties": False,
}
CREATED = datetime(2025, 5, 31, 12, tzinfo=UTC)
COMPLETE = Posting(
    employer="Harbor Board",
    place="Cork",
    country="IE",
    workplace="on-site",
    employment="full-time",
    pay=Pay(low=40_000, high=50_000, currency="EUR"),
    benefits=("A house",),
    apply=("Write to us.",),
)


def text_of(document=None, posting=None):
    return write_plain(draft_sheet(build_template(document or make_document()), posting or Posting()))


def form(query="", document=None):
    return PostingForm(build_template(document or make_document()), QueryDict(query) if query else None)


def findings(state, document=None, posting=None):
    found = check(build_template(document or make_document()), posting or Posting())
    return [finding.what for finding in found if finding.state == state]


# The template


def test_a_guide_gives_a_complete_description():
    text = text_of()
    for words in (
        "Keepers look after a light",
        "Trim the wick",
        "Radio certificate",
        "Lamp Maintenance: Fresnel",
        "€41,000",
    ):
        assert words in text
    assert "We welcome applications" in text


def test_marks_part_must_haves_from_what_is_useful_and_the_rest_keeps_its_order():
    template = build_template(MARKED)
    assert (template.essential, template.useful) == (("Radio certificate",), ("Patience",))
    assert template.unmarked == ("Lamp Maintenance",)
    assert "Also asked for" in text_of(MARKED)
    assert "What we look for" in text_of()


def test_only_sentences_about_time_and_place_are_taken_from_the_work_environment():
    schedule = build_template(MARKED).schedule
    assert schedule == ("Remote work in this role: rare.", "Shifts are long.", "You live on site.")


def test_levels_come_from_the_career_path_and_the_pay_table():
    levels = build_template(make_document()).levels
    assert [level.title for level in levels] == ["Lighthouse Keeper", "Assistant Keeper", "Principal Keeper"]
    source = "Source: Harbor Board, as of May 2025."
    assert levels[0].pay == f"Typical pay in this role: median €41,000 a year (IE). {source}"
    assert levels[1].pay == "Typical pay at this level: median €34,000, average €35,000 a year (IE)."
    assert levels[1].leads_to == ("Principal Keeper (6+ years), median €52,000 a year",)
    assert "Helps." in text_of(posting=Posting(level=2))


def test_a_level_without_an_average_gives_its_median_alone():
    document = make_document(salary_levels=(SalaryLevel(title="Keeper", median=40_000),), career_path=())
    assert build_template(document).levels[1].pay == "Typical pay at this level: median €40,000 a year (IE)."


def test_the_level_with_the_title_of_the_guide_is_the_usual_one():
    document = make_document(salary_levels=(SalaryLevel(title="lighthouse keeper", median=4, average=5),))
    template = build_template(document)
    assert [level.title for level in template.levels] == ["Assistant Keeper", "Principal Keeper", "lighthouse keeper"]
    assert template.usual_level == 2


def test_a_guide_with_a_title_and_one_section_has_a_complete_description():
    assert text_of(BARE) == (
        "Diver\n=====\n\nEqual opportunity\n-----------------\n\n" + build_template(BARE).equal_opportunity + "\n"
    )


def test_a_template_is_stored_and_read_again_as_it_was():
    template = build_template(MARKED)
    assert Template.from_json(template.canonical()) == template
    assert template.sha256() == build_template(MARKED).sha256()


def test_differences_name_the_part_and_its_words():
    before = build_template(make_document())
    after = build_template(make_document(responsibilities=("Trim the wick.", "Paint the tower.")))
    (found,) = differences(before, after)
    assert found.part == "responsibilities"
    assert (found.only_before, found.only_after) == (("Log every ship.",), ("Paint the tower.",))
    assert differences(before, before) == ()


# The form


def test_the_input_is_in_the_description():
    filled = form(
        "level=2&employer=Board&place=Cork&country=IE&workplace=hybrid&employment=part-time&pay_low=40k"
        "&pay_high=%E2%82%AC50%2C000&benefits=House%0D%0ABoat&apply=Write&add_essential=Swims&drop=responsibilities-1"
    )
    text = text_of(posting=filled.posting())
    for words in (
        "Employer: Board",
        "Cork, IE",
        "Hybrid",
        "Part-time",
        "€40,000 to €50,000 a year",
        "• Boat",
        "• Swims",
    ):
        assert words in text
    assert "Trim the wick" not in text
    assert not filled.errors


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("pay_low=much", "pay_low"),
        ("pay_low=50k&pay_high=40k", "pay_high"),
        ("pay_low=%2440k&currency=EUR", "currency"),
        ("pay_low=GBP+40k", "currency"),
        ("level=9", "level"),
        ("workplace=moon", "workplace"),
        ("posted=yesterday", "posted"),
        ("valid_through=soon", "valid_through"),
        ("posted=2026-12-01&valid_through=2026-11-30", "valid_through"),
        (f"employer={'x' * 201}", "employer"),
        (f"benefits={'x' * 4001}", "benefits"),
        (f"apply={'%0A'.join('x' * 41)}", "apply"),
    ],
)
def test_invalid_input_is_an_error_of_its_field_and_the_rest_is_used(query, field):
    filled = form(f"{query}&reports_to=Warden")
    assert list(filled.errors) == [field]
    assert "Warden" in text_of(posting=filled.posting())
    assert dict(QueryDict(filled.query(1)))["reports_to"] == ["Warden"]


def test_the_address_is_on_one_line_of_the_description():
    posting = form("street=12+High+St&place=Boston&region=MA&postcode=02110&country=US").posting()
    assert "Place: 12 High St, Boston, MA 02110, US" in text_of(posting=posting)
    schema = exports.job_schema(
        build_template(BARE), posting, created=CREATED, address="https://example.org/", version=1
    )
    assert schema["location"] == {
        "address": "12 High St",
        "postalCode": "02110",
        "city": "Boston",
        "countryCode": "US",
        "region": "MA",
    }


def test_pay_needs_a_currency_where_the_guide_has_none():
    assert "currency" in form("pay_low=40k", BARE).errors
    assert form("pay_low=%E2%82%AC40k", BARE).posting().pay == Pay(low=40_000, high=None, currency="EUR")


def test_the_query_contains_only_values_that_are_not_defaults():
    filled = form("level=1&employer=A+%26+B&place=&currency=EUR&period=year&drop=tools-1&drop=nothing&other=1")
    assert filled.query(3) == "version=3&employer=A+%26+B&drop=tools-1"
    assert not form("level=1&period=year&place=").is_filled


def test_characters_that_no_page_can_show_are_left_out():
    posting = form("employer=A%00B%0BC&benefits=x%00%0Ay").posting()
    assert (posting.employer, posting.benefits) == ("A B C", ("x", "y"))


# The checks


def test_a_complete_description_has_nothing_to_fix():
    assert findings("fix", posting=COMPLETE) == []


def test_an_empty_form_gives_findings_for_missing_parts():
    assert findings("fix") == [
        "The ad does not state the pay.",
        "It is not said whether the work is on site, hybrid or remote.",
        "The place is not stated.",
        "The employer is not named.",
    ]


@pytest.mark.parametrize(
    ("low", "high", "is_fine"), [(30, 50, True), (30, 51, False), (40, 40, True), (None, 5, False)]
)
def test_a_range_wider_than_half_its_midpoint_is_to_fix(low, high, is_fine):
    pay = Pay(low=low, high=high, currency="EUR")
    assert (findings("fix", posting=replace(COMPLETE, pay=pay)) == []) is is_fine


def test_remote_work_needs_a_country():
    remote = replace(COMPLETE, workplace="remote", place="", country="")
    assert findings("fix", posting=remote) == ["The country is not stated."]


def test_more_than_seven_must_haves_are_to_fix():
    names = tuple(f"Point {number}" for number in range(MOST_MUST_HAVES + 1))
    document = make_document(education_requirements=names, details=Details(essential=names))
    assert findings("fix", document, COMPLETE) == ["There are 8 must-haves; 7 are the limit here."]
    assert (
        "8 points stand side by side" in findings("fix", replace(document, details=Details(), skills=()), COMPLETE)[0]
    )


def test_wording_is_found_with_what_to_write_instead_why_and_its_source():
    document = make_document(responsibilities=("Work with the foreman.", "For a recent college graduate."))
    found = [finding for finding in check(build_template(document), COMPLETE) if finding.state == "fix"]
    assert [finding.what for finding in found] == [
        "“recent college graduate”: write “entry level” or “no experience needed”.",
        "“foreman”: write “supervisor”.",
    ]
    assert [finding.source.name for finding in found] == ["29 CFR 1625.4, July 6, 2007", "29 CFR 1604.5, April 5, 1972"]
    assert all(finding.why for finding in found)


def test_more_masculine_than_feminine_wording_is_found_with_its_source():
    document = make_document(responsibilities=("Be competitive, aggressive and decisive.",))
    (found,) = [finding for finding in check(build_template(document), COMPLETE) if finding.state == "fix"]
    assert "competitive, aggressive, decisive" in found.why
    assert found.source.address == "https://doi.org/10.1037/a0022530"


# As data


@pytest.mark.parametrize("document", [make_document(), MARKED, BARE])
@pytest.mark.parametrize("posting", [Posting(), COMPLETE])
def test_the_job_schema_of_json_resume_is_kept(document, posting):
    template = build_template(document)
    data = exports.job_schema(template, posting, created=CREATED, address="https://example.org/", version=3)
    jsonschema_rs.validate(JOB_SCHEMA, data)
    assert data["date"] == "2025-05-31"


@pytest.mark.parametrize(("country", "code"), [("UK", "GB"), ("United States", "US"), ("usa", "US")])
def test_a_country_is_a_code_in_all_data(country, code):
    template, posting = build_template(make_document()), replace(COMPLETE, country=country)
    schema = exports.job_schema(template, posting, created=CREATED, address="https://example.org/", version=1)
    assert schema["location"] == {"city": "Cork", "countryCode": code}
    remote = replace(posting, workplace="remote", posted=CREATED.date())
    assert job_posting(template, remote)["applicantLocationRequirements"]["name"] == code


def test_words_that_name_no_country_are_a_region():
    posting = replace(COMPLETE, country="Worldwide")
    template = build_template(make_document())
    schema = exports.job_schema(template, posting, created=CREATED, address="https://example.org/", version=1)
    assert schema["location"] == {"city": "Cork", "region": "Worldwide"}


def test_a_level_without_pay_says_nothing_of_it():
    document = make_document(
        salary_levels=(), key_facts=KeyFacts(), skills=(Skill(kind="soft", name="Calm"),), career_path=()
    )
    assert "Pay" not in text_of(document)
