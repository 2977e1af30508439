"""`/preview/<token>/`: a revision for a reviewer without an account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guides.editing.preview_links import revision_for
from guides.models.preview_link import LIFETIME
from guides.web.guides import render_guide


@require_safe
def shared_preview(request: HttpRequest, token: str) -> HttpResponse:
    """Show a revision as readers would see it, or 410 after the link ended."""
    revision = revision_for(token)
    if revision is None:
        return render(request, "guides/preview_over.html", {"days": LIFETIME.days}, status=410)
    return render_guide(request, revision.guide, preview=True, revision=revision)
