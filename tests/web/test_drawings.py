"""The line drawings of the major groups."""

import pytest
from django.conf import settings

from guides.document.fields import FIELDS
from guides.templatetags.drawings import group_drawing

MOST_BYTES = 1024


@pytest.mark.parametrize("group", FIELDS)
def test_each_major_group_has_a_small_drawing_for_the_eye_only(group):
    drawing = group_drawing(group)
    assert 'aria-hidden="true"' in drawing
    assert len(drawing.encode()) <= MOST_BYTES


def test_no_two_groups_have_the_same_drawing():
    files = sorted((settings.BASE_DIR / "templates" / "drawings").glob("*.svg"))
    assert len({file.read_bytes() for file in files}) == len(FIELDS)


def test_an_occupation_has_the_drawing_of_its_group():
    assert group_drawing("43-4051.00") == group_drawing("43")


@pytest.mark.parametrize("code", [None, "", "99-1234"])
def test_no_group_no_drawing(code):
    assert group_drawing(code) == ""
