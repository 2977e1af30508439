"""Resumes and letters as PDF files: read in order, on few pages, for screen readers too, and whatever is typed."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from guides.toolkit.cover_letter.page import LetterPage
from guides.toolkit.cover_letter.pdf import write_letter_pdf
from guides.toolkit.outline import Link
from guides.toolkit.resume.pdf import DESIGNS, PAPERS, write_pdf
from guides.toolkit.resume.sections import Entry, ResumePage, Section

pytestmark = pytest.mark.skipif(
    not (shutil.which("pdftotext") or os.environ.get("SKIP_NOTHING")),
    reason="no pdftotext on this machine: install Debian's package poppler-utils",
)
DATE = datetime(2026, 11, 25, 8, 30, tzinfo=UTC)
CONTACT = (Link("Bodega Bay, CA"), Link("ana@example.org", "mailto:ana@example.org"))
JOB = Entry(
    title="Keeper, Point Light",
    place="Bodega Bay, CA",
    dates="March 2020 – Present",
    paragraphs=("A light for 40 ships a night.",),
    points=("Trimmed 400 wicks without one going out", "Logged each ship"),
    link=Link("light.example.org", "https://light.example.org/"),
)
RESUME = ResumePage(
    name="Ana Lopez",
    headline="Harbor Pilot",
    contact=CONTACT,
    sections=(
        Section(name="summary", title="Profile", paragraphs=("Keeps ships off the rocks and lamps lit.",)),
        Section(name="skills", title="Skills", points=("Languages: English, Spanish", "Knots", "First aid")),
        Section(name="jobs", title="Experience", entries=(JOB, replace(JOB, title="Deckhand, Ferry 12", link=None))),
        Section(name="certificates", title="Certificates", entries=(Entry(title="First Aid", dates="May 2024"),)),
    ),
)
LETTER = LetterPage(
    name="Ana Lopez",
    contact=CONTACT,
    date="November 25, 2026",
    recipient=("Ms. Okafor", "Harbor Office"),
    subject="Application for Harbor Pilot",
    greeting="Dear Ms. Okafor:",
    paragraphs=("I am applying for the job.", "Thank you for your time."),
    farewell="Sincerely,",
)
HOSTILE = r'#panic("x") *b* _i_ $x^2$ `raw` [c] <lbl> @ref = head // no /* no */ ~ \u{41} #import "look.typ": size'


def resume_pdf(page=RESUME, design="plain", paper="letter"):
    return write_pdf(page, design=design, paper=paper, date=DATE)


def in_one_line(text):
    return " ".join(text.split())


def poppler(*command, content):
    return subprocess.run(command, input=content, check=True, capture_output=True, timeout=60).stdout.decode()


def pdftotext(content, *options):
    return poppler("pdftotext", *options, "-", "-", content=content)


def pdfinfo(content, *options):
    return poppler("pdfinfo", *options, "-", content=content)


def with_points(count, lines_above=0):
    """The resume with jobs of one point each, below a profile of some lines."""
    jobs = tuple(Entry(title=f"Job {number}", dates="2020", points=(f"Point {number}",)) for number in range(count))
    profile = Section(name="summary", title="Profile", paragraphs=("A line.",) * lines_above)
    return replace(RESUME, sections=(profile, Section(name="jobs", title="Experience", entries=jobs)))


@pytest.mark.parametrize("layout", [(), ("-layout",)], ids=["by default", "with layout"])
@pytest.mark.parametrize("design", DESIGNS)
def test_every_word_of_a_resume_is_read_in_order(design, layout):
    text = in_one_line(pdftotext(resume_pdf(design=design), *layout))
    assert text == (
        "Ana Lopez Harbor Pilot Bodega Bay, CA · ana@example.org "
        "Profile Keeps ships off the rocks and lamps lit. "
        "Skills Languages: English, Spanish Knots · First aid "
        "Experience Keeper, Point Light March 2020 – Present · Bodega Bay, CA · light.example.org "
        "A light for 40 ships a night. • Trimmed 400 wicks without one going out • Logged each ship "
        "Deckhand, Ferry 12 March 2020 – Present · Bodega Bay, CA "
        "A light for 40 ships a night. • Trimmed 400 wicks without one going out • Logged each ship "
        "Certificates First Aid · May 2024"
    )


def test_every_word_of_a_letter_is_read_in_order_and_the_name_signs_it():
    text = in_one_line(pdftotext(write_letter_pdf(LETTER, paper="letter", date=DATE)))
    assert text == (
        "Ana Lopez Bodega Bay, CA · ana@example.org November 25, 2026 Ms. Okafor Harbor Office "
        "Application for Harbor Pilot Dear Ms. Okafor: I am applying for the job. Thank you for your time. "
        "Sincerely, Ana Lopez"
    )


def test_a_pdf_names_the_person_and_the_date_and_is_tagged_for_screen_readers():
    content = resume_pdf()
    info = pdfinfo(content)
    for line in ("Ana Lopez – Resume", "Author:          Ana Lopez", "Tagged:          yes"):
        assert line in info
    assert "2026-11-25T08:30:00Z" in pdfinfo(content, "-isodates")
    assert b"pdfuaid" in content
    tags = pdfinfo(content, "-struct-text")
    assert [in_one_line(tags).count(tag) for tag in ("H1 ", "H2 ", "H3 ")] == [1, 4, 2]


def test_links_can_be_followed_and_other_schemes_cannot():
    page = replace(RESUME, contact=(*CONTACT, Link("click", "javascript:alert(1)")))
    addresses = pdfinfo(resume_pdf(page), "-url")
    assert "mailto:ana@example.org" in addresses
    assert "https://light.example.org/" in addresses
    assert "javascript" not in addresses


@pytest.mark.parametrize(("paper", "size"), [("letter", "612 x 792"), ("a4", "595.276 x 841.89")])
def test_a_file_has_the_paper_that_was_asked_for(paper, size):
    assert paper in PAPERS
    assert size in pdfinfo(resume_pdf(paper=paper))
    assert size in pdfinfo(write_letter_pdf(LETTER, paper=paper, date=DATE))


def pages_and_size(content):
    """The number of pages and the height of a word in points."""
    top, bottom = re.search(
        r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">Point<', pdftotext(content, "-bbox")
    ).groups()
    return pdftotext(content).count("\f"), round(float(bottom) - float(top), 1)


def test_letters_are_smaller_only_where_that_saves_a_page():
    short, full, long = (pages_and_size(resume_pdf(with_points(count))) for count in (8, 16, 20))
    assert (short[0], full[0], long[0]) == (1, 1, 2)
    assert short[1] == long[1] > full[1]


@pytest.mark.parametrize("design", DESIGNS)
def test_a_title_stays_on_the_page_of_its_first_point_and_later_pages_name_the_person(design):
    for lines_above in range(8):  # the page could end at each of the three lines of a job
        first, second, _ = pdftotext(resume_pdf(with_points(18, lines_above), design)).split("\f")
        assert re.fullmatch(r"• Point \d+", first.strip().splitlines()[-1])
        assert re.match(r"Ana Lopez · Page 2 of 2 Job \d+", in_one_line(second))


def test_markup_of_the_typesetter_stays_words():
    page = replace(
        RESUME,
        name=HOSTILE,
        headline=HOSTILE,
        sections=(
            Section(name="x", title="X", paragraphs=(HOSTILE,), points=(HOSTILE,), entries=(Entry(title=HOSTILE),)),
        ),
    )
    assert in_one_line(pdftotext(resume_pdf(page))).count(HOSTILE) == 5
    letter = replace(LETTER, subject=HOSTILE, paragraphs=(HOSTILE,), recipient=(HOSTILE,))
    assert in_one_line(pdftotext(write_letter_pdf(letter, paper="a4", date=DATE))).count(HOSTILE) == 3


def test_letters_of_other_scripts_are_kept():
    words = "Nguyễn Łódź Ελλάδα Київ"
    assert words in pdftotext(resume_pdf(replace(RESUME, headline=words)))


def test_a_character_without_a_glyph_is_written_in_latin_letters_and_the_file_stays_tagged():
    content = resume_pdf(replace(RESUME, headline="Baker \U0001f35e"))
    assert "Baker :bread:" in pdftotext(content) or "Baker \U0001f35e" in pdftotext(content)
    assert b"pdfuaid" in content


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x9b", "\ufeff", "\ufffe", "\ud800", "\U0010ffff", "\ue000"])
def test_no_character_breaks_a_file(character):
    assert "Harbor" in pdftotext(resume_pdf(replace(RESUME, headline=f"Harbor{character} Pilot")))


def test_points_of_right_to_left_letters_that_make_typst_panic_do_not_break_a_file():
    pointed = "\u0628\u0650\u0633\u0652\u0645\u0650 " * 60
    assert "\u0628\u0633\u0645" in pdftotext(resume_pdf(replace(RESUME, headline=pointed)))
    numbers = " ".join(map(chr, (*range(0x109DC, 0x109FE), *range(0x10A2E, 0x10A36), 0x10A43)))
    assert "Experience" in pdftotext(resume_pdf(replace(RESUME, headline=numbers)))


@pytest.mark.parametrize("character", ["a", "\U0001f35e"])
def test_words_without_a_space_break_at_the_edge(character):
    page = replace(RESUME, sections=(Section(name="summary", title="Profile", paragraphs=(character * 300,)),))
    text = pdftotext(resume_pdf(page)).partition("Profile")[2]
    assert max(map(len, text.splitlines())) < 150
    unbroken = re.sub(r"[\s\u200b]", "", text)
    assert unbroken in (character * 300, ":bread:" * 300)


def test_a_long_address_is_the_same_in_its_link():
    address = f"https://example.org/{'a' * 200}?name=王"
    page = replace(RESUME, contact=(Link("mine", address + "\x00\ud800"),))
    assert f"https://example.org/{'a' * 200}?name=" in pdfinfo(resume_pdf(page), "-url")


def test_an_address_that_is_too_long_for_a_link_stays_words():
    address = "https://example.org/" + "a" * 9000
    page = replace(RESUME, contact=(Link("mine", address),))
    assert "mine" in pdftotext(resume_pdf(page))
    assert "aaaa" not in pdfinfo(resume_pdf(page), "-url")


def test_a_resume_with_nothing_in_it_is_a_page_that_says_resume():
    assert pdftotext(resume_pdf(ResumePage(name=""))).strip() == "Resume"


def test_two_processes_write_the_same_bytes():
    code = (
        "import sys; from hashlib import sha256; from tests.toolkit.test_pdf import resume_pdf;"
        "print(sha256(resume_pdf(design='side')).hexdigest())"
    )
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "careerguide.settings"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, check=True, capture_output=True, timeout=60)
    assert done.stdout.decode().strip() == sha256(resume_pdf(design="side")).hexdigest()
