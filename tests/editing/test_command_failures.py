"""Commands that a database, a disk or a person stops: one plain sentence, and nothing half done."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command, get_commands, load_command_class
from django.db import OperationalError

from careerguide.commands import BaseCommand
from guides.editing import importing
from guides.editing.importing import Importer
from guides.management.commands import build_fixtures
from guides.models import Role
from tests.builders import make_role
from tests.faults import unreachable
from tests.official.files import wage_row, wages_file
from tests.processes import start
from tests.uploads import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def texts(tmp_path):
    """Three files of texts."""
    for number in (1, 2, 3):
        (tmp_path / f"{number}.txt").write_bytes(text_of(number))
    return tmp_path


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "arguments",
    [
        ("rebuild_index",),
        ("rebuild_search",),
        ("check_guides",),
        ("remind_owners",),
        ("export_guide", "x"),
        ("demo", "--no-serve"),
        ("import_guides", "{texts}"),
        ("backup", "{texts}/site.zip"),
        ("import_oews", "{texts}/national_M2025_dl.xlsx"),
        ("load_official",),
    ],
)
def test_a_command_without_a_database_says_so(texts, arguments):
    make_role()
    wages_file(texts / "national_M2025_dl.xlsx", wage_row())
    with unreachable(), pytest.raises(CommandError, match="The database cannot be reached"):
        call_command(*(argument.format(texts=texts) for argument in arguments), stdout=StringIO(), stderr=StringIO())
    assert not (texts / "site.zip").exists()


def test_all_commands_have_the_same_base():
    ours = [(app, name) for name, app in get_commands().items() if app in ("guides", "guides.official")]
    assert ("guides.official", "import_oews") in ours
    for app, name in ours:
        assert isinstance(load_command_class(app, name), BaseCommand), name


def test_an_import_reports_each_text_before_the_next(texts, monkeypatch):
    out, import_file, seen = StringIO(), Importer.import_file, []

    def look_and_import(importer, path):
        seen.append(out.getvalue().count("created"))
        return import_file(importer, path)

    monkeypatch.setattr(Importer, "import_file", look_and_import)
    call_command("import_guides", texts, stdout=out, stderr=StringIO())
    assert seen == [0, 1, 2]


def test_an_import_stops_at_an_outage_and_names_the_text_of_which_nothing_is_there(texts, monkeypatch):
    apply, tried = importing.apply, []

    def fail_at_the_second(plan, options):
        tried.append(plan.text.slug)
        apply(plan, options)
        if len(tried) == 2:
            raise OperationalError("lost")
        return plan

    monkeypatch.setattr(importing, "apply", fail_at_the_second)
    out = StringIO()
    stop = r"stopped at .*2\.txt, of which nothing is imported\. The database cannot be reached \(lost\)\. 1 of 3 texts"
    with pytest.raises(CommandError, match=stop):
        call_command("import_guides", texts, stdout=out, stderr=StringIO())
    assert list(Role.objects.values_list("slug", flat=True)) == ["keeper-1"]
    assert tried == ["keeper-1", "keeper-2"]
    assert "1.txt  created" in out.getvalue()


def test_a_fixture_that_cannot_be_written_stays_as_it_was(tmp_path, monkeypatch):
    fixture = tmp_path / "guides.json.gz"
    fixture.write_bytes(b"before")
    monkeypatch.setattr(build_fixtures, "FIXTURE", fixture)
    monkeypatch.setattr(build_fixtures, "build", lambda: b"after")
    (tmp_path / "guides.json.gz.part").mkdir()
    with pytest.raises(CommandError, match="Is a directory"):
        call_command("build_fixtures")
    assert fixture.read_bytes() == b"before"


def test_a_command_that_a_person_stops_ends_in_one_word(monkeypatch):
    class Endless(BaseCommand):
        def handle(self, **options):
            raise KeyboardInterrupt

    with pytest.raises(CommandError, match=r"^Stopped\.$") as stopped:
        call_command(Endless())
    assert stopped.value.returncode == 130


def test_a_failure_ends_with_one_line_and_an_exit_code(tmp_path):
    process = start("manage.py", "rebuild_index", DATABASE_URL="sqlite:////nowhere/db.sqlite3")
    errors = process.communicate()[1]
    assert process.returncode == 1
    assert errors == "CommandError: The database cannot be reached (unable to open database file).\n"
