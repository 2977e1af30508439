"""Readiness by its first rules, which old addresses keep."""

import pytest

from guides.document import GuideDocument
from guides.document.shape import CareerStep, Details, Skill, Step
from guides.toolkit.readiness import read_answers
from guides.toolkit.readiness.first_rules import assess_by_first_rules as assess
from guides.toolkit.skills_gap import skill_key
from tests.builders import make_document

DOCUMENT = GuideDocument(
    title="Keeper",
    slug="keeper",
    education_requirements=("Sea legs", "Radio certificate"),
    skills=tuple(Skill(kind="technical", name=name) for name in ("Lamps", "Logs", "Knots")),
    steps=(Step(number=1, text="Learn the tides."), Step(number=2, text="Serve a *winter*.")),
    career_path=(
        CareerStep(title="Helper", experience="up to 2 years", years_max=2),
        CareerStep(title="Keeper", experience="2-5 years", years_min=2, years_max=5),
        CareerStep(title="Principal", experience="6+ years", years_min=6, focus_areas="Leads a station."),
    ),
    details=Details(essential=("Radio certificate",)),
)
SKILLED = {"lamps": 3, "logs": 3}


def answers(query=None, document=DOCUMENT, **lists):
    return read_answers({key: str(value) for key, value in (query or {}).items()}, lists, document)


def rated(ratings):
    return {f"s-{key}": step for key, step in ratings.items()}


@pytest.mark.parametrize(
    ("years", "title"),
    [(0, "Helper"), (1, "Helper"), (2, "Keeper"), (5, "Keeper"), (6, "Principal"), (40, "Principal")],
)
def test_the_level_is_the_highest_whose_first_year_is_reached(years, title):
    assert assess(DOCUMENT, answers({"years": years})).fits.title == title


def test_levels_above_the_first_need_two_thirds_of_the_skills():
    few = assess(DOCUMENT, answers({"years": 3, **rated({"lamps": 3})}))
    enough = assess(DOCUMENT, answers({"years": 3, **rated(SKILLED)}))
    assert (few.fits.title, enough.fits.title) == ("Helper", "Keeper")
    assert "1 of 3 skills is at the needed step" in few.reasons[1]


def test_where_skills_are_marked_only_the_essential_ones_count():
    marked = make_document(
        skills=DOCUMENT.skills, career_path=DOCUMENT.career_path, details=Details(essential=("Knots",))
    )
    result = assess(marked, answers({"years": 3, "s-knots": 3}, marked))
    assert result.fits.title == "Keeper"
    assert "1 of 1 essential skill is at the needed step" in result.reasons[1]


def test_without_ratings_the_result_says_that_skills_were_ignored():
    assert "rated none" in assess(DOCUMENT, answers({"years": 3})).reasons[1]


def test_the_next_level_says_how_many_years_are_missing():
    result = assess(DOCUMENT, answers({"years": 3, **rated({**SKILLED, "knots": 1})}))
    assert result.next.title == "Principal"
    assert result.missing == (
        "3 years more of experience: Principal begins at 6 years (the guide says “6+ years”).",
        "Focus of the rung: Leads a station.",
    )


def test_without_enough_skills_the_next_level_says_how_many_are_missing_and_which_count():
    result = assess(DOCUMENT, answers({"years": 3, **rated({"lamps": 3, "knots": 1})}))
    assert (result.fits.title, result.next.title) == ("Helper", "Keeper")
    assert result.missing == (
        "1 more of the 3 skills at the needed step, to make two thirds.",
        "Knots: from step 1 to step 3.",
        "1 of them is not rated yet.",
    )


def test_what_is_open_lists_essential_requirements_first_and_steps_that_are_not_done():
    result = assess(DOCUMENT, answers({"years": 1}, has=[skill_key("Sea legs")], done=["1"]))
    assert result.open == ("Requirement (essential): Radio certificate", "Step 2: Serve a winter.")


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (GuideDocument(title="Diver", slug="diver"), "describes no ladder"),
        (GuideDocument(title="Diver", slug="diver", career_path=(CareerStep(title="Diver"),)), "gives no years"),
    ],
)
def test_a_guide_without_levels_or_years_gives_no_level_but_a_reason(document, reason):
    result = assess(document, answers({"years": 3}, document))
    assert result.fits is None
    assert reason in result.reasons[0]


def test_below_the_first_level_none_fits():
    document = make_document(career_path=DOCUMENT.career_path[1:])
    result = assess(document, answers({"years": 1}, document))
    assert (result.fits, result.next.title) == (None, "Keeper")
    assert "no rung is reached yet" in result.reasons[0]
