"""`/guides/<slug>/resume/`: the example for a rung by GET, the builder by POST."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from guides.document.needs import has_marks
from guides.document.tools import RESUME
from guides.models import Revision
from guides.toolkit.gaps import write_marked_html
from guides.toolkit.job_description.template import build_template
from guides.toolkit.levels import LevelForm
from guides.toolkit.mistakes import mistakes_of
from guides.toolkit.resume import RULES
from guides.toolkit.resume.checks import check_resume
from guides.toolkit.resume.example import build_notes, choose_rung, draft_example
from guides.toolkit.resume.form import ResumeForm, as_data
from guides.toolkit.resume.json_resume import write_resume
from guides.toolkit.resume.keywords import build_keywords, stands_in
from guides.toolkit.resume.own import draft_resume
from guides.toolkit.writers import FORMS, write_plain
from guides.web.stateless import FileForm, stateless
from guides.web.toolkit import as_file, download, download_or_404, for_live_guide, render_tool

TEMPLATE = "guides/resume.html"
PARTS = {part.name for part in ResumeForm.parts}


@stateless
@for_live_guide
def resume(request: HttpRequest, revision: Revision) -> HttpResponse:
    return build(request, revision) if request.method == "POST" else example(request, revision)


def example(request: HttpRequest, revision: Revision) -> HttpResponse:
    """The example for `level`; `as` takes it away in a form."""
    document, template = revision.guide, build_template(revision.guide)
    choice = LevelForm(template, request.GET)
    rung = choose_rung(document, template, choice.number)
    page = draft_example(document, rung)
    if wanted := request.GET.get("as"):
        return download_or_404(page, wanted, revision, f"{document.slug}-{RESUME.path}-example")
    context = {
        "choice": choice,
        "rung": rung,
        "sheet": write_marked_html(page),
        "notes": build_notes(document, rung),
        "form": ResumeForm(headline=rung.level.title),
    }
    return _page(request, revision, context)


def build(request: HttpRequest, revision: Revision) -> HttpResponse:
    """What `do` asks for: to read a file, to add a row, to take the resume away, else to draw it up."""
    wanted = request.POST.get("do", "")
    action, _, name = wanted.partition("-")
    if action == "read":
        return read(request, revision)
    if action == "add" and name in PARTS:
        return _page(request, revision, {"form": ResumeForm(request.POST, grows=name)})
    form = ResumeForm(request.POST)
    if form.is_valid() and wanted == "json":
        return as_file(write_resume(form.person()), "application/json", f"{revision.guide.slug}-{RESUME.path}.json")
    if form.is_valid() and wanted in FORMS:
        return download(draft_resume(form.person()), FORMS[wanted], revision, f"{revision.guide.slug}-{RESUME.path}")
    return _page(request, revision, drawn(revision, form))


def read(request: HttpRequest, revision: Revision) -> HttpResponse:
    """The form with what a file says, drawn up at once; with the file's mistakes, what was typed stays."""
    file = FileForm(request.POST, request.FILES)
    if not file.is_valid():
        mistakes = list(mistakes_of(file, {}))
        return _page(request, revision, {"form": ResumeForm(request.POST), "file": file, "mistakes": mistakes})
    form = ResumeForm(as_data(file.resume))
    return _page(request, revision, {**drawn(revision, form), "left_out": file.resume.left_out, "was_read": True})


def drawn(revision: Revision, form: ResumeForm) -> dict[str, Any]:
    """The resume of a form with what is to be said about it; of one with mistakes, these alone."""
    if not form.is_valid():
        return {"form": form, "mistakes": form.mistakes()}
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
    words = context.get("text")
    keywords = [(keyword, words is not None and stands_in(keyword, words)) for keyword in build_keywords(document)]
    shared = {
        "revision": revision,
        "rules": RULES,
        "forms": FORMS.values(),
        "file": FileForm(),
        "keywords": keywords,
        "has_marks": has_marks(document),
    }
    return render_tool(request, TEMPLATE, RESUME, document, {**shared, **context})
