"""Filters of the results: some of those of the list of guides, with the same keys."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from guides.document.kinds import LONGEST_NAME
from guides.finding.browsing import FILTERS, NOT_STATED, Choice, Chosen, Filter
from guides.finding.paging import query_of
from guides.models import GuideIndex

SHOWN = ("category", "pay", "education", "remote")


@dataclass(frozen=True, slots=True)
class ResultFilters:
    """The filters of results with their choices, the chosen keys by filter, and whether unknown keys were ignored."""

    choices: list[tuple[Filter, list[Choice]]]
    chosen: dict[str, str]
    has_ignored: bool

    @classmethod
    def read(cls, parameters: Mapping[str, str], revisions: Sequence[int]) -> "ResultFilters":
        """Read the chosen filters from a query string; `revisions` are the results."""
        filters = [each for each in FILTERS if each.name in SHOWN]
        asked = {each.name: key for each in filters if (key := parameters.get(each.name, ""))}
        chosen = {each.name: asked[each.name] for each in filters if _is_known(each, asked.get(each.name, ""))}
        rows = GuideIndex.objects.filter(revision__in=revisions).order_by()
        rows = list(rows.values("currency", *(each.column for each in filters)))
        choices = [(each, _choices(each, rows, chosen.get(each.name, ""))) for each in filters]
        return cls(choices, chosen, len(chosen) < len(asked))

    @property
    def query(self) -> QueryDict:
        return query_of(self.chosen)

    @property
    def active(self) -> list[Chosen]:
        """The chosen filters, each with the state without it."""
        return [
            Chosen(each.label, each.words(self.chosen[each.name]), query_of(self.chosen | {each.name: ""}))
            for each, _ in self.choices
            if each.name in self.chosen
        ]

    @property
    def is_useful(self) -> bool:
        """Whether a filter has a choice between guides, or is chosen."""
        return bool(self.chosen) or any(len(choices) > 1 for _, choices in self.choices)

    def keep(self, revisions: Sequence[int]) -> list[int]:
        """Return the revisions of the guides that fit the filters, in the same order."""
        if not self.chosen:
            return list(revisions)
        conditions = [each.condition(self.chosen[each.name]) for each, _ in self.choices if each.name in self.chosen]
        fitting = GuideIndex.objects.filter(*conditions, revision__in=revisions).order_by()
        kept = set(fitting.values_list("revision", flat=True))
        return [revision for revision in revisions if revision in kept]


def _is_known(filter_: Filter, key: str) -> bool:
    if filter_.bands:
        return any(band.key == key for band in filter_.bands)
    return 0 < len(key) <= LONGEST_NAME and (filter_.name != "remote" or filter_.words(key) != key)


def _choices(filter_: Filter, rows: list[dict], chosen: str) -> list[Choice]:
    """Return the choices that the results have, and the chosen one."""
    if filter_.bands:
        currencies = {f"{row['currency'].lower()}-" for row in rows if row["currency"]}
        keys = {band.key for band in filter_.bands if band.key.startswith(tuple(currencies))}
    else:
        keys = {row[filter_.column] or NOT_STATED for row in rows}
    keys |= {chosen} - {""}
    return [Choice(key, filter_.words(key), 0, key == chosen) for key in filter_.in_order(keys)]
