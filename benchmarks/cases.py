"""The cases of `growth.py`: every kind of input that can grow, from texts and forms to searches and files."""

import io
import json
import random
import zipfile
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from materials import CHANGES, MARKDOWN, SENTENCE, TEXTS, VERSIONS, guide, text_of

from guides.document import GuideDocument, validate
from guides.document.differences import differences, mark_words
from guides.document.merging import merge
from guides.document.search_words import Query
from guides.editing import backup, text_uploads
from guides.editing.checks import check_guide
from guides.editing.conflicts import Decision, decided
from guides.editing.importing import Importer, Options, Status
from guides.finding.neighbors import neighbors_of
from guides.finding.search import search, suggest
from guides.finding.search.snippets import Marker
from guides.finding.search.spelling import closest
from guides.models import Conflict, Role
from guides.pages import guide_page
from guides.pages.as_markdown import write_markdown
from guides.pages.share_images import draw, share_card
from guides.parsing import GuideError, read_guide, write_guide
from guides.rendering.markdown import render_markdown
from guides.toolkit import readiness, skills_gap
from guides.toolkit.interview import interview_outline
from guides.toolkit.job_description.ad_form import AdForm
from guides.toolkit.job_description.checks import check
from guides.toolkit.job_description.template import build_template
from guides.toolkit.job_description.template import differences as ad_differences
from guides.toolkit.job_description.wording import find as find_wording
from guides.toolkit.outline import Facts, Heading, Items, Outline, Paragraph
from guides.toolkit.pack import FILES, PARTS, Pack
from guides.toolkit.resume.checks import check_resume
from guides.toolkit.resume.form import ResumeForm, as_data
from guides.toolkit.resume.json_resume import ResumeFileError, read_resume, write_resume
from guides.toolkit.resume.keywords import build_keywords
from guides.toolkit.resume.person import Job, Person
from guides.toolkit.resume.sections import build_resume
from guides.toolkit.transition import transition
from guides.toolkit.writers import FORMATS
from tests.admin.forms import change_url, data_of
from tests.builders import make_editor, make_live_unedited

ROWS = 60  # of each list, so that the largest guide is within the limit
FORM_ROWS = 13  # of each list of a form, so that the largest has no more fields than a request may have
CHARACTERS = 50_000
MARKDOWN_CHARACTERS = 6_000  # so that the largest is short enough to be rendered

Run = Callable[[], object]
Prepare = Callable[[int], Run]
CASES: dict[str, tuple[int, Prepare]] = {}  # by name: n, and what makes a run for an input of a size


def case(name: str, n: int, prepare: Prepare) -> None:
    CASES[name] = (n, prepare)


def of_guide(name: str, use: Callable[[GuideDocument], object], n: int = ROWS) -> None:
    """Add a case that uses a guide with n rows in each list."""
    case(name, n, lambda rows: partial(use, guide(rows)))


# Texts


def parse(text: str) -> None:
    with suppress(GuideError):
        read_guide(text)


for name, (start, piece) in TEXTS.items():
    case(f"parse: {name}", CHARACTERS, lambda n, start=start, piece=piece: partial(parse, text_of(start, piece, n)))
case("parse: text of a guide", ROWS, lambda n: partial(parse, write_guide(guide(n))))
for name, piece in MARKDOWN.items():
    case(
        f"Markdown: {name}",
        MARKDOWN_CHARACTERS,
        lambda n, piece=piece: partial(render_markdown, piece * (n // len(piece))),
    )
for name, make in VERSIONS.items():
    case(f"compare texts: {name}", CHARACTERS, lambda n, make=make: partial(mark_words, *make(n)))


# Documents


def of_change(name: str, prepare: Callable[[GuideDocument, GuideDocument], Run], n: int = ROWS) -> None:
    """Add a case for each way to change a guide."""
    for way, change in CHANGES.items():
        case(f"{name}: {way}", n, lambda rows, change=change: prepare(guide(rows), change(guide(rows))))


def merge_both(base: GuideDocument, changed: GuideDocument) -> Run:
    return partial(merge, base, CHANGES["some rows changed"](base), changed)


def decide_all(base: GuideDocument, changed: GuideDocument) -> Run:
    merged = merge(base, CHANGES["all rows replaced"](base), changed)
    decisions = [Decision(found, changed, Conflict.Outcome.THEIRS) for found in merged.conflicts]
    return partial(decided, merged.document, decisions)


of_guide("validate", validate)
of_guide("export as text", write_guide)
of_guide("export as JSON", lambda document: GuideDocument.from_json(document.canonical()))
of_guide("export as Markdown", write_markdown)
of_change("differences", lambda base, changed: partial(differences, base, changed))
of_change("merge two", lambda base, changed: partial(merge, None, base, changed))
of_change("merge three", merge_both)
of_change("decide conflicts", decide_all, 12)
of_guide("suggestions for editors", check_guide)
of_guide("page of a guide", guide_page)
case("share image", ROWS, lambda rows: lambda: draw(share_card(guide(rows))))


# Tools


def long_outline(rows: int) -> Outline:
    block = (Heading("Bread"), Paragraph(SENTENCE), Items((SENTENCE,) * 3, numbered=True), Facts((("Flour", "Rye"),)))
    return Outline("Bread", block * rows)


def rated(document: GuideDocument) -> dict[str, str]:
    return {f"s-{skill.key}": "2" for skill in skills_gap.skills_of(document)}


def gap(rows: int) -> Run:
    document = guide(rows)
    ratings = rated(document)

    def run() -> None:
        read = skills_gap.read_ratings(ratings, skills_gap.skills_of(document))
        skills_gap.measure(document, read.steps)

    return run


def move(rows: int) -> Run:
    first, other = guide(rows), guide(rows, word="cake")
    return lambda: (transition(first, other, {}, {}), transition(first, first, {}, {}))


def assess(rows: int) -> Run:
    document = guide(rows)
    query = {"years": "3", **rated(document)}
    has = list(skills_gap.skill_keys(document.education_requirements).values())
    return lambda: readiness.assess(document, readiness.read_answers(query, {"has": has[::2]}, document))


def whole_pack(document: GuideDocument) -> Pack:
    return Pack(document, readiness.read_answers({}, {}, document), tuple(PARTS))


def compare_templates(rows: int) -> Run:
    return partial(ad_differences, *(build_template(guide(rows, word=word)).levels[0] for word in ("bread", "cake")))


def job_description(rows: int) -> Run:
    template = build_template(guide(rows))
    data = QueryDict(mutable=True)
    data.update({"duties": "\n".join(f"~{number}\nDuty" for number in range(1, rows, 2)), "must_haves": "~d1-9" * rows})

    def run() -> None:
        form = AdForm(template, data)
        form.query(1)
        check(template, form.posting())

    return run


def resume_data(rows: int) -> dict[str, str]:
    """A filled resume with 12 rows of each part, each with a text of this many words."""
    data: dict[str, str] = {"name": "Ada"}
    for part in ResumeForm.parts:
        data[f"{part.name}-TOTAL_FORMS"] = "12"
        for number in range(12):
            for field in part.form.base_fields:
                data[f"{part.name}-{number}-{field}"] = "2021" if field in ("start", "end", "date") else "word " * rows
    return data


def resume(words: int) -> Run:
    data = resume_data(words)

    def run() -> None:
        form = ResumeForm(data)
        form.errors()
        form.person()

    return run


def resume_checks(rows: int) -> Run:
    job = Job(position="Baker", start="2020", end="2021", highlights=("Baked 40 loaves.",) * 40)
    person = Person(name="Ada", jobs=(job,) * rows)
    return lambda: check_resume(person, build_resume(person), timezone.localdate())


def json_resume(entries: int) -> Run:
    job = {"name": "Bakery", "position": "Baker", "highlights": ["Baked."] * 40, "unknown": 1}
    content = json.dumps({"basics": {"name": "Ada"}, "work": [job] * entries, "x": [job] * entries}).encode()

    def run() -> None:
        with suppress(ResumeFileError):
            write_resume(ResumeForm(as_data(read_resume(content))).person())

    return run


for format_name, file_format in FORMATS.items():
    case(
        f"write {format_name}",
        50,
        lambda n, write=file_format.write: partial(write, long_outline(n), timezone.now()),
    )
case("skills gap: all rated", ROWS, gap)
case("skills gap: two roles", ROWS, move)
case("readiness: all rated", ROWS, assess)
of_guide("interview questions", interview_outline)
of_guide("template of a job description", build_template)
case("template differences", ROWS, compare_templates)
case("job description: checks", ROWS, job_description)
case("job description: wording", 300, lambda times: partial(find_wording, ["young men must be able to walk " * times]))
for format_name, write in FILES.items():
    of_guide(f"print pack as {format_name}", lambda document, write=write: write(whole_pack(document), timezone.now()))
of_guide("resume: keywords", build_keywords)
case("resume: checks", ROWS, resume_checks)
case("resume: form", 200, resume)
case("resume: JSON Resume", 25, json_resume)


# The database


def undone(change: Run) -> Run:
    """A run whose changes of the database are undone."""

    def run() -> None:
        with transaction.atomic():
            change()
            transaction.set_rollback(True)

    return run


def import_text(text: bytes, expected: Status, *, publish: bool = True) -> None:
    outcome = Importer(Options(publish=publish)).import_text(text, "guide.txt")
    assert outcome.status == expected, outcome.problems[:3]


def import_new(rows: int) -> Run:
    return undone(partial(import_text, write_guide(guide(rows)).encode(), Status.CREATED))


def import_changed(change: Callable[[GuideDocument], GuideDocument], name: str) -> Prepare:
    def prepare(rows: int) -> Run:
        document = guide(rows, f"{name.replace(' ', '-')}-{rows}")
        import_text(write_guide(document).encode(), Status.CREATED)
        return undone(partial(import_text, write_guide(change(document)).encode(), Status.UPDATED))

    return prepare


def import_many(texts: int) -> Run:
    """Import many texts one after another; `texts` of them are there already."""
    sources = [write_guide(guide(2, f"many-{texts}-{number}")).encode() for number in range(texts)]

    def run() -> None:
        importer = Importer(Options(publish=True))
        for source in sources:
            assert importer.import_text(source, "guide.txt").status == Status.CREATED

    return undone(run)


def editor_client() -> Client:
    client = Client()
    client.force_login(editor())
    return client


def editor():
    return get_user_model().objects.first() or make_editor()


def save_form(change: Callable[[dict[str, str]], dict[str, str]], name: str) -> Prepare:
    def prepare(rows: int) -> Run:
        document = guide(rows, f"form-{name.replace(' ', '-')}-{rows}")
        import_text(write_guide(document).encode(), Status.CREATED)
        address, client = change_url(Role.objects.get(slug=document.slug)), editor_client()
        data = change(data_of(client.get(address).context))

        def run() -> None:
            response = client.post(address, data)
            assert response.status_code == 302, f"status {response.status_code}, {len(data)} fields"

        return undone(run)

    return prepare


def all_answers(data: dict[str, str]) -> dict[str, str]:
    return {name: f"Now {value}" if name.endswith("-answer") else value for name, value in data.items()}


def nothing(data: dict[str, str]) -> dict[str, str]:
    return data


def get(path: str, *documents: GuideDocument, **query: object) -> Run:
    for document in documents:
        if not Role.objects.filter(slug=document.slug).exists():
            make_live_unedited(document)
    client = Client()

    def run() -> None:
        response = client.get(path, query)
        assert response.status_code == 200, response.status_code

    return run


def compare_two(rows: int) -> Run:
    documents = guide(rows, f"one-{rows}"), guide(rows, f"two-{rows}")
    return get(reverse("compare"), *documents, roles=[document.slug for document in documents])


def page_of(name: str) -> Prepare:
    def prepare(rows: int) -> Run:
        document = guide(rows, f"page-{rows}")
        return get(reverse(name, args=(document.slug,)), document)

    return prepare


def other_role(rows: int) -> Run:
    one, two = guide(rows, f"one-{rows}"), guide(rows, f"two-{rows}")
    query = {**rated(one), "with": two.slug}
    return get(reverse("skills_gap", args=(one.slug,)), one, two, **query)


def query_of(words: int) -> Run:
    make_some()
    text = " ".join(f"bread{number} rye" for number in range(words))
    return lambda: (search(text).hits(), suggest(text))


def make_some() -> None:
    for number in range(20):
        if not Role.objects.filter(slug=f"some-{number}").exists():
            make_live_unedited(guide(10, f"some-{number}"))


def snippet(lines: int) -> Run:
    text = "\n".join(f"The baker {number} bakes rye and wheat." for number in range(lines))
    texts = {"summary": SENTENCE, **dict.fromkeys(("sections", "responsibilities", "questions"), text)}
    marker = Marker(Query.read("oats wheat barley rye").terms)
    return lambda: marker.best_line("Baker", texts)


def spelling(words: int) -> Run:
    known = [f"{random.Random(number).getrandbits(40):x}" for number in range(words)]
    return partial(closest, known[0][::-1], known)


def upload(texts: int) -> Run:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for number in range(texts):
            archive.writestr(f"{number}.txt", write_guide(guide(2, f"upload-{number}")))
    user = editor()

    def run() -> None:
        items = text_uploads.read_upload([SimpleUploadedFile("texts.zip", file.getvalue())])
        stored = text_uploads.store_upload(items, user)
        list(text_uploads.work(stored, seconds=1000))

    return undone(run)


def back_up(guides: int) -> Run:
    for number in range(Role.objects.filter(slug__startswith="backup-").count(), guides):
        make_live_unedited(guide(5, f"backup-{number}"))

    def run() -> None:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "site.zip"
            backup.write_backup(path, lambda number: None)
            backup.restore_backup(path, lambda number: None)

    return undone(run)


case("import: a new guide", ROWS, import_new)
for way, change in CHANGES.items():
    case(f"import: {way}", ROWS, import_changed(change, way))
case("import: many texts", 20, import_many)
case("form: save without changes", FORM_ROWS, save_form(nothing, "nothing"))
case("form: save all answers", FORM_ROWS, save_form(all_answers, "answers"))
case("get: comparison", ROWS, compare_two)
for name in ("guide", "skills_gap", "readiness", "interview", "resume", "job_description", "cover_letter"):
    case(f"get: {name}", ROWS, page_of(name))
case("get: skills gap with another role", ROWS, other_role)
case("neighbors", ROWS, lambda rows: partial(neighbors_of, guide(rows)))
case("search: many words", 100, query_of)
case("search: snippet", 1000, snippet)
case("search: spelling", 1000, spelling)
case("upload: many texts", 20, upload)
case("backup and restore", 10, back_up)
