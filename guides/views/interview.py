"""`/guides/<slug>/interview/`."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from guides.models import Revision
from guides.toolkit.interview import RULES, draw_interview, interview_outline
from guides.toolkit.registry import INTERVIEW
from guides.toolkit.writers import FORMS

from .toolkit import download, for_live_guide, render_tool, wanted_form


@require_safe
@for_live_guide
def interview(request: HttpRequest, revision: Revision) -> HttpResponse:
    """The questions; `?as=docx` and the like take them away."""
    document = revision.guide
    if wanted := wanted_form(request, FORMS):
        return download(interview_outline(document), FORMS[wanted], revision, f"{document.slug}-{INTERVIEW.path}")
    context = {"groups": draw_interview(document), "revision": revision, "rules": RULES, "forms": FORMS.values()}
    return render_tool(request, "guides/interview.html", INTERVIEW, document, context)
