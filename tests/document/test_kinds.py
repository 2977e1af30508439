"""Kinds of fields as they are read from the types of the document."""

from guides.document.kinds import OTHER, fields_of, lists_of, values_of
from guides.document.shape import FAQ, LISTS, CareerStep, GuideDocument, KeyFacts, Skill
from tests.builders import make_document

WITHOUT_KIND = {"schema", "essential", "useful"}  # cross-field rules hold them


def fields_below(owner):
    """Every field of a dataclass and of the parts in it."""
    for field in fields_of(owner).values():
        yield field
        yield from fields_below(field.type) if field.is_part else ()


def test_every_text_and_number_of_the_document_has_a_kind():
    assert {field.name for field in fields_below(GuideDocument) if not field.is_part and field.kind == OTHER} == (
        WITHOUT_KIND
    )


def test_a_kind_is_found_behind_none_and_in_lists():
    facts = fields_of(KeyFacts)
    assert (facts["median_salary"].kind.form, facts["median_salary"].type) == ("amount", int)
    assert (facts["top_industries"].kind.form, facts["top_industries"].rows.by_name_alone) == ("line", True)


def test_a_text_may_be_empty_where_its_default_is():
    fields = fields_of(FAQ)
    assert (fields["question"].may_be_empty, fields["answer"].may_be_empty) == (False, True)


def test_rows_have_the_names_that_their_list_says():
    for path, field in LISTS.items():
        assert not field.is_part or {field.rows.name, field.rows.key or field.rows.name} <= set(field.parts), path
    assert dict(lists_of(GuideDocument))["related"].rows.key == "slug"


def test_a_row_is_made_of_its_name_and_text_and_read_back():
    faqs, pros = LISTS["faqs"], LISTS["pros"]
    assert faqs.build_row("Why?", "Because.") == FAQ(question="Why?", answer="Because.")
    assert faqs.name_and_text(FAQ(question="Why?", answer="Because.")) == ("Why?", "Because.")
    assert pros.name_and_text("The quiet") == ("The quiet", "")
    assert LISTS["skills"].name_and_text(Skill(kind="soft", name="Calm")) == ("Calm", "")


def test_years_are_read_from_the_words_of_the_level():
    assert {field.kind.source for field in fields_of(CareerStep).values()} == {"", "experience"}


def test_values_come_with_their_paths():
    document = make_document()
    values = {path: value for path, _, value in values_of(document)}
    assert values["title"] == document.title
    assert values["faqs[0].question"] == document.faqs[0].question
    assert values["key_facts.top_industries[0]"] == document.key_facts.top_industries[0]
    assert "details.sources" not in values
