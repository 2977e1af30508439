"""The search for what people write in other ways than guides: symbols, compounds, initials, alternative titles."""

from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import call_command

from guides.document.search_words import Query, joined_key, key, tokens_of
from guides.document.shape import Details, Section, Skill
from guides.document.spellings import spelling_columns
from guides.finding.search import search, suggest
from guides.models import SearchEntry, SearchTitle
from tests.builders import make_bare_guide, make_live

pytestmark = pytest.mark.django_db

SPELLINGS = [
    ("Frontend Developer", "Front End Developer", "Front-End Developer"),
    ("Healthcare Assistant", "Health Care Assistant", "Health-care Assistant"),
    ("Helpdesk Analyst", "Help Desk Analyst", "Help-Desk Analyst"),
    ("Makeup Artist", "Make-up Artist", "Make Up Artist"),
    ("Ecommerce Manager", "E-commerce Manager", "E Commerce Manager"),
    ("Checkin Agent", "Check-In Agent", "Check In Agent"),
    ("RN Case Manager", "R.N. Case Manager", "R N Case Manager"),
    ("US Marshal", "U.S. Marshal"),
    ("PhD Supervisor", "Ph.D. Supervisor", "Ph. D. Supervisor"),
    ("LPN Supervisor", "L.P.N. Supervisor"),
    ("NodeJS Developer", "Node.js Developer", "Node JS Developer"),
    ("AV Technician", "A/V Technician"),
    ("RD Director", "R&D Director"),
    ("CSharp Developer", "C# Developer", "C Sharp Developer"),
    ("DotNet Developer", ".NET Developer", "Dot Net Developer"),
]
PAIRS = [pair for first, *others in SPELLINGS for other in others for pair in ((first, other), (other, first))]


def titles(text):
    return [hit.guide.title for hit in search(text).hits()]


def suggested(text):
    return ["".join(part.text for part in suggestion.title) for suggestion in suggest(text).guides]


def marked(parts):
    return [part.text for part in parts if part.is_match]


# Compounds and initials


@pytest.mark.parametrize(("written", "typed"), PAIRS)
def test_a_title_is_found_and_suggested_by_its_other_spellings(written, typed):
    make_bare_guide(written)
    make_bare_guide("Diver")
    results = search(typed)
    assert ([hit.guide.title for hit in results.hits()], results.is_loose) == ([written], False)
    assert suggested(typed) == [written]


@pytest.mark.parametrize(("written", "typed"), PAIRS)
def test_a_part_of_a_title_is_found_by_its_other_spellings(written, typed):
    make_bare_guide(f"Senior {written} of Ships")
    make_bare_guide("Diver of Ships")
    assert titles(f"{typed} ships") == [f"Senior {written} of Ships"]


@pytest.mark.parametrize(
    ("written", "typed"), [("front-end", "frontend"), ("frontend", "front end"), ("R.N.", "rn"), ("C#", "csharp")]
)
@pytest.mark.parametrize(
    "part",
    [
        lambda words: {"skills": (Skill(kind="technical", name="Work", detail=words),)},
        lambda words: {"sections": (Section(kind="other", heading="Work", body=f"Does {words} work."),)},
    ],
    ids=["skills", "sections"],
)
def test_other_parts_of_a_guide_are_found_by_other_spellings(part, written, typed):
    make_bare_guide("Alpha", **part(written))
    make_bare_guide("Beta", **part("rope"))
    assert titles(typed) == ["Alpha"]


def test_a_skill_in_two_words_is_found_by_one():
    make_bare_guide("Alpha", skills=(Skill(kind="technical", name="Help Desk"),))
    assert titles("helpdesk") == ["Alpha"]


def test_the_spelling_that_was_typed_comes_first():
    make_bare_guide("Front End Developer")
    make_bare_guide("Frontend Developer")
    assert titles("frontend developer") == ["Frontend Developer", "Front End Developer"]
    assert titles("front end developer") == ["Front End Developer", "Frontend Developer"]


@pytest.mark.parametrize("typed", ["fronten", "front-en", "front en", "frontend dev"])
def test_half_a_compound_is_completed(typed):
    make_bare_guide("Front End Developer")
    make_bare_guide("Frontend Tester", details=Details(alternative_titles=("Front-End Developer in Test",)))
    make_bare_guide("Diver")
    assert set(titles(typed)) == set(suggested(typed)) == {"Front End Developer", "Frontend Tester"}


def test_words_of_two_lists_are_no_compound():
    columns = dict.fromkeys(("title", "summary", "responsibilities", "sections", "questions"), "")
    columns |= {"alternative_titles": "Front\nEnd", "skills": "Front, end; front: end"}
    found = spelling_columns(columns)
    assert (found["alternative_spellings"], found["skill_spellings"]) == ("", "")


@pytest.mark.parametrize(
    ("title", "typed", "words"),
    [
        ("Front End Developer", "frontend", ["Front End"]),
        ("Frontend Developer", "front end", ["Frontend"]),
        ("R.N. Case Manager", "rn", ["R.N"]),
        ("Carpet Layer", "pet", []),
    ],
)
def test_compounds_are_marked_in_titles(title, typed, words):
    make_bare_guide(title)
    hits = search(typed).hits()
    assert [marked(hit.title) for hit in hits] == ([words] if words else [])


# Symbols


def make_languages():
    for title in ("C", "C++", "C#", "Objective-C", "Net", ".NET", "F", "F#", "A", "A+"):
        make_bare_guide(title)


@pytest.mark.parametrize("typed", ["C#", "C++", "C", ".NET", "net", "F#", "A+", "c#", ".net"])
def test_a_title_with_the_symbols_as_typed_is_first(typed):
    make_languages()
    assert titles(typed)[0].casefold() == typed.casefold()


@pytest.mark.parametrize("typed", ["C#", "C++", ".NET", "F#"])
def test_a_title_with_the_symbols_as_typed_is_suggested_first(typed):
    make_languages()
    assert suggested(typed)[0] == typed


@pytest.mark.parametrize("typed", ["C#", "C++", ".NET"])
def test_guides_with_the_symbols_as_typed_come_before_those_without(typed):
    for language in ("C", "Net", "C++", "C#", ".NET"):
        make_bare_guide(f"Senior {language} Developer of Things")
    make_bare_guide("Tester", skills=(Skill(kind="technical", name=f"{typed} tests"),))
    assert titles(typed)[:2] == [f"Senior {typed} Developer of Things", "Tester"]
    assert titles(f"{typed} developer")[0] == f"Senior {typed} Developer of Things"
    assert suggested(f"senior {typed}")[0] == f"Senior {typed} Developer of Things"


def test_guides_without_the_symbols_are_found_too():
    make_languages()
    assert set(titles("c#")) == {"C#", "C", "C++", "Objective-C"}


# Alternative titles


def test_an_equal_alternative_title_comes_right_after_an_equal_title():
    make_bare_guide("Nurse")
    make_bare_guide("Nurse Nurse Educator")
    make_bare_guide("Ward Keeper", details=Details(alternative_titles=("Sister", "Nurse")))
    make_bare_guide("Nurse Practitioner", details=Details(alternative_titles=("Nurse Nurse",)))
    assert titles("nurse")[:2] == suggested("nurse")[:2] == ["Nurse", "Ward Keeper"]


def test_an_equal_alternative_title_comes_first_where_no_title_is_equal():
    make_bare_guide("Staff Nurse Educator")
    make_bare_guide("Ward Keeper", details=Details(alternative_titles=("Staff Nurse",)))
    assert titles("staff nurse")[0] == suggested("staff nurse")[0] == "Ward Keeper"


def test_an_alternative_title_equal_but_for_its_spelling_comes_first():
    make_bare_guide("Help Desk Manager")
    make_bare_guide("Supporter", details=Details(alternative_titles=("Help-Desk",)))
    assert titles("helpdesk")[0] == suggested("helpdesk")[0] == "Supporter"


# Words and keys


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("C# and C++, not C", ["c#", "and", "c++", "not", "c"]),
        (".NET or ASP.NET", [".net", "or", "aspnet"]),
        ("R.N., Ph.D., U.S.A.", ["rn", "phd", "usa"]),
        ("The end. Next", ["the", "end", "next"]),
        ("end.Next", ["end", "next"]),
        ("3.5 to 10.000", ["3", "5", "to", "10", "000"]),
        ("a+b c+ #1 ...", ["a", "b", "c+", "1"]),
        ("Node.js/Vue.js", ["nodejs", "vuejs"]),
    ],
)
def test_words_keep_their_symbols_and_lose_their_dots(text, tokens):
    assert tokens_of(text) == tokens


def test_keys_of_titles_keep_symbols():
    assert (key("Senior C#/.NET Developer"), joined_key("Front-End Dev")) == ("senior c# .net developer", "frontenddev")


def test_a_query_has_each_word_once():
    assert Query.read("C c# C++ c").words == ("c", "c", "c")


# What is stored


def test_all_titles_of_a_guide_are_stored_once():
    make_live(title="Front End Developer", slug="x", details=Details(alternative_titles=("Frontend Developer", "Dev")))
    assert set(SearchTitle.objects.values_list("key", "is_alternative")) == {
        ("frontenddeveloper", False),
        ("dev", True),
    }


def test_a_title_of_symbols_between_words_has_room_for_its_key():
    make_live(title="a#." * 66 + "a", slug="x")
    assert titles("a#")


def test_the_migration_fills_in_what_publishing_writes():
    make_live()
    make_bare_guide("C#/.NET Front-End Developer", details=Details(alternative_titles=("R.N.",)))
    columns = [field.name for field in SearchEntry._meta.fields]
    before = (
        list(SearchEntry.objects.values(*columns)),
        list(SearchTitle.objects.values("entry", "key", "is_alternative")),
    )
    SearchTitle.objects.all().delete()
    SearchEntry.objects.update(title_key="x", **dict.fromkeys([name for name in columns if "spellings" in name], ""))
    import_module("guides.migrations.0018_search_spellings").fill(apps, None)
    after = (
        list(SearchEntry.objects.values(*columns)),
        list(SearchTitle.objects.values("entry", "key", "is_alternative")),
    )
    assert after == before


@pytest.mark.django_db(transaction=True)
def test_the_migration_can_be_taken_back_and_run_again():
    make_bare_guide("Front End Developer")
    call_command("migrate", "guides", "0017", verbosity=0)
    call_command("migrate", "guides", verbosity=0)
    assert titles("frontend developer") == ["Front End Developer"]
    make_bare_guide("Helpdesk Analyst")
    assert titles("help desk") == ["Helpdesk Analyst"]
