"""Official pay on the axis of pay."""

import csv
import gzip

import pytest

from guides.official.extract import FOLDER
from guides.official.models import Release, Wage
from guides.official.models.wages import PERCENTILES
from guides.official.pay import Flag, annual_pay, pay_strip
from guides.rendering.charts import AXIS_ENDS, Arrow, is_crowded

RELEASE = Release(top_annual=239_200)
ANNUAL = {f"annual_{name}": amount for name, amount in zip(PERCENTILES, range(40_000, 100_000, 10_000), strict=True)}


def test_the_pay_of_a_year_is_a_strip():
    strip = pay_strip(annual_pay(Wage(**ANNUAL), RELEASE))
    assert (strip.range.start, strip.middle.start, strip.median, strip.middle.end, strip.range.end) == (
        *(25, 30, 35),
        *(40, 45),
    )


def test_top_coded_pay_is_open():
    wage = Wage(**ANNUAL | {"annual_p90": None}, annual_flags="vvvvv#")
    assert pay_strip(annual_pay(wage, RELEASE)).arrow == Arrow("range", 100)


@pytest.mark.parametrize("flag", [Flag.WITHHELD, Flag.NOT_APPLICABLE])
def test_pay_that_is_not_published_has_a_reason_and_no_strip(flag):
    pay = annual_pay(Wage(annual_flags=flag * 6), RELEASE)
    assert (pay.missing, pay_strip(pay)) == (flag, None)


def test_pay_that_is_published_has_no_reason():
    assert annual_pay(Wage(**ANNUAL), RELEASE).missing is None


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*_wages-*.csv.gz")), ids=lambda path: path.name)
def test_the_shipped_pay_fits_on_the_axis(path):
    with gzip.open(path, "rt") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    amounts = [row[f"annual_{name}"] for row in rows for name in PERCENTILES[1:] if row[f"annual_{name}"]]
    top_coded = sum(row["annual_flags"][1:].count(Flag.TOP_CODED) for row in rows)
    beyond = sum(int(amount) > AXIS_ENDS["USD"] for amount in amounts) + top_coded
    assert not is_crowded(len(amounts) + top_coded, beyond)
