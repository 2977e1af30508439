"""`/guides/<slug>/readiness/`."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_safe

from guides.document import GuideDocument
from guides.document.tools import READINESS
from guides.models import Revision
from guides.toolkit.readiness import MOST_YEARS, RULES, Answers, assess, read_answers
from guides.toolkit.skills_gap import compare_skills, measure, skill_keys
from guides.web.toolkit import for_live_guide, render_tool, requested_revision


@require_safe
@for_live_guide
def readiness(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Show the questions, and the result of the answers in the address: `years`, `has`, `done` and ratings; `v` is the
    revision."""
    used, is_unknown = requested_revision(request, revision)
    document, answers = used.guide, answers_of(request, used.guide)
    marks = document.marks
    context = {
        "is_result": not answers.is_empty,
        "rules": RULES,
        "revision": used,
        "is_unknown": is_unknown,
        "changed": compare_skills(document, revision.guide) if used != revision else None,
        "current_address": f"{reverse(READINESS.kind, args=(revision.guide.slug,))}?{without_revision(request.GET)}",
        "answers": answers,
        "result": None if answers.is_empty else assess(document, answers),
        "requirements": [
            (key, text, marks.get(text, "")) for text, key in skill_keys(document.education_requirements).items()
        ],
        "levels": document.career_path,
        "guide_steps": document.steps,
        "gap": measure(document, answers.ratings),
        "years": request.GET.get("years", "")[:20],
        "most_years": MOST_YEARS,
        "query": request.GET.urlencode(),
    }
    return render_tool(request, "guides/readiness.html", READINESS, revision.guide, context)


def answers_of(request: HttpRequest, document: GuideDocument) -> Answers:
    return read_answers(request.GET.dict(), dict(request.GET.lists()), document)


def without_revision(query: QueryDict) -> str:
    others = query.copy()
    others.pop("v", None)
    return others.urlencode()
