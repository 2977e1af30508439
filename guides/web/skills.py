"""Pages across all guides: skills, a skill, pay by level."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from guides.finding import salaries, skills
from guides.finding.paging import NumberedPaginator, query_of
from guides.models import Skill
from guides.pages.pay import PayScale, currency_choices
from guides.rendering.words import CURRENCY_NAMES
from guides.web.guides import with_query
from guides.web.sorting import sortable


@require_safe
def skill_list(request: HttpRequest) -> HttpResponse:
    kind = request.GET.get("kind", "")
    kind = kind if kind in skills.KINDS else ""
    letters = skills.letters_of(kind)
    letter = request.GET.get("letter", "").upper()
    letter = letter if letter in letters else ""
    found = skills.live_skills(kind, letter)
    page = NumberedPaginator(found, skills.SKILLS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "letters": [(each, query_of({"kind": kind, "letter": each})) for each in letters],
        "letter": letter,
        "kinds": [(key, label, query_of({"kind": key})) for key, label in {"": "All", **skills.KINDS}.items()],
        "kind": kind,
        "query_without_letter": query_of({"kind": kind}),
        "query": query_of({"kind": kind, "letter": letter}),
    }
    return render(request, "guides/skill_list.html", context)


@require_safe
def skill(request: HttpRequest, slug: str) -> HttpResponse:
    found = Skill.objects.filter(slug=slug).first()
    if found is None:
        return redirect_to_current(request, slug)
    page = NumberedPaginator(skills.uses_of(found), skills.GUIDES_ON_A_PAGE).get_page(request.GET.get("page"))
    if not page.paginator.count:
        raise Http404
    context = {
        "skill": found,
        "page": page,
        "uses": skills.read_uses(page),
        "together": skills.skills_together(found),
        "query": query_of({}),
    }
    return render(request, "guides/skill.html", context)


def redirect_to_current(request: HttpRequest, slug: str) -> HttpResponse:
    """Redirect a former slug to its skill, or raise Http404 if no live guide requires it."""
    current = skills.live_skills().filter(former_slugs__slug=slug).first()
    if current is None:
        raise Http404
    return redirect(with_query(request, reverse("skill", args=(current.slug,))), permanent=True)


@require_safe
def salary_list(request: HttpRequest) -> HttpResponse:
    choices = currency_choices(salaries.currencies_of_levels(), request.GET.get("currency"))
    currency = next((choice.code for choice in choices if choice.is_chosen), None)
    if currency is None:
        return render(request, "guides/salaries.html")
    sort = request.GET.get("sort", "")
    sort = sort if sort.removeprefix("-") in salaries.COLUMNS else salaries.DEFAULT_SORT
    page = NumberedPaginator(salaries.levels_in(currency, sort), salaries.PAGE_SIZE)
    page = page.get_page(request.GET.get("page"))
    state = {
        "currency": currency if currency != choices[0].code else "",
        "sort": sort if sort != salaries.DEFAULT_SORT else "",
    }
    axis = salaries.levels_axis(page, currency)
    rows, notes = salaries.level_rows(page, axis)
    context = {
        "scale": PayScale(axis, choices),
        "currency_name": CURRENCY_NAMES.get(currency, currency),
        "columns": [
            sortable(key, label, sort, down_first=key in ("median", "average"))
            for key, (label, _) in salaries.COLUMNS.items()
        ],
        "page": page,
        "rows": rows,
        "notes": notes,
        "query": query_of(state),
    }
    return render(request, "guides/salaries.html", context)
