"""Words of a plain text look on the page as they were written; only lists keep their meaning."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guides.document.kinds import values_of
from guides.document.lines import body_text, plain_body, split_lines
from guides.document.plain_text import escape_markdown, find_entity
from guides.parsing import GuideDocument, parse_guide, write_guide
from guides.rendering.markdown import DEEPEST_NESTING, LONGEST_MARKDOWN, render_markdown
from tests.builders import make_document

many = settings(max_examples=600, derandomize=True, database=None, deadline=None)
TITLE = "Complete Baker Career Guide"
MARKER = r"(?:[-*]|[0-9]{1,3}[.)])"


class Page(HTMLParser):
    """The words and tags of a page, with MARKER for the bullet or the number of a list item."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag == "li":
            self.words.append(MARKER)

    def handle_data(self, data):
        self.words += map(re.escape, data.split())

    def shows(self, words: str) -> bool:
        """Whether the page has exactly these words, in paragraphs and lists."""
        is_plain = set(self.tags) <= {"p", "ul", "ol", "li"}
        return is_plain and re.fullmatch(r"\s*".join(["", *self.words, ""]), words) is not None


def page_of(words: str) -> Page:
    """The page of a body that was written as plain text."""
    return Page(render_markdown(escape_markdown(words)))


CHANGED = {
    "+ 5 percent": "\\+ 5 percent",
    "+": "\\+",
    "5*3 and 4*2": "5\\*3 and 4\\*2",
    "*see below*": "\\*see below\\*",
    "**Note** *": "\\*\\*Note\\*\\* *",
    "2 * 3 *= 6*": "2 * 3 \\*= 6\\*",
    "run __init__ first": "run \\_\\_init\\_\\_ first",
    "_old_ and new_name": "\\_old\\_ and new_name",
    "~~ten~~ twelve": "\\~\\~ten\\~\\~ twelve",
    "# 1 employer in town": "\\# 1 employer in town",
    "###": "\\###",
    "> 5 years": "\\> 5 years",
    ">5 years": "\\>5 years",
    "&copy; 2026": "\\&copy; 2026",
    "&amp; &#8211; &#x2014; &nope;": "\\&amp; \\&#8211; \\&#x2014; &nope;",
    "[form](x.html)": "[form\\](x.html)",
    "![form](x.html)": "![form\\](x.html)",
    "<https://example.org>": "\\<https://example.org>",
    "<jo@example.org>": "\\<jo@example.org>",
    "run `ls` now": "run \\`ls\\` now",
    "```": "\\`\\`\\`",
    "~~~ code": "\\~\\~\\~ code",
    "C:\\*.txt": "C:\\\\*.txt",
    "one\\\ntwo": "one\\\\\ntwo",
    "\\ one": "\\\\ one",
    "Pay\n---": "Pay\n\\---",
    "Pay\n===": "Pay\n\\===",
    "Pay\n-": "Pay\n\\-",
    "---": "\\---",
    "***": "\\*\\*\\*",
    "**a\n***\nb": "**a\n\\*\\*\\*\nb",
    "_ _ _": "\\_ \\_ \\_",
    "1986. A great year": "1986\\. A great year",
    "12.": "12\\.",
    "a | b\n--- | ---\n1 | 2": "a | b\n\\--- | ---\n1 | 2",
    "| a |\n|---|": "| a |\n\\|---|",
    "- # 1 in town": "- \\# 1 in town",
    "- - -": "- \\- -",
    "- * *": "- \\* *",
    "- --": "- \\--",
    "- 1986. A great year": "- 1986\\. A great year",
    "1. > 5": "1. \\> 5",
    "- a\n1986. b": "- a\n1986\\. b",
    "- a\n\n          b": "- a\n\n  b",
    "- a\n        - b": "- a\n  - b",
    "- a\n        1) b\n        2) c": "- a\n  1) b\n  2) c",
    "- a\n        - b\n                - c": "- a\n  - b\n    - c",
}


@pytest.mark.parametrize("words", CHANGED)
def test_what_markdown_would_change_is_escaped(words: str):
    assert escape_markdown(words) == CHANGED[words]
    assert page_of(words).shows(words)


@pytest.mark.parametrize(
    "words",
    [
        "Bakers feed a town.", "5*3", "5 * 3", "4* hotels and 5* hotels", "*optional", "snake_case_name", "a_b_c",
        "_private", "~5 years, ~~10", "#1 in town", "C# and F#", "-2.5%", "--", "+5%", "=", "===", "AT&T",
        "R&D; Q&A", "&nope;", "< 5 and > 3", "<b>bold</b>", "[1], [x] [y], a (b)", "http://example.org/a_b?c=d&e=f",
        "``quoted''", "one ` tick", "C:\\Users", "\\", "a | b", "|", "in\n1986. That year", "in\n12. May",
        "- a\n  1986. b", "1. a\n2. b\n   - c", "- a\n- b\n\n  c", "- - a", "- 1. a", "0.5 percent", "12.5", "2) b",
        "a\n|", "a\n:--",
    ],
)  # fmt: skip
def test_what_markdown_shows_as_it_is_stays_unchanged(words: str):
    assert escape_markdown(words) == words
    assert page_of(words).shows(words)


signs = st.sampled_from("*_~`<>[]()!&#;:|-=+\\.019aé ")
pieces = st.sampled_from([
    " ", "\n", "\n\n", "- ", "* ", "• ", "1. ", "2. ", "3) ", "1986. ", "    ", "         ", "&amp;", "&#65;", "](",
    "[a](b)", "<http://a.b>", "<a@b.c>", "```", "~~~", "~~", "**", "__", "\n---", "\n===", "| a | b |",
    "\n--- | ---\n", "\\\n", "€", "“",
])  # fmt: skip
indents = st.integers(0, 13).map(" ".__mul__)
markers = st.sampled_from(
    ["", "", "- ", "* ", "1. ", "2. ", "3) ", "100. ", "1986. ", "+ ", "> ", "# ", "- - ", "- 1. "]
)
words_of_lines = st.sampled_from(
    ["a", "b c", "*a", "b*", "__x__", "`c", "---", "--", "-", "*", "12.", "| a |", "|---|", "```"]
)
lines = st.builds("{}{}{}{}".format, indents, markers, words_of_lines, st.sampled_from(["\n", "\n", "\n\n"]))
plain_texts = st.one_of(
    st.lists(st.one_of(signs, signs, pieces), max_size=30).map("".join), st.lists(lines, max_size=8).map("".join)
)


@many
@given(plain_texts)
@example("--- | ---\n- 1986. ")
@example("Intro\n2. second\n\n    more\n\n  x")
@example("- - ---\n      - a\n\n    a\n  1986. a")
def test_every_text_is_shown_as_it_was_written(text: str):
    words = body_text(split_lines(text))
    assert page_of(words).shows(words)


@many
@given(plain_texts)
def test_escaped_words_are_a_canonical_body(text: str):
    escaped = escape_markdown(body_text(split_lines(text)))
    assert plain_body(escaped) == escaped


@settings(many, max_examples=200)
@given(st.text("ab Z.,;:!?'\"()%$/€é–\n1@{}^"))
def test_words_without_signs_of_markdown_are_unchanged(text: str):
    words = body_text(split_lines(re.sub(r"\d+[.)]", "", text)))
    assert escape_markdown(words) == words


def test_lists_stay_lists():
    page = page_of("Two things:\n\n- flour\n- water\n  - cold\n\n1. mix\n2. bake")
    assert (page.tags.count("ul"), page.tags.count("ol"), page.tags.count("li")) == (2, 1, 5)


@pytest.mark.parametrize("words", ["*a* " * LONGEST_MARKDOWN, "- " * DEEPEST_NESTING + "*a* &amp;"])
def test_words_beyond_the_limits_of_the_page_have_no_backslashes(words: str):
    assert "\\" not in render_markdown(escape_markdown(words))


@pytest.mark.parametrize(
    "piece", ["*", "a*", "_", "~", "`", "`a``", "[", "](", "<", "<a:", "&", "&amp;", "\\", "- - ", "|-\n"]
)
def test_long_texts_of_signs_are_read_in_no_time(piece: str):
    assert len(escape_markdown((piece * 30_000).strip())) >= 30_000


SIGNS = "5*3 and 4*2"
TEXT = f"""{TITLE}

{SIGNS}, and more.

What is a Baker?

{SIGNS}, and more.

How to Become a Baker

1

Step 1

{SIGNS}, and more.

Career Path

1

Apprentice

0-1 year

{SIGNS}, and more.

Key Focus Areas

{SIGNS}, and more.

Emerging Specializations

Pastry

{SIGNS}, and more.

Job Application Toolkit

Baker Resume Examples

{SIGNS}, and more.

View examples

FAQ

Why?

{SIGNS}, and more.

Related Careers

Chef

{SIGNS}, and more.

Explore career guide
"""


def bodies_of(document: GuideDocument) -> dict[str, str]:
    return {path: text for path, field, text in values_of(document) if field.kind.form == "markdown" and text}


def test_every_body_of_a_text_is_plain():
    bodies = bodies_of(parse_guide(TEXT))
    assert len(bodies) == 9
    assert set(bodies.values()) == {"5\\*3 and 4\\*2, and more."}


def test_every_body_is_markdown_if_the_first_line_says_so():
    bodies = bodies_of(parse_guide(TEXT.replace(TITLE, f"# {TITLE} {{markdown}}")))
    assert len(bodies) == 9
    assert set(bodies.values()) == {f"{SIGNS}, and more."}


def test_names_and_items_are_words_in_both_readings():
    text = f"{TITLE}\n\nPros\n\n• {SIGNS}\n• __init__ &amp; <b>\n"
    assert parse_guide(text).pros == (SIGNS, "__init__ &amp; <b>")
    assert parse_guide(text.replace(TITLE, f"# {TITLE} {{markdown}}")).pros == (SIGNS, "__init__ &amp; <b>")


def test_a_written_text_is_marked_only_if_its_bodies_are_markdown():
    plain = make_document(sections=(), summary="Keepers trim 5 * 3 wicks.")
    assert write_guide(plain).startswith("Complete Lighthouse Keeper Career Guide\n")
    marked = write_guide(make_document(sections=(), summary="Keepers **trim** wicks."))
    assert marked.startswith("# Complete Lighthouse Keeper Career Guide {markdown}\n\nKeepers **trim** wicks.\n")


def test_an_escaped_body_is_written_and_read_again():
    document = parse_guide(TEXT)
    assert write_guide(document).startswith(f"# {TITLE} {{markdown}}\n\n5\\*3 and")
    assert parse_guide(write_guide(document)) == document


@pytest.mark.parametrize("mark", ["{other}", "{markdown baker}", "{markdow}"])
def test_a_title_with_another_mark_is_refused(mark: str):
    with pytest.raises(ValueError, match="first line"):
        parse_guide(f"# {TITLE} {mark}\n")


@pytest.mark.parametrize(
    ("words", "entity"),
    [
        ("Bread &amp; butter", "&amp;"),
        ("a &nope; &nbsp;b", "&nbsp;"),
        ("&#8211;", "&#8211;"),
        ("&#X2014;", "&#X2014;"),
        ("&nope;", None),
        ("AT&T; R & D", None),
    ],
)
def test_entities_are_found(words: str, entity: str | None):
    assert find_entity(words) == entity
