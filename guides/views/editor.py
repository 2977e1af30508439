"""What the Markdown editor of the admin asks for: previews; pictures are not taken yet."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from guides.markdown import render_markdown


def editors_only(view):
    """Let in only staff who may change roles; everybody else gets 403."""

    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        if not (request.user.is_staff and request.user.has_perm("guides.change_role")):
            raise PermissionDenied
        return view(request)

    return guarded


@require_POST
@editors_only
def preview(request: HttpRequest) -> HttpResponse:
    """Markdown as the site renders it."""
    return HttpResponse(render_markdown(request.POST.get("content", "")))


@require_POST
@editors_only
def upload(request: HttpRequest) -> HttpResponse:
    return JsonResponse({"image": ["Pictures cannot be uploaded yet."]}, status=403)
