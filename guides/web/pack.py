"""`/guides/<slug>/pack/`."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from guides.document import GuideDocument
from guides.document.tools import PACK
from guides.models import Revision
from guides.pages import guide_page
from guides.toolkit.interview import interview_outline
from guides.toolkit.pack import draft_plan, write_pack
from guides.toolkit.readiness import Answers
from guides.toolkit.skills_gap import compare_skills
from guides.toolkit.writers import FORMATS, write_html
from guides.web.readiness import answers_of, without_revision
from guides.web.toolkit import as_file, for_live_guide, render_tool, requested_revision


@require_safe
@for_live_guide
def pack(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Show the guide and a plan from the answers in the address as one page to print; `?as=md` downloads it."""
    used, is_unknown = requested_revision(request, revision)
    document, answers = used.guide, answers_of(request, used.guide)
    if wanted := request.GET.get("as"):
        return download_pack(document, answers, wanted)
    plan = draft_plan(document, answers)
    context = {
        "is_result": True,  # also without answers, because the page repeats the guide
        "revision": used,
        "is_unknown": is_unknown,
        "changed": compare_skills(document, revision.guide) if used != revision else None,
        "current_address": f"?{without_revision(request.GET)}",
        "answers": answers,
        "plan": write_html(plan) if plan.blocks else "",
        "questions": write_html(interview_outline(document)),
        "page": guide_page(document),
        "query": request.GET.urlencode(),
    }
    return render_tool(request, "guides/pack.html", PACK, revision.guide, context)


def download_pack(document: GuideDocument, answers: Answers, wanted: str) -> HttpResponse:
    """Return the pack as Markdown; 404 for any other format."""
    if wanted != "md":
        raise Http404
    return as_file(
        write_pack(document, answers).encode(), FORMATS["md"].content_type, f"{document.slug}-{PACK.path}.md"
    )
