"""Tools with personal input: it is used for the response and stored nowhere."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from guides.toolkit.resume.json_resume import LARGEST_FILE, Resume, ResumeFileError, read_resume


class InMemoryUploadHandler(MemoryFileUploadHandler):
    """Keeps uploads of any size in memory, cut off just above the size limit.

    Django's own handlers write files larger than 2.5 MB to disk.
    """

    def handle_raw_input(self, *args: Any, **options: Any) -> None:
        self.activated = True

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.file.write(raw_data[: max(0, LARGEST_FILE + 1 - start)])

    def file_complete(self, file_size: int):
        return super().file_complete(min(file_size, LARGEST_FILE + 1))


def stateless(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Make a view accept GET and POST without a cookie or session, and store nothing.

    CSRF protection is off: a POST changes nothing and reads nothing about its sender, so a forged one gains nothing,
    and a token would need a cookie.
    """

    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @sensitive_post_parameters()
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        request.upload_handlers = [InMemoryUploadHandler(request)]
        return view(request, *args, **options)

    return wrapped


class FileForm(forms.Form):
    """The upload of a JSON Resume; a valid form has its contents as `resume`."""

    file = forms.FileField(
        label="Read a JSON Resume",
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
        help_text=f"A file that was downloaded here, or that another program wrote; at most {LARGEST_FILE // 1000} KB. "
        "What it says replaces what stands in the form.",
        error_messages={"required": "Choose a file first.", "empty": "The file is empty."},
    )

    resume: Resume

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        try:
            self.resume = read_resume(file.read())
        except ResumeFileError as error:
            raise forms.ValidationError(error.errors) from error
        return file
