"""Bytes to lines, and lines back to text."""

import codecs
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from guides.document.errors import GuideError, LineError

BULLET = re.compile(r"[•*-]\s+(?=\S)")  # in Markdown
# Bullets as Word, PDF files and web pages have them, with the letters that Wingdings and Symbol leave in plain text.
_GLYPHS = "•‣⁃∙·‧◦●○◉⦁⦿▪▫■□▢▣◆◇♦❖★☆✦✧✱✓✔✗✘✕☐☑☒➢➣➤➔➜➝➞➙→⇒▶►▸▹»›\uf020-\uf0ff"
TEXT_BULLET = re.compile(rf"(?:[{_GLYPHS}](?![{_GLYPHS}])\s*|[*–—-]\s+|o\t\s*)(?=\S)")
LONE_BULLET = re.compile(rf"\s*[{_GLYPHS}]\s*")  # its words are on the next line
ODD_SPACE = re.compile(r"[^\S\t]")
LIST_MARKER = re.compile(r"(?:- |\d{1,3}[.)] )")
MOST_ACCENTS = 30  # as in Unicode's Stream-Safe Text Format
_ACCENTS = re.compile(rf"[^\w\s\x00-\u02ff]{{{MOST_ACCENTS + 1},}}")
# Optional line breaks, byte-order marks, overrides of the writing direction, and code points that are no characters.
INVISIBLE = re.compile(
    "[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff]")
MARK = re.compile(r"# (?P<heading>\S.*) \{(?P<kind>[a-z_]+)(?: (?P<argument>[\w-]+))?\}")
SHORT_LINE_LETTERS, SHORT_LINE_WORDS = 80, 12
LONGEST_QUESTION = 300


@dataclass(frozen=True, slots=True)
class Mark:
    """`# Heading {kind}` or `# Name {kind argument}`: an explicit heading or first line of an entry."""

    heading: str
    kind: str
    argument: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its words without indentation, bullet glyph and escape; all blank lines are the one `BLANK`.

    `cells` keeps tabs and runs of spaces. `alone` means that the lines before and after are blank or missing,
    `asks` that the lines from here to the next blank one may be a question.
    """

    number: int
    indent: int
    bullet: bool
    escaped: bool
    cells: str
    text: str
    alone: bool = False
    asks: bool = False

    @property
    def blank(self) -> bool:
        return not self.text

    @property
    def is_lone_bullet(self) -> bool:
        """Whether the line is a bullet whose words are on the next line."""
        return not self.bullet and not self.escaped and LONE_BULLET.fullmatch(self.text) is not None

    @property
    def mark(self) -> Mark | None:
        if self.escaped or self.bullet or not self.text.startswith("# "):
            return None
        match = MARK.fullmatch(self.text)
        return Mark(*match.groups()) if match else None

    @property
    def short(self) -> bool:
        """Whether the line looks like a heading or a name."""
        return self.alone and not self.bullet and not self.escaped and is_short(self.text)


BLANK = Line(0, 0, False, False, "", "")


def is_short(text: str) -> bool:
    """At most 80 characters and 12 words, without closing punctuation."""
    return (
        0 < len(text) <= SHORT_LINE_LETTERS
        and text[-1] not in ".!?:;,"
        and len(text.split()) <= SHORT_LINE_WORDS
        and any(character.isalpha() for character in text)
    )


def decode(source: bytes | str, name: str) -> str:
    """The text in NFC with `\\n` between lines. Raises GuideError if it is empty, binary or not UTF-8."""
    text = _decode_utf8(source, name) if isinstance(source, bytes) else source
    text = INVISIBLE.sub("", re.sub(r"\r\n?", "\n", text))
    if control := NOT_TEXT.search(text):
        found = f"the character U+{ord(control.group()):04X}"
        raise GuideError([LineError(_line_of(text, control.start()), "plain text", found)], name)
    if (start := find_accent_run(text)) is not None:
        found = f"more than {MOST_ACCENTS} accents in a row"
        raise GuideError([LineError(_line_of(text, start), "plain text", found)], name)
    if not text.strip():
        raise GuideError([LineError(1, "a guide text", "nothing")], name)
    return _normalize(text)


def is_plain(text: str) -> bool:
    """Whether a text has no control characters and no overlong run of accents."""
    return not NOT_TEXT.search(text) and find_accent_run(INVISIBLE.sub("", text)) is None


def find_accent_run(text: str) -> int | None:
    """Find a letter with more accents than any script uses; normalizing such a run takes quadratic time."""
    for run in _ACCENTS.finditer(text):
        accents = "".join("x" if _is_accent(character) else " " for character in run.group())
        if (start := accents.find("x" * (MOST_ACCENTS + 1))) >= 0:
            return run.start() + start
    return None


@lru_cache(maxsize=2_000)
def _is_accent(character: str) -> bool:
    """Whether a character is an accent, or stands for several: three Tibetan vowel signs do."""
    return unicodedata.combining(unicodedata.normalize("NFD", character)[0]) > 0


def _normalize(text: str) -> str:
    """The text in NFC. One with an overlong run of accents stays as it is, for `is_plain` to refuse."""
    return text if find_accent_run(text) is not None else unicodedata.normalize("NFC", text)


def _decode_utf8(source: bytes, name: str) -> str:
    expected = "a text saved as UTF-8"
    if _has_utf16_zeros(source):
        raise GuideError([LineError(1, expected, _encoding_of(source))], name)
    try:
        return source.decode()
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        found = f"{_encoding_of(source)} (the byte 0x{source[error.start]:02x})"
        raise GuideError([LineError(line, expected, found)], name) from None


def _has_utf16_zeros(source: bytes) -> bool:
    """Whether every other byte at the start is zero, as in Western text in UTF-16."""
    start = source[:64]
    zeros = [start[first::2].count(0) for first in (0, 1)]
    return len(start) >= 4 and max(zeros) > len(start) * 0.4 and min(zeros) == 0


def _encoding_of(source: bytes) -> str:
    """Name the likely encoding of a source that is not UTF-8, for an error."""
    if source.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _has_utf16_zeros(source):
        return "UTF-16, which Windows calls Unicode"
    if b"\0" in source:
        return "a file that is no text"
    try:
        source.decode("cp1252")
    except UnicodeDecodeError:
        return "another encoding"
    return "what looks like Windows-1252, also called ANSI"


def _line_of(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def split_lines(text: str) -> list[Line]:
    """All lines of a text, blank ones included; line n of the text is item n - 1."""
    raws = text.split("\n")
    blank = [True, *(not raw.strip() for raw in raws), True]
    lines: list[Line] = []
    length = 0
    for number in range(len(raws), 0, -1):
        if blank[number]:
            lines.append(BLANK)
            continue
        line = read_line(raws[number - 1], number, alone=blank[number - 1] and blank[number + 1])
        if number > 1 and LONE_BULLET.fullmatch(raws[number - 2]):
            line = replace(line, bullet=True)
        length = _question_length(line, None if blank[number + 1] else length)
        lines.append(replace(line, asks=True) if length else line)
    return lines[::-1]


def _question_length(line: Line, below: int | None) -> int:
    """The length of the question that begins with this line, or 0; `below` is the result for the next line."""
    if line.bullet or line.escaped or line.mark or (below == 0 if below is not None else not line.text.endswith("?")):
        return 0
    length = len(line.text) + (0 if below is None else 1 + below)
    return length if length <= LONGEST_QUESTION else 0


def read_line(raw: str, number: int = 0, *, alone: bool = False, bullets: re.Pattern[str] = TEXT_BULLET) -> Line:
    """Read one line. A backslash at the start, or after the bullet glyph, escapes its words."""
    raw = ODD_SPACE.sub(" ", raw)
    words = raw.strip()
    indent = len(raw[: len(raw) - len(raw.lstrip())].expandtabs(4))
    glyph = bullets.match(words)
    if glyph:
        words = words[glyph.end() :]
    escaped = words.startswith("\\") and len(words) > 1
    cells = words[1:].strip() if escaped else words
    return Line(number, indent, bool(glyph), escaped, cells, " ".join(cells.split()), alone)


def body_text(lines: Iterable[Line]) -> str:
    """Lines as Markdown: one blank line between blocks, bullets as `- `, indentation only inside list items."""
    out: list[str] = []
    base: int | None = None  # the indentation of the open list
    gap = False
    for line in lines:
        if line.blank:
            gap = True
            continue
        text = (
            f"- {line.text}"
            if line.bullet
            else f"- {BULLET.sub('', line.text, count=1)}"
            if BULLET.match(line.text)
            else line.text
        )
        marker = LIST_MARKER.match(text)
        if base is not None and gap and not marker and line.indent <= base:
            base = None
        if base is None and marker:
            base = line.indent
        if gap and out:
            out.append("")
        out.append(" " * max(0, line.indent - (base if base is not None else line.indent)) + text)
        gap = False
    return "\n".join(out)


def plain_line(text: str) -> str:
    """The canonical form of words on one line: NFC, single spaces, nothing invisible."""
    return " ".join(_normalize(INVISIBLE.sub("", text)).split())


def plain_body(text: str) -> str:
    """The canonical form of typed Markdown; escapes are kept."""
    text = _normalize(INVISIBLE.sub("", re.sub(r"\r\n?", "\n", text)))
    return body_text(_as_typed(raw) for raw in text.split("\n"))


def _as_typed(raw: str) -> Line:
    line = read_line(raw, bullets=BULLET)
    if not line.escaped:
        return line
    text = "\\" + line.cells
    return replace(line, cells=text, text=" ".join(text.split()))
