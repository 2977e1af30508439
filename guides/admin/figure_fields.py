"""Form fields for figures as people write them, read by `guides.document.figures`."""

from django import forms
from django.core.exceptions import ValidationError

from guides.document.errors import quoted
from guides.document.field_rules import HIGHEST_AMOUNT
from guides.document.figures import (
    Money,
    expected_amount,
    read_count,
    read_money,
    read_percent,
    read_range,
    write_range,
)
from guides.document.other_pay import read_other_pay
from guides.models.fields import validate_text

AMOUNT_HELP = "Such as 39,120, $39,120 or 39k."
RANGE_HELP = "Such as 29k - 56k, $29,000 - $56,000+ (and more), from 29k, up to 56k."
COUNT_HELP = "Such as 1,200 or 330k. Add ≈ or “about” if it is approximate."
PERCENT_HELP = "Such as 5% or -2.5%."


class FigureField(forms.Field):
    """Text in the form, a figure in Python; blank text is None."""

    widget = forms.TextInput(attrs={"class": "figure"})

    def prepare_value(self, value):
        return self.write(value) if value is not None and not isinstance(value, str) else value

    def to_python(self, value):
        words = " ".join((value or "").split())
        validate_text(words)
        return self.read(words) if words else None

    def has_changed(self, initial, data):
        try:
            return self.to_python(data) != self.to_python(self.prepare_value(initial))
        except ValidationError:
            return True

    def read(self, words: str):
        """The figure in a text that is not blank. Raises ValidationError."""
        raise NotImplementedError

    def write(self, figure) -> str:
        """A figure as the form shows it."""
        return f"{figure:,}"


class AmountField(FigureField):
    """An amount of money, as Money with the currency written with it."""

    def read(self, words):
        money = read_money(words)
        if money is None:
            raise ValidationError(f"{quoted(words)} is not a whole amount{what_else('median', words, AMOUNT_HELP)}")
        if money.is_open:
            raise ValidationError("Enter a single amount without a plus sign.")
        check_amount(money)
        return money


class RangeField(FigureField):
    """The two ends of a range, each Money or None."""

    def read(self, words):
        ends = read_range(words)
        if ends is None:
            raise ValidationError(f"{quoted(words)} is not a range{what_else('range', words, RANGE_HELP)}")
        low, high = ends
        for money in filter(None, ends):
            check_amount(money)
        if low and high and low.amount > high.amount:
            raise ValidationError("The lower end of the pay range is above its upper end.")
        return ends

    def write(self, figure):
        low, high, is_open = figure
        return write_range(low, high, None, is_open=is_open)


class CountField(FigureField):
    """A count and whether it is approximate."""

    def read(self, words):
        count = read_count(words)
        if count is None:
            raise ValidationError(f"{quoted(words)} is not a count. {COUNT_HELP}")
        check_size(count[0])
        return count

    def write(self, figure):
        count, is_approximate = figure
        return f"{'≈' * is_approximate}{count:,}"


class PercentageField(FigureField):
    """A percentage, with or without its sign, and a note in parentheses after it."""

    def read(self, words):
        percent = read_percent(words) or read_percent(f"{words}%")
        if percent is None:
            raise ValidationError(f"{quoted(words)} is not a percentage. {PERCENT_HELP}")
        return percent

    def write(self, figure):
        return f"{figure}%"


def what_else(figure: str, words: str, usual: str) -> str:
    """How to enter pay that is not a whole amount a year, or what to write instead of words that are unclear."""
    if read_other_pay(figure, words):
        return " a year. Enter it under “Other pay”."
    wanted = expected_amount(words, "")
    return f". Write {wanted}." if wanted else f". {usual}"


def check_amount(money: Money) -> None:
    if money.amount == 0:
        raise ValidationError("Enter an amount above 0, or leave the field empty.")
    check_size(money.amount)


def check_size(figure: int) -> None:
    if figure > HIGHEST_AMOUNT:
        raise ValidationError(f"The highest possible figure is {HIGHEST_AMOUNT:,}.")


def check_currency(money: Money, currency: str) -> None:
    """Raise ValidationError for an amount in another currency than the guide's."""
    if not money.may_be(currency):
        written = money.code or "dollars"
        raise ValidationError(f"This amount is in {written}, but the guide's currency is {currency}.")
