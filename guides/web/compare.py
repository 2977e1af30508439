"""The comparison of guides, and the page to choose them on."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from guides.finding.comparing import FEWEST, MOST, compare
from guides.finding.neighbors import nearest, skills_of
from guides.models import GuideIndex

MOST_ASKED = 12  # slugs to look up
MOST_OFFERED = 24
LONGEST_TITLE = 200


@require_safe
def compare_guides(request: HttpRequest) -> HttpResponse:
    """Compare two to four guides, or show the page to choose them; `find` searches for more by title."""
    asked = request.GET.getlist("roles")
    slugs = list(dict.fromkeys(slug for value in asked for slug in value.split(",") if slug))[:MOST_ASKED]
    if any("," in value for value in asked):
        return redirect(f"{reverse('compare')}?{urlencode({'roles': slugs}, doseq=True)}")
    guides = known_guides(slugs)
    unknown = [slug for slug in slugs if slug not in guides]
    chosen = list(dict.fromkeys(guides[slug] for slug in slugs if slug in guides))
    if "find" in request.GET or not FEWEST <= len(chosen) <= MOST:
        return choose(request, chosen, unknown)
    query = QueryDict(urlencode({"roles": [guide.slug for guide in chosen]}, doseq=True))
    comparison = compare(chosen, request.GET.get("currency"))
    context = {"comparison": comparison, "query": query, "unknown": unknown, "most": MOST}
    return render(request, "guides/compare.html", context)


def choose(request: HttpRequest, chosen: list[GuideIndex], unknown: list[str]) -> HttpResponse:
    words = request.GET.get("title", "").replace("\0", "")[:LONGEST_TITLE].strip()
    context = {
        "chosen": chosen,
        "unknown": unknown,
        "offered": offered_guides(words, chosen),
        "words": words,
        "fewest": FEWEST,
        "most": MOST,
    }
    return render(request, "guides/compare_choose.html", context, status=404 if unknown and not chosen else 200)


def known_guides(slugs: list[str]) -> dict[str, GuideIndex]:
    """Return live guides by the requested slugs, current or former."""
    guides = (
        GuideIndex.objects.live()
        .known_as([slug.replace("\0", "") for slug in slugs])
        .select_related("revision")
        .prefetch_related("skills__skill")
    )
    return {guide.known_slug: guide for guide in guides}


def offered_guides(words: str, chosen: list[GuideIndex]) -> list[GuideIndex]:
    """Return guides to choose from: by words in the title, else similar to the first chosen guide, else any."""
    taken = [guide.slug for guide in chosen]
    if chosen and not words:
        document = chosen[0].revision.guide
        return list(nearest(document, skills_of(document), sharing=(), shown=taken))
    guides = GuideIndex.objects.live().exclude(slug__in=taken)
    return list((guides.filter(title_key__contains=words.casefold()) if words else guides)[:MOST_OFFERED])
