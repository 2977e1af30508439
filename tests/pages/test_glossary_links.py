"""Glossary terms in the text of a guide."""

import time

import pytest

from guides.pages.glossary_links import GlossaryLinks
from guides.pages.parts import Term
from guides.rendering.markdown import render_markdown


def linked(text, *names):
    """The text as HTML in which the terms are links, and the names of those that are."""
    links = GlossaryLinks(Term(name, "Meaning.", f"term-{name}") for name in names)
    html, found = links.add_to(render_markdown(text))
    return html, [term.name for term in found]


def test_a_term_is_a_link_where_it_first_stands():
    html, found = linked("A backlog grows. The backlog is long.", "Backlog")
    assert html == '<p>A <a class="term" href="#term-Backlog">backlog</a> grows. The backlog is long.</p>\n'
    assert found == ["Backlog"]


def test_a_term_is_linked_once_in_all_texts():
    links = GlossaryLinks([Term("Wick", "What burns.", "term-wick")])
    assert [bool(links.add_to("<p>wick</p>")[1]) for _ in range(2)] == [True, False]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two tickets.", "Ticket"),
        ("After-call work, then a break.", "after-call work"),
        ("A knowledge\nbase.", "Knowledge base"),
        ("The CRM shows it.", "CRM"),
    ],
)
def test_plurals_line_breaks_and_capitals_do_not_matter(text, name):
    assert linked(text, name)[1] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A ticketing system.", "Ticket"),
        ("Knowledge of a base.", "Knowledge base"),
        ("Knowledge. Base it on facts.", "Knowledge base"),
        ("He is slain.", "SLA"),
        ("Say it in sla form.", "SLA"),
        ("R&D and more.", "Amp"),
        ("[The wick](https://example.org)", "Wick"),
        ("`wick`", "Wick"),
        ("### The wick", "Wick"),
        ("![A wick](/x.webp)", "x"),
    ],
)
def test_other_words_links_code_and_headings_stay_as_they_are(text, name):
    assert linked(text, name) == (render_markdown(text), [])


def test_the_longest_of_several_terms_counts():
    assert linked("A warm transfer.", "Transfer", "Warm transfer")[1] == ["Warm transfer"]


def test_long_texts_and_many_terms_take_linear_time():
    names = [f"word {number} of it" for number in range(1_000)]
    start = time.process_time()
    linked("word " * 9_000, *names)
    assert time.process_time() - start < 2
