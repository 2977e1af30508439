"""Interview questions from a guide: its words are quoted, what it does not say is not asked."""

from dataclasses import replace

from guides.document import GuideDocument
from guides.document.shape import Details, Section, Skill
from guides.toolkit.interview import MOST_SKILLS, build_interview, interview_outline
from guides.toolkit.writers import write_plain
from tests.builders import make_document


def questions(document, kind):
    return [question for group in build_interview(document) if group.kind == kind for question in group.questions]


def test_every_question_quotes_the_guide_it_is_from():
    document = make_document()
    asked = " ".join(question.asks for group in build_interview(document) for question in group.questions)
    for words in ("Trim the wick.", "Patience", "Lamp Maintenance", "Fresnel lenses", "The stairs", "Assistant Keeper"):
        assert words in asked


def test_a_soft_skill_is_asked_for_with_the_reason_that_the_guide_gives():
    assert "Nights are long." in questions(make_document(), "behavioral")[0].tests


def test_what_an_editor_marked_as_essential_is_asked_first_and_says_so():
    skills = tuple(Skill(kind="technical", name=name) for name in ("Ropes", "Radio", "Charts"))
    document = make_document(skills=skills, details=Details(essential=("Charts",), useful=("Radio",)))
    asked = questions(document, "technical")
    assert [question.asks.split(":")[0] for question in asked] == ["Charts", "Radio", "Ropes"]
    assert ["essential" in asked[0].tests, "useful" in asked[1].tests] == [True, True]


def test_a_guide_with_a_hundred_skills_gives_no_hundred_questions():
    skills = tuple(Skill(kind="soft", name=f"Virtue {number}") for number in range(100))
    assert len(questions(make_document(skills=skills, responsibilities=()), "behavioral")) == MOST_SKILLS


def test_no_two_questions_of_a_guide_are_the_same():
    asked = [question.key for group in build_interview(make_document()) for question in group.questions]
    assert len(asked) == len(set(asked))


def test_a_skill_that_a_guide_names_twice_is_asked_for_once():
    skills = (Skill(kind="technical", name="Radio"), Skill(kind="technical", name="radio"))
    assert len(questions(make_document(skills=skills), "technical")) == 1


def test_a_guide_that_says_little_gives_no_questions_that_it_does_not_carry():
    document = GuideDocument(title="Diver", slug="diver", sections=(Section(kind="other", heading="Sea", body="Wet."),))
    assert [group.kind for group in build_interview(document)] == ["ask_back"]


def test_the_key_of_a_question_stays_when_others_come_and_go():
    document = make_document()
    kept = questions(document, "technical")[0].key
    fewer = replace(document, cons=(), responsibilities=())
    assert questions(fewer, "technical")[0].key == kept


def test_the_page_of_text_holds_every_question_and_what_it_tests():
    document = make_document()
    text = write_plain(interview_outline(document))
    for group in build_interview(document):
        assert all(question.asks in text and question.tests in text for question in group.questions)
        assert all(step in text for step in group.answer)
