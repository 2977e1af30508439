"""Importing what the work of occupations is, from text and xlsx files of one or more releases."""

import zipfile

import pytest
from django.core.management import CommandError, call_command

from guides.official.models import AlternateTitle, Occupation, Rating, Release, Task, Technology
from tests.official.files import tab_delimited, workbook

pytestmark = pytest.mark.django_db
CODE = "43-4051.00"
OCCUPATIONS = tab_delimited(["O*NET-SOC Code", "Title", "Description"], [CODE, "A job", "What it is, in our words."])
RATED = ["O*NET-SOC Code", "Element ID", "Element Name", "Scale ID", "Data Value", "Recommend Suppress", "Date"]


def rated(numbers, *, prefix="2.A", value="4.12", suppress="N"):
    """A table that rates some elements, each for importance and for level."""
    rows = [
        [CODE, f"{prefix}.{number}", f"Element {number}", scale, value, suppress, "08/2025"]
        for number in numbers
        for scale in ("IM", "LV")
    ]
    return tab_delimited(RATED, *rows)


def folder(tmp_path, **files):
    path = tmp_path / "db_30_0_text"
    path.mkdir(exist_ok=True)
    for name, text in {"Occupation_Data": OCCUPATIONS, **files}.items():
        (path / f"{name.replace('_', ' ')}.txt").write_text(text)
    return path


def test_importances_are_kept_in_hundredths_and_levels_left_out(tmp_path):
    call_command("import_onet", str(folder(tmp_path, Skills=rated(range(35)))))
    assert Rating.objects.count() == 35
    assert set(Rating.objects.values_list("value", flat=True)) == {412}


def test_what_the_publisher_would_suppress_is_left_out(tmp_path):
    imprecise = rated([36], suppress="Y").partition("\n")[2]
    call_command("import_onet", str(folder(tmp_path, Skills=rated(range(35)) + imprecise)))
    assert not Rating.objects.filter(element="2.A.36").exists()


def test_a_table_with_a_part_of_its_skills_is_passed_over(tmp_path, capsys):
    call_command("import_onet", str(folder(tmp_path, Skills=rated(range(10)))))
    assert "Passed over: Skills.txt has 10 of the 35" in capsys.readouterr().err
    assert not Release.objects.filter(table="skills").exists()


def test_skills_in_two_files_make_one_table(tmp_path):
    files = {"Essential_Skills": rated(range(10)), "Transferable_Skills": rated(range(25), prefix="2.B")}
    call_command("import_onet", str(folder(tmp_path, **files)))
    assert Rating.objects.count() == 35


def test_the_newest_complete_release_serves_a_table(tmp_path):
    path = folder(tmp_path, Skills=rated(range(10)))
    header = [*RATED[:1], "Title", *RATED[1:]]
    rows = [[CODE, "A job", f"2.A.{number}", f"Element {number}", "IM", "3", "N", "1"] for number in range(35)]
    workbook(path / "29.3 Skills.xlsx", {"Skills": [header, *rows]})
    call_command("import_onet", str(path))
    assert {release.table: release.name for release in Release.objects.current()} == {
        "occupations": "30.0",
        "skills": "29.3",
    }


def test_a_zip_file_is_read_without_unpacking_it(tmp_path):
    path = tmp_path / "db_30_0_text.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("db_30_0_text/Occupation Data.txt", OCCUPATIONS)
        file.writestr("db_30_0_text/Read Me.txt", "Hello")
    call_command("import_onet", str(path))
    assert Occupation.objects.get().title == "A job"


def test_quotes_are_letters(tmp_path):
    titles = tab_delimited(["O*NET-SOC Code", "Alternate Title", "Short Title"], [CODE, '"Ace" caller', "n/a"])
    call_command("import_onet", str(folder(tmp_path, Alternate_Titles=titles)))
    found = AlternateTitle.objects.get()
    assert (found.title, found.short_title) == ('"Ace" caller', "")


def test_a_zip_file_of_release_30_3_is_read_whole(tmp_path, capsys):
    rating = ["N", "Standard Error", "Lower CI Bound", "Upper CI Bound", "Recommend Suppress", "Not Relevant"]
    rated_columns = [*RATED[:5], *rating, "Date", "Domain Source"]

    def ratings(elements, scales):
        numbers = ["8", "0.1", "3", "4", "N", "n/a", "08/2025", "Analyst"]
        return [[CODE, element, f"About {element}", scale, "3.5", *numbers] for element in elements for scale in scales]

    other = "43-4052.00"
    interests = [f"1.B.1.{letter}" for letter in "abcdef"]
    tables = {
        "Occupation Data": [
            ["O*NET-SOC Code", "Title", "Description"],
            [CODE, "A job", "In our words."],
            [other, "Another job", "In our words."],
        ],
        "Job Titles": [["O*NET-SOC Code", "Job Title", "Short Title", "Source(s)"], [CODE, "Caller", "n/a", "09"]],
        "Task Statements": [
            ["O*NET-SOC Code", "Task ID", "Task", "Task Type", "Incumbents Responding", "Date", "Domain Source"],
            [CODE, "7", "Answer calls.", "Core", "30", "08/2025", "Incumbent"],
        ],
        "Software Skills": [
            ["O*NET-SOC Code", "Element ID", "Element Name", "Workplace Example", "Hot Technology", "In Demand"],
            [CODE, "2.E.5.b", "Some software", "A program", "Y", "N"],
        ],
        "Essential Skills": [rated_columns, *ratings([f"2.A.1.{number}" for number in range(10)], ("IM", "LV"))],
        "Transferable Skills": [rated_columns, *ratings([f"2.B.1.{number}" for number in range(25)], ("IM", "LV"))],
        "Knowledge": [rated_columns, *ratings([f"2.C.{number}" for number in range(33)], ("IM", "LV"))],
        "Career Interest Types": [
            [*RATED[:5], "Date", "Domain Source"],
            *([CODE, element, f"About {element}", "OI", "5.1", "11/2025", "Experts"] for element in interests),
            [CODE, "1.B.1.g", "First high point", "IH", "3", "11/2025", "Experts"],
        ],
        "Job Zones": [["O*NET-SOC Code", "Job Zone", "Date", "Domain Source"], [CODE, "5", "11/2025", "Analyst"]],
        "Related Occupations": [
            ["O*NET-SOC Code", "Related O*NET-SOC Code", "Relatedness Tier", "Index"],
            [CODE, other, "Primary-Short", "1"],
        ],
        "Education": [[*RATED[:4], "Category", "Data Value"], [CODE, "2.D.1", "Level", "RL", "1", "3.5"]],
        "Training and Experience": [[*RATED[:4], "Category", "Data Value"], [CODE, "3.A.1", "Time", "RW", "1", "3.5"]],
    }
    path = tmp_path / "db_30_3_text.zip"
    with zipfile.ZipFile(path, "w") as file:
        for name, rows in tables.items():
            file.writestr(f"db_30_3_text/{name}.txt", tab_delimited(*rows))
    call_command("import_onet", str(path))
    tables = ("alternate_titles", "interests", "job_zones", "knowledge", "occupations", "related", "skills", "tasks")
    assert set(Release.objects.current().values_list("table", "name")) == {
        (table, "30.3") for table in (*tables, "technologies")
    }
    assert AlternateTitle.objects.get().title == "Caller"
    found = Technology.objects.get()
    assert (found.name, found.category, found.is_hot, found.is_in_demand) == ("A program", "Some software", True, False)
    assert Rating.objects.count() == 35 + 33 + 6
    told = capsys.readouterr()
    assert "columns not used" not in told.out
    assert "Passed over: Education.txt" in told.out
    assert not told.err


def test_a_task_that_is_not_rated_is_neither_core_nor_supplemental(tmp_path):
    tasks = tab_delimited(["O*NET-SOC Code", "Task ID", "Task", "Task Type"], [CODE, "7", "Answer calls.", "n/a"])
    call_command("import_onet", str(folder(tmp_path, Task_Statements=tasks)))
    assert Task.objects.get().is_core is None


def test_a_row_that_is_cut_off_refuses_its_file_alone(tmp_path, capsys):
    tasks = tab_delimited(["O*NET-SOC Code", "Task ID", "Task", "Task Type"], [CODE, "7", "Ans"])
    with pytest.raises(CommandError, match="1 refused"):
        call_command("import_onet", str(folder(tmp_path, Task_Statements=tasks)))
    assert "line 2 has 3 columns in place of 4" in capsys.readouterr().err
    assert Occupation.objects.exists()


def test_a_text_that_is_cut_off_in_its_last_cell_is_refused(tmp_path, capsys):
    tasks = tab_delimited(["O*NET-SOC Code", "Task ID", "Task", "Task Type"], [CODE, "7", "Answer.", "Core"])
    with pytest.raises(CommandError):
        call_command("import_onet", str(folder(tmp_path, Task_Statements=tasks.removesuffix("re\n"))))
    assert "line 2 does not end" in capsys.readouterr().err


def test_a_value_that_no_column_holds_refuses_its_file(tmp_path, capsys):
    zones = tab_delimited(["O*NET-SOC Code", "Job Zone"], [CODE, "9"])
    with pytest.raises(CommandError):
        call_command("import_onet", str(folder(tmp_path, Job_Zones=zones)))
    assert "Job Zones.txt has a value that makes no sense" in capsys.readouterr().err


def test_a_file_without_a_release_in_its_name_needs_one(tmp_path, capsys):
    path = tmp_path / "Occupation Data.txt"
    path.write_text(OCCUPATIONS)
    with pytest.raises(CommandError):
        call_command("import_onet", str(path))
    assert "--release" in capsys.readouterr().err
    call_command("import_onet", str(path), release="30.0")
    assert Release.objects.get().name == "30.0"


def test_files_that_nobody_uses_are_told(tmp_path, capsys):
    call_command("import_onet", str(folder(tmp_path, Work_Values="x\n")))
    assert "Passed over: Work Values.txt" in capsys.readouterr().out
