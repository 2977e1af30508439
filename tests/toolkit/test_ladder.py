"""The role's own level, and what the levels above it need of leading."""

import pytest

from guides.document.shape import CareerStep, GuideDocument
from guides.toolkit.readiness.ladder import read_ladder


def ladder(role, *titles):
    levels = tuple(CareerStep(title=title) for title in titles)
    return read_ladder(GuideDocument(title=role, slug="role", career_path=levels))


@pytest.mark.parametrize(
    ("role", "titles", "own"),
    [
        ("Nurse", ("Aide", "nurse", "Senior Nurse", "Nurse Manager"), 1),
        ("Keeper", ("Helper", "Hand", "Mate", "Shift Lead", "Director"), 2),
        ("Keeper", ("Team Lead", "Director"), 0),
        ("Keeper", ("Helper", "Mate", "Principal"), 1),
        ("Keeper", ("Helper", "Mate"), 0),
        ("Keeper", (), 0),
    ],
)
def test_the_own_level_has_the_title_or_is_below_the_first_that_leads_or_in_the_middle(role, titles, own):
    assert ladder(role, *titles).own == own


@pytest.mark.parametrize(
    ("role", "titles", "leads"),
    [
        ("Nurse", ("Nurse", "Senior Nurse", "Team Lead", "Supervisor", "Director", "VP of Care"), (0, 0, 1, 2, 3, 3)),
        ("Clerk", ("Clerk", "Office Manager", "Head of Office"), (0, 1, 2)),
        ("Account Manager", ("Account Manager", "Senior Account Manager", "Director"), (0, 0, 2)),
        ("Engineer", ("Engineer", "Tech Lead", "Principal Engineer"), (0, 1, 1)),
        ("Painter", ("Helper", "Painter", "Misleading Painter", "Chiefly Painter"), (0, 0, 0, 0)),
    ],
)
def test_a_level_needs_what_its_title_says_and_the_levels_below_can_give(role, titles, leads):
    assert ladder(role, *titles).leads == leads
