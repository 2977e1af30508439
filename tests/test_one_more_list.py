"""The steps of README, “Add one more list of a role”, on a copy of the project: a list of certificates."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("careerguide", "guides", "templates", "static")
DATACLASS = '''@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """A certificate that employers ask for."""

    name: Name
    description: Markdown = ""


'''
FIELD = '    certificates: Annotated[tuple[Certificate, ...], Rows("name")] = field(default=(), metadata=OPTIONAL)\n'
PARTIAL = """{# Inputs: part, a Part with Words. #}
<dl class="certificates">
  {% for item in part.items %}<div><dt>{{ item.name }}</dt><dd class="prose">{{ item.html }}</dd></div>{% endfor %}
</dl>
"""
EDITS = {
    "guides/document/shape.py": {
        "@dataclass(frozen=True, slots=True, kw_only=True)\nclass GuideDocument:": DATACLASS + "{}",
        "    picture: Picture | None = field(default=None, metadata=OPTIONAL)\n": "{}" + FIELD,
    },
    "guides/parsing/headings.py": {
        '    CONS: "pros_cons",\n': '{}    "certificates": "qualifications",\n',
        '    CONS: r"cons",\n': '{}    "certificates": r"certificates",\n',
        '    CONS: "Cons",\n': '{}    "certificates": "Certificates",\n',
    },
}
TEXT = """# Complete Baker Career Guide {markdown}

Skills & Qualifications

Certificates

Food Safety

Most bakeries **ask** for it.

Forklift
"""
FOUND = """
import django
django.setup()
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.test import Client
from guides.document.shape import Certificate
from guides.editing.rows import read_document
from guides.models import PLAIN_PARTS, Revision, Role, SearchEntry
from guides.pages.as_markdown import write_markdown
from guides.parsing import parse_guide, write_guide

call_command("migrate", verbosity=0)
call_command("import_guides", "baker.txt", publish=True, verbosity=0)
role, expected = Role.objects.get(), (
    Certificate(name="Food Safety", description="Most bakeries **ask** for it."), Certificate(name="Forklift"))
assert Revision.objects.get().guide.certificates == expected
(model,) = PLAIN_PARTS
assert [(row.position, str(row), row.description) for row in model.objects.all()] == [
    (1, "Food Safety", expected[0].description), (2, "Forklift", "")]
document = read_document(role)
assert document.certificates == expected and document == parse_guide(write_guide(document))
assert "**Food Safety**: Most bakeries **ask** for it." in write_markdown(document)
assert "Food Safety\\nMost bakeries ask for it.\\nForklift" in SearchEntry.objects.get().sections
client = Client(SERVER_NAME="localhost")
page = client.get("/guides/baker/").content.decode()
assert "<dt>Food Safety</dt>" in page and "<strong>ask</strong>" in page
client.force_login(get_user_model().objects.create_superuser("editor"))
form = client.get(f"/admin/guides/role/{role.pk}/change/").content.decode()
assert 'name="certificates-0-name" value="Food Safety"' in form and "A certificate that employers ask for." in form
"""


@pytest.fixture
def copy(tmp_path):
    """A copy of the project."""
    shutil.copy(ROOT / "manage.py", tmp_path)
    for name in FOLDERS:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def run(folder, *arguments):
    settings = {"DATABASE_URL": f"sqlite:///{folder}/copy.sqlite3", "DJANGO_SETTINGS_MODULE": "careerguide.settings"}
    environment = {**os.environ, **settings, "PYTHONPATH": str(folder)}
    done = subprocess.run([sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_one_more_list_takes_a_dataclass_a_heading_a_partial_and_a_migration(copy):
    for name, edits in EDITS.items():
        text = (copy / name).read_text(encoding="utf-8")
        for place, lines in edits.items():
            assert text.count(place) == 1
            text = text.replace(place, lines.format(place))
        (copy / name).write_text(text, encoding="utf-8")
    (copy / "templates/guides/partials/_certificates.html").write_text(PARTIAL, encoding="utf-8")
    (copy / "baker.txt").write_text(TEXT, encoding="utf-8")
    run(copy, "manage.py", "makemigrations", "guides")
    run(copy, "-c", FOUND)
