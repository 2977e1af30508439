"""Pages across all guides: skills, and a skill."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from guides.finding import skills
from guides.finding.paging import NumberedPaginator, query_of
from guides.models import Skill
from guides.web.guides import with_query


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
