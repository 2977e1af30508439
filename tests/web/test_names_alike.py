"""Names in a guide that differ in signs, spaces or case alone are all kept, stored and shown."""

import html5lib
import pytest

from guides.document.shape import FAQ, Details, KeyFacts, RelatedRole, Section, Skill, Specialization
from guides.editing.import_outcomes import Status
from guides.editing.importing import Importer, Options
from guides.editing.rows import read_document
from guides.models import Role, SkillIndex
from guides.parsing import write_guide
from tests.admin_pages import XHTML
from tests.builders import make_document

pytestmark = pytest.mark.django_db

NAMES = ("C", "C++", "C#", ".C", "R&D", "RD", "Front-End", "Front End", "front end")


@pytest.fixture
def document():
    """A guide with such names in all its lists, imported and live."""
    guide = make_document(
        details=Details(alternative_titles=NAMES),
        key_facts=KeyFacts(top_industries=NAMES),
        salary_levels=(),
        sections=tuple(Section(kind="other", heading=name, body="Words.") for name in NAMES),
        skills=tuple(Skill(kind="technical", name=name) for name in NAMES),
        specializations=tuple(Specialization(name=name, description="Words.") for name in NAMES),
        faqs=tuple(FAQ(question=f"{name}?", answer="Words.") for name in NAMES),
        related=(
            RelatedRole(title="C Developer", slug="c-developer"),
            RelatedRole(title="C++ Developer", slug="c-plus-plus-developer"),
            RelatedRole(title="Front-End Developer", slug="front-end-developer"),
            RelatedRole(title="Front End Developer", slug="front-end-developer-2"),
        ),
    )
    outcome = Importer(Options(publish=True)).import_text(write_guide(guide).encode(), "guide.txt")
    assert (outcome.status, outcome.problems) == (Status.CREATED, ())
    return guide


def test_the_rows_and_the_index_keep_them_all(document):
    assert read_document(Role.objects.with_parts().get(slug=document.slug)) == document
    assert tuple(SkillIndex.objects.values_list("name", flat=True)) == NAMES
    assert Importer(Options()).import_text(write_guide(document).encode(), "guide.txt").status == Status.UNCHANGED


def test_the_page_shows_them_all_under_anchors_of_their_own(client, document):
    page = html5lib.parse(client.get(f"/guides/{document.slug}/").content.decode())
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    words = [" ".join(element.itertext()).strip() for element in page.iter()]
    assert len(ids) == len(set(ids))
    for name in NAMES:
        assert words.count(name) >= 4, name


def test_the_skills_gap_asks_about_each_skill_once_whatever_its_case(client, document):
    page = html5lib.parse(client.get(f"/guides/{document.slug}/skills-gap/").content.decode())
    scales = {element.get("name") for element in page.iter(f"{XHTML}input") if element.get("name", "").startswith("s-")}
    assert len(scales) == len(NAMES) - 1
    assert {"s-c", "s-front-end", "s-rd"} < scales


def test_each_related_role_has_an_address_of_its_own(client, document):
    for related in document.related:
        assert related.title in client.get(f"/guides/{related.slug}/").content.decode()


def test_each_skill_has_an_address_of_its_own(client, document):
    for slug, name in {
        "c": "C",
        "c-plus-plus": "C++",
        "c-sharp": "C#",
        "dot-c": ".C",
        "r-and-d": "R&amp;D",
        "rd": "RD",
        "front-end": "Front-End",
    }.items():
        assert f"<h1>{name}</h1>" in client.get(f"/skills/{slug}/").content.decode()
