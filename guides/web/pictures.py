"""Picture files. Their names are generated on upload and never reused, so browsers can cache them forever."""

from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from guides.rendering.pictures import picture_file
from guides.web.caching import IMMUTABLE, without_validators


@without_validators
@require_safe
def picture(request: HttpRequest, name: str) -> HttpResponse:
    try:
        with default_storage.open(picture_file(name).path) as file:
            content = file.read()
    except FileNotFoundError as error:
        raise Http404 from error
    return HttpResponse(content, content_type="image/webp", headers={"Cache-Control": IMMUTABLE})
