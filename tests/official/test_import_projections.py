"""Importing outlook and openings."""

import pytest
from django.core.management import CommandError, call_command

from guides.official.models import OutlookFactor, Projection, Release
from tests.official.files import workbook

pytestmark = pytest.mark.django_db
HEADER = [
    *("2024 National Employment Matrix title", "2024 National Employment Matrix code", "Occupation type"),
    *("Employment, 2024", "Employment, 2034", "Employment distribution, percent, 2024"),
    *("Employment change, numeric, 2024–34", "Employment change, percent, 2024–34", "Percent self employed, 2024"),
    *("Occupational openings, 2024–34 annual average", "Typical education needed for entry"),
    "Work experience in a related occupation",
    "Typical on-the-job training needed to attain competency in the occupation",
]
ROW = [
    *("  Title of a job", "43-4051", "Line item", "2814.0", "2660.3", "1.7", "-153.7", "-5.5", "0.8", "341.7"),
    *("High school diploma or equivalent", "None", "—"),
]
FACTORS = [
    [
        *("2024 National Employment Matrix occupation title", "2024 National Employment Matrix occupation code"),
        *("2024 National Employment Matrix industry title", "Factors affecting occupational utilization"),
    ],
    ["Title of a job", "43-4051", "Banks", "Some reason of ours."],
]


def import_tables(tmp_path, header=HEADER, *, rows=(ROW,), factors=FACTORS):
    path = tmp_path / "occupation.xlsx"
    sheets = {"Index": [["Contents"]], "1.12": factors, "1.2": [["A caption"], header, *rows, ["Source: a note"]]}
    call_command("import_projections", str(workbook(path, sheets)))


def test_jobs_are_whole_and_percentages_in_tenths(tmp_path):
    import_tables(tmp_path)
    found = Projection.objects.get()
    assert (found.base_employment, found.target_employment, found.change) == (2_814_000, 2_660_300, -153_700)
    assert (found.change_percent, found.openings, found.self_employed_percent) == (-55, 341_700, 8)
    assert (found.base_year, found.target_year, found.release.name) == (2024, 2034, "2024–34")


def test_a_dash_is_no_answer_and_none_is_one(tmp_path):
    import_tables(tmp_path)
    found = Projection.objects.get()
    assert (found.experience, found.training) == ("None", "")


def test_the_reasons_come_with_the_figures(tmp_path):
    import_tables(tmp_path)
    assert OutlookFactor.objects.get().industry == "Banks"
    assert set(Release.objects.values_list("table", flat=True)) == {"projections", "outlook_factors"}


def test_a_missing_column_is_named(tmp_path, capsys):
    header = ["x" if name.startswith("Occupational openings") else name for name in HEADER]
    with pytest.raises(CommandError):
        import_tables(tmp_path, header)
    assert "“Occupational openings, annual average”" in capsys.readouterr().err


def test_a_cell_that_is_no_number_leaves_nothing(tmp_path, capsys):
    with pytest.raises(CommandError):
        import_tables(tmp_path, rows=[ROW, [*ROW[:1], "43-4052", *ROW[2:3], "many", *ROW[4:]]])
    assert "“many” is not a number" in capsys.readouterr().err
    assert not Release.objects.exists()
