"""Three-way merge of guide documents: plain functions, no database."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guides.document import GuideDocument, validate
from guides.document.material import InterviewQuestion
from guides.document.merging import (
    LISTS,
    Finder,
    Follower,
    Place,
    Verdict,
    combine,
    flatten,
    merge,
    put,
    put_all,
    unflatten,
    with_ids,
)
from guides.document.other_pay import OtherPay
from guides.document.provenance import OEWS, Provenance
from guides.document.shape import FAQ, CareerStep, KeyFacts, RelatedRole, SalaryLevel, Section, Step
from tests.builders import make_document
from tests.parsing.strategies import documents

BASE = make_document()


def verdicts(merged) -> dict[str, Verdict]:
    return {str(difference.place): difference.verdict for difference in merged.differences}


def with_facts(**facts) -> GuideDocument:
    return replace(BASE, key_facts=replace(BASE.key_facts, **facts))


def with_answer(answer: str, question: str = "Is it lonely?") -> GuideDocument:
    return replace(BASE, faqs=(FAQ(question=question, answer=answer),))


# -- whose change it is --


def test_what_only_the_text_changed_is_taken():
    merged = merge(BASE, BASE, replace(BASE, summary="New."))
    assert merged.document.summary == "New."
    assert verdicts(merged) == {"summary": Verdict.TAKEN}


def test_what_only_an_editor_changed_stays():
    merged = merge(BASE, replace(BASE, summary="Better."), BASE)
    assert merged.document.summary == "Better."
    assert verdicts(merged) == {"summary": Verdict.KEPT}


def test_what_both_changed_alike_is_agreed():
    same = replace(BASE, summary="Same.")
    assert verdicts(merge(BASE, same, same)) == {"summary": Verdict.AGREED}


def test_what_both_changed_differently_is_a_conflict_with_all_three_versions():
    merged = merge(BASE, replace(BASE, summary="Better."), replace(BASE, summary="New."))
    (conflict,) = merged.conflicts
    assert merged.document.summary == "Better."
    assert (conflict.base, conflict.ours, conflict.theirs) == (
        {"summary": BASE.summary},
        {"summary": "Better."},
        {"summary": "New."},
    )


def test_changes_of_different_fields_of_one_row_are_both_in_the_merged_row():
    ours, theirs = (
        replace(BASE, salary_levels=(replace(BASE.salary_levels[0], **change), BASE.salary_levels[1]))
        for change in ({"median": 36_000}, {"average": 37_000})
    )
    merged = merge(BASE, ours, theirs)
    assert merged.document.salary_levels[0] == SalaryLevel(title="Assistant Keeper", median=36_000, average=37_000)
    assert not merged.conflicts


def test_without_a_base_both_sides_are_additions():
    merged = merge(None, with_answer("Often."), with_answer("Seldom."))
    assert [str(conflict.place) for conflict in merged.conflicts] == ["faqs[Is it lonely?].answer"]


# -- rows --


def test_rows_that_either_side_added_are_all_there_in_their_places():
    ours = replace(BASE, responsibilities=("Sweep the stairs.", *BASE.responsibilities))
    theirs = replace(BASE, responsibilities=(*BASE.responsibilities, "Paint the tower."))
    merged = merge(BASE, ours, theirs)
    assert merged.document.responsibilities == (
        "Sweep the stairs.",
        "Trim the wick.",
        "Log every ship.",
        "Paint the tower.",
    )


def test_a_row_that_the_text_dropped_goes():
    merged = merge(BASE, replace(BASE, summary="Better."), replace(BASE, cons=("The stairs",)))
    assert merged.document.cons == ("The stairs",)


def test_a_row_that_an_editor_deleted_stays_away():
    merged = merge(BASE, replace(BASE, cons=("The stairs",)), replace(BASE, summary="New."))
    assert merged.document.cons == ("The stairs",)


def test_a_row_that_one_side_dropped_and_the_other_changed_is_a_conflict():
    merged = merge(BASE, with_answer("Often."), replace(BASE, faqs=()))
    (conflict,) = merged.conflicts
    assert (conflict.ours["answer"], conflict.theirs) == ("Often.", None)
    assert merged.document.faqs[0].answer == "Often."


def test_a_duplicate_that_both_sides_removed_does_not_come_back():
    twice, once = FAQ(question="Is it lonely?", answer="Yes."), FAQ(question="Is it loud?", answer="No.")
    base, changed = replace(BASE, faqs=(twice, once, twice)), replace(BASE, faqs=(once, twice))
    assert merge(base, changed, changed).document == changed


def test_a_reworded_row_is_still_the_same_row():
    ours = replace(BASE, responsibilities=("Trim the brass wick.", "Log every ship."))
    theirs = replace(BASE, responsibilities=("Log every ship.", "Trim the wick daily."))
    merged = merge(BASE, ours, theirs)
    assert [conflict.theirs for conflict in merged.conflicts] == [{"text": "Trim the wick daily."}]
    assert merged.document.responsibilities == ("Log every ship.", "Trim the brass wick.")


def test_a_section_is_recognized_by_its_kind_under_another_heading():
    first, *others = BASE.sections
    ours = replace(BASE, sections=(replace(first, body="Keeps **two** lights."), *others))
    theirs = replace(BASE, sections=(replace(first, heading="Keepers at a Glance"), *others))
    merged = merge(BASE, ours, theirs)
    assert merged.document.sections[0] == Section(
        kind="overview", heading="Keepers at a Glance", body="Keeps **two** lights."
    )


def test_a_move_is_taken_and_keeps_what_an_editor_changed_in_the_row():
    cons = ("The stairs", "The winters", "The damp", "The fog")
    base = replace(BASE, cons=cons)
    merged = merge(base, replace(base, cons=("The steep stairs", *cons[1:])), replace(base, cons=(*cons[1:], cons[0])))
    assert merged.document.cons == (*cons[1:], "The steep stairs")
    assert verdicts(merged) == {"cons[The steep stairs].text": Verdict.KEPT, "cons.order": Verdict.TAKEN}


def test_two_different_orders_are_a_conflict_about_the_order_alone():
    base = replace(BASE, pros=("Air", "Birds", "Calm"))
    merged = merge(base, replace(base, pros=("Birds", "Air", "Calm")), replace(base, pros=("Calm", "Air", "Birds")))
    assert [str(conflict.place) for conflict in merged.conflicts] == ["pros.order"]
    assert merged.document.pros == ("Birds", "Air", "Calm")


def test_steps_are_counted_anew():
    ours = replace(BASE, steps=(*BASE.steps, Step(number=3, text="Buy a coat.")))
    theirs = replace(BASE, steps=(BASE.steps[1],))
    theirs = replace(theirs, steps=(Step(number=1, text=theirs.steps[0].text),))
    merged = merge(BASE, ours, theirs).document
    assert [(step.number, step.text) for step in merged.steps] == [(1, "Serve a winter."), (2, "Buy a coat.")]


def test_a_mark_follows_its_skill_through_a_new_name():
    ours = replace(BASE, details=replace(BASE.details, essential=("Patience",)))
    theirs = replace(BASE, skills=(BASE.skills[0], replace(BASE.skills[1], name="Patience at Night")))
    merged = merge(BASE, ours, theirs)
    assert merged.document.details.essential == ("Patience at Night",)
    assert not merged.conflicts


# -- words --


def test_paragraphs_that_lie_apart_are_merged():
    base = replace(BASE, summary="One.\n\nTwo.\n\nThree.")
    merged = merge(
        base, replace(base, summary="1.\n\nTwo.\n\nThree."), replace(base, summary="One.\n\nTwo.\n\nThree!\n\nFour.")
    )
    assert merged.document.summary == "1.\n\nTwo.\n\nThree!\n\nFour."
    assert not merged.conflicts


def test_neighboring_paragraphs_are_a_conflict():
    base = replace(BASE, summary="One.\n\nTwo.\n\nThree.")
    merged = merge(base, replace(base, summary="1.\n\nTwo.\n\nThree."), replace(base, summary="One.\n\n2.\n\nThree."))
    assert len(merged.conflicts) == 1


# -- figures that must fit together --


def test_a_range_is_one_statement():
    merged = merge(BASE, with_facts(salary_low=59_000), with_facts(salary_high=58_000))
    assert [str(conflict.place) for conflict in merged.conflicts] == ["key_facts.salary_range"]
    assert validate(merged.document) == []


def test_pay_in_two_currencies_is_one_statement():
    merged = merge(BASE, with_facts(median_salary=42_000), with_facts(currency="GBP", median_salary=36_000))
    assert [str(conflict.place) for conflict in merged.conflicts] == ["pay"]
    assert merged.document.key_facts == with_facts(median_salary=42_000).key_facts


def test_a_new_currency_is_taken_with_its_amounts_where_no_editor_touched_the_pay():
    theirs = with_facts(currency="GBP", median_salary=36_000)
    merged = merge(BASE, replace(BASE, summary="Better."), theirs)
    assert merged.document.key_facts == theirs.key_facts
    assert not merged.conflicts


def test_the_currency_follows_the_amounts_of_either_side():
    bare = replace(BASE, key_facts=KeyFacts(), salary_levels=())
    base = replace(bare, key_facts=KeyFacts(currency="EUR", median_salary=1))
    theirs = replace(base, salary_levels=BASE.salary_levels)
    merged = merge(base, bare, theirs)
    assert (merged.document.key_facts.currency, validate(merged.document)) == ("EUR", [])


def test_parts_that_contradict_each_other_stay_whole():
    ours = replace(BASE, related=(*BASE.related, RelatedRole(title="Keeper", slug="keeper")))
    merged = merge(BASE, ours, replace(BASE, slug="keeper"))
    assert [str(conflict.place) for conflict in merged.conflicts] == ["address"]
    assert (merged.document, validate(merged.document)) == (ours, [])


# -- one place --


def test_a_place_is_found_again_after_its_row_moved():
    place = Place("cons", "text", {"text": "The winters"})
    flat = flatten(replace(BASE, cons=("The winters", "The stairs")))
    assert Finder(flat).value_at(place) == {"text": "The winters"}
    assert unflatten(put(flat, place, {"text": "The long winters"}, flat)).cons == ("The long winters", "The stairs")


def test_a_row_is_put_in_where_the_text_has_it_and_taken_out():
    text = flatten(replace(BASE, cons=("The stairs", "Rust everywhere", "The winters")))
    flat, place = flatten(BASE), Place("cons", row={"text": "Rust everywhere"})
    longer = put(flat, place, {"text": "Rust everywhere"}, text)
    assert longer == text
    assert put(longer, place, None, text) == flat


def test_two_fields_of_one_row_are_put_one_after_the_other():
    flat = flatten(BASE)
    (row,) = flat["faqs"]
    values = [
        (Place("faqs", "question", row), {"question": "Lonely?"}, flat),
        (Place("faqs", "answer", row), {"answer": "No."}, flat),
    ]
    assert unflatten(put_all(flat, values)).faqs == (FAQ(question="Lonely?", answer="No."),)


def test_a_place_follows_its_row_through_an_edit_and_ends_with_it():
    before = flatten(replace(BASE, cons=("The steep stairs", "The winters")))
    after = flatten(replace(BASE, cons=("The winters", "The very steep stairs")))
    place = Place("cons", "text", {"text": "The steep stairs"})
    assert Follower(before, after).follow(place) == replace(place, row={"text": "The very steep stairs"})
    assert Follower(before, flatten(replace(BASE, cons=("The winters",)))).follow(place) is None


def test_an_amount_that_is_put_in_brings_its_currency_along():
    text = with_facts()
    bare = replace(BASE, key_facts=KeyFacts(), salary_levels=())
    put_in = put(flatten(bare), Place("key_facts.median_salary"), {"key_facts.median_salary": 41_000}, flatten(text))
    assert validate(unflatten(put_in)) == []


def test_an_order_is_put_back():
    flat = flatten(replace(BASE, pros=("Air", "Birds", "Calm", "Dew")))
    ordered = put(flat, Place("pros", "order"), ["Calm", "Air", "Birds"], flat)
    assert [row["text"] for row in ordered["pros"]] == ["Calm", "Dew", "Air", "Birds"]


# -- what holds for all documents --

# Many examples are given up, as several whole documents are more than hypothesis draws for one.
some = settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.data_too_large, HealthCheck.too_slow],
)


@st.composite
def variants(draw, document: GuideDocument) -> GuideDocument:
    """A document that somebody worked on: parts of another one, rows dropped, duplicated, moved and reworded."""
    other = draw(documents())
    flat, foreign = flatten(document), flatten(other)
    for path in draw(st.lists(st.sampled_from(sorted(flat)), max_size=4)):
        if path not in LISTS:
            flat[path] = foreign[path]
            continue
        rows = draw(st.permutations([*flat[path], *foreign[path]]))
        flat[path] = rows[: draw(st.integers(0, len(rows)))]
    changed = unflatten(flat)
    return document if validate(changed) else changed


pairs = documents().flatmap(lambda base: st.tuples(st.just(base), variants(base)))
threes = documents().flatmap(lambda base: st.tuples(st.just(base), variants(base), variants(base)))


def leaves(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from leaves(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from leaves(item)
    elif isinstance(value, str):
        yield from value.split("\n\n")
    elif value is not None and not isinstance(value, bool):
        yield repr(value)


@given(documents())
@some
def test_plain_data_is_the_same_document(document):
    assert unflatten(flatten(document)) == document


@given(pairs)
@some
def test_one_side_that_changed_nothing_takes_over_the_other(pair):
    base, changed = pair
    assert merge(base, base, changed).document == changed
    assert merge(base, changed, base).document == changed
    assert merge(base, changed, changed).document == changed
    assert not merge(base, changed, changed).conflicts


@given(threes)
@some
def test_a_merge_is_a_document_and_loses_nothing_of_either_side(three):
    base, ours, theirs = three
    merged = merge(base, ours, theirs)
    assert validate(merged.document) == []
    there, before = set(leaves(flatten(merged.document))), set(leaves(flatten(base)))
    for side, name in ((ours, "ours"), (theirs, "theirs")):
        in_conflicts = {leaf for conflict in merged.conflicts for leaf in leaves(getattr(conflict, name))}
        assert set(leaves(flatten(side))) - before <= there | in_conflicts


@given(threes)
@some
def test_conflicts_are_the_same_from_both_sides(three):
    base, ours, theirs = map(flatten, three)
    here, there = combine(base, ours, theirs)[1], combine(base, theirs, ours)[1]
    mine = [(found.place.path, found.ours, found.theirs) for found in here if found.verdict == Verdict.CONFLICT]
    yours = [(found.place.path, found.theirs, found.ours) for found in there if found.verdict == Verdict.CONFLICT]
    assert sorted(map(repr, mine)) == sorted(map(repr, yours))


# -- what is read from words --

UNREAD = CareerStep(title="Keeper", experience="over 10 years")  # as an older document has it
READ = replace(UNREAD, years_min=10)
HOURLY = OtherPay(figure="median", words="$18.50 an hour", cents=1850, period="hour", currency="USD")


def with_levels(*levels: CareerStep) -> GuideDocument:
    return replace(BASE, career_path=levels)


def with_pay(*pay: OtherPay) -> GuideDocument:
    return replace(BASE, other_pay=pay)


def test_words_that_are_read_anew_are_taken_with_what_they_state():
    merged = merge(with_levels(UNREAD), with_levels(UNREAD), with_levels(READ))
    assert merged.document == with_levels(READ)
    assert verdicts(merged) == {"career_path[Keeper].experience": Verdict.TAKEN}


@pytest.mark.parametrize(
    "ours",
    [
        (),
        (replace(UNREAD, experience="5 years", years_min=5, years_max=5),),
        (replace(UNREAD, description="Edited."),),
        (UNREAD, replace(UNREAD, title="Chief")),
    ],
    ids=["removed", "other words", "other field", "added"],
)
def test_an_edit_stays_where_the_text_is_only_read_anew(ours):
    merged = merge(with_levels(UNREAD), with_levels(*ours), with_levels(READ))
    assert merged.conflicts == []
    expected = tuple(replace(level, years_min=10) if level.experience == UNREAD.experience else level for level in ours)
    assert [replace(level, years_min=None) for level in merged.document.career_path] == [
        replace(level, years_min=None) for level in expected
    ]


def test_a_row_that_the_text_removed_goes_though_its_words_were_read_anew_elsewhere():
    twice = with_levels(UNREAD, replace(UNREAD, title="Chief"))
    merged = merge(twice, twice, with_levels(READ))
    assert (merged.document, merged.conflicts) == (with_levels(READ), [])


def test_other_pay_is_merged_row_by_row():
    owner = replace(HOURLY, level="Owner")
    more = replace(HOURLY, words="$19 an hour", cents=1900)
    merged = merge(with_pay(HOURLY), with_pay(HOURLY, owner), with_pay(more))
    assert (merged.document.other_pay, merged.conflicts) == ((more, owner), [])


def test_an_edited_version_of_other_pay_is_read_again():
    flat, place = flatten(with_pay(HOURLY)), Place("other_pay", "words", flatten(with_pay(HOURLY))["other_pay"][0])
    (row,) = unflatten(put(flat, place, {"words": "$20 a day"}, flat)).other_pay
    assert row == replace(HOURLY, words="$20 a day", cents=2000, period="day")


# -- how figures are known --

PUBLISHED = Provenance(
    figure="median_salary",
    value=44_770,
    kind="published",
    source=OEWS,
    release="May 2025",
    series="43-4051 annual median",
)
DERIVED = replace(PUBLISHED, kind="derived", series="", formula="43-4051 annual median")


def with_median(median: int, *known: Provenance) -> GuideDocument:
    return replace(BASE, key_facts=KeyFacts(currency="USD", median_salary=median), provenance=known)


def test_a_figure_is_taken_with_how_it_is_known():
    merged = merge(with_median(41_000), with_median(41_000), with_median(44_770, PUBLISHED))
    assert merged.document == with_median(44_770, PUBLISHED)
    assert merged.conflicts == []


def test_a_figure_that_an_editor_changed_keeps_no_source_of_another_value():
    merged = merge(with_median(44_770, PUBLISHED), with_median(45_000), with_median(44_770, PUBLISHED))
    assert merged.document == with_median(45_000)


def test_a_source_that_was_added_stays_while_the_text_changes_elsewhere():
    ours = with_median(44_770, PUBLISHED)
    merged = merge(with_median(44_770), ours, replace(with_median(44_770), pros=("Bread",)))
    assert merged.document == replace(ours, pros=("Bread",))


def test_sources_of_one_figure_that_both_sides_changed_are_a_conflict():
    merged = merge(with_median(44_770), with_median(44_770, PUBLISHED), with_median(44_770, DERIVED))
    assert merged.document == with_median(44_770, PUBLISHED)
    assert [str(conflict.place) for conflict in merged.conflicts] == ["provenance"]


def test_a_decision_for_the_figure_of_the_text_brings_its_source():
    ours, theirs = with_median(45_000), with_median(44_770, PUBLISHED)
    place = Place("key_facts.median_salary")
    decided = put(flatten(ours), place, {"key_facts.median_salary": 44_770}, flatten(theirs))
    assert unflatten(decided) == theirs


def test_lists_that_become_too_long_together_are_a_conflict():
    ours, theirs = (
        replace(BASE, responsibilities=(*BASE.responsibilities, *(f"{word} {number}." for number in range(400))))
        for word in ("Paint", "Sweep")
    )
    merged = merge(BASE, ours, theirs)
    assert merged.document.responsibilities == ours.responsibilities
    assert [str(conflict.place) for conflict in merged.conflicts] == ["responsibilities"]


def test_values_are_put_one_after_another_into_rows_that_change_move_and_go():
    flat, text = (flatten(replace(BASE, cons=cons)) for cons in (("Rain", "Fog", "Ice"), ("Rain", "Salt", "Fog")))
    rain, ice, salt = ({"text": word} for word in ("Rain", "Ice", "Salt"))
    values = [
        (Place("cons", row=salt), salt, text),
        (Place("cons", "text", rain), {"text": "Rain again"}, text),
        (Place("cons", row=ice), None, text),
        (Place("cons", "order"), ["Fog", "Rain again"], text),
    ]
    assert unflatten(put_all(flat, values)).cons == ("Fog", "Rain again", "Salt")


# -- rows with an id --

CALM = InterviewQuestion(id="calm", kind="behavioral", question="How do you stay calm in a storm?", plan="Breathe.")
WHY = InterviewQuestion(id="why", kind="opening", question="Why a lighthouse?")


def asking(*questions: InterviewQuestion) -> GuideDocument:
    return replace(BASE, interview=questions)


def test_two_fields_of_one_question_that_two_editors_changed_are_both_kept():
    ours, theirs = replace(CALM, plan="Count to ten."), replace(CALM, sample="I counted to ten.")
    merged = merge(asking(CALM), asking(ours), asking(theirs))
    assert merged.document.interview == (replace(CALM, plan="Count to ten.", sample="I counted to ten."),)
    assert not merged.conflicts


def test_a_question_is_the_same_under_its_id_whatever_its_words():
    ours, theirs = replace(CALM, question="What do you do in fog?"), replace(CALM, plan="", sample="I wait.")
    merged = merge(asking(CALM, WHY), asking(ours, WHY), asking(WHY, theirs))
    assert merged.document.interview == (WHY, replace(ours, plan="", sample="I wait."))


def test_questions_with_different_ids_are_different_whatever_their_words():
    other = replace(CALM, id="storm")
    merged = merge(asking(CALM), asking(CALM), asking(other))
    assert merged.document.interview == (other,)


def test_a_question_whose_text_does_not_state_its_id_keeps_it():
    theirs = replace(CALM, id="", plan="Breathe slowly.")
    merged = merge(asking(CALM), asking(replace(CALM, sample="I breathe.")), asking(theirs))
    assert merged.document.interview == (replace(CALM, plan="Breathe slowly.", sample="I breathe."),)


def test_a_new_question_gets_an_id_of_its_words_and_a_known_one_keeps_its_own():
    asked = (
        replace(CALM, id="", question="How do you stay calm in a big storm?"),
        InterviewQuestion(kind="closing", question="Do you have a question?"),
        InterviewQuestion(kind="ask_back", question="Who taught you to keep a light?"),
        InterviewQuestion(kind="ask_back", question="Is there a question?"),
    )
    named = with_ids(asking(*asked), asking(CALM, WHY))
    assert [question.id for question in named.interview] == ["calm", "question", "taught-keep-light", "question-2"]
    assert with_ids(named) == named


def test_a_question_that_was_removed_leaves_its_id_unused():
    asked = InterviewQuestion(kind="opening", question="Why?")
    assert (
        with_ids(asking(asked), asking(replace(WHY, kind="technical", question="Name a lens."))).interview[0].id
        == "why-2"
    )
