"""The form for somebody's own pay."""

from typing import Any

from django import forms

from guides.document.figures import expected_amount, read_amount
from guides.official.pay import CURRENCY, MONTHS, Amount, Unit
from guides.pages.my_pay import own_words

USUAL = "an amount such as $19.50, $3,400 or 41k"
# What pay can be, in dollars: outside of this, the amount or its unit is probably not what was meant.
LIKELY = {Unit.HOUR: (1, 1_000), Unit.MONTH: (50, 500_000), Unit.YEAR: (500, 5_000_000)}
UNITS = [(unit, unit.capitalize()) for unit in reversed(Unit)]


class MyPayForm(forms.Form):
    """Pay by the hour, month or year; a period in the words of the amount counts before the chosen unit.

    A valid form has the pay in `cents`, and its `period`, a Unit.
    """

    amount = forms.CharField(
        label="Your pay before taxes",
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text="In US dollars: $19.50, 41k, 3,400 a month.",
        error_messages={"required": f"Write {USUAL}."},
    )
    unit = forms.ChoiceField(
        label="Per", choices=[(unit, unit.capitalize()) for unit in reversed(Unit)], required=False
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors:
            self.cents, self.period = self._read(cleaned["amount"], cleaned["unit"] or Unit.HOUR)
        return cleaned

    def _read(self, words: str, chosen: str) -> tuple[int, Unit]:
        money = read_amount(words)
        if money is None:
            return self._refuse(f"Write {expected_amount(words, USUAL)}.")
        if not money.may_be(CURRENCY):
            return self._refuse("The published figures are in US dollars. Write your pay in dollars.")
        period = money.period or chosen
        if period not in set(Unit):
            return self._refuse("Write your pay by the hour, month or year.")
        unit = Unit(period)
        low, high = LIKELY[unit]
        if not low * 100 <= money.cents <= high * 100:
            words = own_words(Amount(money.cents), unit)
            return self._refuse(f"{words}? Check the amount, and whether it is by the hour, month or year.")
        return money.cents, unit

    def _refuse(self, message: str) -> tuple[int, Unit]:
        self.add_error("amount", message)
        return 0, Unit.HOUR

    @property
    def is_monthly(self) -> bool:
        return self.period == Unit.MONTH

    @property
    def words(self) -> str:
        """`$19.00 an hour`"""
        return own_words(Amount(self.cents), self.period)

    @property
    def compared(self) -> tuple[int, Unit]:
        """The pay as it is compared: by the year for pay by the month, of which no figures are published."""
        return (MONTHS * self.cents, Unit.YEAR) if self.is_monthly else (self.cents, self.period)
