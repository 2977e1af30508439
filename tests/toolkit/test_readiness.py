"""Readiness on documents alone: the level that fits, the next one, and what separates them."""

from dataclasses import replace

import pytest

from guides.document import GuideDocument
from guides.document.shape import CareerStep, Details, Skill, Step
from guides.toolkit.readiness import assess, read_answers
from guides.toolkit.readiness.result import Need
from guides.toolkit.skills_gap import skill_key
from tests.builders import make_document

SKILLS = ("Lamps", "Logs", "Knots", "Radio", "Tact", "Tides")
DIPLOMA, LICENSE, DEGREE = "High school diploma", "License of the harbor", "Bachelor's degree, for senior roles"
DOCUMENT = GuideDocument(
    title="Keeper",
    slug="keeper",
    education_requirements=(DIPLOMA, LICENSE, DEGREE),
    skills=tuple(Skill(kind="technical", name=name) for name in (*SKILLS, "Cooking")),
    steps=(Step(number=1, text="Learn the tides. They come twice a day."), Step(number=2, text="Serve a *winter*.")),
    career_path=(
        CareerStep(title="Helper", experience="up to 2 years", years_max=2),
        CareerStep(title="Keeper", experience="2-5 years", years_min=2, years_max=5),
        CareerStep(title="Senior Keeper", experience="6+ years", years_min=6, focus_areas="Teaches the others."),
        CareerStep(title="Station Lead", experience="8+ years", years_min=8),
        CareerStep(title="Director", experience="12+ years", years_min=12),
    ),
    details=Details(essential=(LICENSE, *SKILLS), useful=("Cooking",)),
)
READY = {"has": [skill_key(LICENSE)]}


def answers(query=None, document=DOCUMENT, **lists):
    return read_answers({key: str(value) for key, value in (query or {}).items()}, lists, document)


def able(number, step=3):
    return {f"s-{skill_key(name)}": step for name in SKILLS[:number]}


def result(query, document=DOCUMENT, **lists):
    return assess(document, answers(query, document, **lists))


def words(needs):
    return [need.words for need in needs]


@pytest.mark.parametrize(("years", "title"), [(0, "Helper"), (1, "Helper"), (2, "Keeper"), (20, "Keeper")])
def test_years_alone_lead_up_to_the_own_level_of_the_role(years, title):
    assert result({"years": years}).fits.title == title


def test_years_that_reach_further_are_told_that_more_is_needed():
    assert result({"years": 20}).reasons == (
        "You have 20 years of experience. This level usually starts at 2 years.",
        "Your years reach further, but a Senior Keeper needs more than years.",
    )


@pytest.mark.parametrize(
    ("number", "title"), [(0, "Keeper"), (2, "Keeper"), (3, "Senior Keeper"), (4, "Station Lead"), (5, "Director")]
)
def test_each_level_above_takes_one_skill_more(number, title):
    assert result({"years": 20, "led": "leads", **able(number)}, **READY).fits.title == title


@pytest.mark.parametrize(
    ("led", "title"),
    [("", "Senior Keeper"), ("no", "Senior Keeper"), ("stand-in", "Station Lead"), ("team", "Director")],
)
def test_leading_levels_need_what_leads_to_them(led, title):
    assert result({"years": 20, "led": led, **able(6)}, **READY).fits.title == title


def test_missing_education_lowers_by_one_level_and_says_so():
    lower = result({"years": 20, "led": "leads", **able(6)})
    assert (lower.fits.title, lower.next.title) == ("Station Lead", "Director")
    assert words(lower.missing) == [f"{LICENSE}. Employers usually ask for it."]


def test_missing_education_lowers_by_no_more_than_one_level_however_much_is_missing():
    details = replace(DOCUMENT.details, essential=(DIPLOMA, LICENSE, DEGREE, *SKILLS))
    found = result({"years": 20, "led": "leads", **able(6)}, replace(DOCUMENT, details=details))
    assert found.fits.title == "Station Lead"


def test_missing_education_never_lowers_below_what_the_years_give():
    assert result({"years": 3}).fits.title == "Keeper"


def test_the_next_level_comes_with_all_that_separates_from_it_and_with_its_focus():
    found = result({"years": 3, "led": "team", **able(1), "s-logs": 2})
    assert found.next.title == "Senior Keeper"
    assert words(found.missing) == [
        "3 more years of experience. This level usually starts at 6 years.",
        "Master 2 more must-have skills, such as Logs, Knots, Radio. This level takes more of them.",
        f"{LICENSE}. Employers usually ask for it.",
    ]
    assert [need.is_task for need in found.missing] == [False, True, True]
    assert found.focus == ("Teaches the others.",)


def test_leading_that_is_missing_is_a_task_and_leading_that_is_there_counts_later():
    query = {"years": 9, **able(6)}
    needed = result({**query, "led": "no"}, **READY)
    assert words(needed.missing) == ["Stand in for a lead, for example during a vacation. This level leads people."]
    assert (
        "You have led a team. This counts once you reach Station Lead." in result({"years": 1, "led": "team"}).reasons
    )


def test_skills_that_were_not_rated_are_named_as_such():
    assert "Master 3 must-have skills, such as Lamps, Logs, Knots. You rated none of them yet." in words(
        result({"years": 20}).missing
    )


def test_at_the_top_nothing_is_missing():
    top = result({"years": 20, "led": "leads", **able(6)}, **READY)
    assert (top.fits.title, top.next, top.missing, top.later) == ("Director", None, (), ())


def test_a_beginner_gets_a_start():
    start = result({"years": 0}, done=["2"])
    assert (start.fits.title, start.is_new, start.reasons) == ("Helper", True, ("This level needs no experience.",))
    assert words(start.start) == [f"{LICENSE}. Employers usually ask for it.", "Learn the tides. Step 1 of the guide."]
    assert start.later == (DIPLOMA, DEGREE)


def test_people_with_experience_are_not_told_how_to_start():
    assert result({"years": 3}).start == ()


def test_skills_to_work_on_begin_with_those_that_were_rated():
    found = result({"years": 3, **able(1, 0), "s-knots": 2})
    assert words(found.skills)[:3] == [
        "Lamps: from “not yet” to “on your own”. A must-have skill.",
        "Knots: from “with help” to “on your own”. A must-have skill.",
        "Logs. A must-have skill.",
    ]
    assert not any("Cooking" in line for line in words(found.skills))


def test_without_years_none_are_counted():
    found = result({"led": "team"})
    assert found.fits.title == "Helper"
    assert found.reasons[0] == "You gave no years of experience, so we counted none."


def test_what_takes_the_place_of_a_degree_is_named_only_while_one_is_missing():
    instead = "Experience, which many accept instead of a degree"
    document = make_document(education_requirements=("Associate's degree", instead))
    assert result({"years": 0}, document).later == (instead,)
    assert result({"years": 0}, document, has=[skill_key("Associate's degree")]).later == ()


def test_with_fewer_skills_than_levels_the_highest_cannot_be_told():
    few = make_document(skills=DOCUMENT.skills[:1], career_path=DOCUMENT.career_path, title="Keeper", steps=())
    found = result({"years": 20, "led": "leads", "s-lamps": 3}, few)
    assert (found.fits.title, found.next.title) == ("Senior Keeper", "Station Lead")
    assert words(found.missing) == ["The guide names too few skills to tell this level from the one below."]


@pytest.mark.parametrize(
    ("path", "reason"),
    [((), "no career ladder"), ((CareerStep(title="Diver"),), "does not say how many years")],
)
def test_a_guide_without_levels_or_years_names_no_level_and_says_why(path, reason):
    found = result({"years": 3}, make_document(career_path=path))
    assert (found.place, found.fits, found.next) == (-1, None, None)
    assert reason in found.reasons[0]


def test_below_the_first_level_none_fits_yet():
    found = result({"years": 1}, make_document(career_path=DOCUMENT.career_path[1:]))
    assert (found.fits, found.next.title) == (None, "Keeper")
    assert found.reasons == ("Keeper usually starts at 2 years, and you have 1 year.",)


def test_a_next_level_without_years_says_that_the_guide_gives_none():
    path = (DOCUMENT.career_path[0], CareerStep(title="Keeper"))
    assert words(result({"years": 1}, make_document(career_path=path)).missing)[0] == (
        "The guide does not say how many years this level takes."
    )


@pytest.mark.parametrize("years", ["-1", "2.5", "61", "many", "²", "9" * 5000])
def test_invalid_years_are_an_error_of_their_field(years):
    found = answers({"years": years})
    assert (found.years, list(found.errors)) == (None, ["years"])


def test_answers_that_the_guide_does_not_ask_for_are_left_out():
    assert answers({"s-flying": "3", "led": "an army"}, has=["wings"], done=["9", "x"]).is_empty


def test_a_need_that_ends_in_a_quotation_gets_no_second_period():
    assert Need('Answer with "we don\'t know yet."', "").sentence == 'Answer with "we don\'t know yet."'
    assert Need("Learn the tools", "").sentence == "Learn the tools."
