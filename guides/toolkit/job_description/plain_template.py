"""The plain template of a job ad for a guide without one, put together from what is safe: duties and needs.

It quotes no prose of the guide, and nothing on pay, outlook or drawbacks. Its limits keep every ad short enough, and
lines that fit any work make it long enough.
"""

from collections.abc import Iterable, Iterator

from django.template.defaultfilters import pluralize

from guides.document.articles import with_article
from guides.document.material import MOST_MUST_HAVES
from guides.document.shape import GuideDocument
from guides.rendering.passages import split_sentences, words_of
from guides.toolkit.job_description import wording
from guides.toolkit.job_description.equal_opportunity import TEXTS

PARTS = ("summary", "duties", "must_haves", "nice_to_haves")
FEWEST_WORDS, MOST_WORDS = 250, 450  # of an ad
SUMMARY = (
    "We are looking for {} to join our team. You will have your own tasks from the start, colleagues to ask when "
    "something is new, and regular feedback on your work. If most of this ad describes you, we would like to hear from "
    "you."
)
SUMMARY_OF_A_LEAD = (
    "We are looking for {} to lead our team. You will set priorities, help people do their work well, and step in "
    "yourself where you are needed. If most of this ad describes you, we would like to hear from you."
)
DUTIES_OF_A_LEAD = (
    "Plan the team's work, and make sure that everyone knows what is expected and why.",
    "Give regular, honest feedback, and help people build their skills.",
    "Take part in hiring, and support new colleagues through their first months.",
)
# What fits any work, for guides that say little.
MUST_HAVES = (
    "Reliability: you keep appointments and finish what you start",
    "The ability to explain things clearly, in speech and in writing",
    "Care with details, and honesty about mistakes",
)
FEWEST_MUST_HAVES = len(MUST_HAVES)
MORE_DUTIES = (
    "Plan your work so that urgent tasks come first and nothing is forgotten.",
    "Keep the records that the work needs complete and up to date.",
    "Work together with colleagues, and tell them early when plans change.",
    "Follow our safety rules, and report hazards, damage, and mistakes right away.",
    "Answer questions from colleagues and customers politely and clearly.",
    "Take good care of equipment, materials, and information that you work with.",
    "Check your own work before you hand it over, and fix what is not right yet.",
    "Share what you learn, and help new colleagues get started.",
    "Suggest how we could do the work better, and help to try it out.",
    "Take part in training and in regular meetings of the team.",
)
MORE_NICE_TO_HAVES = (
    "Skills from other jobs, training, or volunteer work that you can use here",
    "Experience of working closely with others",
    "Interest in learning new tools and methods",
)
MOST_DUTIES, MOST_DUTY_WORDS = 8, 140
MOST_MUST_HAVE_WORDS = 75
MOST_NICE_TO_HAVES, MOST_NICE_TO_HAVE_WORDS = 5, 50
LONGEST_LINE, LONGEST_TITLE = 40, 12  # words

Parts = dict[str, tuple[str, ...]]


def plain_parts(document: GuideDocument, title: str, years: int | None, *, leads: bool) -> Parts:
    """Return the parts of the ad for a level with this title, which begins after `years` in the work.

    `leads` is whether the level leads people.
    """
    marks = document.marks
    essential = [need for need in document.needs if marks.get(need) == "essential"]
    must_haves = _fitting([*_experience(years), *essential], MOST_MUST_HAVES, MOST_MUST_HAVE_WORDS)
    useful = [need for need in document.needs if marks.get(need) == "useful"]
    others = [need for need in document.needs if marks.get(need) != "useful" and need not in must_haves]
    shown = with_article(title if len(title.split()) <= LONGEST_TITLE else document.title)
    duties = [*(DUTIES_OF_A_LEAD if leads else ()), *document.responsibilities]
    return _long_enough(
        {
            "summary": ((SUMMARY_OF_A_LEAD if leads else SUMMARY).format(shown),),
            "duties": _fitting(duties, MOST_DUTIES, MOST_DUTY_WORDS),
            "must_haves": (*must_haves, *MUST_HAVES[: max(FEWEST_MUST_HAVES - len(must_haves), 0)]),
            "nice_to_haves": _fitting([*useful, *others], MOST_NICE_TO_HAVES, MOST_NICE_TO_HAVE_WORDS),
        }
    )


def _experience(years: int | None) -> Iterator[str]:
    if years:
        yield f"At least {years} year{pluralize(years)} of experience in similar work"


def _fitting(lines: Iterable[str], most: int, most_words: int) -> tuple[str, ...]:
    """Return the first lines that fit, at most `most` with `most_words` words together.

    Lines with wording that leaves people out are no part of a template.
    """
    kept: list[str] = []
    words = 0
    for line in lines:
        short = line if len(words_of(line)) <= LONGEST_LINE else split_sentences(line)[0]
        length = len(words_of(short))
        if length <= min(LONGEST_LINE, most_words - words) and len(kept) < most and not wording.find([short]):
            kept.append(short)
            words += length
    return tuple(kept)


def _long_enough(parts: Parts) -> Parts:
    """Add lines that fit any work until the ad has its fewest words even with the shortest text at its end."""
    missing = FEWEST_WORDS - min(_length([text]) for text in TEXTS) - sum(map(_length, parts.values()))
    for name, more in (("duties", MORE_DUTIES), ("nice_to_haves", MORE_NICE_TO_HAVES)):
        for line in more:
            if missing > 0:
                parts[name] += (line,)
                missing -= _length([line])
    return parts


def _length(lines: Iterable[str]) -> int:
    return sum(len(words_of(line)) for line in lines)
