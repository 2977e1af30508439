"""Hits lead to the place of their words on the page of the guide."""

import re

import pytest
from django.urls import reverse

from guides.document.material import GlossaryTerm
from guides.document.shape import FAQ, CareerStep, Section, Skill, Specialization, Step
from guides.finding.search import search
from guides.models import SearchPlaces
from tests.builders import make_bare_guide, make_live

pytestmark = pytest.mark.django_db

LINK = re.compile(r'<a class="hit__place" href="(.*?)#(.*?)">(.*?)</a>', re.DOTALL)


def only_hit(text):
    (hit,) = search(text).hits()
    return hit


def words(parts):
    return "".join(part.text for part in parts)


KINDS = {
    "section": ({"sections": (Section(kind="other", heading="Nights", body="A zymurgist works.\n"),)}, "In: Nights"),
    "responsibilities": ({"responsibilities": ("Guide the zymurgist.",)}, "In: Responsibilities"),
    "technical": ({"skills": (Skill(kind="technical", name="Zymurgist"),)}, "In: Technical Skills"),
    "soft": ({"skills": (Skill(kind="soft", name="Zymurgist"),)}, "In: Soft Skills"),
    "education": ({"education_requirements": ("A zymurgist letter",)}, "In: Education Requirements"),
    "step": ({"steps": (Step(number=1, text="Rest."), Step(number=2, text="Ask a zymurgist."))}, "Step 2"),
    "level": (
        {"career_path": (CareerStep(title="Brewer"), CareerStep(title="Chief", description="Leads a zymurgist."))},
        "Level: Chief",
    ),
    "specialization": ({"specializations": (Specialization(name="Zymurgist", description="Brews."),)}, "In: "),
    "pros": ({"pros": ("Zymurgist parties",), "cons": ("Noise",)}, "In: Pros"),
    "cons": ({"pros": ("Pay",), "cons": ("Zymurgist parties",)}, "In: Cons"),
    "question": (
        {"faqs": (FAQ(question="Is it loud?", answer="No."), FAQ(question="Who brews?", answer="The zymurgist."))},
        "Question: Who brews?",
    ),
    "term": ({"glossary": (GlossaryTerm(term="Wort", meaning="What a zymurgist boils."),)}, "Term: Wort"),
}


@pytest.mark.parametrize(("parts", "label"), KINDS.values(), ids=KINDS)
def test_a_hit_links_to_its_place_on_the_page(client, parts, label):
    make_bare_guide("Maker", **parts)
    html = client.get(reverse("search"), {"q": "zymurgist"}).content.decode()
    ((page, anchor, text),) = LINK.findall(html)
    assert re.sub("<.*?>", "", text).strip().startswith(label)
    assert f'id="{anchor}"' in client.get(page).content.decode()


def test_every_place_of_a_guide_is_on_its_page(client):
    make_live()
    page = client.get("/guides/lighthouse-keeper/").content.decode()
    anchors = {row[1] for rows in SearchPlaces.objects.get().columns.values() for row in rows}
    assert len(anchors) > 10
    assert {anchor for anchor in anchors if f'id="{anchor}"' not in page} == set()


def test_a_question_with_the_words_is_shown_with_its_answer():
    make_bare_guide(
        "Brewer", summary="A zymurgist.", faqs=(FAQ(question="Is a zymurgist needed?", answer="Not here."),)
    )
    hit = only_hit("zymurgist")
    assert (hit.place.kind, words(hit.label), words(hit.snippet)) == ("question", "Is a zymurgist needed?", "Not here.")


def test_a_section_with_the_words_in_its_heading_comes_before_other_lines():
    other = Section(kind="other", heading="Days", body="Night shift is rare.")
    make_bare_guide("Brewer", sections=(other, Section(kind="other", heading="Night Shift", body="It is dark.")))
    hit = only_hit("night shift")
    assert (hit.place.anchor, words(hit.snippet)) == ("night-shift", "It is dark.")


def test_the_meaning_of_a_term_is_shown_without_the_term():
    make_bare_guide("Brewer", glossary=(GlossaryTerm(term="Wort", meaning="What is boiled."),))
    assert words(only_hit("wort").snippet) == "What is boiled."


def test_a_hit_in_the_summary_or_by_title_has_no_place():
    make_bare_guide("Brewer", summary="A zymurgist.", sections=(Section(kind="other", heading="Brewer", body="x"),))
    assert only_hit("zymurgist").place is None
    assert only_hit("brewer").place is None


def test_sections_with_the_same_heading_have_places_of_their_own():
    sections = (
        Section(kind="other", heading="Work", body="Day."),
        Section(kind="other", heading="Work", body="Zymurgy."),
    )
    make_bare_guide("Brewer", sections=sections)
    assert only_hit("zymurgy").place.anchor == "work-2"


def test_an_entry_without_places_is_shown_without_a_link():
    make_bare_guide("Brewer", pros=("Zymurgist parties",))
    SearchPlaces.objects.all().delete()
    assert only_hit("zymurgist").place is None
