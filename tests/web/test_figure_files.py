"""The figures of a guide as CSV."""

import csv
import io

import pytest

from guides.document.other_pay import OtherPay
from guides.editing.publishing import publish, unpublish
from guides.editing.revisions import record_revision
from guides.editing.rows import write_document
from guides.models import Revision
from tests.builders import make_document, make_live
from tests.fixture_guides import load_guides
from tests.page_types import OPERATOR

pytestmark = pytest.mark.django_db

PATH = "/guides/lighthouse-keeper/figures.csv"


def rows(client, path=PATH):
    return list(csv.DictReader(io.StringIO(client.get(path).content.decode("utf-8-sig"))))


def test_every_figure_is_a_row(client):
    make_live()
    figures = [(row["figure"], row["level"], row["value"], row["unit"], row["flag"]) for row in rows(client)]
    assert figures == [
        ("median_salary", "", "41000", "a year", ""),
        ("salary_low", "", "30000", "a year", ""),
        ("salary_high", "", "60000", "a year", "or more"),
        ("growth_percent", "", "-2.5", "percent", ""),
        ("annual_openings", "", "120", "a year", "about"),
        ("median", "Assistant Keeper", "34000", "a year", ""),
        ("average", "Assistant Keeper", "35000", "a year", ""),
        ("median", "Principal Keeper", "52000", "a year", ""),
        ("average", "Principal Keeper", "50500", "a year", ""),
        ("experience_from", "Assistant Keeper", "0", "years", ""),
        ("experience_to", "Assistant Keeper", "2", "years", ""),
        ("experience_from", "Principal Keeper", "6", "years", ""),
    ]


def test_a_figure_has_its_currency_and_the_source_that_the_text_names(client):
    make_live()
    row = rows(client)[0]
    assert (row["currency"], row["known_as"], row["source"], row["period"], row["source_address"]) == (
        *("EUR", "stated", "Harbor Board"),
        *("2025-05", "https://example.org/pay"),
    )


def test_a_published_figure_has_its_series_and_release(client):
    load_guides()
    median, *_ = rows(client, f"/guides/{OPERATOR}/figures.csv")
    assert (median["known_as"], median["period"], median["series"]) == (
        "published",
        "May 2025",
        "43-4051 annual median",
    )
    assert median["source"] == "U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics"


def test_pay_by_the_hour_is_a_row_in_words(client):
    pay = OtherPay(figure="median", words="$18.50 an hour", cents=1850, period="hour", currency="USD")
    make_live(other_pay=(pay,))
    (row,) = (row for row in rows(client) if row["unit"] == "in words")
    assert (row["figure"], row["value"], row["currency"]) == ("median", "$18.50 an hour", "USD")


def test_the_file_is_saved_under_the_guide_and_moves_and_ends_with_it(client):
    role = make_live()
    assert client.get(PATH)["Content-Disposition"] == 'attachment; filename="lighthouse-keeper-figures.csv"'
    write_document(role, make_document(title="Keeper", slug="keeper"))
    publish(record_revision(role, Revision.Kind.EDIT))
    assert client.get(PATH)["Location"] == "/guides/keeper/figures.csv"
    unpublish(role)
    assert client.get("/guides/keeper/figures.csv").status_code == 404
