"""The one Markdown renderer."""

import pytest

from guides.rendering.markdown import DEEPEST_NESTING, LONGEST_MARKDOWN, render_markdown


def test_html_is_shown_and_not_run():
    assert render_markdown("<script>alert(1)</script>") == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"


@pytest.mark.parametrize(
    "text", ["[x](javascript:alert(1))", "[x](data:text/html,y)", "[x](JaVaScRiPt:alert(1))", "<javascript:alert(1)>"]
)
def test_addresses_of_other_schemes_are_no_links(text):
    assert "<a" not in render_markdown(text)


def test_links_give_no_rank_and_no_opener():
    html = render_markdown("[x](https://example.org)")
    assert html == '<p><a href="https://example.org" rel="nofollow noopener">x</a></p>\n'


def test_the_topmost_headings_of_a_body_are_below_the_pages():
    assert render_markdown("# A\n\n## B") == "<h3>A</h3>\n<h4>B</h4>\n"


def test_headings_that_begin_low_are_raised_so_that_no_level_is_skipped():
    assert "<h3>A</h3>" in render_markdown("#### A")


def test_header_cells_say_what_they_head():
    assert '<th scope="col">a</th>' in render_markdown("| a |\n|---|\n| 1 |")


def test_alignment_is_a_class_and_no_style():
    html = render_markdown("| a |\n|--:|\n| 1 |")
    assert '<td class="is-end">1</td>' in html
    assert "style" not in html


def test_strikethrough_is_known():
    assert "<s>x</s>" in render_markdown("~~x~~")


NAME = "0f8b6a52-3c1d-4e7f-9a2b-5d6c7e8f9012-1600x1067"
ADDRESS = f"/media/pictures/{NAME}.webp"


def test_a_picture_of_the_site_is_shown_in_the_sizes_that_there_are():
    html = render_markdown(f'![A loaf \\[brown\\], "hot"]({ADDRESS})')
    assert 'alt="A loaf [brown], &quot;hot&quot;"' in html
    assert 'width="1600"' in html
    assert 'height="1067"' in html
    assert 'loading="lazy"' in html
    widths = ["400x267", "800x534", "1600x1067"]
    files = [f"{ADDRESS.replace('1600x1067', size)} {size.partition('x')[0]}w" for size in widths]
    assert f'srcset="{", ".join(files)}"' in html


def test_a_small_picture_has_no_larger_sizes():
    html = render_markdown(f"![A loaf]({ADDRESS.replace('1600x1067', '300x200')})")
    assert "300w" in html
    assert "400w" not in html


@pytest.mark.parametrize(
    "address",
    [
        "/media/x.webp",
        "https://example.org/x.png",
        f"https://example.org{ADDRESS}",
        f"{ADDRESS}?x",
        f"/media/pictures/../{NAME}.webp",
        f"/media/pictures/{NAME}.svg",
        ADDRESS.replace("1600", "01600"),
        f"{ADDRESS} 'title'",
    ],
)
def test_other_pictures_are_left_out_but_their_words_are_kept(address):
    html = render_markdown(f"![A chart]({address})")
    assert "<img" not in html
    assert "A chart" in html


@pytest.mark.parametrize("words", ["", " ", "\n"])
def test_a_picture_without_words_is_not_shown_but_stays_readable(words):
    html = render_markdown(f"a ![{words}]({ADDRESS}) b")
    assert "<img" not in html
    assert NAME in html


def test_the_words_of_a_picture_are_no_markup():
    html = render_markdown(f"![<script>*a* & b]({ADDRESS})")
    assert 'alt="&lt;script&gt;*a* &amp; b"' in html
    assert "<em>" not in html


def test_thousands_of_beginnings_of_pictures_are_read_in_no_time():
    assert "![" in render_markdown("![" * 10_000 + "![a\\" * 3_000)


def test_link_definitions_stay_visible():
    assert "[1]: see" in render_markdown("[1]: see")


def test_a_text_beyond_the_cap_is_shown_whole_without_markup():
    html = render_markdown("**a** <b>\n\n" + "x" * LONGEST_MARKDOWN)
    assert html.startswith("<p>**a** &lt;b&gt;</p>")
    assert html.count("x") == LONGEST_MARKDOWN


def test_a_text_beyond_the_cap_shows_no_backslashes_of_escapes():
    assert render_markdown("5\\*3 \\a\n\n" + "x" * LONGEST_MARKDOWN).startswith("<p>5*3 \\a</p>")


@pytest.mark.parametrize("mark", ["> ", "- ", "> - "])
@pytest.mark.parametrize("depth", [1, DEEPEST_NESTING // 2, DEEPEST_NESTING, 3 * DEEPEST_NESTING])
def test_nothing_is_lost_however_deep_it_is_nested(mark, depth):
    assert "deep" in render_markdown(mark * depth + "deep")


def test_a_text_is_rendered_once():
    assert render_markdown("once *more*") is render_markdown("once *more*")


def test_the_result_is_not_escaped_again():
    assert hasattr(render_markdown("a"), "__html__")
