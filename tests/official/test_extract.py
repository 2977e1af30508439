"""The extract that the project ships."""

import gzip

import pytest
from django.core.management import CommandError, call_command

from guides.official.extract import FOLDER, load_extract, write_extract
from guides.official.models import Occupation, Release, Wage
from tests.official.files import wage_row, wages_file

pytestmark = pytest.mark.django_db


def text_of(path):
    return gzip.decompress(path.read_bytes()).decode()


@pytest.fixture
def wages(tmp_path):
    rows = (wage_row(H_PCT90="#", A_PCT90="#"), wage_row("43-4052", AREA="41860"), wage_row("43-4053", AREA="41860"))
    call_command("import_oews", str(wages_file(tmp_path / "all_M2025.xlsx", *rows)))


def test_an_extract_loads_what_was_written(wages, tmp_path):
    before = list(Wage.objects.order_by("occupation").values_list("occupation", "annual_p50", "annual_flags"))
    list(write_extract(tmp_path / "out", ["43-4052", "43-4053"]))
    for model in (Wage, Release, Occupation):
        model.objects.all().delete()
    load_extract(tmp_path / "out", lambda rows: None)
    assert list(Wage.objects.order_by("occupation").values_list("occupation", "annual_p50", "annual_flags")) == before
    assert Release.objects.current().count() == 2


def test_the_same_releases_give_the_same_bytes(wages, tmp_path):
    for name in ("one", "two"):
        list(write_extract(tmp_path / name, []))
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_pay_by_metropolitan_area_is_limited_to_the_chosen_occupations(wages, tmp_path):
    list(write_extract(tmp_path / "out", ["43-4052"]))
    text = text_of(tmp_path / "out" / "metro_wages-may-2025.csv.gz")
    assert ("43-4052" in text, "43-4053" in text) == (True, False)


def test_a_file_names_its_publisher_and_period(wages, tmp_path):
    list(write_extract(tmp_path / "out", []))
    text = text_of(tmp_path / "out" / "national_wages-may-2025.csv.gz")
    assert "U.S. Bureau of Labor Statistics" in text
    assert "# release: May 2025" in text


def test_an_extract_is_not_loaded_over_other_figures(wages):
    with pytest.raises(CommandError, match="already has official figures"):
        call_command("load_official")


def test_the_shipped_extract_has_no_sentences_and_stays_small():
    files = list(FOLDER.glob("*.csv.gz"))
    names = {path.name.partition("-")[0] for path in files}
    assert names.isdisjoint({"tasks", "outlook_factors"})
    assert sum(path.stat().st_size for path in files) < 6_000_000
    assert "definition" not in text_of(next(FOLDER.glob("occupations-*")))
