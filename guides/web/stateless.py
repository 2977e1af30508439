"""Tools with personal input: it is used for the response and stored nowhere."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from guides.toolkit.resume.json_resume import LARGEST_FILE, Resume, ResumeFileError, read_resume
from guides.web.bodies import FORM_BYTES

FILE_FORM_BYTES = FORM_BYTES + LARGEST_FILE  # less than what Django writes to disk


def stateless(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Make a view accept GET and POST without a cookie or session, and store nothing.

    CSRF protection is off: a POST changes nothing and reads nothing about its sender, so a forged one gains nothing,
    and a token would need a cookie.
    """

    return csrf_exempt(require_http_methods(["GET", "HEAD", "POST"])(sensitive_post_parameters()(view)))


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
