"""The wording check: phrases that it has to find, innocent uses on which it has to stay silent."""

import re

import pytest

from guides.toolkit.job_description.wording import KINDS, find
from guides.toolkit.job_description.wording.coded import coded

FOUND = {
    "age": """
        We are a young and dynamic team.
        A young, energetic team
        Join our young team in Tulsa
        We want young blood.
        Looking for young people
        Seeking a young salesperson
        You are young and hungry.
        A youthful spirit
        An energetic young man
        Age 25 to 35
        Aged between 20 and 30
        Between 18 and 25 years old
        No older than 35
        Under 30 years of age
        Maximum age 40
        A recent graduate
        For a recent college graduate
        Recently graduated engineers
        New grads welcome
        Perfect for college students
        College students wanted
        Hiring high school students
        Class of 2025 preferred
        Delivery boy
        Office girl
        Girls wanted
    """,
    "age in other words": """
        A digital native
        Digital-natives who live online
        No more than 5 years of experience
        3 years' experience maximum
    """,
    "native speaker": """
        Native English speaker
        Native speakers only
        A native-level Spanish speaker
        German native
        Native fluency in French
        Native or bilingual proficiency
        English is your mother tongue
        English mother tongue
        English as a first language
        English must be your native language
        Speaks without an accent
        No foreign accent
        Accent-free English
        Flawless spoken English
    """,
    "sex": """
        Salesman
        Work with the foreman.
        Chairman of the board
        Handyman for our buildings
        Waitress, evenings
        Hostess
        Stewardess
        Cleaning lady
        Policemen and firemen
        Barmaids
        A maid for 40 rooms
        Cameraman
        Girl Friday
        Our next sales guy
        Females only
        Male candidates preferred
        Looking for a strong man
        Hiring women
    """,
    "pronouns": """
        he/she reports to the chair
        He or she writes reports.
        s/he
        (s)he
        The manager and his team
        Each driver keeps her own log.
        himself or herself
    """,
    "family": """
        Must be single
        Unmarried women preferred
        We seek an unmarried person.
        Applicants without small children
        Without family commitments
    """,
    "health": """
        Able-bodied
        Must be physically fit
        Be in good health
        Healthy individuals
        No disabilities
        Free from medical conditions
        20/20 vision
    """,
    "ability": """
        You must be able to walk.
        Must be able to stand for eight hours
        Ability to sit for long periods
        Prolonged standing
        Able to climb ladders
        Able to kneel and crouch
        Must be able to lift 50 pounds
        Lifting boxes of up to 25 lbs
        Ability to talk and hear
        Must speak clearly
    """,
    "words for disability": """
        Wheelchair-bound residents
        Handicapped parking
    """,
    "religion": """
        We live by Christian values.
        Shares our faith
        A practicing Catholic
        Must be Christian
        Muslims only
        Born-again believers
        A Bible-reading, God-fearing office
        Sign our statement of faith
    """,
    "citizenship": """
        U.S. citizens only
        US citizens or green card holders only
        Must be a US citizen
        Only American citizens
        U.S. citizenship required
        Must have a green card
        H-1B only
    """,
    "origin": """
        White candidates only
        Prefer Asian applicants
        Whites only
        American-born
        UK passport holders
        No foreigners
        European appearance
    """,
    "experience abroad": """
        Canadian experience required
        Must have Canadian work experience
    """,
}
INNOCENT = """
    Work with young children
    Care for children aged 3 to 5
    Teach young learners to read
    Mentor young professionals
    Plan programs for young adults
    Support people aged 65 and over
    Students between 11 and 16 years old
    Patients younger than 12
    Prune young trees
    Counsel youthful offenders
    At least 18 years old
    Over 21 to serve alcohol
    Girl Scouts
    Boys & Girls Clubs of America
    Teach girls' soccer
    Advise college students
    Tutor high school students in algebra
    Senior accountant
    Seniority decides the order of shifts.
    Old buildings
    Older adults
    Restore old furniture
    Under 30 minutes
    Up to 35 hours a week
    At least 5 years of experience
    Five years of experience or more
    Blood samples
    Native apps
    React Native
    Cloud-native services
    Native plants
    Native American studies
    Speak with patients in their native language
    Their mother tongue
    English as a second language
    Fluent in English and Spanish
    Accent walls and trim
    Without accent lighting
    Native file formats
    Master's degree
    Scrum master
    Journeyman electrician
    Craftsmanship
    Workmanship
    Sportsmanship
    Craftsman-style homes
    Workmen's compensation claims
    Maid of honor
    Women's health
    Men's clothing
    Looking for women's shoes
    Women and minorities are encouraged to apply.
    Male and female patients
    Female connectors
    Test APIs with Postman
    Manager of human resources
    The HIS and the EHR
    HER2 testing
    HIM director
    Able-bodied seaman
    Ship the parcel
    There and then
    The theme of the week
    Walk customers through their bills
    Ability to walk new users through the setup
    Walk dogs
    Ability to stand out
    Must stand behind the product
    Able to sit for the exam
    Ability to run reports
    Able to carry out plans
    Must carry a caseload of 40 clients
    Ability to see the big picture
    Ability to speak Spanish
    Must climb the ladder
    Bend metal conduit
    Promote good health
    Healthy meals
    People with and without disabilities
    We welcome people with disabilities.
    Clear vision for the team
    Christian Dior
    Catholic Charities
    A Jewish community center
    Serve people of all faiths
    Muslim patients' beliefs
    Christian will answer your questions.
    Firm believers in good data
    Senior citizens
    Authorized to work in the United States
    US citizenship is required by law
    Help American citizens abroad
    Citizen science
    Black belt
    White paper
    White-label products
    Black box tests
    Available in white only
    Asian cuisine
    European Union law
    French pastry
    Locals and visitors
    Canadian tax law
    Cover girls' soccer games
    Align He-Ne lasers
    Support single parents
    Plan trips for people and families
    A single point of contact
    Confidential
    Committee
    Tenders
"""


def phrases(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize(
    ("kind", "phrase"), [(kind, phrase) for kind, text in FOUND.items() for phrase in phrases(text)]
)
def test_wording_that_leaves_people_out_is_found(kind, phrase):
    assert kind in {found.kind.name for found in find([phrase])}


@pytest.mark.parametrize("phrase", phrases(INNOCENT))
def test_innocent_uses_are_not_found(phrase):
    assert [(found.kind.name, found.words) for found in find([phrase])] == []


def test_every_kind_is_tested_and_says_why_and_where_it_is_published():
    assert [kind.name for kind in KINDS] == list(FOUND)
    for kind in KINDS:
        assert kind.why.endswith(":")
        assert kind.source.name
        assert re.fullmatch(r"https?://[a-z.-]+/\S+", kind.source.address)
        assert all(kind.instead.values())


def test_words_are_listed_once_as_they_are_written_with_what_to_write_instead():
    (found,) = find(["The driver keeps his log.", "His truck is HIS, and he drives himself."])
    assert found.words == ("his", "he", "himself")
    assert found.instead == "“you”, “they” or “their”"


def test_a_phrase_with_other_spaces_and_apostrophes_is_found_and_none_goes_over_two_lines():
    assert [found.words for found in find(["Up to 5 years’  experience"])] == [("Up to 5 years' experience",)]
    assert find(["We are young", "Professionals stay."])[0].words == ("We are young",)
    assert find(["Able", "bodied"]) == []


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Committed support; uncommitted", "feminine", ["committed", "support"]),
        ("Be competitive, ambitious and decisive.", "masculine", ["competitive", "ambitious", "decisive"]),
        ("Confidential files, a competent analyst, logistics", "masculine", []),
        ("Determine the needs of individuals; individualized plans", "masculine", []),
        ("Committee, tenders, tender documents, trustees", "feminine", []),
        ("Git commits, commit messages and connectors", "feminine", []),
        ("Sensitive data depending on the customer support", "feminine", []),
        ("Lives that depend on warm food", "feminine", []),
    ],
)
def test_coded_words_are_those_of_the_study_and_not_words_that_look_like_them(text, kind, words):
    assert coded([text], kind) == words


def test_a_long_text_is_searched_in_linear_time():
    for words in (
        "young ",
        "children aged ",
        "native ",
        "must be able to walk ",
        "bend a b ",
        "seeking a ",
        "citizens ",
    ):
        find([words * 10_000])
        coded([words * 10_000], "feminine")
