"""Pay in the form of a job description, as people state it."""

from decimal import Decimal
from urllib.parse import urlencode

import pytest
from django.http import QueryDict

from guides.toolkit.job_description.pay import Pay
from guides.toolkit.job_description.posting import PostingForm
from guides.toolkit.job_description.template import build_template
from tests.builders import make_document


def form(currency="USD", **typed):
    data = QueryDict(urlencode({"currency": currency, **typed}))
    return PostingForm(build_template(make_document()), data)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"pay_low": "18.50", "period": "hour"}, "from $18.50 an hour"),
        ({"pay_low": "18.50 an hour"}, "from $18.50 an hour"),
        ({"pay_low": "$18.50/hr", "pay_high": "$22"}, "$18.50 to $22.00 an hour"),
        ({"pay_low": "18", "pay_high": "22", "period": "hour"}, "$18 to $22 an hour"),
        ({"pay_low": "18.50", "pay_high": "18.50", "period": "hour"}, "$18.50 an hour"),
        ({"pay_low": "$38,000 - 42,000"}, "$38,000 to $42,000 a year"),
        ({"pay_high": "$38,000 – 42,000"}, "$38,000 to $42,000 a year"),
        ({"pay_low": "38k to 42k"}, "$38,000 to $42,000 a year"),
        ({"pay_low": "60k"}, "from $60,000 a year"),
        ({"pay_low": "60k", "pay_high": "75k"}, "$60,000 to $75,000 a year"),
        ({"pay_high": "60k"}, "up to $60,000 a year"),
        ({"pay_low": "from $18.50 an hour"}, "from $18.50 an hour"),
        ({"pay_low": "up to $25 an hour"}, "up to $25 an hour"),
        ({"pay_low": "$16.75 - $21.40 per hour"}, "$16.75 to $21.40 an hour"),
        ({"pay_low": "160", "pay_high": "185.50", "period": "day"}, "$160.00 to $185.50 a day"),
        ({"pay_low": "845.20 a week"}, "from $845.20 a week"),
        ({"pay_low": "845.20", "period": "week"}, "from $845.20 a week"),
        ({"pay_low": "3,400", "pay_high": "3,900", "period": "month"}, "$3,400 to $3,900 a month"),
        ({"pay_low": "60k", "period": "year"}, "from $60,000 a year"),
        ({"pay_low": "60k", "period": ""}, "from $60,000 a year"),
        ({"pay_low": "3,00,000 - 4,50,000", "currency": "INR"}, "₹300,000 to ₹450,000 a year"),
        ({"pay_low": "€3.450,50 monthly", "currency": "EUR"}, "from €3,450.50 a month"),
    ],
)
def test_pay_is_read_as_people_state_it(typed, words):
    filled = form(**typed)
    assert filled.errors == {}
    assert f"{filled.posting().pay}" == words


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"pay_low": "40000", "period": "hour"}, "period", "Is it $40,000 an hour?"),
        ({"pay_low": "40000", "period": "hour"}, "period", "that is about $83,200,000 a year"),
        ({"pay_low": "40000", "period": "week"}, "period", "Is it $40,000 a week?"),
        ({"pay_low": "3"}, "period", "Is it $3 a year? Check the amount and the period."),
        ({"pay_low": "18.50"}, "period", "Is it $18.50 a year?"),
        ({"pay_low": "18.50", "period": "month"}, "period", "Is it $18.50 a month?"),
        ({"pay_low": "38", "pay_high": "42k"}, "period", "Is it $38 a year?"),
        ({"pay_low": "9" * 12}, "period", "Is it $999,999,999,999 a year?"),
        ({"pay_low": "9" * 100}, "pay_low", "an amount or a range"),
        ({"pay_low": "much"}, "pay_low", "Write an amount or a range, such as 18.50, 60k or $38,000 - 42,000."),
        ({"pay_low": "39.120"}, "pay_low", "commas between thousands"),
        ({"pay_low": "38 - 42k"}, "pay_low", "an amount or a range"),
        ({"pay_low": "0"}, "pay_low", "an amount or a range"),
        ({"pay_low": "60k+"}, "pay_low", "without a plus sign"),
        ({"pay_low": "50k", "pay_high": "40k"}, "pay_high", "below its beginning"),
        ({"pay_low": "50k - 40k"}, "pay_low", "below its beginning"),
        ({"pay_low": "38k - 42k", "pay_high": "50k"}, "pay_high", "leave the other empty"),
        ({"pay_low": "38k", "pay_high": "40k - 50k"}, "pay_high", "leave the other empty"),
        ({"pay_low": "$18 an hour", "pay_high": "$800 a week"}, "pay_high", "different periods"),
        ({"pay_low": "$18 an hour", "period": "week"}, "period", "The amount says “an hour”."),
        ({"pay_low": "£40k"}, "currency", "in another currency"),
        ({"pay_low": "€40k", "pay_high": "£50k", "currency": "EUR"}, "currency", "in another currency"),
    ],
)
def test_pay_that_cannot_be_meant_is_asked_about_at_its_field(typed, field, message):
    filled = form(**typed)
    assert list(filled.errors) == [field]
    assert message in filled.errors[field][0]
    assert filled.posting().pay is None


def test_a_mistake_in_one_end_leaves_out_the_pay_as_a_whole():
    filled = form(pay_low="much", pay_high="40k")
    assert list(filled.errors) == ["pay_low"]
    assert filled.posting().pay is None


@pytest.mark.parametrize(
    ("low", "high", "width"),
    [(30, 50, 0.5), (Decimal("18.50"), Decimal("21.50"), 0.15), (5, 5, 0), (5, None, None), (None, 5, None)],
)
def test_the_width_of_a_range_is_a_share_of_its_midpoint(low, high, width):
    assert Pay(low=low, high=high, currency="EUR").width == width
