"""Rows and documents."""

import re
from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from guides import models
from guides.document import validate
from guides.document.other_pay import OtherPay
from guides.document.shape import FAQ, RelatedRole, Step
from guides.editing.publishing import publish
from guides.editing.revisions import replace_document
from guides.editing.rows import ConflictError, document_from_rows, read_document, write_document
from guides.models import Revision, Role, RolePart
from guides.models.columns import ROW_LISTS, relation_of
from tests.builders import make_document, make_live, make_role

pytestmark = pytest.mark.django_db


def parts_of(role):
    return [row for model in RolePart.__subclasses__() for row in model.objects.filter(role=role)]


def test_a_document_written_into_rows_is_read_back_the_same():
    document = make_document()
    assert validate(document) == []
    assert read_document(make_role(document)) == document


def test_marks_of_skills_and_requirements_are_read_back_the_same():
    details = replace(
        make_document().details, essential=("Radio certificate", "Patience"), useful=("Lamp Maintenance",)
    )
    role = make_role(details=details)
    assert read_document(role).details == details
    assert [row.importance for row in role.skills.all()] == ["useful", "essential"]


def test_an_unknown_mark_is_kept_out_by_the_database():
    role = make_role()
    with pytest.raises(IntegrityError), transaction.atomic():
        role.skills.update(importance="vital")


def test_a_document_with_nothing_but_a_title_is_read_back_the_same():
    bare = type(make_document())(title="Diver", slug="diver")
    assert read_document(make_role(bare)) == bare


def test_every_row_that_a_document_makes_passes_the_checks_of_the_models():
    role = make_role()
    for row in [role, *parts_of(role)]:
        row.full_clean()


def test_writing_the_same_document_again_leaves_every_row_as_it_is():
    role = make_role()
    before = [(type(row), row.pk, row.position) for row in parts_of(role)]
    write_document(role, make_document())
    assert [(type(row), row.pk, row.position) for row in parts_of(role)] == before


def test_rows_keep_their_identity_when_a_new_one_comes_in_front():
    role = make_role()
    old = {row.text: row.pk for row in role.responsibilities.all()}
    write_document(role, make_document(responsibilities=("Paint the tower.", "Trim the wick.", "Log every ship.")))
    rows = list(role.responsibilities.all())
    assert [row.text for row in rows] == ["Paint the tower.", "Trim the wick.", "Log every ship."]
    assert {row.text: row.pk for row in rows[1:]} == old


def test_two_rows_can_swap_their_places():
    role = make_role()
    first, second = role.responsibilities.all()
    write_document(role, make_document(responsibilities=(second.text, first.text)))
    assert [(row.pk, row.position) for row in role.responsibilities.all()] == [(second.pk, 1), (first.pk, 2)]


def test_two_rows_of_a_role_cannot_share_a_place():
    role = make_role()
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Responsibility.objects.create(role=role, position=1, text="Whistle.")


def test_a_range_upside_down_is_refused_by_the_database():
    role = make_role()
    with pytest.raises(IntegrityError), transaction.atomic():
        Role.objects.filter(pk=role.pk).update(salary_low=70_000)


def test_amounts_without_a_currency_are_refused_with_words():
    role = make_role()
    role.currency = ""
    with pytest.raises(ValidationError, match="Amounts need a currency"):
        role.full_clean()


def test_a_flag_without_its_figure_is_refused_by_the_database():
    role = make_role()
    with pytest.raises(IntegrityError), transaction.atomic():
        Role.objects.filter(pk=role.pk).update(annual_openings=None)


def test_a_related_role_that_nobody_knows_becomes_a_guide_in_preparation():
    make_role()
    pilot = Role.objects.get(revisions=None)
    assert (pilot.title, pilot.slug, pilot.import_key) == ("Harbor Pilot", "harbor-pilot", "harbor-pilot")


def test_a_related_role_is_found_under_an_address_that_it_had_before():
    pilot = make_live(title="Harbor Pilot", slug="harbor-pilot", related=())
    write_document(pilot, make_document(title="Marine Pilot", slug="marine-pilot", related=()))
    keeper = make_role()
    assert keeper.related_roles.get().target == pilot
    assert read_document(keeper).related[0].slug == "harbor-pilot"


def test_a_role_cannot_be_related_to_itself_under_an_old_address():
    role = make_live(related=())
    renamed = make_document(title="Keeper", slug="keeper", related=())
    write_document(role, renamed)
    itself = make_document(
        title="Keeper", slug="keeper", related=(RelatedRole(title="Lighthouse Keeper", slug="lighthouse-keeper"),)
    )
    with pytest.raises(ConflictError):
        write_document(role, itself)


def test_reading_rows_costs_the_same_queries_however_many_there_are(django_assert_num_queries):
    short = make_role(title="Short", slug="short")
    long = make_role(title="Long", slug="long", responsibilities=tuple(f"Task {n}" for n in range(40)))
    for role in (short, long):
        with django_assert_num_queries(24):
            read_document(Role.objects.with_parts().get(pk=role.pk))


def test_a_document_is_made_of_rows_that_are_not_saved_without_asking_the_database(django_assert_num_queries):
    role = make_role()
    rows = {name: list(getattr(role, name).all()) for name in {relation_of(path) for path in ROW_LISTS}}
    rows["responsibilities"] = [models.Responsibility(text="Sing."), *rows["responsibilities"]]
    rows["steps"] = [models.Step(text="Learn."), models.Step(text="Climb.")]
    rows["faqs"] = [models.FAQ(question="Is it lonely?")]
    rows["industries"] = [models.RoleIndustry(industry=models.Industry(name="Shipping"))]
    rows["pros_cons"] = [models.ProCon(kind="con", text="Fog"), models.ProCon(kind="pro", text="Sea")]
    with django_assert_num_queries(0):
        document = document_from_rows(role, rows)
    before = make_document()
    assert document == replace(
        before,
        responsibilities=("Sing.", *before.responsibilities),
        steps=(Step(number=1, text="Learn."), Step(number=2, text="Climb.")),
        faqs=(FAQ(question="Is it lonely?"),),
        key_facts=replace(before.key_facts, top_industries=("Shipping",)),
        pros=("Sea",),
        cons=("Fog",),
    )


def test_words_are_stored_with_single_spaces_in_nfc():
    role = make_role()
    row = models.Responsibility(role=role, position=9, text="  Cafe\u0301   au\u00a0lait ")
    row.full_clean()
    assert row.text == "Café au lait"


def test_control_characters_are_refused_with_words():
    row = models.Responsibility(role=make_role(), position=9, text="Ring\x07")
    with pytest.raises(ValidationError, match="Control characters"):
        row.full_clean()


def test_related_roles_can_change_places():
    pilot = RelatedRole(title="Harbor Pilot", slug="harbor-pilot", blurb="Goes out.")
    diver = RelatedRole(title="Diver", slug="diver", blurb="Goes down.")
    role = make_role(related=(pilot, diver))
    turned = make_document(
        related=(
            RelatedRole(title="Diver", slug="diver", blurb="Deeper."),
            RelatedRole(title="Harbor Pilot", slug="harbor-pilot", blurb="Further."),
        )
    )
    write_document(role, turned)
    assert read_document(Role.objects.get(pk=role.pk)) == turned


def test_only_rows_and_columns_that_change_are_written():
    role = make_role()
    role = Role.objects.with_parts().get(pk=role.pk)
    changed = make_document(faqs=(FAQ(question="Is it lonely?", answer="Only at night."),))
    with CaptureQueriesContext(connection) as queries:
        write_document(role, changed)
    written = [query["sql"].split("WHERE")[0] for query in queries if not query["sql"].startswith("SELECT")]
    assert {table for sql in written for table in re.findall(r'"(guides_\w+)"', sql)} == {"guides_faq"}


def test_related_roles_that_are_two_names_of_one_are_refused_before_anything_is_written():
    pilot = make_live(title="Harbor Pilot", slug="harbor-pilot", related=())
    replace_document(pilot, make_document(title="Sea Pilot", slug="sea-pilot", related=()), Revision.Kind.EDIT)
    publish(pilot.revisions.latest())
    both = tuple(RelatedRole(title=slug, slug=slug) for slug in ("sea-pilot", "harbor-pilot"))
    with pytest.raises(ConflictError, match="listed once"):
        write_document(Role(import_key="keeper"), make_document(related=both))
    assert not Role.objects.filter(import_key="keeper").exists()


PAY = (
    OtherPay(figure="median", words="$18.50 an hour", cents=1850, period="hour", currency="USD"),
    OtherPay(level="Owner", figure="range", words="up to €3.450,50+ monthly", cents_high=345_050, is_open=True,
             period="month", currency="EUR"),
)  # fmt: skip


def test_other_pay_is_read_back_the_same_and_counts_nowhere():
    role = make_live(other_pay=PAY)
    assert read_document(role) == make_document(other_pay=PAY)
    index = role.revisions.latest().index
    assert (index.median_salary, index.levels.exclude(median=None).count()) == (41_000, 2)


@pytest.mark.parametrize(
    "values",
    [
        {"cents": 0},
        {"cents": None},
        {"cents_high": 1},
        {"cents_high": 0},
        {"period": "shift"},
        {"currency": ""},
        {"figure": "mode"},
    ],
)
def test_other_pay_without_sense_is_kept_out_by_the_database(values):
    role = make_role(other_pay=PAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        role.other_pay.filter(position=1).update(**values)
