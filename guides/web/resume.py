"""`/guides/<slug>/resume/`: GET shows a sample resume, the template or the empty form, POST runs the builder."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from guides.document import GuideDocument
from guides.document.needs import has_marks
from guides.document.slugs import slugify
from guides.document.tools import RESUME
from guides.finding.ad_vocabulary import read_vocabulary
from guides.models import Revision
from guides.rendering.markdown import plain_words
from guides.toolkit.ad_match import AdForm, AdMatch, match_ad
from guides.toolkit.errors import form_errors
from guides.toolkit.resume.checks import check_resume
from guides.toolkit.resume.form import ResumeForm, as_data
from guides.toolkit.resume.history import months_of_work
from guides.toolkit.resume.json_resume import write_resume
from guides.toolkit.resume.keywords import build_keywords, named_keywords
from guides.toolkit.resume.pdf import DESIGNS, PAPERS, write_pdf
from guides.toolkit.resume.person import Person
from guides.toolkit.resume.sample import example_data, sample_page, sample_person, still_from_example
from guides.toolkit.resume.sections import ORDERS, ResumePage, as_outline, build_resume
from guides.toolkit.resume.template import draft_template
from guides.toolkit.resume.tense import apply_offer, tense_offers
from guides.toolkit.row_actions import change_rows, rows_with_words
from guides.toolkit.samples import choose_sample
from guides.toolkit.writers import FORMATS, write_docx, write_plain
from guides.web.resume_form import form_sections, in_order, removed_row, with_moved_section
from guides.web.samples import Download, Example, chosen_sample
from guides.web.stateless import FileForm, Filling, asked_filling, file_name, is_begun, stateless
from guides.web.toolkit import as_file, download_or_404, for_live_guide, render_tool

TEMPLATE = "guides/resume.html"
DOWNLOADS = (
    Download("pdf", "PDF", "To send or print."),
    Download("docx", "Word (DOCX)", "To go on writing."),
    Download("json", "JSON Resume", "To continue here later, or in other programs."),
    Download("md", "Markdown"),
    Download("txt", "Plain text"),
)
TEMPLATE_DOWNLOADS = tuple(download for download in DOWNLOADS if download.name in FORMATS)
CONTENT_TYPES = {"pdf": "application/pdf", "json": "application/json"}
CONTENT_TYPES |= {name: file_format.content_type for name, file_format in FORMATS.items()}
ROW_FIELDS = {part.name: tuple(part.form.base_fields) for part in ResumeForm.parts}
OF_EXAMPLE = "your profile, jobs, schools and skills"
CONTACT = ("name", "email", "phone", "url", "street", "place", "region", "postcode", "country")


class LookForm(forms.Form):
    """How the PDF looks; the fields stand beside the result and belong to the form of the builder."""

    design = forms.ChoiceField(choices=DESIGNS, required=False, widget=forms.Select(attrs={"form": "builder"}))
    paper = forms.ChoiceField(choices=PAPERS, required=False, widget=forms.Select(attrs={"form": "builder"}))

    def choices(self) -> dict[str, str]:
        """Return the design and the paper, the first ones where something else was sent."""
        self.is_valid()
        return {name: self.cleaned_data.get(name) or field.choices[0][0] for name, field in self.fields.items()}


@stateless
@for_live_guide
def resume(request: HttpRequest, revision: Revision) -> HttpResponse:
    return build(request, revision) if request.method == "POST" else show_example(request, revision)


# The example


def example_for(request: HttpRequest, revision: Revision) -> Example:
    document = revision.guide
    choice = chosen_sample(request, document, document.resumes)
    page = as_outline(sample_page(choice.sample)) if choice.sample else draft_template(document.title)
    return Example(document, RESUME, choice, page)


def show_example(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Show the sample for `situation` or the template, with `tab=mine` the empty form; `as` downloads a format."""
    wanted, example = request.GET.get("as"), example_for(request, revision)
    if not wanted:
        return _page(request, revision, _empty(revision.guide, ResumeForm(headline=example.position)))
    sample = example.choice.sample
    if sample and wanted in CONTENT_TYPES:
        look = LookForm(request.GET).choices()
        return write_file(
            wanted, sample_person(sample), sample_page(sample), revision, f"{example.file}.{wanted}", look
        )
    return download_or_404(example.page, wanted, revision, example.file)


def _empty(document: GuideDocument, form: ResumeForm) -> dict[str, Any]:
    """Return the context of a form in which nothing was typed."""
    keywords = [(keyword, False) for keyword in build_keywords(document)]
    sections = form_sections(form, Person(), ResumePage(name=""))
    return {"form": form, "ad_form": AdForm(), "look": LookForm(), "sections": sections, "keywords": keywords}


# One's own


def build(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Run the action in `do`: fill the form, change its rows, or download a format; by default, show the resume."""
    if filling := asked_filling(request):
        return fill(request, revision, filling)
    wanted, data = request.POST.get("do", ""), in_order(request.POST.dict())
    if wanted in CONTENT_TYPES:
        person = ResumeForm(data).person()
        name = file_name(person.name, RESUME.name, wanted)
        return write_file(wanted, person, build_resume(person), revision, name, LookForm(data).choices())
    if changed := change_rows(data, wanted, ROW_FIELDS):
        return _show(request, revision, ResumeForm(changed.data), focus=changed.focus)
    if moved := with_moved_section(data, wanted):
        return _show(request, revision, ResumeForm(moved), focus=f"order-{wanted.rpartition('-')[2]}")
    action, _, name = wanted.partition("-")
    if action == "tense":
        return _show(request, revision, ResumeForm(apply_offer(data, wanted)), focus="tense")
    if action == "add" and name in ROW_FIELDS:
        return _show(request, revision, ResumeForm(data, add_to=name), added=name)
    form = ResumeForm(data)
    errors = form.errors()
    return _show(request, revision, form, errors=errors, shows_result=wanted == "create" and not errors)


def fill(request: HttpRequest, revision: Revision, filling: Filling) -> HttpResponse:
    """Fill the form from a file or an example; ask first if that replaces typed words."""
    typed, file = request.POST.dict(), filling.file
    if file.is_bound and not file.is_valid():
        return _show(request, revision, ResumeForm(typed), file=file, errors=list(form_errors(file, {})))
    if file.is_bound:
        data, kept, question = as_data(file.resume), {}, filling.question
    else:
        data, kept = _example_data(revision, filling.example), {name: typed.get(name, "") for name in CONTACT}
        question = replace(filling.question, what=OF_EXAMPLE)
    replaced = {name: value for name, value in typed.items() if name not in kept}
    untouched = {"headline": example_for(request, revision).position}
    if not data or (request.POST.get("do") != "replace" and is_begun(replaced, untouched)):
        return _show(request, revision, ResumeForm(typed), question=question if data else None)
    return _show(request, revision, ResumeForm({**kept, **data}), filled_from=filling, shows_result=True)


def _example_data(revision: Revision, key: str) -> dict[str, str]:
    """Return the form data of an example, which names its key; nothing for an unknown key."""
    choice = choose_sample(revision.guide.resumes, revision.guide, key)
    if not choice.sample or choice.is_unknown or choice.key != key:
        return {}
    situation = slugify(choice.sample.situation)
    return {"situation": situation if situation in ORDERS else "", **example_data(choice.sample), "example": key}


def write_file(
    name: str, person: Person, page: ResumePage, revision: Revision, file: str, look: Mapping[str, str]
) -> HttpResponse:
    """Return a resume as a file in a format of CONTENT_TYPES, dated with the creation of its revision."""
    date = revision.created_at
    match name:
        case "pdf":
            content = write_pdf(page, **look, date=date)
        case "json":
            content = write_resume(person)
        case "docx":
            content = write_docx(as_outline(page), date, author=page.name)
        case _:
            content = FORMATS[name].write(as_outline(page), date)
    return as_file(content, CONTENT_TYPES[name], file)


def _show(request: HttpRequest, revision: Revision, form: ResumeForm, **context: Any) -> HttpResponse:
    """Show the form with its resume, which is there whatever errors the form has."""
    document, data, person = revision.guide, form.data, form.person()
    page, today, ad = build_resume(person), timezone.localdate(), AdForm(data)
    text = write_plain(as_outline(page))
    sample = choose_sample(document.resumes, document, data.get("example", "")).sample if data.get("example") else None
    removed = removed_row(data)
    used = {context.get("focus", "").partition("-")[0], context.get("added"), removed and removed.part}
    own = {
        "form": form,
        "ad_form": ad,
        "look": LookForm(initial=LookForm(data).choices()),
        "sections": form_sections(form, person, page, used),
        "removed": removed,
        "page": page,
        "text": text,
        "findings": check_resume(
            person,
            page,
            today,
            rows=rows_with_words(data),
            example=still_from_example(person, sample) if sample else (),
        ),
        "offers": (offers := tense_offers(data, today)),
        "shows_result": context.get("focus") == "tense" and not offers,
        "keywords": named_keywords(build_keywords(document), text),
        "match": _match(document, ad, text, person, today),
        "is_begun": is_begun(data, {"headline": example_for(request, revision).position}),
    }
    return _page(request, revision, {**own, **context})


def _match(document: GuideDocument, ad: AdForm, text: str, person: Person, today: date) -> AdMatch | None:
    if not ad.words:
        return None
    path = tuple(plain_words(step.text) for step in document.steps)
    return match_ad(ad.words, text, read_vocabulary(document), months=months_of_work(person, today), path=path)


def _page(request: HttpRequest, revision: Revision, context: dict[str, Any]) -> HttpResponse:
    document, example = revision.guide, example_for(request, revision)
    shared = {
        "revision": revision,
        "example_formats": DOWNLOADS if example.choice.sample else TEMPLATE_DOWNLOADS,
        "formats": DOWNLOADS,
        "file": FileForm(),
        "has_marks": has_marks(document),
        **example.context(request),
    }
    return render_tool(request, TEMPLATE, RESUME, document, {**shared, **context})
