"""Material in rows and imports: ids that last, and merges with what editors changed."""

from dataclasses import replace

import pytest

from guides.document.material import InterviewQuestion
from guides.editing.import_outcomes import Status
from guides.editing.importing import Importer, Options
from guides.editing.revisions import replace_document
from guides.editing.rows import read_document, write_document
from guides.models import Revision, Role
from guides.parsing import parse_guide, write_guide
from tests.builders import MATERIAL, keeper, make_document, make_role

pytestmark = pytest.mark.django_db
ASKED = (
    InterviewQuestion(kind="opening", question="Why would you live in a tower?", plan="Say what draws you."),
    InterviewQuestion(kind="technical", question="How do you clean a Fresnel lens?", sample="With vinegar."),
)
IDS = ["live-tower", "clean-fresnel-lens"]


def import_guide(*questions, **options):
    text = write_guide(make_document(interview=questions or ASKED)).encode()
    return Importer(Options(**options)).import_text(text, "guide.txt")


def edit(**changes):
    """Change the first question in the admin."""
    first, *others = read_document(keeper()).interview
    document = make_document(interview=(replace(first, **changes), *others))
    replace_document(keeper(), document, Revision.Kind.EDIT)


def test_all_material_is_stored_in_rows_and_read_again():
    document = make_document(**MATERIAL)
    assert read_document(keeper_of(document)) == document
    assert read_document(keeper_of(parse_guide(write_guide(document)))) == document


def keeper_of(document) -> Role:
    write_document(
        Role.objects.filter(import_key="lighthouse-keeper").first() or Role(import_key=document.slug), document
    )
    return keeper()


def test_ids_can_change_places():
    role = make_role(interview=tuple(replace(question, id=id) for question, id in zip(ASKED, IDS, strict=True)))
    turned = tuple(replace(question, id=id) for question, id in zip(ASKED, reversed(IDS), strict=True))
    write_document(role, make_document(interview=turned))
    assert read_document(keeper()).interview == turned


def test_an_import_gives_ids_once():
    import_guide()
    assert [question.id for question in read_document(keeper()).interview] == IDS
    assert import_guide().status == Status.UNCHANGED


def test_a_text_without_ids_can_be_published_later():
    import_guide()
    assert import_guide(publish=True).published


def test_a_reworded_question_keeps_its_id_and_what_an_editor_added():
    import_guide()
    edit(sample="I like the quiet.")
    reworded = replace(ASKED[0], question="Why would you ever live in a tower?")
    assert import_guide(ASKED[1], reworded).status == Status.UPDATED
    expected = replace(reworded, id=IDS[0], sample="I like the quiet.")
    assert read_document(keeper()).interview == (replace(ASKED[1], id=IDS[1]), expected)


def test_a_text_that_states_an_id_may_change_all_words_of_its_question():
    import_guide()
    edit(plan="Say two things.")
    other = InterviewQuestion(id=IDS[0], kind="behavioral", question="Tell me about a long night.", plan=ASKED[0].plan)
    import_guide(other, ASKED[1])
    assert read_document(keeper()).interview[0] == replace(other, plan="Say two things.")


def test_a_question_that_an_editor_deleted_stays_away():
    import_guide()
    replace_document(keeper(), make_document(interview=read_document(keeper()).interview[1:]), Revision.Kind.EDIT)
    assert import_guide(ASKED[0], replace(ASKED[1], plan="Say how often.")).status == Status.UPDATED
    assert [question.id for question in read_document(keeper()).interview] == IDS[1:]


def test_overwriting_keeps_the_ids_of_the_same_questions():
    import_guide()
    edit(question="Why would you want to live in a tower?")
    import_guide(overwrite=True)
    assert read_document(keeper()).interview == tuple(replace(q, id=id) for q, id in zip(ASKED, IDS, strict=True))
