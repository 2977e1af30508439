"""`/guides/<slug>/interview/`."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from guides.document.tools import INTERVIEW
from guides.models import Revision
from guides.toolkit.interview import RULES, build_interview, interview_outline
from guides.toolkit.writers import FORMATS
from guides.web.toolkit import download_or_404, for_live_guide, render_tool


@require_safe
@for_live_guide
def interview(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Show the questions; `as` downloads them in a format."""
    document = revision.guide
    if wanted := request.GET.get("as"):
        return download_or_404(interview_outline(document), wanted, revision, f"{document.slug}-{INTERVIEW.path}")
    context = {"groups": build_interview(document), "revision": revision, "rules": RULES, "formats": FORMATS.values()}
    return render_tool(request, "guides/interview.html", INTERVIEW, document, context)
