"""`/guides/<slug>/job-description/`."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from guides.models import Revision
from guides.toolkit.job_description.sheet import draw_sheet
from guides.toolkit.job_description.template import draw_template
from guides.toolkit.registry import JOB_DESCRIPTION
from guides.toolkit.writers import FORMS, write_html

from .toolkit import download, for_live_guide, render_tool


@require_safe
@for_live_guide
def job_description(request: HttpRequest, revision: Revision) -> HttpResponse:
    """The description; `?as=docx` and the like take it away."""
    document = revision.guide
    sheet = draw_sheet(draw_template(document))
    wanted = request.GET.get("as")
    if wanted in FORMS:
        return download(sheet, FORMS[wanted], revision, f"{document.slug}-{JOB_DESCRIPTION.path}")
    if wanted:
        raise Http404
    context = {"sheet": write_html(sheet), "forms": FORMS.values()}
    return render_tool(request, "guides/job_description.html", JOB_DESCRIPTION, document, context)
