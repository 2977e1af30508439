"""Every page by the Nu HTML checker, which `.ci/run` fetches; skipped, saying so, where it or Java is not at hand."""

import json
import os
import shutil
import subprocess
from urllib.parse import quote

import pytest
from django.conf import settings
from django.urls import reverse

from guides.document import GuideDocument
from guides.document.shape import Section
from guides.document.tools import COVER_LETTER, RESUME
from tests.builders import make_live_unedited
from tests.fixture_guides import load_guides
from tests.hostile import hostile_document
from tests.official.occupations import load_occupations
from tests.official.places import load_places
from tests.page_types import ADDRESSES, FRAGMENTS, addresses_of

JAR = settings.BASE_DIR / ".node/node_modules/vnu-jar/build/dist/vnu.jar"
IS_HERE = JAR.exists() and shutil.which("java") is not None
SPARSE = GuideDocument(title="Diver", slug="diver", sections=(Section(kind="other", heading="Weather", body="Wet."),))
SENT = {
    "created": {"do": "create"},
    "errors": {"do": "create", "email": "nobody"},
    "row": {"do": "add-jobs"},
    "moved": {"do": "down-jobs-0"},
    "removed": {"do": "remove-jobs-0"},
    "section": {"do": "down-section-jobs"},
    "question": {"do": "start-first-job"},
    "file": {"do": "read"},
}

needs_checker = pytest.mark.skipif(
    not (IS_HERE or os.environ.get("SKIP_NOTHING")),
    reason="no Nu HTML checker on this machine: install Java and run npm install --prefix .node vnu-jar",
)


def write_pages(client, folder, paths):
    """Each page as a file named by its address; a fragment is put into a page."""
    folder.mkdir()
    for path in paths:
        html = client.get(path).content.decode()
        if path in FRAGMENTS:
            html = f'<!doctype html><html lang="en"><title>Fragment</title>{html}</html>'
        (folder / f"{quote(path, safe='')[:200]}.html").write_text(html)


def complaints(folder):
    """What the checker says of the pages: the file, its words, the place."""
    command = ["java", "-Xss2m", "-jar", JAR, "--skip-non-html", "--no-langdetect", "--format", "json", folder]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    for message in json.loads(done.stderr)["messages"]:
        yield message["url"].removeprefix(f"file:{folder}"), message["message"], message.get("extract")


@needs_checker
@pytest.mark.django_db
def test_every_page_is_valid_html_with_any_guides(client, generate, tmp_path):
    assert IS_HERE, "there is no Nu HTML checker on this machine"
    load_guides()
    load_places(load_occupations())
    write_pages(client, tmp_path / "few", ADDRESSES)
    documents = [*generate.generate(60), hostile_document(), SPARSE]
    for document in documents:
        make_live_unedited(document)
    write_pages(client, tmp_path / "many", [*ADDRESSES, *addresses_of(documents), *addresses_of(documents[-4:])])
    assert list(complaints(tmp_path)) == []


@needs_checker
@pytest.mark.django_db
def test_what_comes_back_to_people_who_write_about_themselves_is_valid_html(client, tmp_path):
    assert IS_HERE, "there is no Nu HTML checker on this machine"
    make_live_unedited(hostile_document())
    hostile = "<script>alert(1)</script> & \" ' \x00 \u202eabc 🍞 " + "x" * 300
    for tool in (RESUME, COVER_LETTER):
        path = reverse(tool.kind, args=(hostile_document().slug,))
        rows = {f"{part}-TOTAL_FORMS": "2" for part in ("jobs", "needs")}
        words = dict.fromkeys(("needs-0-shown", "jobs-0-position", "jobs-0-highlights", "skills", "ad"), hostile)
        for name, typed in SENT.items():
            html = client.post(path, {"name": hostile[:150], **rows, **words, **typed}).content.decode()
            (tmp_path / f"{tool.kind}-{name}.html").write_text(html)
    assert list(complaints(tmp_path)) == []
