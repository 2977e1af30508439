"""What the Markdown editor of the admin asks for: previews, and places for pictures."""

from functools import wraps

from django.contrib.admin.models import ADDITION, LogEntry
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST, require_safe

from guides.document.numbers import whole_number
from guides.editing.picture_uploads import MOST_BYTES, PictureForm, store, too_large
from guides.models import Picture
from guides.rendering.markdown import render_markdown

FORM_BYTES = 100_000  # what a form may weigh besides its file


def editors_only(view):
    """Let in only staff who may change roles; everybody else gets 403."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not (request.user.is_staff and request.user.has_perm("guides.change_role")):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@require_POST
@editors_only
def preview(request: HttpRequest) -> HttpResponse:
    """Markdown as the site renders it."""
    return HttpResponse(render_markdown(request.POST.get("content", "")))


@csrf_exempt  # only until it is known who asks and for how much: the check of the token reads the whole body
@require_POST
@editors_only
def upload(request: HttpRequest) -> HttpResponse:
    """Keep a picture. The answer holds the Markdown that shows it, or says what is wrong field by field."""
    length = whole_number(request.META.get("CONTENT_LENGTH") or "0")
    if length is None or length > MOST_BYTES + FORM_BYTES:
        return JsonResponse({"image": [too_large()]}, status=413)
    return _upload(request)


@csrf_protect
def _upload(request: HttpRequest) -> HttpResponse:
    form = PictureForm(request.POST, request.FILES)
    if not form.is_valid():
        return JsonResponse(form.errors, status=400)
    form.instance.uploaded_by = request.user
    picture = store(form.instance, form.cleaned_data["image"])
    LogEntry.objects.log_actions(request.user.pk, [picture], ADDITION, [{"added": {}}])
    return JsonResponse({"image_code": picture.markdown})


@require_safe
@editors_only
def lead_picture(request: HttpRequest, pk: int) -> HttpResponse:
    """A picture to choose the focus on, for the form of a role."""
    return render(request, "admin/guides/picture_focus.html", {"picture": get_object_or_404(Picture, pk=pk)})
