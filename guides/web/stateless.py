"""Tools with personal input: it is used for the response and stored nowhere.

A form is filled from an uploaded file or from an example. Where that would replace typed words, the page asks first and
holds the file or the name of the example in a hidden field.
"""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from guides.toolkit.resume.json_resume import LARGEST_FILE, Resume, ResumeFileError, read_resume
from guides.toolkit.row_actions import REMOVED
from guides.web.bodies import FORM_BYTES

FILE_FORM_BYTES = FORM_BYTES + LARGEST_FILE  # less than what Django writes to disk
HELD_FILE, HELD_EXAMPLE = "held-file", "held-example"
NOT_TYPED = ("do", HELD_FILE, HELD_EXAMPLE, "example", "rest", "situation", "order", "ordered-for", "design", "paper")
LONGEST_FILE_NAME = 60  # letters of a person's name in the name of a file


def stateless(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Make a view accept GET and POST without a cookie or session, and store nothing.

    CSRF protection is off: a POST changes nothing and reads nothing about its sender, so a forged one gains nothing,
    and a token would need a cookie.
    """

    return csrf_exempt(require_http_methods(["GET", "HEAD", "POST"])(sensitive_post_parameters()(view)))


class FileForm(forms.Form):
    """The upload of a JSON Resume; a valid form has its contents as `resume`, and as `text` in one line."""

    file = forms.FileField(
        label="JSON Resume file",
        widget=forms.FileInput(attrs={"accept": ".json,application/json", "form": "builder"}),
        help_text=f"Downloaded here or written by another program. At most {LARGEST_FILE // 1000} KB.",
        error_messages={"required": "Choose a file first.", "empty": "The file is empty."},
    )

    resume: Resume
    text: str

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        content = file.read()
        try:
            self.resume = read_resume(content)
        except ResumeFileError as error:
            raise forms.ValidationError(error.errors) from error
        # Line breaks stand only between the parts of JSON. A form would send each as two characters.
        self.text = content.decode("utf-8-sig").translate({ord("\r"): " ", ord("\n"): " "})
        return file


@dataclass(frozen=True, slots=True)
class Question:
    """Whether to replace what is typed by `words`, such as “This file”; `held` travels in the field `name`, and `what`
    is what would be replaced, empty for all of it."""

    words: str
    name: str
    held: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class Filling:
    """What fills a form: a valid `file`, or the example with the key `example`; neither for a key without one."""

    file: FileForm
    example: str
    question: Question


def asked_filling(request: HttpRequest) -> Filling | None:
    """Return what a request fills the form with; its `do` is `read`, `start-KEY`, or `replace` with what was held."""
    wanted, posted = request.POST.get("do", ""), request.POST
    if wanted.startswith("start-") or (wanted == "replace" and HELD_EXAMPLE in posted):
        key = posted.get(HELD_EXAMPLE, "") if wanted == "replace" else wanted.removeprefix("start-")
        return Filling(FileForm(), key, Question("The example", HELD_EXAMPLE, key))
    if wanted == "read":
        file = FileForm(posted, request.FILES)
    elif wanted == "replace":
        held = SimpleUploadedFile("resume.json", posted.get(HELD_FILE, "").encode(errors="replace"))
        file = FileForm(posted, {"file": held})
    else:
        return None
    return Filling(file, "", Question("The file", HELD_FILE, file.text if file.is_valid() else ""))


def is_begun(posted: Mapping[str, str], untouched: Mapping[str, str]) -> bool:
    """Return whether somebody typed anything: a field has words that are not those of the `untouched` form."""
    return any(
        value.strip() and value.strip() != untouched.get(name, "").strip()
        for name, value in posted.items()
        if name not in NOT_TYPED and not name.startswith(REMOVED) and not name.endswith(("_FORMS", "-rest"))
    )


def file_name(person: str, kind: str, ending: str) -> str:
    """Return the name of a person's file: `Ada-Byron-Resume.pdf`, without accents where letters allow it."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", person) if not unicodedata.combining(letter))
    words = "".join(letter if letter.isalnum() else " " for letter in plain[:LONGEST_FILE_NAME]).split()
    return f"{'-'.join([*words, *kind.split()])}.{ending}"
