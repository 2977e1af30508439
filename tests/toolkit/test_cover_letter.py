"""The cover letter: three tones of the same facts, without sentences that lack theirs."""

import pytest

from guides.document.shape import Details, Skill
from guides.toolkit.cover_letter.form import LetterForm, as_data
from guides.toolkit.cover_letter.letter import (
    Application,
    Evidence,
    check_letter,
    draft_letter,
    needs_of,
)
from guides.toolkit.cover_letter.tones import TONES
from guides.toolkit.placeholders import placeholders_in
from guides.toolkit.resume.json_resume import Resume
from guides.toolkit.writers import write_plain
from tests.builders import make_document

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
def test_a_letter_of_nobody_is_a_greeting_and_a_close_without_gaps(tone):
    page = draft_letter(Application(tone=tone))
    assert [len(block.text) > 0 for block in page.blocks] == [True] * 3
    assert page.title == "Cover letter"
    assert not set("[]{}") & set(write_plain(page))


@pytest.mark.parametrize(
    ("known", "opening"),
    [
        ({"position": "Keeper"}, "I am writing to apply for the position of Keeper."),
        ({"employer": "Acme Inc."}, "I am writing to apply at Acme Inc."),
        ({"position": "Keeper", "employer": "Port"}, "I am writing to apply for the position of Keeper at Port."),
        ({"found": "in the paper"}, "I found your ad in the paper."),
        ({"now": "a cook."}, "At present I am a cook."),
    ],
)
def test_the_opening_has_the_sentences_whose_facts_are_known(known, opening):
    assert f"\n\n{opening}\n\n" in write_plain(draft_letter(Application(**known)))


@pytest.mark.parametrize("tone", TONES)
def test_a_letter_quotes_neither_the_guide_nor_its_needs(tone):
    form = LetterForm(make_document(), {"tone": tone, "needs-0-need": "Lamp Maintenance", "needs-0-shown": "I did it."})
    assert form.is_valid(), form.errors()
    text = write_plain(draft_letter(form.application()))
    assert "\n\nI did it.\n\n" in text
    assert "Lamp Maintenance" not in text


def test_needs_are_those_marked_as_essential_first():
    skills = tuple(Skill(kind="technical", name=name) for name in ("Ropes", "Radio", "Charts"))
    document = make_document(skills=skills, details=Details(essential=("Charts",)))
    assert needs_of(document) == ["Charts", "Ropes"]


def test_needs_without_evidence_are_reported_once_another_has_some():
    page = letter("formal")
    found = [finding.what for finding in check_letter(Application(**DETAILS), page)]
    assert found == ["Nothing is missing.", "Not in the letter: Ropes."]


def test_what_is_missing_is_reported_once():
    application = Application(email="ada@example.org", position="Keeper", needs=(Evidence(need="Ropes"),))
    (finding,) = check_letter(application, draft_letter(application))
    expected = "Missing: your name, the employer, why you want to work there, something you have done that shows"
    assert finding.what == f"{expected} what they ask for."


def test_braces_and_brackets_of_a_reader_stay_what_they_are():
    page = letter("warm", now="{employer} {0} %s", needs=(Evidence(need="{need}", shown="{shown}"),))
    text = write_plain(page)
    assert "{employer} {0} %s" in text
    assert "\n\n{shown}\n\n" in text


def test_the_form_begins_with_the_needs_of_the_guide():
    form = LetterForm(make_document())
    assert [row["need"].value() for row in form.rows[0].formset.forms] == ["Lamp Maintenance", "Patience"]


def test_a_filled_form_shows_only_the_input_and_nothing_from_the_guide():
    form = LetterForm(make_document(), {"name": "Ada", "needs-TOTAL_FORMS": "2", "needs-1-shown": "I did."})
    assert form.is_valid(), form.errors()
    assert form.application() == Application(name="Ada", needs=(Evidence(shown="I did."),))


def test_unchanged_needs_are_read():
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
