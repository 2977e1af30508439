"""Plain words: phrases that nobody would say stay out of what people read.

People read the templates, the README, and of the code its texts, docstrings and comments. Add a phrase to `BANNED`
with what to say in its place. What cannot change its name is in `EXEMPT`.
"""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)

# Regular expressions for whole words in any case, and what to say instead.
BANNED = {
    r"mend(s|ed|ing)?": "fix",
    r"rungs?": "level",
    r"dr[ae]wn? up|draws? up|drawing up|draw it up": "create, generate",
    r"take(s|n)? (it )?away": "download",
    r"in preparation": "draft, coming soon",
    r"besides": "also",
    r"parted by": "separated by",
    r"told apart": "identified, distinguished",
    r"none such": "no …",
    r"made over": "converted",
    r"who hires": "employers, recruiters",
    r"keep it safe": "backup and restore",
    r"the way through the house": "architecture",
    r"remarks?": "suggestion",
    r"surroundings": "site context",
    r"doubled": "duplicate",
    r"br(ing|ings|inging|ought) (it |them )?back": "restore",
    r"off the site": "unpublish",
    r"whom": "who, in a shorter sentence",
    r"words of one's own": "an edited version",
    r"leads? nowhere": "is broken",
    r"cancelled": "canceled",
    r"colours?": "color",
    r"licences?": "license",
    r"grey": "gray",
}
# What keeps its name: it is taken out of a text before the phrases are looked for.
EXEMPT = {
    "{rung}": "a mark of the text layout",
    "`rung`": "a kind of heading of the text layout",
    "rung": "the kind of heading, where it is a whole string in the code",
    "Rungs": "its anchor in addresses",
    "rungs": "the name of its partial",
    "To Whom": "the greeting of a letter",
    "doubled?": "a word of resumes, in a pattern",
    "licence licensure": "words of job ads, as data",
}
# Files whose words are not read, each with its reason.
NOT_READ = {
    "guides/toolkit/resume/tense.py": "verbs that people write, as data",
    "templates/guides/partials/_readiness_first_rules.html": "results under the first rules keep their words",
    "guides/toolkit/job_description": "what the tool writes, rewritten with its page",
    "guides/toolkit/readiness/first_rules.py": "results under the first rules keep their words",
    "guides/migrations": "migrations stay as they were applied",
}
FOLDERS = ("careerguide", "guides", "templates", "benchmarks")
CLASSES = re.compile(r'class="[^"]*"')
OTHER_FILES = ("README.md", ".ci/run", "pyproject.toml")


def texts_of_python(source: str) -> Iterator[tuple[int, str]]:
    """Line and words of all strings, docstrings and comments of a module."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def texts_of(path: Path) -> Iterator[tuple[int, str]]:
    """Line and words of what people read in a file, without names of CSS classes."""
    source = CLASSES.sub(" ", path.read_text(encoding="utf-8"))
    if path.suffix == ".py":
        yield from texts_of_python(source)
    else:
        yield from enumerate(source.splitlines(), start=1)


def banned_in(text: str) -> list[str]:
    """The banned phrases of a text, each with what to say instead."""
    if text in EXEMPT:
        return []
    for name in EXEMPT:
        if not name.isalpha():
            text = text.replace(name, " ")
    text = " ".join(text.split())
    found = ((match, better) for phrase, better in BANNED.items() if (match := pattern(phrase).search(text)))
    return [f"“{match[0]}”, say {better}" for match, better in found]


def pattern(phrase: str) -> re.Pattern:
    return re.compile(rf"\b(?:{phrase})\b", re.IGNORECASE)


def files() -> Iterator[Path]:
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            place = path.relative_to(ROOT).as_posix()
            if path.suffix in {".py", ".html", ".txt"} and not place.startswith(tuple(NOT_READ)):
                yield path
    yield from (ROOT / name for name in OTHER_FILES)


def test_people_read_plain_words():
    found = [
        f"{path.relative_to(ROOT)}:{line}: {words}"
        for path in files()
        for line, text in texts_of(path)
        for words in banned_in(text)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("place", NOT_READ)
def test_what_is_left_for_later_is_there(place):
    assert (ROOT / place).exists()


def test_a_banned_phrase_is_found_over_a_line_break_and_in_a_comment():
    source = '"""A list parted\nby commas."""\n\n# Mended by hand.\n'
    assert [banned_in(text) for _, text in texts_of_python(source)] == [
        ["“parted by”, say separated by"],
        ["“Mended”, say fix"],
    ]


@pytest.mark.parametrize("text", ["rung", "# Title {rung}", "recommend", "amendment"])
def test_marks_and_other_words_are_not_banned(text):
    assert banned_in(text) == []
