"""Practicing interview questions in a real browser: by keyboard, with notes and recordings that stay in it."""

import json

import pytest
from playwright.sync_api import expect

from guides.document.material import InterviewQuestion
from tests.builders import make_document, make_live_unedited

PAGE = "/guides/lighthouse-keeper/interview/"
OWN = InterviewQuestion(
    id="first-storm",
    kind="behavioral",
    question="Tell me about your first storm.",
    looks_for="Calm.",
    plan="Two minutes are enough.\n\n- What you saw\n- What you did",
    sample="The lamp went out at midnight.",
)


@pytest.fixture
def practice(live_server, transactional_db, open_page):
    """The page of a guide with a question of its own, open in a browser."""
    make_live_unedited(make_document(interview=(OWN,)))

    def open_practice(**options):
        return open_page(live_server.url + PAGE, **options)

    return open_practice


def press(page, name):
    page.get_by_role("button", name=name, exact=True).press("Enter")


def start(page, *kinds):
    for box in page.get_by_role("group", name="Kinds of questions").get_by_role("checkbox").all():
        box.set_checked(box.get_attribute("value") in kinds)
    press(page, "Start practicing")


def test_notes_are_found_again_and_deleted_after_asking(practice):
    page = practice()
    start(page, "behavioral")
    expect(page.get_by_role("dialog").get_by_role("heading", name=OWN.question)).to_be_focused()
    page.get_by_label("Your notes").fill("<b>The flood of 2019</b>")
    page.reload()
    expect(page.locator(".interview__note:visible")).to_have_text(["<b>The flood of 2019</b>"])
    press(page, "Delete notes and progress")
    press(page, "Keep")
    expect(page.locator(".interview__note:visible")).to_have_count(1)
    press(page, "Delete notes and progress")
    press(page, "Delete")
    expect(page.locator(".interview__note:visible")).to_have_count(0)
    assert page.evaluate("localStorage.length") == 0


def test_an_answer_is_checked_against_the_plan_and_the_sample_comes_after_it(practice):
    page = practice()
    start(page, "behavioral")
    sample = page.get_by_role("dialog").get_by_text(OWN.sample)
    expect(sample).to_have_count(0)
    press(page, "I've answered: check it")
    expect(page.get_by_role("heading", name="Check your answer")).to_be_focused()
    points = page.get_by_role("group", name="What did you cover?")
    expect(points.get_by_role("checkbox")).to_have_count(2)
    points.get_by_label("What you did").check()
    page.get_by_role("dialog").get_by_text("Sample answer").click()
    expect(sample).to_be_visible()
    press(page, "Finish")
    expect(page.get_by_text("You practiced 1 of")).to_be_visible()
    page.reload()
    start(page, "behavioral")
    press(page, "I've answered: check it")
    expect(points.get_by_role("checkbox", checked=True)).to_have_accessible_name("What you did")


def test_chosen_kinds_come_in_their_number_until_the_last_one(practice):
    page = practice()
    start(page, "opening", "closing")
    for number in range(1, 6):
        expect(page.get_by_text(f"{number} of 5 · ")).to_be_visible()
        press(page, "Next" if number < 5 else "Finish")
    expect(page.get_by_role("button", name="Start practicing")).to_be_focused()


def test_older_notes_are_found_by_the_words_of_their_question_or_shown_as_gone(practice):
    page = practice()
    key = page.locator(".interview__question", has_text=OWN.question).get_attribute("data-text-key")
    stored = json.dumps({key: "About the storm.", "0123456789ab": "About something else."})
    page.evaluate("stored => localStorage.setItem('interview:lighthouse-keeper', stored)", stored)
    page.reload()
    gone = page.locator(".practice__gone-note")
    expect(gone.locator(".interview__note")).to_have_text("About something else.")
    expect(page.locator(".interview__questions .interview__note:visible")).to_have_text("About the storm.")
    press(page, "Delete this note")
    press(page, "Delete")
    expect(gone).to_have_count(0)
    stored = {"version": 2, "entries": {"own:gone": {"question": "Do you like the sea?", "note": "Yes."}}}
    page.evaluate("stored => localStorage.setItem('interview:lighthouse-keeper', stored)", json.dumps(stored))
    page.reload()
    expect(gone.get_by_text("Do you like the sea?")).to_be_visible()


def test_the_timer_runs_down_and_says_so(practice):
    page = practice()
    page.clock.install()
    page.reload()
    start(page, "behavioral")
    page.get_by_label("Sound when time is up").check()
    press(page, "Start timer")
    page.clock.run_for(61_000)
    expect(page.get_by_role("timer")).to_have_text("0:59")
    page.clock.run_for(60_000)
    expect(page.get_by_role("status").filter(has_text="Time is up.")).to_have_count(1)


def test_a_recording_is_played_and_deleted_and_never_sent(practice):
    page = practice(permissions=["microphone"])
    start(page, "opening")
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    press(page, "Record my answer")
    expect(page.get_by_role("button", name="Stop recording")).to_be_visible()
    page.wait_for_timeout(300)
    press(page, "Stop recording")
    recording = page.locator("audio")
    expect(recording).to_be_visible()
    page.wait_for_function("document.querySelector('audio').readyState > 0")
    press(page, "Next")
    expect(recording).to_be_hidden()
    press(page, "Previous")
    press(page, "Delete recording")
    expect(recording).to_be_hidden()
    assert [url for url in requests if not url.startswith("blob:")] == []


def test_a_browser_that_keeps_nothing_says_so_and_has_the_notes_until_the_reader_leaves(practice):
    page = practice()
    page.add_init_script("Storage.prototype.getItem = Storage.prototype.setItem = () => { throw new Error(); }")
    page.reload()
    start(page, "behavioral", "closing")
    page.get_by_label("Your notes").fill("The flood of 2019")
    expect(page.get_by_text("This browser keeps no notes")).to_be_visible()
    press(page, "Next")
    press(page, "Previous")
    expect(page.get_by_label("Your notes")).to_have_value("The flood of 2019")


def test_a_refused_microphone_is_explained_and_can_be_tried_again(practice):
    page = practice()
    page.add_init_script("MediaDevices.prototype.getUserMedia = () => Promise.reject(new Error())")
    page.reload()
    start(page, "opening")
    press(page, "Record my answer")
    expect(page.get_by_text("There is no microphone, or the browser may not use it.")).to_be_in_viewport()
    expect(page.get_by_role("button", name="Record my answer")).to_be_enabled()


def test_without_scripts_the_questions_are_a_list_with_samples_to_open(practice):
    page = practice(java_script_enabled=False)
    expect(page.locator(".practice")).to_be_hidden()
    expect(page.get_by_text(OWN.sample)).to_be_hidden()
    page.get_by_text("Sample answer").click()
    expect(page.get_by_text(OWN.sample)).to_be_visible()
