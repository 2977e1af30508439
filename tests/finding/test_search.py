"""The search: what is found, in which order, what is marked."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from guides.document.search_words import Term, fold, words_of
from guides.document.shape import FAQ, Details, Section, Skill
from guides.editing.publishing import publish, unpublish
from guides.editing.revisions import record_revision
from guides.editing.rows import write_document
from guides.finding.search import search, suggest
from guides.finding.search.snippets import LONGEST_SNIPPET, Marker
from guides.finding.search.spelling import closest, distance
from guides.models import Revision, SearchEntry, SearchWord
from guides.models import Skill as Skills
from tests.builders import make_bare_guide, make_document, make_live, make_role

pytestmark = pytest.mark.django_db


def titles(text):
    return [hit.guide.title for hit in search(text).hits()]


def words(parts):
    return "".join(part.text for part in parts)


def marked(parts):
    return [part.text for part in parts if part.is_match]


# What is found


@pytest.mark.parametrize(
    "part",
    [
        {"details": Details(alternative_titles=("Zymurgist",))},
        {"summary": "Every **zymurgist** brews."},
        {"skills": (Skill(kind="technical", name="Zymurgist tools"),)},
        {"skills": (Skill(kind="soft", name="Care", detail="zymurgist hands"),)},
        {"responsibilities": ("Guide the zymurgist.",)},
        {"sections": (Section(kind="other", heading="The zymurgist", body=""),)},
        {"sections": (Section(kind="other", heading="Work", body="- A *zymurgist* waits."),)},
        {"faqs": (FAQ(question="Who is a zymurgist?", answer=""),)},
        {"faqs": (FAQ(question="Who brews?", answer="The zymurgist."),)},
        {"pros": ("Zymurgist parties",)},
    ],
    ids=lambda part: next(iter(part)),
)
def test_a_guide_is_found_by_every_part_of_it(part):
    make_bare_guide("Brewer", **part)
    make_bare_guide("Baker")
    assert titles("zymurgist") == ["Brewer"]


def test_forms_of_a_word_are_one_word():
    make_bare_guide("Machine Operator")
    assert titles("operators machines") == ["Machine Operator"]


@pytest.mark.parametrize("text", ["cafe", "Café", "CAFÉ", "café"])
def test_accents_and_case_make_no_difference(text):
    make_bare_guide("Café Manager")
    make_bare_guide("Diver")
    assert titles(text) == ["Café Manager"]


def test_accents_that_only_the_reader_types_make_no_difference():
    make_bare_guide("Cafe Manager")
    assert titles("café") == ["Cafe Manager"]


@pytest.mark.parametrize(("title", "text"), [("Перекладач", "перекладач"), ("مترجم", "مترجم"), ("通訳", "通訳")])
def test_other_scripts_are_found(title, text):
    make_live(title=title, slug="translator")
    assert titles(text) == [title]


def test_words_on_both_sides_of_a_slash_or_hyphen_are_words():
    make_bare_guide("Full-Stack/Web Developer")
    assert titles("stack web") == ["Full-Stack/Web Developer"]


def test_all_words_are_needed_where_a_guide_has_all():
    make_bare_guide("Harbor Pilot")
    make_bare_guide("Harbor Master")
    results = search("pilot harbor")
    assert (results.total, results.is_loose) == (1, False)


def test_any_word_is_enough_where_no_guide_has_all():
    make_bare_guide("Harbor Pilot")
    make_bare_guide("Lamp Maker")
    results = search("lamp pilot")
    assert (results.total, results.is_loose) == (2, True)


def test_the_last_word_may_be_a_beginning():
    make_bare_guide("Machine Operator")
    assert [titles(text) for text in ("machine ope", "opera", "operat", "operato")] == [["Machine Operator"]] * 4


def test_whole_words_win_over_beginnings():
    make_bare_guide("Art Teacher")
    make_bare_guide("Artillery Officer")
    assert titles("art") == ["Art Teacher"]


# The order


def test_the_exact_title_is_always_first():
    make_bare_guide("Nurse", summary="Cares.")
    for number in range(5):
        make_bare_guide(f"Nurse Nurse {number}", summary="nurse " * 50, responsibilities=("nurse nurse",) * 5)
    assert titles("nurse")[0] == "Nurse"
    assert titles("NURSE!")[0] == "Nurse"


def test_words_as_they_were_typed_come_before_other_words_of_the_same_stem():
    make_bare_guide("Customs Broker")
    make_bare_guide("Senior Customer Service Operator")
    make_bare_guide("Custom Framer")
    assert titles("customer")[0] == "Senior Customer Service Operator"
    assert titles("custom")[0] == "Custom Framer"
    assert titles("customs")[0] == "Customs Broker"


def test_words_as_they_were_typed_come_first_where_no_guide_has_all_of_them_too():
    make_bare_guide("Customs Broker")
    make_bare_guide("Senior Customer Service Operator")
    assert titles("customer zymurgy")[0] == "Senior Customer Service Operator"


def test_whole_words_come_before_words_that_begin_so_and_those_before_other_forms():
    make_bare_guide("Midwife", details=Details(alternative_titles=("Night Nurse",)))
    make_bare_guide("Head Nurse of a Large Hospital")
    make_bare_guide("Agency of Nurses")
    make_bare_guide("Nursing Assistant")
    make_bare_guide("Nursery Worker")
    assert titles("nurse") == ["Head Nurse of a Large Hospital", "Midwife", "Agency of Nurses", "Nursing Assistant"]


def test_titles_come_before_skills_and_skills_before_sections():
    make_bare_guide("Alpha", sections=(Section(kind="other", heading="Rope", body="Rope and rope."),))
    make_bare_guide("Beta", skills=(Skill(kind="technical", name="Rope"),))
    make_bare_guide("Gamma", details=Details(alternative_titles=("Rope Walker",)))
    assert titles("rope") == ["Gamma", "Beta", "Alpha"]


def test_pages_hold_every_hit_once():
    for number in range(7):
        make_bare_guide(f"Diver {number}")
    results = search("diver")
    pages = [results.hits(results.revisions[offset : offset + 3]) for offset in (0, 3, 6)]
    assert [len(page) for page in pages] == [3, 3, 1]
    assert len({hit.guide.title for page in pages for hit in page}) == results.total == 7


def test_a_guide_with_all_words_in_title_and_skills_leads_where_none_has_all():
    make_bare_guide("Diver", skills=(Skill(kind="technical", name="Welding"),))
    make_bare_guide("Welder", skills=(Skill(kind="technical", name="Soldering"),))
    make_bare_guide("Painter", summary="Paints welding machines.")
    assert titles("diver welding zymurgy")[0] == "Diver"


def test_words_that_only_make_a_sentence_are_not_looked_for():
    make_bare_guide("Harbor Pilot", summary="Guides ships.")
    make_bare_guide("Diver", summary="How do you become a diver? Read on, and ask for more.")
    results = search("How do I become a harbor pilot?")
    assert (results.hits()[0].guide.title, results.total, results.is_loose) == ("Harbor Pilot", 1, False)
    assert search("what is a pilot").total == 1
    assert titles("how do you") == ["Diver"]


def test_a_title_of_nothing_but_such_words_is_found():
    make_bare_guide("Will To")
    make_bare_guide("Diver", summary="Will dive.")
    assert titles("will to")[0] == "Will To"


# Who is found


def test_a_guide_that_is_not_published_is_not_found():
    make_role()
    assert titles("lighthouse") == []
    assert suggest("lighthouse").is_empty


def test_an_unpublished_guide_is_found_no_more_at_once():
    role = make_live()
    unpublish(role)
    results = search("lighthouse keeper")
    assert (results.total, results.did_you_mean, results.nearest) == (0, None, ())


def test_a_guide_that_is_published_later_is_not_found_before():
    publish(make_role().revisions.latest(), at=timezone.now() + timezone.timedelta(days=1))
    assert titles("lighthouse") == []


def test_only_the_live_revision_is_found():
    role = make_live()
    write_document(role, make_document(summary="Now about foghorns."))
    publish(record_revision(role, Revision.Kind.EDIT))
    assert titles("trust") == []
    assert titles("foghorns") == ["Lighthouse Keeper"]


# What is shown of it


def test_words_are_marked_in_title_and_snippet_in_the_form_they_have_there():
    make_bare_guide("Machine Operator", summary="Operators oil machinery; opera singers do not.")
    hit = search("operators").hits()[0]
    assert marked(hit.title) == ["Operator"]
    assert marked(hit.snippet) == ["Operators"]
    assert words(hit.snippet) == "Operators oil machinery; opera singers do not."


def test_words_with_accents_are_marked_whole():
    make_bare_guide("Baker", summary="Works in a Café or two.")
    assert marked(search("cafe").hits()[0].snippet) == ["Café"]


def test_the_snippet_is_the_line_with_most_of_the_words():
    make_bare_guide(
        "Keeper", summary="Keeps a lamp.", responsibilities=("Clean the glass.", "Clean the lamp and stairs.")
    )
    assert words(search("lamp stairs").hits()[0].snippet) == "Clean the lamp and stairs."


def test_a_long_line_is_cut_around_its_first_match_between_words():
    line = f"{'before ' * 100}needle {'after ' * 100}".strip()
    make_bare_guide("Keeper", summary=line)
    snippet = words(search("needle").hits()[0].snippet)
    assert snippet.startswith("… before ")
    assert snippet.endswith(" after …")
    assert len(snippet) <= LONGEST_SNIPPET + 4


def test_a_guide_that_is_found_by_its_title_alone_shows_how_its_summary_begins():
    make_bare_guide("Diver", summary="Works below.\n\nMore.")
    assert words(search("diver").hits()[0].snippet) == "Works below."


@given(st.text(), st.lists(st.text(alphabet="aéßİ中ab1", min_size=1), min_size=1))
def test_marking_keeps_every_character(text, asked):
    marker = Marker([Term(word, is_prefix=True) for word in words_of(" ".join(asked))])
    assert words(marker.mark(text)) == text


# Typing errors, and nothing found


@pytest.mark.parametrize("typed", ["machnie operator", "machine operater", "mahcine oprator", "machine ooperator"])
def test_a_typing_error_is_told(typed):
    make_bare_guide("Machine Operator")
    make_bare_guide("Nurse")
    assert search(typed).did_you_mean == "machine operator"


def test_a_typing_error_in_a_skill_is_told():
    make_bare_guide("Keeper", skills=(Skill(kind="soft", name="Communication"),))
    assert search("comunicaton").did_you_mean == "communication"


def test_a_word_that_guides_have_is_no_typing_error():
    make_bare_guide("Nurse", summary="Looks after a purse.")
    assert search("purse qqqq").did_you_mean is None


def test_what_was_meant_is_offered_only_where_a_live_guide_has_it():
    unpublish(make_live())
    make_bare_guide("Diver")
    assert search("lighthuose").did_you_mean is None


def test_where_nothing_is_found_the_nearest_titles_are_shown():
    make_bare_guide("Electrician")
    make_bare_guide("Nurse")
    results = search("electricity")
    assert results.total == 0
    assert results.nearest[0].title == "Electrician"


@pytest.mark.parametrize("text", ["zzzzqqqq", "مرحبا", "xx", "nux"])
def test_where_nothing_is_similar_nothing_is_shown(text):
    make_bare_guide("Nurse", skills=(Skill(kind="soft", name="Care"),))
    results = search(text)
    assert (results.total, results.nearest, results.near_words) == (0, (), ())


def test_where_nothing_is_found_words_with_a_similar_spelling_are_offered():
    make_bare_guide("Astronomer", skills=(Skill(kind="technical", name="Telescopes"), Skill(kind="soft", name="Care")))
    assert search("astronaut").near_words == ("astronomer",)
    assert [guide.title for guide in search("astronaut").nearest] == ["Astronomer"]
    assert search("telescopists").near_words == ("telescopes",)


def test_a_similar_word_of_a_guide_that_is_not_live_is_not_offered():
    role = make_bare_guide("Astronomer")
    unpublish(role)
    assert search("astronaut").near_words == ()


@pytest.mark.parametrize(
    ("one", "other", "errors"), [("", "ab", 2), ("nurse", "nurse", 0), ("nusre", "nurse", 1), ("kitten", "sitting", 3)]
)
def test_distance_counts_typing_errors(one, other, errors):
    assert (distance(one, other), distance(other, one)) == (errors, errors)


def test_short_words_and_numbers_are_no_typing_errors():
    assert closest("ab", ["abc"]) is None
    assert closest("2024", ["2025"]) is None
    assert closest("nors", ["nurse"]) is None


@pytest.mark.parametrize("text", ["", "  ", "!?"])
def test_a_question_without_words_finds_nothing(text):
    make_bare_guide("Nurse")
    assert (search(text).total, search(text).hits()) == (0, ())


@given(st.text())
def test_folding_keeps_every_character_in_its_place(text):
    assert len(fold(text)) == len(text)


# While typing


def test_titles_that_begin_as_typed_are_suggested_first():
    make_bare_guide("Assistant Machine Keeper")
    make_bare_guide("Machine Operator")
    assert [words(suggestion.title) for suggestion in suggest("mach").guides] == [
        "Machine Operator",
        "Assistant Machine Keeper",
    ]


def test_suggestions_have_the_word_that_was_typed_before_others_of_its_stem():
    make_bare_guide("Broker of Customs")
    make_bare_guide("Senior Customer Service Operator")
    assert [suggestion.slug for suggestion in suggest("customer").guides] == [
        "senior-customer-service-operator",
        "broker-of-customs",
    ]


def test_the_last_word_of_a_suggestion_may_be_half_a_word():
    make_bare_guide("Machine Operator")
    for typed in ("ma", "machine o", "machine operat", "machine operators", "operat"):
        assert [suggestion.slug for suggestion in suggest(typed).guides] == ["machine-operator"], typed


def test_an_alternative_title_is_suggested_with_the_title_it_stands_for():
    make_bare_guide("Lighthouse Keeper", details=Details(alternative_titles=("Light Keeper", "Wickie")))
    (suggestion,) = suggest("wic").guides
    assert (words(suggestion.title), words(suggestion.also), marked(suggestion.also)) == (
        "Lighthouse Keeper",
        "Wickie",
        ["Wickie"],
    )


def test_words_of_the_text_alone_suggest_nothing():
    make_bare_guide("Keeper", summary="Ships.", responsibilities=("Trim the wick.",))
    assert all(suggest(text).is_empty for text in ("ships", "wick", "k", ""))


def test_skills_of_live_guides_are_suggested():
    make_bare_guide(
        "Keeper", skills=(Skill(kind="technical", name="Signal Lamps"), Skill(kind="soft", name="Patience"))
    )
    unpublish(make_bare_guide("Pilot", skills=(Skill(kind="technical", name="Lamp Oil"),)))
    for typed in ("la", "lamp", "signal la", "signals"):
        (skill,) = suggest(typed).skills
        assert (words(skill.name), skill.slug) == ("Signal Lamps", "signal-lamps"), typed
    assert marked(suggest("lamp").skills[0].name) == ["Lamps"]


def test_a_renamed_skill_is_suggested_by_its_new_name():
    make_bare_guide("Keeper", skills=(Skill(kind="technical", name="Signal Lamps"),))
    Skills.objects.update(name="Beacons")
    assert [words(skill.name) for skill in suggest("beac").skills] == ["Beacons"]
    assert suggest("lamps").skills == []


def test_questions_of_live_guides_are_suggested_with_the_anchor_of_their_answer():
    make_bare_guide("Keeper", faqs=(FAQ(question="Is it lonely at night?", answer="Sometimes."),))
    unpublish(make_bare_guide("Pilot", faqs=(FAQ(question="Is it lonely?", answer="No."),)))
    (question,) = suggest("is it lone").questions
    assert (words(question.question), question.slug) == ("Is it lonely at night?", "keeper")
    assert question.anchor == "q-is-it-lonely-at-night-answer"


def test_only_the_questions_of_the_live_revision_are_suggested():
    role = make_bare_guide("Keeper", faqs=(FAQ(question="Is it lonely?", answer="Yes."),))
    write_document(
        role, make_document(title="Keeper", slug="keeper", faqs=(FAQ(question="Is it cold?", answer="Yes."),))
    )
    publish(record_revision(role, Revision.Kind.EDIT))
    assert suggest("lonely").questions == []
    assert len(suggest("cold").questions) == 1


def test_eight_suggestions_leave_room_for_each_kind():
    for number in range(9):
        skills = (Skill(kind="technical", name=f"Rope Number {number}"),)
        make_bare_guide(
            f"Rope Maker {number}", skills=skills, faqs=(FAQ(question=f"Which rope, {number}?", answer="A"),)
        )
    found = suggest("rope")
    assert [len(each) for each in (found.guides, found.skills, found.questions, found.occupations)] == [5, 2, 1, 0]


@pytest.mark.parametrize(
    ("text", "queries"), [("", 4), ("machine operator", 6), ("machine op", 9), ("mashine operator", 9), ("qqqqqq", 8)]
)
def test_the_page_costs_the_same_few_queries_for_any_number_of_guides(
    client, django_assert_max_num_queries, text, queries
):
    for number in range(3):
        make_bare_guide(f"Machine Operator {number}")
        with django_assert_max_num_queries(queries):
            client.get(reverse("search"), {"q": text})


# How the index is kept


@pytest.mark.parametrize("command", ["rebuild_search", "rebuild_index"])
def test_commands_make_the_entries_anew(command):
    make_live()
    SearchEntry.objects.update(title="Wrong", title_key="wrong", sections="wrong")
    call_command(command, verbosity=0)
    assert titles("wrong") == []
    assert titles("foghorn OR windy") == ["Lighthouse Keeper"]


def test_rebuilding_forgets_words_that_no_guide_has():
    make_live()
    SearchWord.objects.create(word="stale")
    call_command("rebuild_search", verbosity=0)
    assert not SearchWord.objects.filter(word="stale").exists()
    assert SearchWord.objects.filter(word="lighthouse").exists()


@pytest.mark.django_db(transaction=True)
def test_rebuilding_tidies_the_database_when_all_is_written():
    make_live()
    call_command("rebuild_search", verbosity=0)
    statistics = {"sqlite": "sqlite_stat1 WHERE tbl", "postgresql": "pg_stats WHERE tablename"}
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {statistics[connection.vendor]} = 'guides_searchentry'")
        assert cursor.fetchone()[0]


def test_a_row_that_is_changed_or_deleted_by_hand_leaves_nothing_behind():
    make_live()
    SearchEntry.objects.update(responsibilities="Juggle.")
    assert titles("juggle") == ["Lighthouse Keeper"]
    assert titles("trim") == []
    SearchEntry.objects.all().delete()
    assert titles("lighthouse") == []


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps generated columns itself")
def test_the_full_text_tables_of_sqlite_agree_with_their_content():
    role = make_live()
    write_document(role, make_document(title="Keeper of Lights", responsibilities=("Juggle.",)))
    publish(record_revision(role, Revision.Kind.EDIT))
    make_bare_guide("Diver")
    call_command("rebuild_search", verbosity=0)
    with connection.cursor() as cursor:
        for suffix in ("", "_names", "_titles", "_typed", "_skills", "_questions"):
            table = f"guides_search{suffix}"
            cursor.execute(f"INSERT INTO {table}({table}, rank) VALUES ('integrity-check', 1)")


def test_a_form_of_one_letter_is_found_in_its_line():
    line = Marker([Term("ab", others=("c",))]).best_line({"sections": "Overview\n\nWritten in C.\n"})
    assert (line.text, line.start) == ("Written in C.", 10)


class AnyText(TestCase):
    """Hypothesis needs a transaction for each example."""

    @given(st.text())
    @settings(max_examples=50)
    def test_any_text_is_answered(self, text):
        make_live()
        results = search(text)
        results.hits()
        suggest(text)
