"""Render Markdown, the same way on guide pages, in answers and in the editor's preview.

Markdown-it parses without HTML, and nh3 allows only the tags and attributes listed below. Only pictures of this site
with an alternative text are shown. Link reference definitions are off, because they would hide a line. Everything that
is not rendered as markup stays readable as it was written.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape

import nh3
from django.forms.utils import flatatt
from django.utils.html import escape, format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from markdown_it.utils import EnvType, OptionsDict

from guides.document.bounded_cache import bounded_cache
from guides.document.words import PICTURE_NAME
from guides.rendering.pictures import ROUTE, image_attributes

LONGEST_MARKDOWN = 50_000  # characters; the slowest known inputs (lines in nested quotes, wide tables) take 2 s
DEEPEST_NESTING = 20  # of quotes and lists (a list counts twice); markdown-it drops anything deeper
TOP_HEADING = 3  # the title of a page is its h1, sections are h2 or h3
URL_SCHEMES = {"http", "https", "mailto"}
ATTRIBUTES = {
    "a": {"href", "title"},
    "ol": {"start"},
    "th": {"scope"},
    "div": {"role", "aria-label", "tabindex"},
    "img": {"src", "srcset", "sizes", "width", "height", "alt", "loading"},
}
CLASSES = {"div": {"prose__table"}, "th": {"is-end", "is-center"}, "td": {"is-end", "is-center"}}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
TEXT_TAGS = {"p", "br", "hr", "a", "em", "strong", "s", "code", "pre", "blockquote", "h3", "h4", "h5", "h6"}
LIST_TAGS = {"ul", "ol", "li"}
PICTURE_SIZES = "(min-width: 40rem) 36rem, 92vw"  # as wide as the text
TABLE_TAGS = {"div", "table", "thead", "tbody", "tr", "th", "td"}
_ALIGNMENT = {"text-align:right": "is-end", "text-align:center": "is-center"}
_MARKUP = re.compile(r"[\\`*_\[\]<>~|#&]")
_LIST_MARK = re.compile(r"^(\d+)?([-+.)=])")
_PICTURE = re.compile(rf"!\[(?P<alt>(?:[^\[\]\\]|\\.)*)\]\(/{ROUTE}(?P<name>{PICTURE_NAME.pattern})\.webp\)", re.DOTALL)
_ESCAPED = re.compile(r"\\([\[\]\\])")
_ESCAPED_SIGN = re.compile(r"\\([!-/:-@\[-`{-~])")
_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)


@bounded_cache(entries=1024, longest=4_000)  # 19 of 20 bodies have at most 1,500 characters
def render_markdown(text: str) -> SafeString:
    """Render Markdown as safe HTML, with the highest headings as h3.

    A text longer than LONGEST_MARKDOWN or nested deeper than DEEPEST_NESTING becomes plain paragraphs; of its markup
    only the backslashes of escapes are left out.
    """
    tokens = _parse(text)
    if tokens is None:
        return _plain_paragraphs(text)
    html = nh3.clean(
        _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}),
        tags=TEXT_TAGS | LIST_TAGS | TABLE_TAGS | {"img"},
        attributes=ATTRIBUTES,
        allowed_classes=CLASSES,
        url_schemes=URL_SCHEMES,
        link_rel="nofollow noopener",
    )
    return mark_safe(html)


def _parse(text: str) -> list[Token] | None:
    """Parse Markdown; None if it is too long or nested too deep."""
    tokens = _MARKDOWN.parse(text) if len(text) <= LONGEST_MARKDOWN else None
    return None if tokens is None or any(token.level >= DEEPEST_NESTING - 1 for token in tokens) else tokens


def markdown_words(text: str) -> str:
    """Escape plain text so that Markdown shows it unchanged."""
    return _LIST_MARK.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", text))


def plain_lines(text: str) -> list[str]:
    """Convert Markdown to plain text, with one line per paragraph, list item and the like."""
    lines = unescape(strip_tags(render_markdown(text))).split("\n")
    return [" ".join(line.split()) for line in lines if line.strip()]


def plain_words(text: str) -> str:
    """Convert Markdown to plain text on one line."""
    return " ".join(plain_lines(text))


def plain_blocks(text: str) -> list[tuple[str, str]]:
    """Convert Markdown to blocks of plain text, each with its kind: `h1` to `h6`, `ul` and `ol` for the items of lists,
    `tr` for the rows of tables, and `p` for everything else. A text that is not rendered as Markdown has only `p`."""
    tokens = _parse(text)
    return [("p", line) for line in plain_lines(text)] if tokens is None else list(_blocks_in(SyntaxTreeNode(tokens)))


def _blocks_in(node: SyntaxTreeNode) -> Iterator[tuple[str, str]]:
    if node.type == "tr":
        yield "tr", " · ".join(map(_words_in, node.children))
    elif node.type in ("heading", "paragraph", "fence", "code_block"):
        parent = node.parent
        is_item = parent and parent.type == "list_item" and node is parent.children[0]
        kind = parent.parent.tag if is_item else node.tag
        yield kind if kind in HEADINGS | LIST_TAGS else "p", " ".join(_words_in(node).split())
    else:
        for child in node.children:
            yield from _blocks_in(child)


def _words_in(node: SyntaxTreeNode) -> str:
    """The words of a node, with the addresses of links behind their words."""
    words = "".join(map(_words_in, node.children)) or (" " if node.type.endswith("break") else node.content)
    address = str(node.attrs.get("href", "")) if node.type == "link" else ""
    return f"{words} ({address})" if address and address != words else words


def _plain_paragraphs(text: str) -> SafeString:
    paragraphs = re.split(r"\n\s*\n", _ESCAPED_SIGN.sub(r"\1", text))
    return mark_safe("\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs))


def _is_allowed(url: str) -> bool:
    """Whether to link an address: it has no scheme, or an allowed one."""
    scheme = _SCHEME.match(url)
    return scheme is None or scheme[1].lower() in URL_SCHEMES


def _demote_headings(tokens: Sequence[Token]) -> None:
    """Shift all headings so that the highest are h3; the lowest are at most h6."""
    headings = [token for token in tokens if token.type in ("heading_open", "heading_close")]
    shift = TOP_HEADING - min((int(token.tag[1]) for token in headings), default=TOP_HEADING)
    for token in headings:
        token.tag = f"h{min(int(token.tag[1]) + shift, 6)}"


def _mark_cells(tokens: Sequence[Token]) -> None:
    """Give header cells a scope, and alignment a class, because the security policy forbids styles."""
    for token in tokens:
        if token.type not in ("th_open", "td_open"):
            continue
        style = token.attrs.pop("style", None)
        if style in _ALIGNMENT:
            token.attrSet("class", _ALIGNMENT[style])
        if token.type == "th_open":
            token.attrSet("scope", "col")


def _parse_picture(state: StateInline, silent: bool) -> bool:
    """Parse `![alternative text](address)`, where the address is a picture of this site."""
    found = _PICTURE.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        alt = " ".join(_ESCAPED.sub(r"\1", found["alt"]).split())
        token = state.push("image" if alt else "text", "img", 0)
        token.content = alt or found[0]
        token.meta = {"name": found["name"]}
    state.pos = found.end()
    return True


class _Renderer(RendererHTML):
    """Renders headings below those of the page, header cells, pictures in several sizes, and wide tables in a box that
    scrolls."""

    def render(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:
        _demote_headings(tokens)
        _mark_cells(tokens)
        return super().render(tokens, options, env)

    def image(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        attributes = image_attributes(tokens[index].meta["name"], PICTURE_SIZES)
        return format_html("<img {}>", flatatt({**attributes, "alt": tokens[index].content, "loading": "lazy"}))

    def table_open(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        box = '<div class="prose__table" role="region" aria-label="Table" tabindex="0">'
        return box + self.renderToken(tokens, index, options, env)

    def table_close(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        return self.renderToken(tokens, index, options, env) + "</div>"


def _build() -> MarkdownIt:
    options = {"html": False, "maxNesting": DEEPEST_NESTING}
    markdown = MarkdownIt("commonmark", options, renderer_cls=_Renderer)
    markdown.enable(["table", "strikethrough"]).disable("reference")
    markdown.inline.ruler.at("image", _parse_picture)
    markdown.validateLink = _is_allowed  # type: ignore[method-assign]
    return markdown


_MARKDOWN = _build()
