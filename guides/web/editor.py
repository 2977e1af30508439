"""Services for the Markdown editor of the admin: previews and picture uploads."""

from functools import wraps

from django.contrib.admin.models import ADDITION, LogEntry
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST, require_safe

from guides.editing.files import files_and_rows
from guides.editing.picture_uploads import PictureForm, store
from guides.models import Picture
from guides.rendering.markdown import render_markdown
from guides.web.programs import for_previews, for_programs


def editors_only(view):
    """Restrict a view to staff who may change roles; all others get 403."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not (request.user.is_staff and request.user.has_perm("guides.change_role")):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@for_previews
@require_POST
@editors_only
def preview(request: HttpRequest) -> HttpResponse:
    """Render Markdown as on the site."""
    return HttpResponse(render_markdown(request.POST.get("content", "")))


@for_programs
@require_POST
@editors_only
def upload(request: HttpRequest) -> HttpResponse:
    """Store a picture. The response contains its Markdown, or the errors by field."""
    form = PictureForm(request.POST, request.FILES)
    if not form.is_valid():
        return JsonResponse(form.errors, status=400)
    form.instance.uploaded_by = request.user
    with files_and_rows():
        picture = store(form.instance, form.cleaned_data["image"])
        LogEntry.objects.log_actions(request.user.pk, [picture], ADDITION, [{"added": {}}])
    return JsonResponse({"image_code": picture.markdown})


@require_safe
@editors_only
def lead_picture(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a picture on which editors choose the focus, for the form of a role."""
    return render(request, "admin/guides/picture_focus.html", {"picture": get_object_or_404(Picture, pk=pk)})
