"""`/guides/<slug>/resume/`: GET shows a sample resume or the template, POST runs the builder."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from guides.document.needs import has_marks
from guides.document.tools import RESUME
from guides.models import Revision
from guides.toolkit.errors import form_errors
from guides.toolkit.placeholders import write_marked_html
from guides.toolkit.resume import RULES
from guides.toolkit.resume.checks import check_resume
from guides.toolkit.resume.form import ResumeForm, as_data
from guides.toolkit.resume.json_resume import write_resume
from guides.toolkit.resume.keywords import build_keywords, contains
from guides.toolkit.resume.own import draft_resume
from guides.toolkit.resume.sample import draft_sample, sample_person
from guides.toolkit.resume.template import draft_template
from guides.toolkit.writers import FORMATS, write_plain
from guides.web.samples import Example, chosen_sample
from guides.web.stateless import FileForm, stateless
from guides.web.toolkit import as_file, download, download_or_404, for_live_guide, render_tool

TEMPLATE = "guides/resume.html"
PARTS = {part.name for part in ResumeForm.parts}


@stateless
@for_live_guide
def resume(request: HttpRequest, revision: Revision) -> HttpResponse:
    return build(request, revision) if request.method == "POST" else show_example(request, revision)


def example_for(request: HttpRequest, revision: Revision) -> Example:
    document = revision.guide
    choice = chosen_sample(request, document, document.resumes)
    page = draft_sample(choice.sample) if choice.sample else draft_template(document.title)
    return Example(document, RESUME, choice, page)


def show_example(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Show the sample for `situation`, or the template; `as` downloads it in a format."""
    wanted = request.GET.get("as")
    if not wanted:
        return _page(request, revision, {})
    example = example_for(request, revision)
    if wanted == "json" and example.choice.sample:
        return as_file(write_resume(sample_person(example.choice.sample)), "application/json", f"{example.file}.json")
    return download_or_404(example.page, wanted, revision, example.file)


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
    document, example = revision.guide, example_for(request, revision)
    text = context.get("text")
    keywords = [(keyword, text is not None and contains(text, keyword)) for keyword in build_keywords(document)]
    shared = {
        "revision": revision,
        "rules": RULES,
        "formats": FORMATS.values(),
        "file": FileForm(),
        "keywords": keywords,
        "has_marks": has_marks(document),
        "form": ResumeForm(headline=example.position),
        "has_json": bool(example.choice.sample),
        **example.context(),
    }
    return render_tool(request, TEMPLATE, RESUME, document, {**shared, **context})
