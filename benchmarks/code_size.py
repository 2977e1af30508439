"""Print the size of the code: lines by room, the largest modules, the longest functions, the queries of a save.

    python benchmarks/code_size.py

The queries are those of a save in the admin that changes one sentence of a guide of the fixtures, counted on a
temporary SQLite database. `tests/test_code_size.py` checks the limits.
"""

import ast
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

GUIDES = ROOT / "guides"
LISTED = 10  # modules and functions


class Size(NamedTuple):
    """The lines of a module or function, and its place in the code."""

    lines: int
    place: str


def modules() -> Iterator[Path]:
    """All modules of guides/ except migrations."""
    return (path for path in sorted(GUIDES.rglob("*.py")) if "migrations" not in path.parts)


def module_sizes() -> list[Size]:
    """All modules, the largest first."""
    sizes = (Size(len(path.read_text().splitlines()), str(path.relative_to(ROOT))) for path in modules())
    return sorted(sizes, reverse=True)


def function_sizes() -> list[Size]:
    """All functions and methods, the longest first; counted from `def` to the end."""
    sizes = []
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                place = f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
                sizes.append(Size(node.end_lineno - node.lineno + 1, place))
    return sorted(sizes, reverse=True)


def rooms() -> dict[str, int]:
    """The lines of each folder of guides/; modules outside of the folders count as one more."""
    lines = {}
    for size in module_sizes():
        parts = Path(size.place).parts
        room = parts[1] if len(parts) > 2 else "outside of the rooms"
        lines[room] = lines.get(room, 0) + size.lines
    return dict(sorted(lines.items(), key=lambda item: -item[1]))


def queries_of_a_save() -> int:
    """The queries of a save in the admin that changes one sentence of a guide, on a temporary database."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/code_size.sqlite3"
        os.environ["DJANGO_SETTINGS_MODULE"] = "careerguide.settings"
        import django

        django.setup()
        from django.core.management import call_command
        from django.db import connection
        from django.test.utils import setup_test_environment

        setup_test_environment()  # gives the test client the context of a page, with its form
        call_command("migrate", verbosity=0)
        try:
            return _count_queries()
        finally:
            connection.close()


def _count_queries() -> int:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from guides.models import Role
    from tests.admin.forms import change_url, form_data
    from tests.builders import make_editor
    from tests.fixture_guides import load_guides

    load_guides()
    client = Client()
    client.force_login(make_editor())
    role = Role.objects.get(slug="customer-service-operator")
    changed = form_data(client, change_url(role), summary="Operators answer people who need help.")
    with CaptureQueriesContext(connection) as queries:
        response = client.post(change_url(role), changed)
    assert response.status_code == 302, "the form was refused"
    assert role.revisions.count() == 2, "the save made no revision"
    return len(queries)


def show(title: str, sizes: list[Size]) -> None:
    print(f"\n{title}")
    for size in sizes[:LISTED]:
        print(f"{size.lines:7,} {size.place}")


def main() -> None:
    print(f"Lines of guides/ by room, without migrations: {sum(rooms().values()):,}")
    for room, lines in rooms().items():
        print(f"{lines:7,} {room}")
    show("The largest modules", module_sizes())
    show("The longest functions", function_sizes())
    print(f"\nQueries of a save in the admin that changes one sentence: {queries_of_a_save()}")


if __name__ == "__main__":
    main()
