"""How texts open: the first sentence of a section, which stays when the rest is folded, and the name of a step."""

import re
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from guides.rendering.passages import split_sentences

TAG = re.compile(r'<(?P<end>/?)(?P<name>\w+)(?:"[^"]*"|[^">])*>')
VOID = ("br", "img")
_BOLD = re.compile(r"<p><strong>(?P<name>[^<]+)</strong>(?P<colon>:?)\s*")
_LABEL = re.compile(r"<p>(?P<name>[^<.:;!?]{1,48}:)\s+(?=[A-Z])")
_TITLE = re.compile(r"<(?P<tag>p|h[3-6])>(?P<name>[^<]{1,60})</(?P=tag)>\s*(?=<)")


@dataclass(frozen=True, slots=True)
class Lead:
    """The HTML of a section in three parts: its first sentence, the rest of that paragraph, and what follows."""

    sentence: SafeString
    paragraph: SafeString
    rest: SafeString


def lead_of(html: str) -> Lead | None:
    """Split rendered Markdown after its first sentence; None if it does not open with a paragraph of words."""
    if not html.startswith("<p>"):
        return None
    end = html.index("</p>")
    paragraph, rest = html[len("<p>") : end], html[end + len("</p>") :].strip()
    first = split_sentences(TAG.sub("", paragraph))[0]
    if not first.strip():
        return None
    cut = _position_after(paragraph, len(first))
    return Lead(*(mark_safe(part) for part in (paragraph[:cut], paragraph[cut:].lstrip(), rest)))


def _position_after(html: str, letters: int) -> int:
    """The position in HTML after this many letters of its text, outside of all elements."""
    depth = position = 0
    for tag in TAG.finditer(html):
        before = tag.start() - position
        if depth == 0 and letters <= before:
            break
        letters -= before
        position = tag.end()
        if tag["name"] not in VOID:
            depth += -1 if tag["end"] else 1
    return position + max(letters, 0)


def split_name(html: str) -> tuple[SafeString, SafeString]:
    """Split the name that a step opens with from the rest of its text; the name is empty if it has none.

    A name is a heading, a short first paragraph that is no sentence, a few words before a colon and a sentence, or
    words in bold that end there: alone in their paragraph, with a period or before a colon. Words in bold within a
    sentence are no name.
    """
    name, rest = "", html
    if bold := _BOLD.match(html):
        after = html[bold.end() :]
        if after.startswith("</p>"):
            name, rest = bold["name"], after.removeprefix("</p>").strip()
        elif bold["colon"] or bold["name"][-1] in ".:!?":
            name, rest = bold["name"] + bold["colon"], f"<p>{after}"
    elif label := _LABEL.match(html):
        name, rest = label["name"], f"<p>{html[label.end() :]}"
    elif (title := _TITLE.match(html)) and (title["tag"] != "p" or title["name"][-1] not in ".:;,!?…"):
        name, rest = title["name"], html[title.end() :]
    return mark_safe(name), mark_safe(rest)
