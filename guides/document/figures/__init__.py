"""Figures in text, read and written: amounts of money, ranges, pay tables, counts, percentages and years."""

from guides.document.figures.counts import find_percents, read_count, read_percent
from guides.document.figures.money import (
    CODE,
    CURRENCIES,
    DOLLARS,
    Money,
    expected_amount,
    find_amounts,
    is_round,
    read_amount,
    read_money,
    write_amount,
    write_money,
)
from guides.document.figures.ranges import read_ends, read_range, without_label, write_range
from guides.document.figures.tables import NOT_KNOWN, ends_in_amount, ends_in_pay, read_header, read_row, write_header
from guides.document.figures.years import can_be_years, read_years

__all__ = [
    "CODE",
    "CURRENCIES",
    "DOLLARS",
    "NOT_KNOWN",
    "Money",
    "can_be_years",
    "ends_in_amount",
    "ends_in_pay",
    "expected_amount",
    "find_amounts",
    "find_percents",
    "is_round",
    "read_amount",
    "read_count",
    "read_ends",
    "read_header",
    "read_money",
    "read_percent",
    "read_range",
    "read_row",
    "read_years",
    "without_label",
    "write_amount",
    "write_header",
    "write_money",
    "write_range",
]
