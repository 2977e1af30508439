"""Pay by the hour, day, week or month, with cents or without a limit, that an export lists under its own heading."""

from guides.document import other_pay
from guides.document.errors import quoted
from guides.document.figures import expected_amount
from guides.document.lines import Line
from guides.parsing.parts.base import STRUCTURE, Part, Place


class OtherPay(Part):
    """Lines such as `Median (Apprentice): $18.50 an hour, USD`."""

    def claims(self, line: Line) -> bool:
        return not line.escaped and other_pay.read_line(line.text) is not None

    def take(self, line: Line) -> Place:
        parts = None if line.escaped else other_pay.read_line(line.text)
        if parts is None:
            return self.take_stray(line)
        place = self.draft.add_pay(line, **parts)
        if place is None:
            self.draft.refuse(line, expected_amount(line.text, "pay such as $18.50 an hour"), quoted(line.text))
            return STRUCTURE
        return place
