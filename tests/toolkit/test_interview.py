"""Interview questions: a guide's own, those of the bank, and how skills are matched to it."""

from collections import Counter

import pytest

from guides.document import GuideDocument
from guides.document.choices import INTERVIEW_KINDS
from guides.document.kinds import LONGEST_ID
from guides.document.lines import LONGEST_QUESTION
from guides.document.material import INVENTED, InterviewQuestion
from guides.document.shape import Details, Skill
from guides.rendering.markdown import plain_lines
from guides.toolkit.interview import build_interview, interview_outline
from guides.toolkit.interview.bank import read_bank
from guides.toolkit.interview.questions import MOST
from guides.toolkit.writers import write_plain
from tests.builders import make_document

BARE = GuideDocument(title="Diver", slug="diver")
OWN = InterviewQuestion(
    id="failed-batch",
    kind="behavioral",
    question="Tell me about a batch that went wrong.",
    looks_for="Whether you *own* a mistake.",
    plan="Keep it short.\n- What happened\n- What you do now",
    sample="I forgot the salt.\n\nNobody noticed.",
)


def questions(document, kind):
    return [question for group in build_interview(document) if group.kind == kind for question in group.questions]


def with_skills(*names, kind="technical", detail=""):
    return make_document(skills=tuple(Skill(kind=kind, name=name, detail=detail) for name in names))


# Which questions


def test_a_kind_with_questions_of_the_guide_has_no_others_and_the_other_kinds_have_those_of_the_bank():
    groups = {group.kind: group for group in build_interview(make_document(interview=(OWN,)))}
    assert [question.key for question in groups["behavioral"].questions] == ["own:failed-batch"]
    assert {kind for kind, group in groups.items() if group.is_own} == {"behavioral"}
    assert all(question.key.startswith("bank:") for question in groups["opening"].questions)


def test_a_guide_that_says_nothing_has_questions_of_all_kinds_but_technical_ones():
    groups = build_interview(BARE)
    assert [group.kind for group in groups] == [kind for kind in INTERVIEW_KINDS if kind != "technical"]
    assert all(len(group.questions) > 3 for group in groups)


def test_no_question_quotes_the_guide():
    document = make_document()
    asked = write_plain(interview_outline(document)).removeprefix(f"Interview questions: {document.title}")
    for words in (*document.responsibilities, *document.cons, "Fresnel", "Nights are long", "windy", document.title):
        assert words not in asked


def test_what_an_editor_marked_as_essential_is_asked_first():
    details = Details(essential=("SQL",), useful=("Python",))
    asked = questions(make_document(skills=with_skills("Git", "Python", "SQL").skills, details=details), "technical")
    assert [question.skill for question in asked[:2]] == ["Structured Query Language (SQL)", "Python"]


def test_a_guide_with_many_skills_has_a_few_questions_of_each_kind():
    names = tuple(name for question in read_bank() for name in question.skills)
    for kind in ("soft", "technical"):
        groups = build_interview(with_skills(*names, kind=kind))
        assert max(len(group.questions) for group in groups) == MOST


def test_no_question_is_asked_twice():
    names = ("Patience", "patience", "Flexibility", "Adaptability", "Teamwork", "Collaboration")
    counts = Counter(q.key for group in build_interview(with_skills(*names, kind="soft")) for q in group.questions)
    assert set(counts.values()) == {1}


def test_a_question_without_an_id_has_a_key_of_its_words():
    (question,) = questions(
        make_document(interview=(InterviewQuestion(kind="technical", question="Why yeast?"),)), "technical"
    )
    assert question.key == f"own:{question.text_key}"


# Matching skills


@pytest.mark.parametrize(
    ("name", "kind", "same_as"),
    [
        ("CRM Software Proficiency", "technical", "Customer Relationship Management"),
        ("Python Scripting", "technical", "Python"),
        ("Basic SQL", "technical", "SQL"),
        ("Emotional Patience", "soft", "Patience"),
        ("Patience and Calm", "soft", "Patience"),
    ],
)
def test_a_skill_with_a_longer_name_is_known(name, kind, same_as):
    asked_kind = "technical" if kind == "technical" else "situational"
    found = [questions(with_skills(wanted, kind=kind), asked_kind)[0].key for wanted in (name, same_as)]
    assert found[0] == found[1]


@pytest.mark.parametrize("name", ["Load Forecasting", "R&D", "Lamp Maintenance", "A and R"])
def test_a_skill_that_only_looks_like_one_of_the_bank_is_not_asked_for(name):
    assert questions(with_skills(name), "technical") == []


def test_a_tool_in_the_detail_of_a_skill_is_found():
    assert questions(with_skills("Wick Software", detail="Excel, Python"), "technical")


# Files


def test_files_hold_all_that_the_page_shows():
    document = make_document(interview=(OWN,))
    text = write_plain(interview_outline(document))
    for group in build_interview(document):
        assert group.name in text
        assert group.why in text
        for question in group.questions:
            lines = [
                question.asks,
                *plain_lines(question.looks_for),
                *plain_lines(question.plan),
                *plain_lines(question.sample),
            ]
            assert all(line in text for line in lines)
    assert "Looks for: Whether you own a mistake." in text


def test_files_say_that_the_person_of_a_sample_answer_is_invented():
    text = write_plain(interview_outline(make_document(interview=(OWN,))))
    assert f"Sample answer ({INVENTED.lower()}): I forgot the salt." in text


def test_files_have_what_leads_to_the_points_of_a_plan_above_them():
    text = write_plain(interview_outline(make_document(interview=(OWN,))))
    assert "Build your answer:\n\nKeep it short.\n\n• What happened\n• What you do now" in text


# The bank


def test_the_bank_is_well_formed():
    bank = read_bank()
    assert [id_ for id_, number in Counter(question.id for question in bank).items() if number > 1] == []
    for question in bank:
        assert question.kind in INTERVIEW_KINDS, question.id
        assert question.id == question.id.lower().replace(" ", "-"), question.id
        assert 0 < len(question.id) <= LONGEST_ID, question.id
        assert 0 < len(question.question) < min(200, LONGEST_QUESTION), question.id
        assert 0 < len(question.looks_for) < 250, question.id
        assert all(0 < len(line) < 140 for line in question.plan), question.id
        assert 2 <= len(question.plan) <= 4, question.id
        assert bool(question.skills) == (question.kind in ("behavioral", "situational", "technical")), question.id


def test_texts_of_the_bank_are_shown_as_they_are_written():
    plans = {question.id: list(question.plan) for question in read_bank() if not question.skills}
    shown = [question for kind in ("opening", "closing", "ask_back") for question in questions(BARE, kind)]
    assert {question.key.removeprefix("bank:"): plain_lines(question.plan) for question in shown} == plans
