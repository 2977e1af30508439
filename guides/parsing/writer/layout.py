"""Writes words as lines of a guide text, with a mark or a backslash where they would be misread."""

from collections.abc import Iterator

from guides.document.lines import Line, is_short, read_line
from guides.document.markup import strip_markup
from guides.document.words import (
    is_focus_label,
    is_link_words,
    is_number,
    read_entry,
    read_step_label,
    split_answer,
)
from guides.parsing import headings
from guides.parsing.labels import label_owner
from guides.parsing.material import read_label

# A text is a list of blocks with one blank line between them; a block is one or more lines.
Blocks = Iterator[str]


def own_line(words: str) -> str:
    """Words on a line of their own, for example a name or a title."""
    return words if is_name(words) else f"\\{words}"


def bullet(words: str) -> str:
    """Words as an item of a list."""
    is_heading = headings.recognize(words, exact=True) in headings.BULLETS
    return f"• \\{words}" if is_heading or words.startswith("\\") else f"• {words}"


def bullets(items: tuple[str, ...]) -> str:
    """A list of items."""
    return "\n".join(map(bullet, items))


def body(text: str, *, questions: bool = False, entries: bool = False, material: str = "") -> str:
    """Markdown as lines of the text; with `questions`, numbered `entries` or a list of `material`, text that looks like
    the beginning of one is escaped."""
    out = []
    for block in text.split("\n\n"):
        lines = block.split("\n")
        for raw in lines:
            words = raw.lstrip()
            pad = raw[: len(raw) - len(words)]
            line = read_line(words)
            is_ambiguous = (
                is_structure(words)
                or line.bullet
                or (len(lines) == 1 and looks_alone(line, is_due=bool(material)))
                or (questions and (words.endswith("?") or block.endswith("?") or split_answer(line)[0]))
                or (entries and (read_entry(line) or (0,))[0] == 1)
                or (material and has_label(material, line))
            )
            if words.startswith("- ") and len(words) > 2:
                out.append(pad + bullet(words[2:]))
            else:
                out.append(f"{pad}\\{words}" if is_ambiguous else raw)
        out.append("")
    return "\n".join(out[:-1])


def looks_alone(line: Line, *, is_due: bool) -> bool:
    """Whether a line alone would be read as a heading; one that is due is no heading, but would lose its markup."""
    bare = strip_markup(line)
    if is_due:
        return bare is not line and is_short(bare.text)
    return is_short(line.text) or is_short(bare.text)


def has_label(material: str, line: Line) -> bool:
    """Whether a line would be read as the label of a field in a list of material."""
    return any(read_label(material, read) for read in (line, strip_markup(line)))


def mark(words: str, kind: str, argument: str = "") -> str:
    """A line that states its kind: `# Words {kind}` or `# Words {kind argument}`."""
    return f"# {words} {{{f'{kind} {argument}' if argument else kind}}}"


def is_plain_name(name: str) -> bool:
    """Whether a name needs no mark to be read as a name."""
    return is_short(name) and is_name(name)


def is_name(words: str) -> bool:
    """Whether words on a line of their own are read as they are."""
    line = read_line(words)
    return not line.bullet and strip_markup(line) is line and not is_structure(words)


def is_structure(words: str) -> bool:
    """Whether words would be read as a heading, a label or a number anywhere in a text."""
    line = read_line(words)
    return bool(line.escaped or line.mark or line.is_lone_bullet or _is_known(line) or _is_known(strip_markup(line)))


def _is_known(line: Line) -> bool:
    """Whether a line is a label or has the words of a known heading."""
    is_heading = headings.recognize(line.text) or headings.material_of(line.text)
    return is_label(line) or (not line.bullet and is_heading is not None)


def is_label(line: Line) -> bool:
    """Whether a line is a number, a label or the words of a link."""
    return bool(
        is_number(line) or read_step_label(line) or is_link_words(line) or is_focus_label(line) or label_owner(line)
    )
