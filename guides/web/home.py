"""Home: the search with examples, the fields, all jobs in one drawing, the tools, and why to trust the figures."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guides.document.tools import JOB_DESCRIPTION, TOOLS
from guides.finding.fields import growth_by_field, live_fields
from guides.finding.overview import live_numbers, occupation_number
from guides.models import GuideIndex
from guides.pages import list_rows
from guides.pages.home import field_cards, overview_of_fields, overview_of_guides
from guides.pages.structured_data import website_data

MOST_DRAWN = 300  # guides; beyond them the drawing shows fields
MOST_FIELDS = 24
MOST_ROWS = 8  # guides in rows, where there are too few to draw
TOOLS_FOR_READERS = tuple(tool for tool in TOOLS if tool is not JOB_DESCRIPTION)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    numbers, fields = live_numbers(), live_fields()
    if numbers.guides > MOST_DRAWN:
        overview, guides = overview_of_fields(fields, growth_by_field()), None
    else:
        live = list(GuideIndex.objects.live())
        overview = overview_of_guides(live)
        guides = None if overview else list_rows(live[:MOST_ROWS], request.GET.get("currency"))
    context = {
        "numbers": numbers,
        "fields": field_cards(fields[:MOST_FIELDS]),
        "field_number": len(fields),
        "overview": overview,
        "guides": guides,
        "query": QueryDict(),
        "tools": TOOLS_FOR_READERS,
        "tool_for_employers": JOB_DESCRIPTION,
        "occupations": occupation_number(),
        "data": website_data(request.build_absolute_uri("/")),
    }
    return render(request, "guides/home.html", context)
