"""The fields of the live guides: how many guides each has, their pay and outlook, and the drawing that fits."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Aggregate, Case, Count, F, Max, Min, OuterRef, QuerySet, Subquery, When, Window
from django.db.models.functions import Coalesce, Left, RowNumber

from guides.models import GuideIndex, OccupationIndex


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field with its live guides.

    `group` is the major group of most of their main occupations, its first two digits, or "". Pay is that of the
    guides in the field's most frequent currency, in whole units a year: the lowest, the middle of their medians, and
    the highest, which is open if that of one guide is.
    """

    name: str
    guides: int
    group: str
    currency: str
    salary_low: int | None
    median_salary: int | None
    salary_high: int | None
    salary_high_is_open: bool


def live_fields() -> list[FieldRow]:
    """Return the fields of the live guides, those with the most guides first, in two queries."""
    groups = _major_groups()
    found: dict[str, list[dict]] = {}
    for row in _pay_rows():
        found.setdefault(row["category"], []).append(row)
    fields = [_field(name, rows, groups.get(name, "")) for name, rows in found.items()]
    return sorted(fields, key=lambda field: (-field.guides, field.name.casefold()))


def _field(name: str, rows: list[dict], group: str) -> FieldRow:
    """A field from its pay by currency; a currency with an even number of medians has two rows, for the middle two."""
    numbers = {row["currency"]: row["number"] for row in rows}
    currency = max(numbers, key=lambda code: (bool(code), numbers[code], code))
    in_currency = [row for row in rows if row["currency"] == currency]
    medians = [row["median_salary"] for row in in_currency if row["median_salary"] is not None]
    return FieldRow(
        name=name,
        guides=sum(numbers.values()),
        group=group,
        currency=currency,
        salary_low=in_currency[0]["lowest"],
        median_salary=round(sum(medians) / len(medians)) if medians else None,
        salary_high=in_currency[0]["highest"],
        salary_high_is_open=bool(in_currency[0]["open_ranges"]),
    )


def growth_by_field() -> dict[str, int]:
    """Return the middle outlook in whole percent of the guides in each field that state one, in one query."""
    stated = GuideIndex.objects.live().exclude(category="").exclude(growth_percent=None)
    found: dict[str, list[float]] = {}
    for name, growth in _middle(stated, "growth_percent", ("category",)).values_list("category", "growth_percent"):
        found.setdefault(name, []).append(growth)
    return {name: round(sum(growths) / len(growths)) for name, growths in found.items()}


def _pay_rows() -> QuerySet:
    """The middle guide by median pay of each field and currency, or the middle two, with figures of all of them."""
    guides = GuideIndex.objects.live().exclude(category="")
    figures = {
        "number": Count("pk"),
        "lowest": Min(Coalesce("salary_low", "median_salary")),
        "highest": Max(Coalesce("salary_high", "median_salary")),
        "open_ranges": Count(Case(When(salary_high_is_open=True, then=1))),
    }
    middle = _middle(guides, "median_salary", ("category", "currency"), **figures)
    return middle.values("category", "currency", "median_salary", *figures)


def _middle(guides: QuerySet, column: str, parts: Sequence[str], **figures: Aggregate) -> QuerySet:
    """The guide in the middle by a column of each part, or the middle two, with figures of the whole part.

    If no guide of a part has a value in the column, it is one of those.
    """
    by = [F(part) for part in parts]
    ranked = guides.order_by().annotate(
        twice_rank=2 * Window(RowNumber(), by, order_by=(F(column).asc(nulls_last=True), "pk")),
        values_stated=Window(Count(column), by),
        **{name: Window(aggregate, by) for name, aggregate in figures.items()},
    )
    return ranked.filter(twice_rank__gte=F("values_stated"), twice_rank__lte=F("values_stated") + 2)


def _major_groups() -> dict[str, str]:
    """The first two digits of most main occupations, by field."""
    main = OccupationIndex.objects.filter(guide=OuterRef("pk"), level="").order_by("position").values("code")[:1]
    rows = (
        GuideIndex.objects.live()
        .exclude(category="")
        .order_by()
        .annotate(group=Left(Subquery(main), 2))
        .exclude(group=None)
        .values("category", "group")
        .annotate(number=Count("pk"))
        .order_by("number", "-group")
    )
    return {row["category"]: row["group"] for row in rows}
