"""A sample letter of a guide: as a page that says that the person is invented, and as words to begin one's own with."""

import re

from guides.document.material import BULLET, SampleLetter
from guides.rendering.markdown import plain_words
from guides.toolkit.cover_letter.page import LetterPage
from guides.toolkit.cover_letter.situations import EMAIL, EXPERIENCED, SITUATIONS
from guides.toolkit.samples import INVENTED

ABOUT = f"{INVENTED}. The employers are invented, too."
_GREETING = re.compile(r"(?:Dear|Hello|Hi|To Whom)\b.{0,80}[,:]$")
_FAREWELL = re.compile(r"[A-Z][a-z]+(?: [a-z]+){0,2},$")


def words_of(letter: SampleLetter) -> tuple[str, ...]:
    """Return its lines without Markdown."""
    lines = filter(None, map(str.strip, letter.body.split("\n")))
    return tuple(f"• {plain_words(line)}" if line.startswith(BULLET) else plain_words(line) for line in lines)


def sample_page(letter: SampleLetter) -> LetterPage:
    """Return the sample as a letter, with the words of the guide."""
    lines = list(words_of(letter))
    greeting = lines.pop(0) if lines and _GREETING.match(lines[0]) else ""
    has_end = len(lines) > 1 and _FAREWELL.match(lines[-2])
    farewell, name = (lines[-2], lines[-1]) if has_end else ("", "")
    paragraphs = lines[:-2] if has_end else lines
    return LetterPage(
        name=name,
        note=ABOUT,
        greeting=greeting,
        paragraphs=tuple(paragraphs),
        farewell=farewell,
        is_email=_situation(letter.situation) == EMAIL,
    )


def example_data(letter: SampleLetter) -> dict[str, str]:
    """Return form data to begin a letter from: the paragraphs of the sample, without its greeting and name."""
    paragraphs = sample_page(letter).paragraphs
    opening, between, ending = paragraphs[:1], paragraphs[1:-1], paragraphs[1:][-1:]
    rows = {f"needs-{number}-shown": paragraph for number, paragraph in enumerate(between)}
    return {
        "situation": _situation(letter.situation),
        "opening": "".join(opening),
        "ending": "".join(ending),
        "needs-TOTAL_FORMS": f"{max(len(rows), 1)}",
        **rows,
    }


def _situation(words: str) -> str:
    """The situation of a letter, by the words that a guide uses for it."""
    if "mail" in words.casefold():
        return EMAIL
    labels = {situation.label.casefold(): key for key, situation in SITUATIONS.items()}
    return labels.get(words.casefold(), EXPERIENCED)
