"""Readiness over generated ladders and answers: more good never lowers the level, and one answer moves it by a step."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from guides.document import GuideDocument
from guides.document.shape import CareerStep, Details, Skill, Step, marked_needs
from guides.toolkit.readiness import LED, Answers, assess
from guides.toolkit.readiness.education import read_requirements
from guides.toolkit.skills_gap import skills_of

steady = settings(derandomize=True, database=None, deadline=None)
TITLES = ("Keeper", "Helper", "Senior Keeper", "Principal", "Shift Lead", "Station Manager", "Director of Lights")
REQUIREMENTS = (
    *("High school diploma", "Some college", "Associate's degree", "Bachelor's degree", "Doctorate"),
    *("License", "Bachelor's degree or equivalent experience", "Work accepted instead of a degree", "Sea legs helps"),
)
years = st.none() | st.integers(0, 30)
steps = st.none() | st.sampled_from([0, 1, 2, 3, 4])


def subsets(values):
    return st.frozensets(st.sampled_from(values)) if values else st.just(frozenset())


@st.composite
def guides(draw):
    firsts = draw(st.lists(years, max_size=8))
    if draw(st.booleans()):  # as ladders are
        firsts = sorted(first or 0 for first in firsts)
    levels = tuple(CareerStep(title=draw(st.sampled_from(TITLES)), years_min=first) for first in firsts)
    skills = tuple(Skill(kind="soft", name=f"Skill {number}") for number in range(draw(st.integers(0, 9))))
    needs = (*draw(st.lists(st.sampled_from(REQUIREMENTS), unique=True)), *(skill.name for skill in skills))
    marks = [(need, draw(st.sampled_from(["essential", "useful", ""]))) for need in needs]
    return GuideDocument(
        title="Keeper",
        slug="keeper",
        details=Details(**marked_needs(marks)),
        education_requirements=needs[: len(needs) - len(skills)],
        skills=skills,
        steps=(Step(number=1, text="Learn."), Step(number=2, text="Serve.")),
        career_path=levels,
    )


@st.composite
def cases(draw):
    """A guide, and answers to what it asks."""
    document = draw(guides())
    ratings = {skill.key: draw(steps) for skill in skills_of(document)}
    answers = Answers(
        years=draw(years),
        led=draw(st.none() | st.integers(0, len(LED) - 1)),
        has=draw(subsets([requirement.key for requirement in read_requirements(document)])),
        done=draw(subsets([1, 2])),
        ratings={key: step for key, step in ratings.items() if step is not None},
        errors={},
    )
    return document, answers


def place(document, answers):
    return assess(document, answers).place


def better(document, answers):
    """The same answers, each time with one of them a little better."""
    for key in (skill.key for skill in skills_of(document)):
        if answers.ratings.get(key, 0) < 4:
            yield replace(answers, ratings={**answers.ratings, key: answers.ratings.get(key, -1) + 1})
    for requirement in read_requirements(document):
        yield replace(answers, has=answers.has | {requirement.key})
    yield replace(answers, done=answers.done | {1})


@steady
@given(cases())
def test_one_answer_more_never_lowers_the_level_and_raises_it_by_one_at_most(case):
    document, answers = case
    now = place(document, answers)
    for other in better(document, answers):
        assert now <= place(document, other) <= now + 1


@steady
@given(cases(), years, st.integers(0, len(LED) - 1))
def test_more_years_and_more_leading_never_lower_the_level(case, more, led):
    document, answers = case
    now = place(document, answers)
    assert now <= place(document, replace(answers, years=(answers.years or 0) + (more or 0)))
    assert now <= place(document, replace(answers, led=max(led, answers.led or 0)))


@steady
@given(cases(), st.data())
def test_what_is_not_said_never_raises_the_level(case, data):
    document, answers = case
    kept = data.draw(subsets(sorted(answers.ratings)))
    less = [
        replace(answers, years=None),
        replace(answers, led=None),
        replace(answers, has=frozenset()),
        replace(answers, done=frozenset()),
        replace(answers, ratings={key: answers.ratings[key] for key in kept}),
    ]
    assert max(place(document, other) for other in less) <= place(document, answers)


@steady
@given(guides(), years)
def test_years_alone_lead_no_further_than_the_own_level(document, number):
    found = place(document, Answers(number, None, frozenset(), frozenset(), {}, {}))
    titles = [level.title for level in document.career_path]
    assert found <= (titles.index("Keeper") if "Keeper" in titles else len(titles))


@steady
@given(cases())
def test_each_result_has_its_reasons_and_each_next_level_what_separates_from_it(case):
    result = assess(*case)
    assert result.reasons
    assert bool(result.next) == bool(result.missing)
    assert all(need.what for need in (*result.missing, *result.start, *result.skills))
