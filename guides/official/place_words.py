"""Words for pay and employment by place."""

from guides.official.models import Area
from guides.official.pay import Amount
from guides.official.places import Place

WITH_ARTICLE = ("United States", "District of Columbia", "Virgin Islands")


def in_place(place: Place) -> str:
    """`in California`, `in the District of Columbia`, `in the North Coast nonmetropolitan area`"""
    needs_article = place.kind == Area.Kind.NONMETRO or place.name in WITH_ARTICLE
    return f"in the {place.name}" if needs_article else f"in {place.name}"


def how_common(quotient: int) -> str:
    """`1.4 times as common`, `about as common`: of a location quotient in hundredths, next to the nation."""
    if 95 <= quotient < 105:
        return "about as common"
    if quotient < 5:
        return "less than a tenth as common"
    return f"{(quotient + 5) // 10 / 10:.1f} times as common"


def short_amount(amount: Amount) -> str:
    """For a tile of a map: `$45k`, `$3.7k`, `$22`; top-coded `$239k+`, without a figure a dash."""
    dollars = amount.dollars
    if dollars is None:
        return "–"
    words = f"${dollars}" if dollars < 1000 else f"${dollars / 1000:.{1 if dollars < 10_000 else 0}f}k"
    return f"{words}+" if amount.is_open else words
