"""The fields of the live guides: how many guides each has, their pay, and the drawing that fits."""

from dataclasses import dataclass

from django.db.models import Case, Count, F, Max, Min, OuterRef, Subquery, When, Window
from django.db.models.functions import Coalesce, Left, RowNumber

from guides.models import GuideIndex, OccupationIndex

BY_CURRENCY = (F("category"), F("currency"))


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


def _pay_rows():
    """The middle guide by median pay of each field and currency, or the middle two, with figures of all of them."""

    def over_all(aggregate):
        return Window(aggregate, partition_by=BY_CURRENCY)

    ranked = (
        GuideIndex.objects.live()
        .exclude(category="")
        .order_by()
        .annotate(
            twice_rank=2 * Window(RowNumber(), BY_CURRENCY, order_by=(F("median_salary").asc(nulls_last=True), "pk")),
            number=over_all(Count("pk")),
            medians=over_all(Count("median_salary")),
            lowest=over_all(Min(Coalesce("salary_low", "median_salary"))),
            highest=over_all(Max(Coalesce("salary_high", "median_salary"))),
            open_ranges=over_all(Count(Case(When(salary_high_is_open=True, then=1)))),
        )
    )
    middle = ranked.filter(twice_rank__gte=F("medians"), twice_rank__lte=F("medians") + 2)
    return middle.values(*("category", "currency", "median_salary", "number", "lowest", "highest", "open_ranges"))


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
