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
from guides.toolkit.skills_gap import skills_changed
from guides.toolkit.writers import FORMS, write_html
from guides.web.readiness import answers_of, without_revision
from guides.web.toolkit import as_file, for_live_guide, kept_revision, render_tool


@require_safe
@for_live_guide
def pack(request: HttpRequest, revision: Revision) -> HttpResponse:
    """The guide with a plan from the answers in the address, as one page to print; `?as=md` takes it away."""
    used, is_unknown = kept_revision(request, revision)
    document, answers = used.guide, answers_of(request, used.guide)
    if wanted := request.GET.get("as"):
        return download_pack(document, answers, wanted)
    plan = draft_plan(document, answers)
    context = {
        "is_result": True,  # and the guide once more, which has a page of its own
        "revision": used,
        "is_unknown": is_unknown,
        "changed": skills_changed(document, revision.guide) if used != revision else None,
        "present_address": f"?{without_revision(request.GET)}",
        "answers": answers,
        "plan": write_html(plan) if plan.blocks else "",
        "questions": write_html(interview_outline(document)),
        "page": guide_page(document),
        "query": request.GET.urlencode(),
    }
    return render_tool(request, "guides/pack.html", PACK, revision.guide, context)


def download_pack(document: GuideDocument, answers: Answers, wanted: str) -> HttpResponse:
    """The pack as Markdown; 404 for any other form."""
    if wanted != "md":
        raise Http404
    return as_file(write_pack(document, answers).encode(), FORMS["md"].content_type, f"{document.slug}-{PACK.path}.md")
