"""The order of a guide page, what folds, and what stands beside a section."""

from guides.document.material import GlossaryTerm
from guides.document.shape import KeyFacts, Section, Skill, Step
from guides.pages import Neighbors, guide_page
from guides.pages.as_markdown import write_markdown
from tests.pages.test_page_html import make_guide, render

LONG = "A sentence of some length. " * 20


def section(kind, body="One. Two.\n\nThree."):
    return Section(kind=kind, heading=kind, body=body)


def page_of(*sections, neighbors=None, **document):
    return guide_page(make_guide(sections=sections, **document), neighbors=neighbors or Neighbors(slug="keeper"))


def kinds(page):
    return [block.kind for block in page.blocks]


def test_pros_and_cons_follow_the_pay_with_its_subsections():
    page = page_of(*map(section, ("salary_outlook", "market_commentary", "career_path", "faq", "pros_cons")))
    assert kinds(page) == ["salary_outlook", "pros_cons", "career_path", "faq"]
    assert [child.kind for child in page.blocks[0].children] == ["market_commentary"]


def test_pros_and_cons_move_back_behind_the_pay_too():
    assert kinds(page_of(section("pros_cons"), section("salary_outlook"))) == ["salary_outlook", "pros_cons"]


def test_without_pay_pros_and_cons_stay_where_the_text_has_them():
    assert kinds(page_of(*map(section, ("overview", "pros_cons", "faq")))) == ["overview", "pros_cons", "faq"]


def test_anchors_do_not_depend_on_the_order_of_the_page():
    sections = (section("other"), section("salary_outlook"), section("other"), section("pros_cons"), section("other"))
    anchors = [block.anchor for block in page_of(*sections).blocks]
    assert anchors == ["other", "salary-outlook", "pros-cons", "other-2", "other-3"]


def test_markdown_keeps_the_order_of_the_text():
    sections = tuple(map(section, ("salary_outlook", "career_path", "pros_cons")))
    text = write_markdown(make_guide(sections=sections))
    assert text.index("## career\\_path") < text.index("## pros\\_cons")


def test_what_follows_the_pay_folds_and_of_pros_and_cons_the_introduction_alone():
    page = page_of(*map(section, ("overview", "salary_outlook", "pros_cons", "career_path", "faq")))
    assert [block.folds for block in page.blocks] == ["", "", "introduction", "section", "section"]
    assert {block.lead.sentence for block in page.blocks[2:]} == {"One."}


def test_an_introduction_of_one_sentence_does_not_fold():
    page = page_of(section("salary_outlook"), section("pros_cons", "Both sides count."))
    assert page.blocks[1].folds == ""


def test_before_that_only_what_follows_the_first_paragraph_of_a_long_text_folds():
    long, short = section("overview", f"{LONG}\n\n{LONG}"), section("tools")
    assert [block.folds for block in page_of(long, short, section("salary_outlook")).blocks] == ["text", "", ""]


def test_subsections_fold_with_their_section_and_not_alone():
    page = page_of(*map(section, ("salary_outlook", "market_commentary", "diversity", "workplace_culture")))
    assert [child.folds for block in page.blocks for child in block.children] == ["section", ""]


def test_a_section_without_a_first_sentence_says_what_it_holds():
    html = render(make_guide(pros=("View",), glossary=(GlossaryTerm(term="Wick", meaning="x"),)))
    assert "1 term\n" in html


def test_tools_stand_beside_their_subject_but_in_no_preview():
    with_tool, without = (
        render(make_guide(sections=(section(kind),)), neighbors=Neighbors(slug="keeper"))
        for kind in ("how_to_become", "work_environment")
    )
    link = 'href="/guides/keeper/resume/"'
    assert with_tool.count(link) == without.count(link) + 1
    preview = render(make_guide(sections=(section("how_to_become"),)), preview=True)
    assert "/guides/keeper/" not in preview


def test_at_most_four_terms_stand_beside_a_section_and_all_are_links():
    glossary = tuple(GlossaryTerm(term=f"Lamp{letter}", meaning="It burns.") for letter in "abcdefg")
    body = " ".join(term.term for term in glossary)
    page = page_of(section("overview", body), glossary=glossary)
    assert len(page.blocks[0].beside.terms) == 4
    assert page.blocks[0].body.count('class="term"') == 7


def test_the_pay_stands_beside_the_text_on_it():
    facts = KeyFacts(currency="USD", median_salary=40_000)
    blocks = page_of(section("overview"), section("salary_outlook"), key_facts=facts).blocks
    assert [bool(block.beside and block.beside.pay) for block in blocks if block.kind != "about_figures"] == [
        False,
        True,
    ]


def test_a_skill_is_a_link_if_its_address_is_known():
    skills = (Skill(kind="technical", name="Knots"), Skill(kind="soft", name="Patience"))
    html = render(make_guide(skills=skills), neighbors=Neighbors(slug="keeper", skill_slugs={"Knots": "knot-tying"}))
    assert 'href="/skills/knot-tying/">Knots</a>' in html
    assert ">Patience</a>" not in html


def test_a_step_shows_the_name_that_its_text_has():
    steps = (Step(number=1, text="**Look out.** See."), Step(number=2, text="Light up. Wait."))
    assert render(make_guide(steps=steps)).count('class="steps__name"') == 1


def test_every_heading_of_a_section_has_a_link_to_it_but_not_in_a_preview():
    document = make_guide(sections=(section("overview"),), steps=(Step(number=1, text="Go."),))
    assert render(document).count('aria-label="Link to this section: ') == len(guide_page(document).contents)
    assert "Link to this section" not in render(document, preview=True)
    assert "Something wrong here?" not in render(document, preview=True)
