"""`/guides/<slug>/resume/`: GET shows the example for a level, POST runs the builder."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from guides.document.levels import levels_of
from guides.document.needs import has_marks
from guides.document.tools import RESUME
from guides.models import Revision
from guides.toolkit.errors import form_errors
from guides.toolkit.levels import LevelForm
from guides.toolkit.placeholders import write_marked_html
from guides.toolkit.resume import RULES
from guides.toolkit.resume.checks import check_resume
from guides.toolkit.resume.example import build_notes, choose_level, draft_example
from guides.toolkit.resume.form import ResumeForm, as_data
from guides.toolkit.resume.json_resume import write_resume
from guides.toolkit.resume.keywords import build_keywords, contains
from guides.toolkit.resume.own import draft_resume
from guides.toolkit.writers import FORMATS, write_plain
from guides.web.stateless import FileForm, stateless
from guides.web.toolkit import as_file, download, download_or_404, for_live_guide, render_tool

TEMPLATE = "guides/resume.html"
PARTS = {part.name for part in ResumeForm.parts}


@stateless
@for_live_guide
def resume(request: HttpRequest, revision: Revision) -> HttpResponse:
    return build(request, revision) if request.method == "POST" else example(request, revision)


def example(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Show the example for `level`; `as` downloads it in a format."""
    document, found = revision.guide, levels_of(revision.guide)
    choice = LevelForm(found, request.GET)
    target = choose_level(document, found, choice.number)
    page = draft_example(document, target)
    if wanted := request.GET.get("as"):
        return download_or_404(page, wanted, revision, f"{document.slug}-{RESUME.path}-example")
    context = {
        "choice": choice,
        "sheet": write_marked_html(page),
        "notes": build_notes(document, target),
        "form": ResumeForm(headline=target.level.title),
    }
    return _page(request, revision, context)


def build(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Run the action in `do`: read a file, add a row, or download the resume; by default, show it."""
    wanted = request.POST.get("do", "")
    action, _, name = wanted.partition("-")
    if action == "read":
        return read(request, revision)
    if action == "add" and name in PARTS:
        return _page(request, revision, {"form": ResumeForm(request.POST, add_to=name)})
    form = ResumeForm(request.POST)
    if form.is_valid() and wanted == "json":
        return as_file(write_resume(form.person()), "application/json", f"{revision.guide.slug}-{RESUME.path}.json")
    if form.is_valid() and wanted in FORMATS:
        return download(draft_resume(form.person()), FORMATS[wanted], revision, f"{revision.guide.slug}-{RESUME.path}")
    return _page(request, revision, resume_context(revision, form))


def read(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Fill the form from an uploaded file and show the resume; if the file has errors, keep the form's input."""
    file = FileForm(request.POST, request.FILES)
    if not file.is_valid():
        errors = list(form_errors(file, {}))
        return _page(request, revision, {"form": ResumeForm(request.POST), "file": file, "errors": errors})
    form = ResumeForm(as_data(file.resume))
    return _page(
        request, revision, {**resume_context(revision, form), "left_out": file.resume.left_out, "was_read": True}
    )


def resume_context(revision: Revision, form: ResumeForm) -> dict[str, Any]:
    """Return the context for a form: the resume with its findings, or only the errors."""
    if not form.is_valid():
        return {"form": form, "errors": form.errors()}
    document, person = revision.guide, form.person()
    page = draft_resume(person)
    return {
        "form": form,
        "own_sheet": write_marked_html(page),
        "text": write_plain(page),
        "findings": check_resume(document, person, page),
    }


def _page(request: HttpRequest, revision: Revision, context: dict[str, Any]) -> HttpResponse:
    document = revision.guide
    text = context.get("text")
    keywords = [(keyword, text is not None and contains(text, keyword)) for keyword in build_keywords(document)]
    shared = {
        "revision": revision,
        "rules": RULES,
        "formats": FORMATS.values(),
        "file": FileForm(),
        "keywords": keywords,
        "has_marks": has_marks(document),
    }
    return render_tool(request, TEMPLATE, RESUME, document, {**shared, **context})
