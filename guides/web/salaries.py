"""Pay by level across all guides: a page of jobs or of levels, and a file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from guides.finding import salaries
from guides.finding.browsing import LONGEST_IGNORED
from guides.finding.paging import NumberedPaginator, query_of
from guides.finding.salaries import Salaries
from guides.models import SalaryLevelIndex
from guides.pages.pay import CurrencyChoice, PayScale, currency_choices
from guides.pages.provenance import FigureSources, cited
from guides.rendering.words import CURRENCY_NAMES
from guides.web.csv_files import csv_response
from guides.web.occupations import unknown_filters
from guides.web.programs import for_programs
from guides.web.sorting import sortable

LEVELS = "levels"
DEFAULT_SORTS = {"": "-highest", LEVELS: "-median"}
HEAD = ("job", "field", "level", "position", "median", "average", "currency", "source", "page")


@dataclass(frozen=True)
class State:
    """What a page shows, as its query string says; unknown values count as none.

    The first view was that of levels once, so the sort keys that only it has lead to it.
    """

    view: str
    sort: str
    field: str
    choices: tuple[CurrencyChoice, ...]
    fields: Mapping[str, int]
    ignored: tuple[str, ...]

    @classmethod
    def read(cls, parameters: Mapping[str, str]) -> "State":
        found = Salaries.read()
        view, sort, field, currency = (parameters.get(name, "") for name in ("view", "sort", "category", "currency"))
        column = sort.removeprefix("-")
        is_old = column in salaries.LEVEL_COLUMNS and column not in salaries.JOB_COLUMNS
        shown = LEVELS if view == LEVELS or is_old else ""
        choices = currency_choices(found.currencies(of_levels=bool(shown)), currency)
        fields = found.fields(next((choice.code for choice in choices if choice.is_chosen), ""))
        columns = salaries.LEVEL_COLUMNS if shown else salaries.JOB_COLUMNS
        known = {
            "view": view == LEVELS,
            "sort": column in columns,
            "category": field in fields,
            "currency": any(choice.code == currency for choice in choices),
        }
        unknown = [parameters[name] for name, is_known in known.items() if parameters.get(name) and not is_known]
        return cls(
            view=shown,
            sort=sort if known["sort"] else DEFAULT_SORTS[shown],
            field=field if known["category"] else "",
            choices=choices,
            fields=fields,
            ignored=tuple(value[:LONGEST_IGNORED] for value in unknown),
        )

    @property
    def currency(self) -> str:
        """The chosen currency, empty if no guide states pay by level."""
        return next((choice.code for choice in self.choices if choice.is_chosen), "")

    @cached_property
    def columns(self) -> dict[str, tuple[str, str]]:
        return salaries.LEVEL_COLUMNS if self.view else salaries.JOB_COLUMNS

    @cached_property
    def query(self) -> QueryDict:
        """The state as a query string, the same for equal states."""
        return query_of(
            {
                "view": self.view,
                "category": self.field,
                "currency": self.currency if self.currency != self.choices[0].code else "",
                "sort": self.sort if self.sort != DEFAULT_SORTS[self.view] else "",
            }
        )


@require_safe
def salary_list(request: HttpRequest) -> HttpResponse:
    state = State.read(request.GET)
    if not state.currency:
        return render(request, "guides/salaries.html")
    entries = salaries.levels_in if state.view else salaries.jobs_in
    found = entries(state.currency, state.field, state.sort)
    page = NumberedPaginator(found, salaries.PAGE_SIZE).get_page(request.GET.get("page"))
    levels = page if state.view else [level for guide in page for level in guide.levels_here]
    axis = salaries.levels_axis(levels, state.currency)
    rows, notes = (salaries.level_rows if state.view else salaries.job_rows)(page, axis)
    context = {
        "state": state,
        "scale": PayScale(axis, state.choices),
        "currency_name": CURRENCY_NAMES.get(state.currency, state.currency),
        "columns": [
            sortable(key, label, state.sort, down_first=key in salaries.AMOUNTS)
            for key, (label, _) in state.columns.items()
        ],
        "page": page,
        "rows": rows,
        "notes": notes,
        "query": state.query,
        "cited": cited(note.source for note in (*notes, *(note for row in rows for note in row.notes))),
        "csv": f"{reverse('salary_csv')}?{state.query.urlencode()}".rstrip("?"),
    }
    return render(request, "guides/salaries.html", context)


@for_programs
@require_safe
def salary_csv(request: HttpRequest) -> HttpResponse:
    """Return the levels of the list under its currency, field and order, all pages of it."""
    state = State.read(request.GET)
    if state.ignored:
        return unknown_filters(state)
    return csv_response("salaries", HEAD, _rows(state, request))


def _rows(state: State, request: HttpRequest) -> Iterator[list[object]]:
    if state.view:
        levels: Iterator[SalaryLevelIndex] = iter(salaries.levels_in(state.currency, state.field, state.sort))
    else:
        guides = salaries.jobs_in(state.currency, state.field, state.sort)
        levels = (level for guide in guides for level in _with_guide(guide))
    for level in levels:
        guide = level.guide
        yield [
            *(guide.title, guide.category, level.title, level.position, level.median, level.average),
            *(level.currency, FigureSources(guide.provenance, guide.sources).of("median", level.title).words),
            request.build_absolute_uri(reverse("guide", args=(guide.slug,))),
        ]


def _with_guide(guide) -> Iterator[SalaryLevelIndex]:
    for level in guide.levels_here:
        level.guide = guide
        yield level
