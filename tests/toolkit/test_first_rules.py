"""Job descriptions under rules 1 and 2 stay as they were: each file byte for byte."""

import hashlib
import json
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.http import QueryDict

from guides.toolkit.job_description import exports
from guides.toolkit.job_description.first_rules import FirstForm, first_job_posting
from guides.toolkit.job_description.sheet import draft_sheet
from guides.toolkit.writers import FORMATS
from tests.builders import FIRST_RULES, first_template

CREATED = datetime(2025, 5, 31, 12, tzinfo=UTC)
FILLED = (
    "level=2&employer=Board&workplace=hybrid&place=Cork&country=IE&employment=part-time&reports_to=Warden&pay_low=40k"
    "&pay_high=%E2%82%AC50%2C000&benefits=House%0D%0ABoat&apply=Write&posted=2025-06-01&add_essential=Swims"
    "&add_useful=Sings&drop=responsibilities-1&drop=tools-1"
)


def unpacked(docx: bytes) -> bytes:
    """The parts of a Word file, each with its name and date, without the compression, which depends on the machine."""
    with ZipFile(BytesIO(docx)) as parts:
        return b"".join(f"{part.filename} {part.date_time}".encode() + parts.read(part) for part in parts.infolist())


@pytest.mark.parametrize("rules", [1, 2])
@pytest.mark.parametrize(("name", "query"), [("blank", ""), ("filled", FILLED)])
def test_every_file_of_a_stored_template_keeps_its_bytes(rules, name, query):
    template = first_template(rules)
    posting = FirstForm(template, QueryDict(query) if query else None).posting()
    sheet = draft_sheet(template, posting)
    data = exports.job_schema(template, posting, created=CREATED, address="https://example.org/", version=3)
    files = {file_format.name: file_format.write(sheet, CREATED) for file_format in FORMATS.values()}
    files["docx"] = unpacked(files["docx"])
    files["job-schema"] = json.dumps(data).encode()
    files["job-posting"] = json.dumps(first_job_posting(template, posting, created=CREATED.date())).encode()
    expected = json.loads((FIRST_RULES / f"rules-{rules}-files.json").read_text(encoding="utf-8"))[name]
    assert {name: hashlib.sha256(content).hexdigest() for name, content in files.items()} == expected


def test_an_address_of_the_first_rules_keeps_its_values():
    assert FirstForm(first_template(2), QueryDict(FILLED)).query(3) == f"version=3&{FILLED}"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("pay_low=40000&period=hour", "from €40,000 an hour"),
        ("pay_low=60k&pay_high=50k", "from €60,000 a year"),
        ("pay_low=18.50", None),
        ("pay_low=38000-42000", None),
        ("pay_low=40k&currency=XYZ", None),
    ],
)
def test_pay_is_read_as_under_the_first_rules(typed, words):
    pay = FirstForm(first_template(2), QueryDict(typed)).posting().pay
    assert (pay and f"{pay}") == words


def test_details_that_the_first_rules_did_not_know_change_nothing():
    posting = FirstForm(first_template(2), QueryDict("region=Munster&street=Pier&valid_through=2025-01-01")).posting()
    assert (posting.region, posting.street, posting.valid_through) == ("", "", None)
