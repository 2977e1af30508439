"""The style sheets: each block in one file, no class that nothing uses, no selector written twice.

A block is the name of a class up to its first "__" or "--": `.rungs`, `.rungs__title` and `.rungs--short` are the block
"rungs". A rule styles the block of its subject, the last part of its selector. A subject without a class (`.rungs a`,
`.rungs > :first-child`) counts for the nearest part before it that has one. A class that a selector only tests for, in
`:has()` or `:not()` or before its subject, is not styled by it. Sheets of the admin stand on those of Django: there,
Django's own classes are no blocks.
"""

import re
from collections import Counter, defaultdict
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import tinycss2
from django.conf import settings

from guides.rendering.markdown import CLASSES

ROOT = Path(settings.BASE_DIR)
SHEETS = sorted((ROOT / "static" / "css").glob("*.css"))
ADMIN_SHEETS = {"admin.css", "publishing.css"}
TEMPLATES = [path for kind in ("html", "svg") for path in (ROOT / "templates").rglob(f"*.{kind}")]
DJANGO = Path(find_spec("django").origin).parent
MARKDOWNX = Path(find_spec("markdownx").origin).parent
COMBINATORS = " >+~"


def parse(rules, context=()):
    """The rules among these, each as its at-rules and its selectors."""
    for rule in rules:
        if rule.type == "qualified-rule":
            yield context, split(rule.prelude, ",")
        elif rule.type == "error":
            raise ValueError(rule.message)
        elif rule.content and rule.lower_at_keyword != "page":
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            yield from parse(inner, (*context, f"{rule.lower_at_keyword} {tinycss2.serialize(rule.prelude).strip()}"))


def split(tokens, separators):
    """The parts of these tokens between the separators, without comments."""
    parts = [[]]
    for token in tokens:
        mark = " " if token.type == "whitespace" else token.value if token.type == "literal" else ""
        if mark and mark in separators:
            parts.append([])
        elif token.type != "comment":
            parts[-1].append(token)
    return [part for part in parts if part]


@cache
def sheet(path):
    return list(parse(tinycss2.parse_stylesheet(path.read_text(), skip_comments=True, skip_whitespace=True)))


def own_classes(part, functions=("is", "where")):
    """The classes that one part of a selector names, also inside of these functions."""
    for before, token in zip([None, *part], part, strict=False):
        if token.type == "ident" and before == ".":
            yield token.value
        elif token.type == "function" and token.lower_name in functions:
            for selector in split(token.arguments, ","):
                for inner in split(selector, COMBINATORS):
                    yield from own_classes(inner, functions)


def styled(selector, foreign):
    """The classes that a selector styles."""
    for part in reversed(split(selector, COMBINATORS)):
        if names := set(own_classes(part)) - foreign:
            return names
    return set()


@cache
def django_classes():
    """The classes of Django's admin and forms and of the Markdown editor."""
    sheets = (DJANGO / "contrib" / "admin" / "static" / "admin" / "css").glob("*.css")
    found = set().union(*(re.findall(r"\.([a-zA-Z][\w-]*)", path.read_text()) for path in sheets))
    templates = [path for package in (DJANGO / "contrib" / "admin", MARKDOWNX) for path in package.rglob("*.html")]
    return found.union(*(words for path in templates for words in classes_of_template(path.read_text())))


def classes_of_template(text):
    """The words of each class attribute, "{}" where a template puts a value."""
    for value in re.findall(r'class="((?:{%.*?%}|{{.*?}}|[^"])*)"', text):
        yield re.sub(r"{{.*?}}", "{}", re.sub(r"{%.*?%}", " ", value)).split()


@cache
def used():
    """A pattern of all classes that Django, templates, Python and scripts give to elements."""
    words = django_classes().union(*CLASSES.values())
    for path in [*TEMPLATES, *(ROOT / "guides").rglob("*.py")]:
        words.update(*classes_of_template(path.read_text()))
    for path in (ROOT / "guides").rglob("*.py"):
        words.update(re.findall(r'"class": "([\w-]+)"', path.read_text()))
    for path in (ROOT / "static" / "js").glob("*.js"):
        for literal in re.findall(r"\"([^\"\n]*)\"|`([^`]*)`", path.read_text()):
            words.update(re.findall(r"[\w-]+", " ".join(literal)))
    words.discard("{}")
    return re.compile("|".join(re.escape(word).replace(r"\{\}", r"[\w-]+") for word in words))


def test_each_block_is_styled_in_one_file():
    files = defaultdict(set)
    for path in SHEETS:
        foreign = django_classes() if path.name in ADMIN_SHEETS else set()
        for _, selectors in sheet(path):
            for name in set().union(*(styled(selector, foreign) for selector in selectors)):
                files[re.split("__|--", name)[0]].add(path.name)
    assert {block: names for block, names in files.items() if len(names) > 1} == {}


def test_no_class_is_styled_that_nothing_uses():
    named = {
        name
        for path in SHEETS
        for _, selectors in sheet(path)
        for selector in selectors
        for part in split(selector, COMBINATORS)
        for name in own_classes(part, ("is", "where", "has", "not"))
    }
    assert {name for name in named if not used().fullmatch(name)} == set()


def test_no_list_of_selectors_is_written_twice_in_one_place():
    for path in SHEETS:
        places = Counter(
            (context, frozenset(tinycss2.serialize(selector).strip() for selector in selectors))
            for context, selectors in sheet(path)
        )
        assert [place for place, number in places.items() if number > 1] == [], path.name
