"""The rooms of `guides/`: every module lives in one, and each room imports only from the rooms above it."""

import ast
from pathlib import Path

import pytest

import guides

ROOT = Path(guides.__file__).parent
ROOMS = (
    *("document", "parsing", "rendering", "official", "pages", "toolkit"),
    *("models", "finding", "editing", "web", "admin"),
)
# An app of its own, with little of the rest.
OFFICIAL = ("document", "rendering", "official")
WITHOUT_DJANGO = ("document", "parsing")
OWN_BY_DJANGO = {"migrations", "management", "templatetags", "__pycache__"}
MODULES = [(room, file) for room in ROOMS for file in sorted((ROOT / room).rglob("*.py"))]


def imported_modules(file: Path, source: str | None = None):
    """Line and absolute name of everything a module imports, at its top or inside a function."""
    package = ("guides", *file.relative_to(ROOT).parent.parts)
    for node in ast.walk(ast.parse(source or file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*base, *filter(None, [node.module])))
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)


def breaches(room: str, file: Path, source: str | None = None):
    """The imports of a module that its room may not have."""
    allowed = OFFICIAL if room == "official" else ROOMS[: ROOMS.index(room) + 1]
    for line, name in imported_modules(file, source):
        top, _, rest = name.partition(".")
        other = rest.partition(".")[0]
        is_framework = top in ("django", "careerguide")
        if (top == "guides" and other not in allowed) or (is_framework and room in WITHOUT_DJANGO):
            yield f"{file.relative_to(ROOT)}:{line}: {room} must not import {name}"


def test_every_room_imports_only_from_rooms_before_it():
    found = [breach for room, file in MODULES for breach in breaches(room, file)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "source",
    [
        "from guides.models import Role",
        "from guides import models",
        "import guides.models.role",
        "from ..models import Role",
        "def f():\n    from ..models.role import Role",
        "from django.db import models",
        "from careerguide.failures import cause_of",
        "from guides import urls",
    ],
)
def test_an_import_from_a_later_room_is_found_in_every_spelling(source):
    assert list(breaches("document", ROOT / "document" / "shape.py", source))


@pytest.mark.parametrize("room", ["parsing", "pages", "models", "finding"])
def test_official_figures_know_nothing_of_guides(room):
    assert list(breaches("official", ROOT / "official" / "releases.py", f"from guides.{room} import anything"))


def test_no_module_stands_outside_a_room():
    assert {file.name for file in ROOT.glob("*.py")} == {"__init__.py", "apps.py", "urls.py"}
    assert {path.name for path in ROOT.iterdir() if path.is_dir()} - OWN_BY_DJANGO == set(ROOMS)
