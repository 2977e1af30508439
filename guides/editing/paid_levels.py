"""The levels of a guide with their pay, as rows of the index."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from guides.document import GuideDocument
from guides.document.other_pay import OtherPay


def paid_levels(document: GuideDocument) -> Iterator[dict[str, Any]]:
    """The columns of each level with pay: those with pay a year, then those whose pay is only stated otherwise.

    Other pay belongs to the level of its title in its currency.
    """
    currency, others = document.key_facts.currency or "", defaultdict(list)
    for pay in document.other_pay:
        if pay.level:
            others[pay.level.casefold(), pay.currency].append(pay)
    for level in document.salary_levels:
        columns = {"title": level.title, "currency": currency, "median": level.median, "average": level.average}
        yield columns | _other_columns(others.pop((level.title.casefold(), currency), ()))
    for (_, other_currency), pays in others.items():
        yield {"title": pays[0].level, "currency": other_currency} | _other_columns(pays)


def _other_columns(pays: Iterable[OtherPay]) -> dict[str, Any]:
    return {"other_pay_rows": [asdict(pay) for pay in pays]}
