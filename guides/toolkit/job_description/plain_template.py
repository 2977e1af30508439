"""The plain template of a job ad for a guide without one, put together from what is safe: duties and needs.

It quotes no prose of the guide, and nothing on pay, outlook or drawbacks. Its limits keep every ad short enough.
"""

from collections.abc import Iterable, Iterator

from django.template.defaultfilters import pluralize

from guides.document.articles import with_article
from guides.document.material import MOST_MUST_HAVES
from guides.document.shape import GuideDocument
from guides.rendering.passages import split_sentences, words_of

PARTS = ("summary", "duties", "must_haves", "nice_to_haves")
SUMMARY = (
    "We are looking for {} to join our team. You will have your own tasks from the start, colleagues to ask when "
    "something is new, and regular feedback on your work. If most of this describes you, we would like to hear from "
    "you."
)
MOST_DUTIES, MOST_DUTY_WORDS = 8, 140
MOST_MUST_HAVE_WORDS = 75
MOST_NICE_TO_HAVES, MOST_NICE_TO_HAVE_WORDS = 5, 50
LONGEST_LINE, LONGEST_TITLE = 40, 12  # words


def plain_parts(document: GuideDocument, title: str, years: int | None) -> dict[str, tuple[str, ...]]:
    """Return the parts of the ad for a level with this title, which begins after `years` in the work."""
    marks = document.marks
    essential = [need for need in document.needs if marks.get(need) == "essential"]
    must_haves = _fitting([*_experience(years), *essential], MOST_MUST_HAVES, MOST_MUST_HAVE_WORDS)
    useful = [need for need in document.needs if marks.get(need) == "useful"]
    others = [need for need in document.needs if marks.get(need) != "useful" and need not in must_haves]
    return {
        "summary": (SUMMARY.format(with_article(title if len(title.split()) <= LONGEST_TITLE else document.title)),),
        "duties": _fitting(document.responsibilities, MOST_DUTIES, MOST_DUTY_WORDS),
        "must_haves": must_haves,
        "nice_to_haves": _fitting([*useful, *others], MOST_NICE_TO_HAVES, MOST_NICE_TO_HAVE_WORDS),
    }


def _experience(years: int | None) -> Iterator[str]:
    if years:
        yield f"At least {years} year{pluralize(years)} of experience in similar work"


def _fitting(lines: Iterable[str], most: int, most_words: int) -> tuple[str, ...]:
    """Return the first lines that fit, at most `most` with `most_words` words together."""
    kept: list[str] = []
    words = 0
    for line in lines:
        short = line if len(words_of(line)) <= LONGEST_LINE else split_sentences(line)[0]
        length = len(words_of(short))
        if length <= min(LONGEST_LINE, most_words - words) and len(kept) < most:
            kept.append(short)
            words += length
    return tuple(kept)
