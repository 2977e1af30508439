"""`/guides/<slug>/cover-letter/`: GET shows a sample letter, the template or the empty form, POST runs the builder."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from guides.document.needs import has_marks
from guides.document.shape import GuideDocument
from guides.document.tools import COVER_LETTER
from guides.finding.ad_vocabulary import read_vocabulary
from guides.models import Revision
from guides.toolkit.ad_match import AdForm, AdMatch, match_ad
from guides.toolkit.cover_letter.checks import check_letter
from guides.toolkit.cover_letter.form import LetterForm, data_of, own_data
from guides.toolkit.cover_letter.letter import build_letter
from guides.toolkit.cover_letter.page import LetterPage, as_outline, as_text
from guides.toolkit.cover_letter.pdf import write_letter_pdf
from guides.toolkit.cover_letter.sample import example_data, sample_page
from guides.toolkit.cover_letter.template import template_page
from guides.toolkit.errors import form_errors
from guides.toolkit.placeholders import write_marked_html
from guides.toolkit.resume.form import ResumeForm, as_data
from guides.toolkit.resume.keywords import build_keywords
from guides.toolkit.row_actions import change_rows
from guides.toolkit.samples import choose_sample
from guides.toolkit.writers import FORMATS, write_docx
from guides.web.resume_form import removed_row
from guides.web.samples import Download, Example, chosen_sample
from guides.web.stateless import FileForm, Filling, asked_filling, file_name, is_begun, stateless
from guides.web.toolkit import as_file, for_live_guide, render_tool

TEMPLATE = "guides/cover_letter.html"
PDF, WORD = Download("pdf", "PDF", "To send or print."), Download("docx", "Word (DOCX)", "To keep editing.")
TEXTS = Download("txt", "Plain text"), Download("md", "Markdown")
LETTER_FILES, EMAIL_FILES = (PDF, WORD, *TEXTS), TEXTS
FILES = {"html", *(download.name for download in LETTER_FILES)}
APART = 8  # points between the paragraphs of a letter in Word
OF_SENDER, OF_TEXT = "your name, contact details and current job", "your paragraphs"
ROW_FIELDS = {part.name: tuple(part.form.base_fields) for part in LetterForm.parts}


@stateless
@for_live_guide
def cover_letter(request: HttpRequest, revision: Revision) -> HttpResponse:
    return build(request, revision) if request.method == "POST" else show_example(request, revision)


# The example


def example_for(request: HttpRequest, revision: Revision) -> Example:
    choice = chosen_sample(request, revision.guide, revision.guide.letters)
    return Example(revision.guide, COVER_LETTER, choice, as_outline(_example_page(choice.sample, revision.guide)))


def _example_page(sample: Any, document: GuideDocument) -> LetterPage:
    return sample_page(sample) if sample else template_page(document.title)


def show_example(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Show the sample for `situation`, or the template, or the form; `as` downloads it in a format."""
    wanted = request.GET.get("as")
    if not wanted:
        return _page(request, revision, _result(revision, LetterForm(revision.guide, position=revision.guide.title)))
    if wanted not in FILES:
        raise Http404
    example = example_for(request, revision)
    page = _example_page(example.choice.sample, revision.guide)
    return _file(page, wanted, revision, f"{example.file}.{wanted}")


def _files_of(page: LetterPage) -> tuple[Download, ...]:
    return EMAIL_FILES if page.is_email else LETTER_FILES


# The letter of one's own


def build(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Run the action in `do`: fill the form, change its rows, or download the letter; by default, show it."""
    wanted, document = request.POST.get("do", ""), revision.guide
    if filling := asked_filling(request):
        return fill(request, revision, filling)
    if changed := change_rows(request.POST.dict(), wanted, ROW_FIELDS):
        return _show(request, revision, _form(document, changed.data), focus=changed.focus)
    action, _, name = wanted.partition("-")
    form = _form(document, request.POST.dict(), add_to=name if action == "add" and name in ROW_FIELDS else "")
    if wanted in FILES:
        page = build_letter(form.application())
        return _file(page, wanted, revision, file_name(page.name, "Cover Letter", wanted), paper=form.paper)
    return _show(request, revision, form, shows_result=wanted == "create" and not form.errors())


def _form(document: GuideDocument, data: dict[str, str], *, add_to: str = "") -> LetterForm:
    return LetterForm(document, data, today=timezone.localdate(), add_to=add_to)


def _file(page: LetterPage, name: str, revision: Revision, file: str, *, paper: str = "letter") -> HttpResponse:
    """Return a letter as a file, dated with the creation of its revision."""
    match name:
        case "pdf":
            return as_file(write_letter_pdf(page, paper=paper, date=revision.created_at), "application/pdf", file)
        case "docx":
            content = write_docx(as_outline(page), revision.created_at, author=page.name, apart=APART)
        case "txt":
            content = _with_subject(page).encode()
        case _:
            content = FORMATS[name].write(as_outline(page), revision.created_at)
    return as_file(content, FORMATS[name].content_type, file)


def _with_subject(page: LetterPage) -> str:
    """The letter as text; an email below its subject line."""
    return f"Subject: {page.subject}\n\n{as_text(page)}" if page.is_email and page.subject else as_text(page)


def fill(request: HttpRequest, revision: Revision, filling: Filling) -> HttpResponse:
    """Fill the form from a resume or an example; ask first if that replaces typed words."""
    typed, document = request.POST.dict(), revision.guide
    if filling.file.is_bound and not filling.file.is_valid():
        errors = list(form_errors(filling.file, {}))
        return _show(request, revision, _form(document, typed), file=filling.file, file_errors=errors)
    data = _filling_data(document, filling)
    if request.POST.get("do") != "replace" and _replaces(typed, data):
        what = OF_SENDER if filling.file.is_bound else OF_TEXT
        return _show(request, revision, _form(document, typed), question=replace(filling.question, what=what))
    form = _form(document, own_data({"position": document.title, **typed}, data))
    return _show(request, revision, form, filled_from=filling if data else None, shows_result=True)


def _filling_data(document: GuideDocument, filling: Filling) -> dict[str, str]:
    """Return the form data of a valid file or of an example; of neither for an unknown one."""
    if filling.file.is_bound:
        return data_of(ResumeForm(as_data(filling.file.resume)).person())
    choice = choose_sample(document.letters, document, filling.example)
    return example_data(choice.sample) if choice.sample and choice.key == filling.example else {}


def _replaces(typed: Mapping[str, str], data: Mapping[str, str]) -> bool:
    """Return whether filling in `data` would replace words that somebody typed."""
    replaced = {name: typed[name] for name in typed if name in data or (name.endswith("-shown") and "opening" in data)}
    return is_begun({name: value for name, value in replaced.items() if value.strip() != data.get(name, "")}, {})


def _show(request: HttpRequest, revision: Revision, form: LetterForm, **context: Any) -> HttpResponse:
    """Show the form with its letter, which is there whatever errors the form has."""
    file_errors = context.pop("file_errors", [])
    errors = [*file_errors, *form.errors()]
    return _page(request, revision, {"errors": errors, **_result(revision, form), **context})


def _result(revision: Revision, form: LetterForm) -> dict[str, Any]:
    """Return the letter of a form, its findings and how it matches the job ad, for the template."""
    ad_form = AdForm(form.data)
    if form.data is None:
        return {"form": form, "ad_form": ad_form}
    document, application = revision.guide, form.application()
    page = build_letter(application)
    return {
        "form": form,
        "ad_form": ad_form,
        "removed": removed_row(form.data),
        "is_begun": is_begun(_typed(form.data), {"position": document.title}),
        "letter": page,
        "own_sheet": write_marked_html(as_outline(page)),
        "text": as_text(page),
        "findings": check_letter(application, page, document),
        "match": _match(document, ad_form, page),
        "formats": _files_of(page),
    }


def _typed(data: Mapping[str, str]) -> dict[str, str]:
    """Return form data without what the page fills in by itself."""
    return {name: value for name, value in data.items() if name != "date" and not name.endswith("-need")}


def _match(document: GuideDocument, ad_form: AdForm, page: LetterPage) -> AdMatch | None:
    return match_ad(ad_form.words, as_text(page), read_vocabulary(document)) if ad_form.words else None


def _page(request: HttpRequest, revision: Revision, context: dict[str, Any]) -> HttpResponse:
    document, example = revision.guide, example_for(request, revision)
    shared = {
        "revision": revision,
        "example_formats": _files_of(_example_page(example.choice.sample, document)),
        "file": FileForm(),
        "keywords": [(keyword, False) for keyword in build_keywords(document)],
        "has_marks": has_marks(document),
        **example.context(request),
    }
    return render_tool(request, TEMPLATE, COVER_LETTER, document, {**shared, **context})
