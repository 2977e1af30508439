"""Outlines as HTML fragments without styles, for our pages and for pasting into other sites; only lists of tasks have a
class."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from guides.toolkit.outline import BETWEEN_LINKS, BOX, Block, Facts, Heading, Items, Link, Links, Outline, Tasks


def write_html(page: Outline, *, top: int = 2) -> SafeString:
    """Write the title as a heading of level `top`, and the other headings below that level."""
    title = _block(Heading(page.title, 0), top)
    return format_html_join("\n", "{}", ((part,) for part in (title, *(_block(block, top) for block in page.blocks))))


def _block(block: Block, top: int) -> SafeString:
    match block:
        case Heading(text, level):
            return format_html("<h{0}>{1}</h{0}>", top + level, text)
        case Items(texts, numbered):
            points = format_html_join("\n", "<li>{}</li>", ((text,) for text in texts))
            return format_html("<{0}>\n{1}\n</{0}>", "ol" if numbered else "ul", points)
        case Tasks(texts):
            points = format_html_join("\n", "<li>{} {}</li>", ((BOX, text) for text in texts))
            return format_html('<ul class="tasks">\n{}\n</ul>', points)
        case Facts(rows):
            lines = format_html_join("\n", "<div><dt>{}</dt> <dd>{}</dd></div>", rows)
            return format_html("<dl>\n{}\n</dl>", lines)
        case Links(links):
            return format_html("<p>{}</p>", format_html_join(BETWEEN_LINKS, "{}", ((_link(link),) for link in links)))
        case _:
            return format_html(
                "<p>{}</p>", format_html_join(mark_safe("<br>\n"), "{}", ((line,) for line in block.text.split("\n")))
            )


def _link(link: Link) -> SafeString | str:
    return format_html('<a href="{}">{}</a>', link.leads_to, link.words) if link.leads_to else link.words
