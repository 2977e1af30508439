"""The cover letter: three tones of the same facts, placeholders for missing facts, no invented experience."""

import pytest

from guides.document import GuideDocument
from guides.document.shape import Details, Section, Skill
from guides.toolkit.cover_letter.form import LetterForm, as_data
from guides.toolkit.cover_letter.letter import (
    ANY_OCCASION,
    OCCASION,
    Application,
    Evidence,
    build_notes,
    check_letter,
    draft_letter,
    example_of,
    needs_of,
)
from guides.toolkit.cover_letter.tones import TONES
from guides.toolkit.placeholders import placeholders_in
from guides.toolkit.resume.json_resume import Resume
from guides.toolkit.writers import write_plain
from tests.builders import make_document

SPARSE = GuideDocument(title="Diver", slug="diver", sections=(Section(kind="other", heading="Sea", body="Wet."),))
DETAILS = {
    "name": "Ada Byron",
    "email": "ada@example.org",
    "position": "Keeper",
    "employer": "Harbor Board",
    "contact": "Ms Okafor",
    "found": "on your website.",
    "now": "a helper at the port.",
    "why": "I grew up below your light.",
    "available": "on 1 March",
    "needs": (Evidence(need="Patience", shown="I sat through 40 nights of fog."), Evidence(need="Ropes")),
}


def letter(tone, **changes):
    return draft_letter(Application(**{**DETAILS, "tone": tone, **changes}))


@pytest.mark.parametrize("tone", TONES)
def test_every_tone_contains_all_input_and_no_placeholder(tone):
    page = letter(tone)
    text = write_plain(page)
    for name, value in DETAILS.items():
        assert name == "needs" or value.rstrip(".") in text
    assert "I sat through 40 nights of fog." in text
    assert placeholders_in(page) == []


def test_the_three_tones_differ():
    assert len({write_plain(letter(tone)) for tone in TONES}) == 3


@pytest.mark.parametrize("tone", TONES)
def test_words_within_a_sentence_bring_no_second_full_stop(tone):
    text = write_plain(letter(tone, employer="Acme Inc."))
    assert "Acme Inc." in text
    assert ".." not in text


@pytest.mark.parametrize("tone", TONES)
def test_missing_facts_become_placeholders(tone):
    placeholders = placeholders_in(draft_letter(Application(tone=tone)))
    for words in ("Your name", "email, telephone, town", "Employer", "position", "employer", ANY_OCCASION):
        assert words in placeholders


@pytest.mark.parametrize("tone", TONES)
def test_an_example_shows_no_need_by_anything_but_a_gap(tone):
    document = make_document()
    lines = write_plain(draft_letter(example_of(document, document.title, tone))).splitlines()
    about = [line for line in lines if any(need in line for need in needs_of(document))]
    assert len(about) == 2
    assert all(line.endswith(f"[{OCCASION}]") for line in about)


def test_needs_are_those_marked_as_essential_first():
    skills = tuple(Skill(kind="technical", name=name) for name in ("Ropes", "Radio", "Charts"))
    document = make_document(skills=skills, details=Details(essential=("Charts",)))
    assert needs_of(document) == ["Charts", "Ropes"]


def test_needs_without_evidence_are_left_out_and_reported_once_another_has_some():
    page = letter("formal")
    assert "Ropes" not in write_plain(page)
    found = [finding.what for finding in check_letter(Application(**DETAILS), page)]
    assert found == ["Nothing is left to be filled in.", "Not in the letter: Ropes."]


def test_an_occasion_without_a_need_stands_by_itself():
    page = letter("formal", needs=(Evidence(shown="I mended a horn."),))
    assert "\n\nI mended a horn.\n\n" in write_plain(page)


def test_braces_and_brackets_of_a_reader_stay_what_they_are():
    page = letter("warm", now="{employer} {0} %s", needs=(Evidence(need="{need}", shown="{shown}"),))
    text = write_plain(page)
    assert "{employer} {0} %s" in text
    assert "“{need}”. {shown}" in text


def test_a_short_guide_has_a_letter_with_placeholders():
    page = draft_letter(example_of(SPARSE, "Diver", "direct"))
    assert f"[{ANY_OCCASION}]" in write_plain(page)
    assert build_notes(SPARSE)


def test_the_form_begins_with_the_needs_of_the_guide():
    form = LetterForm(make_document())
    assert [row["need"].value() for row in form.rows[0].formset.forms] == ["Lamp Maintenance", "Patience"]


def test_a_filled_form_shows_only_the_input_and_nothing_from_the_guide():
    form = LetterForm(make_document(), {"name": "Ada", "needs-TOTAL_FORMS": "2", "needs-1-shown": "I did."})
    assert form.is_valid(), form.errors()
    assert form.application() == Application(name="Ada", needs=(Evidence(shown="I did."),))


def test_unchanged_needs_stay_in_the_letter():
    form = LetterForm(make_document(), {"needs-TOTAL_FORMS": "1", "needs-0-need": "Lamp Maintenance"})
    assert form.is_valid(), form.errors()
    assert form.application().needs == (Evidence(need="Lamp Maintenance"),)


def test_an_unknown_tone_is_an_error():
    form = LetterForm(make_document(), {"tone": "loud"})
    assert not form.is_valid()
    assert [error.message for error in form.errors()] == ["Tone: Choose one of the three."]


def test_a_resume_gives_the_sender_and_the_present_job():
    jobs = [{"position": "Cook", "end": "2019"}, {"position": "Helper", "employer": "Port"}]
    data = as_data(Resume({"name": "Ada", "summary": "x", "email": "a@b.c"}, {"jobs": jobs}))
    assert data == {"name": "Ada", "email": "a@b.c", "now": "a Helper at Port"}
