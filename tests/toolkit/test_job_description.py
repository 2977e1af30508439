"""The rules of the job ad, on documents: the template, the form, the checks and the exports."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import jsonschema_rs
import pytest
from django.http import QueryDict

from guides.document import GuideDocument
from guides.document.material import MOST_MUST_HAVES, JobAd
from guides.document.shape import CareerStep, Details, Section
from guides.parsing import parse_guide
from guides.rendering.passages import words_of
from guides.toolkit.job_description import exports
from guides.toolkit.job_description.ad_form import AdForm
from guides.toolkit.job_description.checks import check
from guides.toolkit.job_description.equal_opportunity import equal_opportunity
from guides.toolkit.job_description.first_rules import read_template
from guides.toolkit.job_description.frame import frame_height
from guides.toolkit.job_description.job_posting import job_posting
from guides.toolkit.job_description.pay import Pay
from guides.toolkit.job_description.plain_template import FEWEST_WORDS, MOST_WORDS
from guides.toolkit.job_description.posting import Posting
from guides.toolkit.job_description.sheet import draft_sheet
from guides.toolkit.job_description.short import LONGEST, short_version
from guides.toolkit.job_description.template import HEADINGS, build_template, differences
from guides.toolkit.writers import write_plain
from tests.builders import make_document

BARE = GuideDocument(title="Diver", slug="diver", sections=(Section(kind="other", heading="W", body="It is wet."),))
MARKED = make_document(details=Details(essential=("Radio certificate",), useful=("Patience",)))
WRITTEN = make_document(
    job_ads=(
        JobAd(
            summary="We need a keeper.",
            duties="- Trim the wick.\n- Log every ship.\n- Sound the horn.",
            must_haves="- A **radio** certificate\n- Calm at night",
            nice_to_haves="- A head for heights",
        ),
        JobAd(level="Principal Keeper", duties="- Lead the station."),
    )
)
TEXTS_OF_FIXTURES = sorted((Path(__file__).parents[2] / "fixtures" / "texts").glob("*.txt"))
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
    return AdForm(build_template(document or make_document()), QueryDict(query) if query else None)


def findings(state, document=None, posting=None):
    found = check(build_template(document or make_document()), posting or Posting())
    return [finding.what for finding in found if finding.state == state]


# The template


def test_the_ad_of_a_guide_is_its_own():
    level = build_template(WRITTEN).levels[0]
    assert (level.title, level.is_written) == ("Lighthouse Keeper", True)
    assert level.summary == ("We need a keeper.",)
    assert level.must_haves == ("A radio certificate", "Calm at night")


def test_the_ad_for_a_level_holds_what_differs_there():
    level = build_template(WRITTEN).levels[2]
    assert (level.title, level.duties) == ("Principal Keeper", ("Lead the station.",))
    assert level.nice_to_haves == ("A head for heights",)


def test_a_guide_without_an_ad_gives_a_plain_template_of_duties_and_needs():
    level = build_template(MARKED).levels[2]
    assert not level.is_written
    assert level.duties[:2] == ("Trim the wick.", "Log every ship.")
    assert level.must_haves[:2] == ("At least 6 years of experience in similar work", "Radio certificate")
    assert level.nice_to_haves[:2] == ("Patience", "Lamp Maintenance")
    assert level.summary[0].startswith("We are looking for a Principal Keeper")


def test_an_ad_says_nothing_of_what_readers_of_the_guide_are_told():
    text = text_of(MARKED)
    for words in ("41,000", "The stairs", "The view", "Keepers look after", "Harbor Pilot", "None", "the employer"):
        assert words not in text


@pytest.mark.parametrize("path", TEXTS_OF_FIXTURES, ids=lambda path: path.stem)
def test_the_ad_for_every_level_of_our_guides_passes_the_check(path):
    template = build_template(parse_guide(path.read_bytes()))
    for number in range(1, len(template.levels) + 1):
        found = check(template, replace(COMPLETE, level=number))
        assert not [finding.what for finding in found if finding.state != "good"]


@pytest.mark.parametrize("country", ["US", "GB", "DE", "IN"])
@pytest.mark.parametrize("length", [0, 1, 12, 30, 90])
def test_a_plain_template_of_any_guide_keeps_the_limits(length, country):
    lines = tuple(f"{'Duty ' * length}number {number}." for number in range(99 if length else 0))
    document = replace(
        BARE,
        responsibilities=lines,
        education_requirements=lines,
        career_path=(CareerStep(title="Diver"), CareerStep(title="Diving Manager")),
        details=Details(essential=lines[:50], useful=lines[50:]),
    )
    template = build_template(document)
    for number, level in enumerate(template.levels, start=1):
        text = write_plain(draft_sheet(template, Posting(level=number, country=country)))
        assert 1 < len(level.must_haves) <= MOST_MUST_HAVES
        assert FEWEST_WORDS <= len(words_of(text)) <= MOST_WORDS


def test_the_ad_for_a_level_that_leads_people_says_so():
    document = replace(BARE, career_path=(CareerStep(title="Diver"), CareerStep(title="Diving Manager")))
    diver, manager = build_template(document).levels
    assert "to join our team" in diver.summary[0]
    assert "to lead our team" in manager.summary[0]
    assert "feedback" in " ".join(manager.duties)


def test_a_plain_template_leaves_out_lines_that_leave_people_out():
    document = replace(BARE, responsibilities=("Manage our salesmen.", "Inspect hulls."))
    assert build_template(document).levels[0].duties[0] == "Inspect hulls."


def test_the_level_with_the_title_of_the_guide_is_the_usual_one():
    steps = (CareerStep(title="Mate"), CareerStep(title="lighthouse keeper"), CareerStep(title="MATE"))
    template = build_template(make_document(career_path=steps, salary_levels=()))
    assert [level.title for level in template.levels] == ["Mate", "lighthouse keeper"]
    assert template.usual_level == 1


def test_a_guide_with_a_title_and_one_section_has_an_ad():
    text = text_of(BARE)
    assert text.startswith("Diver\n=====\n\nAbout the job")
    assert not findings("note", BARE, COMPLETE)
    assert not findings("fix", BARE, COMPLETE)


def test_a_template_is_stored_and_read_again_as_it_was():
    template = build_template(WRITTEN)
    assert read_template(template.canonical()) == template
    assert template.sha256() == build_template(WRITTEN).sha256()


def test_differences_name_the_part_and_its_words():
    before = build_template(make_document()).levels[0]
    after = build_template(make_document(responsibilities=("Trim the wick.", "Paint the tower."))).levels[0]
    (found,) = differences(before, after)
    assert found.part == "What you will do"
    assert (found.only_before, found.only_after) == (("Log every ship.",), ("Paint the tower.",))
    assert differences(before, before) == ()


@pytest.mark.parametrize(
    ("country", "words"),
    [("", "veteran status"), ("USA", "veteran status"), ("UK", "gender reassignment"), ("Ireland", "ethnic origin"),
     ("Narnia", "every background")],
)  # fmt: skip
def test_equal_opportunity_follows_the_country(country, words):
    assert words in equal_opportunity(country)


# The form


def test_the_input_is_in_the_ad():
    filled = form(
        "level=2&employer=Board&street=1+Quay&place=Cork&postcode=T12&country=IE&workplace=hybrid&employment=part-time"
        "&hours=20+a+week&pay_low=40k&pay_high=%E2%82%AC50%2C000&benefits=House%0D%0ABoat&apply=Write&contact=Ada"
        "&reference=K7&start=June&valid_through=2025-06-30&company=Lights+since+1810."
    )
    text = text_of(posting=filled.posting())
    for words in (
        "Employer: Board",
        "Place: 1 Quay, Cork, T12, IE",
        "Hybrid",
        "Part-time",
        "Hours: 20 a week",
        "Pay: €40,000 to €50,000 a year",
        "• Boat",
        "Lights since 1810.",
        "Contact: Ada",
        "Reference: K7",
        "Apply by: June 30, 2025",
        "Start: June",
    ):
        assert words in text
    assert not filled.errors


def test_a_list_is_what_its_text_says():
    filled = form("duties=Log+every+ship.%0D%0APaint+it.&must_haves=&nice_to_haves=Calm+at+night", WRITTEN)
    text = text_of(WRITTEN, filled.posting())
    assert "• Log every ship.\n• Paint it.\n" in text
    assert "What you need" not in text
    assert "Good to have\n------------\n\n• Calm at night" in text


def test_the_address_holds_only_what_differs_and_writes_lines_of_the_template_by_number():
    level = build_template(WRITTEN).levels[0]
    typed = QueryDict(mutable=True)
    typed.update({"duties": "\r\n".join((*level.duties[1:], "Paint it.", level.must_haves[1], level.duties[0]))})
    typed.update({"summary": level.summary[0], "must_haves": "\n".join(level.must_haves), "nice_to_haves": ""})
    filled = AdForm(build_template(WRITTEN), typed)
    assert filled.query(3) == "version=3&duties=~2-3%0APaint+it.%0A~m2~1&nice_to_haves="
    again = form(filled.query(3), WRITTEN)
    assert (again.posting(), again.query(3)) == (filled.posting(), filled.query(3))


def test_a_text_of_another_level_or_country_is_no_change():
    template = build_template(WRITTEN)
    typed = QueryDict(mutable=True)
    typed.update({"level": "3", "duties": "\n".join(template.levels[0].duties), "country": "UK"})
    typed.update({"equal_opportunity": equal_opportunity("US")})
    filled = AdForm(template, typed)
    assert filled.query(1) == "version=1&level=3&country=UK"
    assert filled["duties"].value() == "Lead the station."


def test_parts_are_moved_and_left_out_by_their_headings():
    filled = form("order=What+you+need%0D%0Aabout+the+job", WRITTEN)
    text = text_of(WRITTEN, filled.posting())
    assert text.index("What you need") < text.index("About the job")
    assert "What you will do" not in text
    assert form(filled.query(1), WRITTEN).posting() == filled.posting()
    assert "order" in form("order=Perks", WRITTEN).errors


def test_the_usual_order_is_no_change_however_a_browser_ends_its_lines():
    typed = QueryDict(mutable=True)
    typed.update({"order": "\r\n".join(HEADINGS.values())})
    assert AdForm(build_template(WRITTEN), typed).query(None) == ""


def test_a_change_is_undone_by_its_button():
    assert form("employer=A&duties=Nothing&reset=duties", WRITTEN).query(1) == "version=1&employer=A"


@pytest.mark.parametrize("typed", ["~0", "~9", "~1-999", "~x1", "~3-1", "~1-2" * 2000])
def test_numbers_of_no_line_are_left_out_and_long_ones_end(typed):
    assert len(form(f"duties={typed}", WRITTEN).typed("duties")) < 5_000


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
    filled = form("level=1&employer=A+%26+B&place=&currency=EUR&period=year&drop=nothing&other=1")
    assert filled.query(3) == "version=3&employer=A+%26+B"
    assert not form("level=1&period=year&place=").is_filled


def test_characters_that_no_page_can_show_are_left_out():
    posting = form("employer=A%00B%0BC&benefits=x%00%0Ay").posting()
    assert (posting.employer, posting.benefits) == ("A B C", ("x", "y"))


# The checks


def test_a_complete_ad_has_nothing_to_fix():
    assert findings("fix", posting=COMPLETE) == []


def test_an_empty_form_gives_findings_for_missing_parts():
    assert findings("fix") == [
        "The ad does not state the pay.",
        "The ad does not say whether the work is on site, hybrid, or remote.",
        "The ad does not state the place.",
        "The ad does not name the employer.",
    ]


@pytest.mark.parametrize(
    ("low", "high", "is_fine"), [(30, 50, True), (30, 51, False), (40, 40, True), (None, 5, False)]
)
def test_a_range_wider_than_half_its_midpoint_is_to_fix(low, high, is_fine):
    pay = Pay(low=low, high=high, currency="EUR")
    assert (findings("fix", posting=replace(COMPLETE, pay=pay)) == []) is is_fine


def test_remote_work_needs_a_country():
    remote = replace(COMPLETE, workplace="remote", place="", country="")
    assert findings("fix", posting=remote) == ["The ad does not state the country."]


def test_more_than_seven_must_haves_are_to_fix():
    posting = replace(COMPLETE, lines={"must_haves": tuple("abcdefgh")})
    assert findings("fix", posting=posting) == ["There are 8 must-haves; 7 are the limit here."]
    assert "The ad states no must-haves." in findings("note", posting=replace(COMPLETE, lines={"must_haves": ()}))


def test_wording_is_found_with_what_to_write_instead_why_and_its_source():
    duties = ("Work with the foreman.", "For a recent college graduate.")
    posting = replace(COMPLETE, lines={"duties": duties})
    found = [finding for finding in check(build_template(WRITTEN), posting) if finding.state == "fix"]
    assert [finding.what for finding in found] == [
        "“recent college graduate”: write “entry level” or “no experience needed”.",
        "“foreman”: write “supervisor”.",
    ]
    assert [finding.source.name for finding in found] == ["29 CFR 1625.4, July 6, 2007", "29 CFR 1604.5, April 5, 1972"]
    assert all(finding.why for finding in found)


def test_more_masculine_than_feminine_wording_is_found_with_its_source():
    posting = replace(COMPLETE, lines={"duties": ("Be competitive, aggressive and decisive.",)})
    (found,) = [finding for finding in check(build_template(WRITTEN), posting) if finding.state == "fix"]
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


# Short, and in a frame


def test_the_short_version_has_at_most_700_characters_and_how_to_apply():
    document = make_document(responsibilities=tuple(f"Duty number {number} of many." for number in range(60)))
    text = short_version(build_template(document), replace(COMPLETE, contact="Ada, 021 555", reference="K7"))
    assert 500 < len(text) <= LONGEST
    assert text.startswith("Lighthouse Keeper, Harbor Board, Cork\nOn site · Full-time · €40,000 to €50,000 a year\n")
    assert text.endswith("\nAda, 021 555 · Reference K7\n")
    assert "You will: Duty number 0 of many; Duty" in text


def test_the_short_version_of_long_details_is_cut():
    posting = replace(COMPLETE, employer="x" * 400, contact="y" * 400)
    assert len(short_version(build_template(BARE), posting)) <= LONGEST


def test_a_narrower_frame_is_higher():
    sheet = draft_sheet(build_template(WRITTEN), COMPLETE)
    assert frame_height(sheet, 640) < frame_height(sheet, 300) <= 4_000
    assert frame_height(sheet, 1) == 4_000
