"""The files of pictures. Their names are made on upload and never used again, so browsers keep them for good."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from guides.caching import FOR_GOOD, never_changes
from guides.pictures import picture_file


@never_changes
@require_safe
def picture(request: HttpRequest, name: str) -> FileResponse:
    try:
        file = default_storage.open(picture_file(name).path)
    except FileNotFoundError as error:
        raise Http404 from error
    return FileResponse(file, content_type="image/webp", headers={"Cache-Control": FOR_GOOD})
