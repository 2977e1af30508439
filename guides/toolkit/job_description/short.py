"""The short version of an ad for job boards, as plain text of at most 700 characters."""

from collections.abc import Iterator

from guides.rendering.passages import split_sentences
from guides.toolkit.job_description.posting import EMPLOYMENT, WORKPLACES, Posting
from guides.toolkit.job_description.sheet import chosen_level, date_words, lines, pay_words
from guides.toolkit.job_description.template import LISTS, Template

LONGEST = 700  # characters
OPENINGS = {"duties": "You will", "must_haves": "You need", "nice_to_haves": "Good to have"}


def short_version(template: Template, posting: Posting) -> str:
    """Write title, facts and how to apply, then as much of the summary and of each list as fits between them."""
    kept: dict[str, list[str]] = {part: [] for part in ("summary", *LISTS)}
    first, last = list(_facts(template, posting)), _application(posting)
    text = _text(first, kept, last)
    for part, words in _by_weight(template, posting):
        kept[part].append(words)
        longer = _text(first, kept, last)
        if len(longer) > LONGEST:
            break
        text = longer
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 2].rstrip()}…\n"


def _by_weight(template: Template, posting: Posting) -> list[tuple[str, str]]:
    """List what can be left out by weight: a sentence of the summary and a line of each list in turn."""
    sentences = [part for line in lines(template, posting, "summary") for part in split_sentences(line)]
    texts = [("summary", sentences), *((name, lines(template, posting, name)) for name in LISTS)]
    ranked = ((place, part, line) for part, found in texts for place, line in enumerate(found))
    return [(part, line) for _, part, line in sorted(ranked, key=lambda entry: entry[0])]


def _text(first: list[str], kept: dict[str, list[str]], last: str) -> str:
    joined = {name: "; ".join(line.rstrip(" .") for line in kept[name]) for name in LISTS}
    listed = (f"{OPENINGS[name]}: {words}." for name, words in joined.items() if words)
    return "\n".join(filter(None, [*first, " ".join(kept["summary"]), *listed, last])) + "\n"


def _facts(template: Template, posting: Posting) -> Iterator[str]:
    title = chosen_level(template, posting).title
    yield ", ".join(filter(None, (title, posting.employer, posting.place, posting.region)))
    facts = (WORKPLACES.get(posting.workplace, ""), EMPLOYMENT.get(posting.employment, ""), posting.hours)
    yield " · ".join(filter(None, (*facts, pay_words(posting))))


def _application(posting: Posting) -> str:
    contact = posting.contact or " ".join(posting.apply[:1])
    reference = f"Reference {posting.reference}" if posting.reference else ""
    day = f"Apply by {date_words(posting.valid_through)}" if posting.valid_through else ""
    return " · ".join(filter(None, (contact, reference, day)))
