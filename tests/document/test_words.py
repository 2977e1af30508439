"""Words of single lines."""

import pytest

from guides.document.words import with_article


@pytest.mark.parametrize(
    "title",
    [
        *("an Editor", "an Underwriter", "an HR Manager", "an HVAC Technician", "an X-ray Technician", "an IT Manager"),
        *("a Nurse", "a User Researcher", "a UX Designer", "a Union Organizer", "a European Buyer", "a Utility Worker"),
    ],
)
def test_an_article_goes_by_the_sound_of_a_title(title):
    assert with_article(title.split(" ", 1)[1]) == title
