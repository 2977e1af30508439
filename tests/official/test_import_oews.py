"""Importing pay: what each sign means, and what is refused."""

import pytest
from django.core.management import CommandError, call_command

from guides.official.models import Area, Occupation, Release, Wage
from tests.official.files import OEWS, wage_row, wages_file

pytestmark = pytest.mark.django_db
HOURLY = ("H_MEAN", "H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90")
ANNUAL = ("A_MEAN", "A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90")


def import_rows(tmp_path, *rows, name="national_M2025_dl.xlsx", **options):
    call_command("import_oews", str(wages_file(tmp_path / name, *rows, **options)))


def test_hours_are_kept_in_cents_and_years_in_dollars(tmp_path):
    import_rows(tmp_path, wage_row(H_MEDIAN="22.380000000000003", A_MEDIAN="46550"))
    wage = Wage.objects.get()
    assert (wage.hourly_p50, wage.annual_p50, wage.hourly_p90) == (2238, 46550, 3025)
    assert (wage.employment, wage.employment_error, wage.mean_error) == (1200, 4, 2)
    assert (wage.hourly_flags, wage.annual_flags) == ("", "")


def test_columns_are_found_by_name_in_any_order(tmp_path):
    import_rows(tmp_path, wage_row(), columns=OEWS[::-1], shared=True)
    assert Wage.objects.get().annual_p50 == 41600


def test_a_file_without_pct_rpt_is_read(tmp_path):
    import_rows(tmp_path, wage_row(), columns=[name for name in OEWS if name != "PCT_RPT"])
    assert Wage.objects.count() == 1


def test_a_missing_column_is_named(tmp_path, capsys):
    with pytest.raises(CommandError):
        import_rows(tmp_path, wage_row(), columns=[name for name in OEWS if name != "H_MEDIAN"])
    assert "the column “H_MEDIAN”" in capsys.readouterr().err


def test_an_unknown_column_is_told(tmp_path, capsys):
    import_rows(tmp_path, wage_row(), columns=[*OEWS, "A_PCT99"])
    assert "columns not used: A_PCT99" in capsys.readouterr().out


@pytest.mark.parametrize("blank", ["*", ""])
def test_pay_by_the_year_alone_has_no_hourly_pay(tmp_path, blank):
    cells = {**dict.fromkeys(HOURLY, blank), "ANNUAL": "TRUE" if blank else ""}
    import_rows(tmp_path, wage_row(**cells))
    wage = Wage.objects.get()
    assert (wage.hourly_p50, wage.hourly_flags) == (None, "------")
    assert (wage.annual_p50, wage.annual_flags) == (41600, "")


def test_pay_by_the_hour_alone_has_no_yearly_pay(tmp_path):
    import_rows(tmp_path, wage_row(**dict.fromkeys(ANNUAL, "*"), HOURLY="TRUE"))
    wage = Wage.objects.get()
    assert (wage.annual_p50, wage.annual_flags, wage.hourly_p50) == (None, "------", 2000)


def test_withheld_pay_is_no_number(tmp_path):
    import_rows(tmp_path, wage_row(**dict.fromkeys((*HOURLY, *ANNUAL, "MEAN_PRSE"), "*")))
    wage = Wage.objects.get()
    assert (wage.annual_p50, wage.annual_flags, wage.hourly_flags) == (None, "******", "******")


def test_withheld_employment_leaves_the_pay(tmp_path):
    import_rows(tmp_path, wage_row(TOT_EMP="**", EMP_PRSE="**"))
    wage = Wage.objects.get()
    assert (wage.employment, wage.employment_error, wage.annual_p50) == (None, None, 41600)


def test_top_coded_pay_is_a_flag_at_its_place(tmp_path):
    import_rows(tmp_path, wage_row(A_PCT75="#", A_PCT90="#", H_PCT90="#"))
    wage = Wage.objects.get()
    assert (wage.annual_p75, wage.annual_flags) == (None, "vvvv##")
    assert (wage.hourly_p75, wage.hourly_flags) == (2500, "vvvvv#")


@pytest.mark.parametrize("levels", [("broad", "detailed"), ("detailed", "broad")])
def test_of_a_code_given_twice_the_detailed_row_counts(tmp_path, levels):
    rows = [wage_row("13-1020", O_GROUP=level, A_MEDIAN=str(50_000 + len(level))) for level in levels]
    import_rows(tmp_path, *rows)
    assert Wage.objects.get().annual_p50 == 50_000 + len("detailed")
    assert Occupation.objects.get().level == "detailed"


@pytest.mark.parametrize(
    ("cell", "code", "kind"),
    [
        ("99", "99", "nation"),
        ("6", "06", "state"),
        ("06", "06", "state"),
        ("6.0", "06", "state"),
        ("41860", "0041860", "metro"),
        ("0041860", "0041860", "metro"),
        ("100001", "0100001", "nonmetro"),
    ],
)
def test_an_area_has_one_code_however_a_file_writes_it(tmp_path, cell, code, kind):
    import_rows(tmp_path, wage_row(AREA=cell, AREA_TYPE="4", AREA_TITLE="Somewhere"))
    area = Area.objects.get()
    assert (area.code, area.kind) == (code, kind)


def test_rows_of_one_file_go_to_the_tables_of_their_kind(tmp_path):
    industry = {"NAICS": "522100", "NAICS_TITLE": "Banks"}
    import_rows(tmp_path, wage_row(), wage_row(AREA="6"), wage_row(AREA="41860"), wage_row(**industry))
    tables = set(Release.objects.values_list("table", flat=True))
    assert tables == {"national_wages", "state_wages", "metro_wages", "industry_wages"}


def test_the_same_file_again_changes_nothing(tmp_path, capsys):
    file = wages_file(tmp_path / "national_M2025_dl.xlsx", wage_row())
    for _ in range(2):
        call_command("import_oews", str(file))
    assert (Release.objects.count(), Wage.objects.count()) == (1, 1)
    assert "already imported, unchanged" in capsys.readouterr().out


def test_the_first_release_is_shown_at_once_and_a_later_one_is_not(tmp_path):
    import_rows(tmp_path, wage_row())
    import_rows(tmp_path, wage_row(A_MEDIAN="50000"), name="national_M2026_dl.xlsx")
    current = Release.objects.current().get()
    assert current.name == "May 2025"
    assert Wage.objects.get(release=current).annual_p50 == 41600


def test_titles_are_those_of_the_newest_release(tmp_path):
    import_rows(tmp_path, wage_row(OCC_TITLE="New title"))
    import_rows(tmp_path, wage_row(OCC_TITLE="Old title"), name="national_M2020_dl.xlsx")
    assert Occupation.objects.get().title == "New title"


def test_a_much_smaller_file_than_the_release_before_is_refused(tmp_path, capsys):
    import_rows(tmp_path, *(wage_row(f"43-40{number}") for number in range(10, 20)))
    with pytest.raises(CommandError):
        import_rows(tmp_path, wage_row(), name="national_M2026_dl.xlsx")
    assert "May 2025 has 10 in the same places" in capsys.readouterr().err
    assert Release.objects.get().name == "May 2025"
    path = tmp_path / "national_M2026_dl.xlsx"
    call_command("import_oews", str(path), smaller=True)
    assert Release.objects.count() == 2


def test_a_dry_run_checks_and_writes_nothing(tmp_path, capsys):
    call_command("import_oews", str(wages_file(tmp_path / "national_M2025_dl.xlsx", wage_row())), dry_run=True)
    assert not Release.objects.exists()
    assert "Nothing was written." in capsys.readouterr().out


def test_a_bad_row_leaves_nothing_of_its_file(tmp_path, capsys):
    good = wages_file(tmp_path / "state_M2025_dl.xlsx", wage_row(AREA="6"))
    bad = wages_file(tmp_path / "national_M2025_dl.xlsx", wage_row(), wage_row("43-4052", A_MEDIAN="12 dollars"))
    with pytest.raises(CommandError, match="1 refused"):
        call_command("import_oews", str(bad), str(good))
    assert "“12 dollars” is not a number" in capsys.readouterr().err
    assert [wage.area_id for wage in Wage.objects.all()] == ["06"]


def test_rows_of_single_owners_are_passed_over(tmp_path, capsys):
    import_rows(tmp_path, wage_row(), wage_row("43-4052", OWN_CODE="5"))
    assert "passed over: not all owners" in capsys.readouterr().out
    assert Wage.objects.count() == 1


def test_the_notes_of_a_file_say_from_which_pay_on_there_is_no_figure(tmp_path):
    import_rows(tmp_path, wage_row())
    release = Release.objects.get()
    assert (release.top_hourly, release.top_annual) == (12_000, 249_600)


@pytest.mark.parametrize("sign", ["*", "**", "~", "#"])
def test_a_sign_is_no_number_in_whatever_column(tmp_path, sign):
    counts = ("TOT_EMP", "EMP_PRSE", "MEAN_PRSE", "JOBS_1000", "LOC_QUOTIENT")
    import_rows(tmp_path, wage_row(**dict.fromkeys((*HOURLY, *ANNUAL, *counts), sign)))
    wage = Wage.objects.get()
    assert (wage.employment, wage.employment_error, wage.jobs_per_1000, wage.annual_p50) == (None,) * 4
    assert wage.annual_flags == wage.hourly_flags == ("#" if sign == "#" else "*") * 6


def test_a_state_in_the_original_layout_is_read(tmp_path):
    place = {"AREA": "06", "AREA_TITLE": "California", "AREA_TYPE": "2", "PRIM_STATE": "CA"}
    import_rows(
        tmp_path, wage_row(**place, **dict.fromkeys(HOURLY, "*"), ANNUAL="TRUE"), {}, name="state_M2025_dl.xlsx"
    )
    wage = Wage.objects.select_related("area").get()
    assert (wage.area.code, wage.area.kind, wage.area.state) == ("06", Area.Kind.STATE, "CA")
    assert (wage.hourly_flags, wage.annual_p50) == ("------", 41600)


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"TOT_EMP": "99999999999"}, "99,999,999,999 is out of range for the employment"),
        ({"A_MEDIAN": "3000000000"}, "is out of range"),
        ({"A_MEDIAN": "-5"}, "-5 is out of range"),
        ({"A_MEDIAN": "1e400"}, "is not a number"),
        ({"EMP_PRSE": "99999"}, "is out of range"),
        ({"TOT_EMP": "400000001"}, "43-4051 in 99 has 400,000,001 jobs, more than the nation has inhabitants"),
        ({"H_PCT25": "20.01"}, "the hourly pay of 43-4051 in 99 falls from a percentile to a higher one"),
        ({"A_MEDIAN": "63000"}, "the annual pay of 43-4051 in 99 falls"),
        ({"A_PCT75": "#"}, "the annual pay of 43-4051 in 99 falls"),
        ({"H_PCT25": "*", "H_PCT10": "20.01"}, "the hourly pay of 43-4051 in 99 falls"),
        ({"OCC_CODE": "4340-51"}, "“4340-51” is no occupation code"),
        ({"OCC_TITLE": "x" * 201}, "the title of the occupation is longer than 200 characters"),
        ({"NAICS": "1234567"}, "the code of the industry is longer than 6 characters"),
        ({"AREA": "US"}, "“US” is not a number"),
    ],
)
def test_a_value_that_cannot_be_right_refuses_the_file_and_says_where(tmp_path, capsys, cells, words):
    with pytest.raises(CommandError):
        import_rows(tmp_path, wage_row("43-4052"), wage_row(**cells))
    error = capsys.readouterr().err
    assert "national_M2025_dl.xlsx, near row " in error
    assert words in error
    assert not Wage.objects.exists()
    assert not Release.objects.exists()


def test_a_mean_outside_of_the_percentiles_is_read(tmp_path):
    import_rows(tmp_path, wage_row(A_MEAN="99000"))
    assert Wage.objects.get().annual_mean == 99_000


def test_rows_that_two_files_of_a_release_share_are_counted_once(tmp_path):
    import_rows(tmp_path, wage_row("43-4051"), wage_row("43-4052"))
    import_rows(tmp_path, wage_row("43-4052"), wage_row("43-4053"), name="all_data_M2025.xlsx")
    assert list(Release.objects.get().files.order_by("pk").values_list("rows", flat=True)) == [2, 1]
    assert Wage.objects.count() == 3


@pytest.mark.parametrize("year", ["1999", "2099", "20255"])
def test_a_year_without_a_release_is_refused(tmp_path, capsys, year):
    with pytest.raises(CommandError):
        call_command("import_oews", wages_file(tmp_path / "national.xlsx", wage_row()), "--year", year)
    assert f"would be a release of May {year}" in capsys.readouterr().err


def test_a_year_other_than_that_of_the_notes_is_refused(tmp_path, capsys):
    path = wages_file(tmp_path / "national_M2024_dl.xlsx", wage_row())
    with pytest.raises(CommandError):
        call_command("import_oews", path.rename(tmp_path / "national_M2025_dl.xlsx"))
    assert "is about May 2024 by its notes, not about May 2025" in capsys.readouterr().err
