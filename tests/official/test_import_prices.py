"""Importing price levels by state."""

import pytest
from django.core.management import CommandError, call_command

from guides.official.models import PriceLevel

pytestmark = pytest.mark.django_db
HEADER = "GeoFIPS,GeoName,Region,TableName,LineCode,IndustryClassification,Description,Unit,2022,2023\n"
ROWS = (
    ' "06000","California",8,SARPP,5,"...","RPPs: All items ","Index",112.470,112.581\n'
    ' "06000","California",8,SARPP,7,"...","  RPPs: Services: Housing ","Index",150.1,151.2\n'
    '"Note: See the included footnote file."\n'
)


def test_the_newest_year_of_all_items_is_kept(tmp_path):
    path = tmp_path / "SARPP.csv"
    path.write_text(HEADER + ROWS)
    call_command("import_prices", str(path))
    level = PriceLevel.objects.get()
    assert (level.area_id, level.parity, level.release.name) == ("06", 112_581, "2023")


def test_a_file_without_a_year_is_refused(tmp_path, capsys):
    path = tmp_path / "SARPP.csv"
    path.write_text("GeoFIPS,GeoName,LineCode\n")
    with pytest.raises(CommandError):
        call_command("import_prices", str(path))
    assert "no column of a year" in capsys.readouterr().err


def test_a_state_without_a_value_is_passed_over(tmp_path, capsys):
    path = tmp_path / "SARPP.csv"
    path.write_text(HEADER + ROWS + ' "72000","Puerto Rico",8,SARPP,5,"...","RPPs: All items ","Index",(NA),(NA)\n')
    call_command("import_prices", str(path))
    assert PriceLevel.objects.count() == 1
    assert "passed over: no value" in capsys.readouterr().out
