"""Where one's own pay stands between published percentiles: the words, the table and the strip."""

from guides.official.pay import Amount, Flag, Pay, Unit
from guides.pages.my_pay import standing

PEOPLE = "Clerks in Ohio"
TOP = Amount(23_920_000, Flag.TOP_CODED)
WITHHELD = Amount(None, Flag.WITHHELD)


def pay(*percentiles, unit=Unit.HOUR):
    """Pay with these five percentiles, in dollars if they are numbers."""
    amounts = [item if isinstance(item, Amount) else Amount(round(item * 100)) for item in percentiles]
    return Pay(unit, Amount(None, Flag.WITHHELD), *amounts)


HOURLY = pay(15, 18, 21.5, 25, 30)


def says(published, dollars):
    return standing(published, round(dollars * 100)).sentences(PEOPLE)


def test_pay_below_all_percentiles():
    assert says(HOURLY, 14) == (
        "At least 90% of Clerks in Ohio earn more than you. Your $14.00 an hour is below the 10th percentile ($15.00)."
    )


def test_pay_between_two_percentiles():
    assert says(HOURLY, 19) == (
        "At least half of Clerks in Ohio earn more than you, and at least a quarter earn less. "
        "Your $19.00 an hour is between the 25th percentile ($18.00) and the median ($21.50)."
    )
    assert says(HOURLY, 16).startswith("At least three quarters of Clerks in Ohio earn more than you, and at least 10%")
    assert says(HOURLY, 22).startswith("At least a quarter of Clerks in Ohio earn more than you, and at least half")
    assert says(HOURLY, 26).startswith("At least 10% of Clerks in Ohio earn more than you, and at least three quarters")


def test_pay_above_all_percentiles():
    assert says(HOURLY, 31) == (
        "At least 90% of Clerks in Ohio earn less than you. Your $31.00 an hour is above the 90th percentile ($30.00)."
    )


def test_pay_equal_to_a_percentile():
    assert says(HOURLY, 18) == (
        "Your $18.00 an hour is the 25th percentile of Clerks in Ohio: "
        "at least a quarter earn this or less, and at least three quarters this or more."
    )


def test_pay_equal_to_two_collapsed_percentiles():
    assert says(pay(15, 15, 20, 25, 30), 15) == (
        "Your $15.00 an hour is the 10th percentile and the 25th percentile of Clerks in Ohio: "
        "at least a quarter earn this or less, and at least 90% this or more."
    )


def test_pay_beside_collapsed_percentiles_is_placed_by_the_outer_one():
    collapsed = pay(15, 15, 20, 20, 30)
    assert "At least 90%" in says(collapsed, 14)
    assert "At least half" in says(collapsed, 16)
    assert "between the 25th percentile ($15.00) and the median ($20.00)" in says(collapsed, 16)
    assert "between the 75th percentile ($20.00) and the 90th percentile ($30.00)" in says(collapsed, 21)


def test_pay_under_a_top_coded_bound_is_placed_below_it():
    yearly = pay(90_000, 120_000, 180_000, 220_000, TOP, unit=Unit.YEAR)
    assert says(yearly, 230_000) == (
        "At least 10% of Clerks in Ohio earn more than you, and at least three quarters earn less. "
        "Your $230,000 a year is between the 75th percentile ($220,000) and the 90th percentile ($239,200 or more)."
    )


def test_pay_above_a_top_coded_bound_is_not_placed_beside_it():
    yearly = pay(90_000, 120_000, 180_000, TOP, TOP, unit=Unit.YEAR)
    assert says(yearly, 300_000) == (
        "At least half of Clerks in Ohio earn less than you. Your $300,000 a year is above the median ($180,000). "
        "For the 75th percentile and the 90th percentile, the publisher only says “$239,200 or more”."
    )


def test_pay_is_placed_by_an_exact_percentile_above_the_bound():
    yearly = pay(90_000, 120_000, 250_000, 300_000, TOP, unit=Unit.YEAR)
    assert "between the median ($250,000) and the 75th percentile ($300,000)" in says(yearly, 260_000)


def test_pay_beside_top_coded_percentiles_alone():
    only_top = pay(*[TOP] * 5, unit=Unit.YEAR)
    assert says(only_top, 100_000) == (
        "At least 90% of Clerks in Ohio earn more than you. "
        "Your $100,000 a year is below the 10th percentile ($239,200 or more)."
    )
    assert says(only_top, 240_000).startswith("Nobody can say how your $240,000 a year compares with Clerks in Ohio.")
    assert says(only_top, 240_000).endswith("the publisher only says “$239,200 or more”.")


def test_a_withheld_percentile_is_passed_over():
    some = pay(WITHHELD, 18, WITHHELD, 25, WITHHELD)
    assert says(some, 17).endswith("below the 25th percentile ($18.00), the lowest that is published.")
    assert "between the 25th percentile ($18.00) and the 75th percentile ($25.00)" in says(some, 20)
    assert says(some, 26).endswith("above the 75th percentile ($25.00), the highest that is published.")


def test_the_table_has_own_pay_in_its_place():
    rows = standing(HOURLY, 1_900).rows
    assert [row.label for row in rows].index("Your pay") == 2
    assert [row.amount for row in rows if row.is_own] == ["$19.00"]
    assert standing(HOURLY, 100).rows[0].is_own
    assert standing(HOURLY, 3_000).rows[-1].is_own


def test_cents_of_yearly_pay_are_kept():
    yearly = pay(20_000, 30_000, 40_000, 50_000, 60_000, unit=Unit.YEAR)
    assert "Your $41,000.50 a year" in says(yearly, 41_000.5)


def test_own_pay_is_marked_on_the_strip_also_beyond_its_end():
    strip = standing(HOURLY, 1_900).strip
    assert strip.range.start < strip.own < strip.median
    beyond = standing(HOURLY, 90_000)
    assert beyond.strip.own == 100
    assert beyond.is_beyond_chart
