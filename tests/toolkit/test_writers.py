"""One outline in every form: nothing is lost, words stay words, and the same input gives the same bytes."""

import os
import shutil
import subprocess
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import html5lib
import pytest
from docx import Document

from guides.rendering.markdown import render_markdown
from guides.toolkit.outline import Facts, Heading, Items, Link, Links, Paragraph, Tasks, outline
from guides.toolkit.writers import FORMATS, write_docx, write_html, write_markdown, write_plain

DATE = datetime(2025, 5, 31, 12, 30, tzinfo=UTC)
PAGE = outline(
    "Keeper",
    [
        Facts((("Place", "The coast"), ("Pay", "€41,000"))),
        Heading("Duties"),
        Paragraph("Every day."),
        Items(("Trim the wick", "Log ships")),
        Heading("Steps", 2),
        Items(("First", "Then"), numbered=True),
        Paragraph("Once more."),
        Items(("Again", "And on"), numbered=True),
    ],
)
HOSTILE = "<script>alert(1)</script> & *stars* [a](http://b) # \u202eabc\u202c 🍞 1. x"


def test_a_heading_with_nothing_below_it_is_left_out():
    page = outline(
        "T", [Heading("Empty"), Items(()), Heading("Full"), Heading("Sub", 2), Paragraph("x"), Heading("End")]
    )
    assert [block.text for block in page.blocks] == ["Full", "Sub", "x"]


def test_plain_text_says_everything():
    assert write_plain(PAGE) == (
        "Keeper\n======\n\nPlace: The coast\nPay: €41,000\n\nDuties\n------\n\nEvery day.\n\n"
        "• Trim the wick\n• Log ships\n\nSteps\n\n1. First\n2. Then\n\nOnce more.\n\n1. Again\n2. And on\n"
    )


def test_markdown_is_read_as_headings_and_lists():
    html = render_markdown(write_markdown(PAGE))
    assert (html.count("<h"), html.count("<ol>")) == (3, 2)
    assert "<li>Trim the wick</li>" in html


def test_markdown_and_html_show_hostile_words_as_they_are():
    blocks = [Heading(HOSTILE), Paragraph(HOSTILE), Items((HOSTILE,)), Tasks((HOSTILE,)), Facts(((HOSTILE, HOSTILE),))]
    page = outline(HOSTILE, blocks)
    for html in (render_markdown(write_markdown(page)), write_html(page)):
        tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
        assert tree.find(".//script") is None
        assert tree.find(".//a") is None
        assert "".join(tree.itertext()).count("*stars* [a](http://b) #") == 7


def test_tasks_have_boxes_to_tick_and_no_bullets():
    page = outline("Plan", [Tasks(("Learn *knots*", "Ask"))])
    assert "☐ Learn *knots*\n☐ Ask" in write_plain(page)
    assert "- [ ] Learn \\*knots\\*\n- [ ] Ask" in write_markdown(page)
    assert '<ul class="tasks">\n<li>☐ Learn *knots*</li>' in write_html(page)
    lines = Document(BytesIO(write_docx(page, DATE))).paragraphs
    assert [(line.style.name, line.text) for line in lines[1:]] == [
        ("Normal", "☐\tLearn *knots*"),
        ("Normal", "☐\tAsk"),
    ]


def test_the_html_fragment_is_valid_and_its_headings_step_down():
    html = write_html(PAGE, top=2)
    html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(html)
    assert ("<h2>Keeper</h2>" in html, "<h3>Duties</h3>" in html, "<h4>Steps</h4>" in html) == (True, True, True)


def test_word_reads_real_headings_and_lists():
    document = Document(BytesIO(write_docx(PAGE, DATE)))
    styles = [(line.style.name, line.text) for line in document.paragraphs]
    assert ("Title", "Keeper") in styles
    assert ("Heading 1", "Duties") in styles
    assert ("Heading 2", "Steps") in styles
    assert ("List Bullet", "Log ships") in styles
    assert ("List Number", "First") in styles
    assert ("Normal", "Place: The coast") in styles


def test_every_numbered_list_of_a_word_document_begins_at_one():
    lines = [line for line in Document(BytesIO(write_docx(PAGE, DATE))).paragraphs if line.style.name == "List Number"]
    numbers = [line._p.pPr.numPr.numId.val for line in lines]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]


def test_a_word_document_has_the_dates_of_its_revision_inside_and_out():
    content = write_docx(PAGE, DATE)
    properties = Document(BytesIO(content)).core_properties
    assert properties.created == properties.modified == DATE
    assert (properties.title, properties.author) == ("Keeper", "Careerguide")
    assert {entry.date_time for entry in ZipFile(BytesIO(content)).infolist()} == {(2025, 5, 31, 12, 30, 0)}


def test_a_paragraph_of_a_word_document_stays_with_the_list_below_it():
    page = outline("Job", [Paragraph("Alone"), Paragraph("2020 – 2024"), Items(("Lit lamps",))])
    lines = Document(BytesIO(write_docx(page, DATE))).paragraphs
    assert [line.paragraph_format.keep_with_next for line in lines[1:]] == [None, True, None]


def test_characters_that_a_word_document_cannot_hold_are_left_out():
    page = outline("a\x00b", [Paragraph("c\ufffed\x0b"), Items(("e\uffff",))])
    assert [line.text for line in Document(BytesIO(write_docx(page, DATE))).paragraphs] == ["ab", "cd", "e"]


def test_a_word_document_of_a_person_has_its_author_and_other_margins():
    document = Document(BytesIO(write_docx(PAGE, DATE, author="Ana \x00Lopez")))
    assert document.core_properties.author == document.core_properties.last_modified_by == "Ana Lopez"
    assert document.sections[0].left_margin.inches == document.sections[0].top_margin.inches == 0.85


def test_the_lines_between_a_title_and_its_first_point_stay_together_in_a_word_document_of_a_person():
    page = outline("Ana", [Heading("Keeper", 2), Paragraph("2020"), Paragraph("A light."), Items(("Lit lamps",))])
    lines = Document(BytesIO(write_docx(page, DATE, author="Ana"))).paragraphs
    assert [line.paragraph_format.keep_with_next for line in lines[2:]] == [True, True, None]


def test_links_of_a_word_document_can_be_followed_and_other_schemes_cannot():
    links = (
        Link("Town"),
        Link("mail", "mailto:a@example.org"),
        Link("x", "javascript:alert(1)"),
        Link("y", "https://y/\x00"),
    )
    (line,) = Document(BytesIO(write_docx(outline("T", [Links(links)]), DATE))).paragraphs[1:]
    assert line.text == "Town · mail · x · y"
    assert [(link.text, link.address) for link in line.hyperlinks] == [
        ("mail", "mailto:a@example.org"),
        ("y", "https://y/"),
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_outline_gives_the_same_bytes(name):
    assert FORMATS[name].write(PAGE, DATE) == FORMATS[name].write(PAGE, DATE)


def test_libreoffice_reads_a_word_document_with_its_headings_and_lists(tmp_path):
    office = shutil.which("soffice")
    if not (office or os.environ.get("SKIP_NOTHING")):
        pytest.skip("no LibreOffice on this machine: install Debian's package libreoffice-writer-nogui")
    path = tmp_path / "page.docx"
    path.write_bytes(write_docx(PAGE, DATE))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [office, profile, "--headless", "--convert-to", "html", "--outdir", tmp_path, path]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    html = path.with_suffix(".html").read_text()
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    found = [(element.tag, " ".join("".join(element.itertext()).split())) for element in tree.iter()]
    for expected in (("h1", "Duties"), ("h2", "Steps"), ("li", "Trim the wick"), ("li", "First"), ("li", "Again")):
        assert expected in found
