"""Tools into which people write about themselves: what they send is answered and kept nowhere."""

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


class KeptInMemory(MemoryFileUploadHandler):
    """Keeps a file in memory whatever the size of the request, and of a file no more than tells that it is too large.

    Django's own handlers write what is larger than 2.5 MB to disk.
    """

    def handle_raw_input(self, *args: Any, **options: Any) -> None:
        self.activated = True

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.file.write(raw_data[: max(0, LARGEST_FILE + 1 - start)])

    def file_complete(self, file_size: int):
        return super().file_complete(min(file_size, LARGEST_FILE + 1))


def stateless(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view that answers GET like any page and POST to the sender alone: no cookie, no session, nothing kept.

    It asks for no token against forgery: a POST changes nothing here and reads nothing of who sends it, so a forged
    one gains nothing, and a token would need a cookie.
    """

    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @sensitive_post_parameters()
    @wraps(view)
    def kept_nowhere(request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        request.upload_handlers = [KeptInMemory(request)]
        return view(request, *args, **options)

    return kept_nowhere


class FileForm(forms.Form):
    """A JSON Resume to read; `resume` is what it says once the form is valid."""

    file = forms.FileField(
        label="Read a JSON Resume",
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
        help_text=f"A file that was taken away here, or that another program wrote; at most {LARGEST_FILE // 1000} KB. "
        "What it says replaces what stands in the form.",
        error_messages={"required": "Choose a file first.", "empty": "The file is empty."},
    )

    resume: Resume

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        try:
            self.resume = read_resume(file.read())
        except ResumeFileError as error:
            raise forms.ValidationError(error.mistakes) from error
        return file
