"""The buttons that move, remove and restore rows of a posted form, and move its sections."""

import pytest

from guides.toolkit.row_actions import change_rows, move_section
from guides.toolkit.rows import MOST_ROWS

FIELDS = {"jobs": ("position", "employer"), "studies": ("school",)}
ORDER = ("summary", "jobs", "skills", "studies", "awards")


def jobs(*positions, **others):
    rows = {f"jobs-{row}-position": words for row, words in enumerate(positions)}
    return {"name": "Ada", "jobs-TOTAL_FORMS": f"{len(positions)}", **rows, **others}


def positions(data):
    return [data.get(f"jobs-{row}-position") for row in range(int(data["jobs-TOTAL_FORMS"]))]


@pytest.mark.parametrize(
    ("do", "found", "focus"),
    [
        ("up-jobs-1", ["b", "a", "c"], "jobs-0"),
        ("down-jobs-1", ["a", "c", "b"], "jobs-2"),
        ("remove-jobs-0", ["b", "c"], "jobs"),
        ("up-jobs-0", ["a", "b", "c"], ""),
        ("down-jobs-2", ["a", "b", "c"], ""),
    ],
)
def test_a_button_moves_or_removes_its_row(do, found, focus):
    changed = change_rows(jobs("a", "b", "c"), do, FIELDS)
    assert (positions(changed.data), changed.focus) == (found, focus)
    assert changed.data["name"] == "Ada"


@pytest.mark.parametrize("row", [0, 1, 2])
def test_a_removed_row_comes_back_where_it_was(row):
    typed = jobs("a", "b", "c", **{f"jobs-{row}-employer": "Port"})
    removed = change_rows(typed, f"remove-jobs-{row}", FIELDS).data
    restored = change_rows(removed, "undo", FIELDS)
    assert positions(restored.data) == ["a", "b", "c"]
    assert restored.data[f"jobs-{row}-employer"] == "Port"
    assert restored.focus == f"jobs-{row}"


def test_a_row_is_restored_once():
    removed = change_rows(jobs("a", "b"), "remove-jobs-0", FIELDS).data
    restored = change_rows(removed, "undo", FIELDS).data
    assert positions(change_rows(restored, "undo", FIELDS).data) == ["a", "b"]


def test_only_the_last_removed_row_can_come_back():
    first = change_rows(jobs("a", "b", **{"jobs-0-employer": "Port"}), "remove-jobs-0", FIELDS).data
    second = change_rows(first, "remove-jobs-0", FIELDS).data
    restored = change_rows(second, "undo", FIELDS).data
    assert positions(restored) == ["b"]
    assert restored["jobs-0-employer"] == ""


def test_an_empty_row_is_removed_without_asking_to_restore_it():
    assert not [name for name in change_rows(jobs("a", ""), "remove-jobs-1", FIELDS).data if name.startswith("removed")]


def test_a_full_form_keeps_the_removed_row_until_there_is_room():
    removed = change_rows(jobs("a", "b"), "remove-jobs-0", FIELDS).data
    full = removed | {"jobs-TOTAL_FORMS": f"{MOST_ROWS}"}
    assert change_rows(full, "undo", FIELDS).data == full


@pytest.mark.parametrize(
    "do",
    ["up-jobs-99", "down-jobs-999999999", "remove-jobs-x", "up-jobs-²", "remove-jobs-", "undo"],
)
def test_a_row_that_is_not_there_changes_nothing(do):
    assert change_rows(jobs("a", "b"), do, FIELDS).data == jobs("a", "b")


@pytest.mark.parametrize(
    "do", ["", "up", "up-", "up-name-0", "remove-jobs2", "jobs-up-0", "up-jobs--1", "up-section-jobs"]
)
def test_other_buttons_are_not_for_rows(do):
    assert change_rows(jobs("a"), do, FIELDS) is None


@pytest.mark.parametrize("total", ["", "-1", "9" * 40, "1e9", "٣"])
def test_a_hostile_number_of_rows_makes_no_more_than_a_form_takes(total):
    changed = change_rows(jobs("a", **{"jobs-TOTAL_FORMS": total}), "remove-jobs-0", FIELDS)
    assert len(changed.data) < 5 + MOST_ROWS * 2


@pytest.mark.parametrize(
    ("do", "found"),
    [
        ("up-section-studies", ("summary", "studies", "jobs", "skills", "awards")),
        ("down-section-summary", ("jobs", "summary", "skills", "studies", "awards")),
        ("up-section-summary", ORDER),
        ("down-section-studies", ORDER),
        ("up-section-skills", ORDER),
        ("up-section-nothing", ORDER),
    ],
)
def test_a_section_moves_past_the_next_one_with_words(do, found):
    assert move_section(ORDER, do, {"summary", "jobs", "studies"}) == found


def test_other_buttons_move_no_section():
    assert move_section(ORDER, "up-jobs-0", {"jobs"}) is None
