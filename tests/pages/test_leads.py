"""How texts open: their first sentence, and the name of a step."""

import pytest

from guides.pages.leads import lead_of, split_name
from guides.rendering.markdown import render_markdown


@pytest.mark.parametrize(
    ("text", "sentence", "paragraph", "rest"),
    [
        ("One. Two. Three.\n\nFour.", "One.", "Two. Three.", "<p>Four.</p>"),
        ("Only one sentence", "Only one sentence", "", ""),
        ("Dr. Gray keeps the light. It burns.", "Dr. Gray keeps the light.", "It burns.", ""),
        ("**Bold.** Then plain.", "<strong>Bold.</strong>", "Then plain.", ""),
        ("R&D is <b>. Next.", "R&amp;D is &lt;b&gt;.", "Next.", ""),
        ("A **bold one. And two** end. Next.", "A <strong>bold one. And two</strong>", "end. Next.", ""),
    ],
)
def test_a_text_is_split_after_its_first_sentence_outside_of_markup(text, sentence, paragraph, rest):
    lead = lead_of(render_markdown(text))
    assert (lead.sentence, lead.paragraph, lead.rest) == (sentence, paragraph, rest)


@pytest.mark.parametrize("text", ["", "- a list\n- first", "### A heading\n\nText."])
def test_a_text_that_opens_with_no_paragraph_has_no_lead(text):
    assert lead_of(render_markdown(text)) is None


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("**Learn the basics.** Start small.", "Learn the basics.", "<p>Start small.</p>"),
        ("**Learn the basics**: start small.", "Learn the basics:", "<p>start small.</p>"),
        ("**Learn & try**\n\nStart small.", "Learn &amp; try", "<p>Start small.</p>"),
        ("Learn the basics\n\nStart small.", "Learn the basics", "<p>Start small.</p>"),
        ("Learn the basics: Start small.", "Learn the basics:", "<p>Start small.</p>"),
        ("### Learn the basics\n\nStart small.", "Learn the basics", "<p>Start small.</p>"),
    ],
)
def test_a_step_has_the_name_that_its_text_opens_with(text, name, rest):
    found, html = split_name(render_markdown(text))
    assert (found, html.strip()) == (name, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Start small. Go on.",
        "Start small: go on.",
        "Start. Then one thing: Go on.",
        "**Practice** daily.",
        "Start small.\n\nGo on.",
        "Start",
        "",
    ],
)
def test_other_steps_have_no_name(text):
    html = render_markdown(text)
    assert split_name(html) == ("", html)
