"""`/guides/<slug>/cover-letter/`: GET shows a sample letter or the template, POST runs the builder."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from guides.document.needs import has_marks
from guides.document.tools import COVER_LETTER
from guides.models import Revision
from guides.toolkit.cover_letter import RULES
from guides.toolkit.cover_letter.form import LetterForm, as_data
from guides.toolkit.cover_letter.letter import check_letter, draft_letter
from guides.toolkit.cover_letter.sample import draft_sample
from guides.toolkit.cover_letter.template import draft_template
from guides.toolkit.errors import form_errors
from guides.toolkit.placeholders import write_marked_html
from guides.toolkit.resume.keywords import build_keywords
from guides.toolkit.writers import FORMATS, write_plain
from guides.web.samples import Example, chosen_sample
from guides.web.stateless import FileForm, stateless
from guides.web.toolkit import download, download_or_404, for_live_guide, render_tool

TEMPLATE = "guides/cover_letter.html"


@stateless
@for_live_guide
def cover_letter(request: HttpRequest, revision: Revision) -> HttpResponse:
    return build(request, revision) if request.method == "POST" else show_example(request, revision)


def example_for(request: HttpRequest, revision: Revision) -> Example:
    document = revision.guide
    choice = chosen_sample(request, document, document.letters)
    page = draft_sample(choice.sample) if choice.sample else draft_template(document.title)
    return Example(document, COVER_LETTER, choice, page)


def show_example(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Show the sample for `situation`, or the template; `as` downloads it in a format."""
    if wanted := request.GET.get("as"):
        example = example_for(request, revision)
        return download_or_404(example.page, wanted, revision, example.file)
    return _page(request, revision, {})


def build(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Run the action in `do`: read a file, add a row, or download the letter; by default, show it."""
    wanted, document = request.POST.get("do", ""), revision.guide
    if wanted == "read":
        return read(request, revision)
    if wanted == "add-needs":
        return _page(request, revision, {"form": LetterForm(document, request.POST, add_to="needs")})
    form = LetterForm(document, request.POST)
    if wanted in FORMATS and form.is_valid():
        return download(
            draft_letter(form.application()), FORMATS[wanted], revision, f"{document.slug}-{COVER_LETTER.path}"
        )
    return _page(request, revision, letter_context(form))


def read(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Fill the form from an uploaded resume; fields that the resume lacks keep their input."""
    file = FileForm(request.POST, request.FILES)
    if not file.is_valid():
        form = LetterForm(revision.guide, request.POST)
        return _page(request, revision, {"form": form, "file": file, "errors": list(form_errors(file, {}))})
    form = LetterForm(revision.guide, {**request.POST.dict(), **as_data(file.resume)})
    return _page(request, revision, {**letter_context(form), "was_read": True})


def letter_context(form: LetterForm) -> dict[str, Any]:
    """Return the context for a form: the letter with its findings, or only the errors."""
    if not form.is_valid():
        return {"form": form, "errors": form.errors()}
    application = form.application()
    page = draft_letter(application)
    findings = check_letter(application, page)
    return {"form": form, "own_sheet": write_marked_html(page), "text": write_plain(page), "findings": findings}


def _page(request: HttpRequest, revision: Revision, context: dict[str, Any]) -> HttpResponse:
    document, example = revision.guide, example_for(request, revision)
    shared = {
        "revision": revision,
        "rules": RULES,
        "formats": FORMATS.values(),
        "file": FileForm(),
        "keywords": [(keyword, False) for keyword in build_keywords(document)],
        "has_marks": has_marks(document),
        "form": LetterForm(document, position=example.position),
        **example.context(request),
    }
    return render_tool(request, TEMPLATE, COVER_LETTER, document, {**shared, **context})
