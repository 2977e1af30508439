"""Words that keep people from applying, each kind as a table that names the publication it follows."""

from collections.abc import Iterable
from dataclasses import dataclass

from guides.toolkit.job_description.wording.ability import BODY, HEALTH, TERMS
from guides.toolkit.job_description.wording.age import AGE, AGE_IN_OTHER_WORDS
from guides.toolkit.job_description.wording.kind import Kind
from guides.toolkit.job_description.wording.language import LANGUAGE
from guides.toolkit.job_description.wording.origin import CITIZENSHIP, EXPERIENCE_ABROAD, ORIGIN
from guides.toolkit.job_description.wording.religion import RELIGION
from guides.toolkit.job_description.wording.sex import FAMILY, PRONOUNS, SEX

KINDS = (
    *(AGE, AGE_IN_OTHER_WORDS, LANGUAGE, SEX, PRONOUNS, FAMILY, HEALTH, BODY, TERMS),
    *(RELIGION, CITIZENSHIP, ORIGIN, EXPERIENCE_ABROAD),
)


@dataclass(frozen=True, slots=True)
class Found:
    """The words of one kind with one replacement, each once, as they are written in the text."""

    kind: Kind
    words: tuple[str, ...]
    instead: str


def find(lines: Iterable[str]) -> list[Found]:
    """List the wording that leaves people out, kind by kind; phrases do not go on from one line to the next."""
    text = "\n".join(" ".join(line.split()).replace("’", "'") for line in lines)
    return [found for kind in KINDS for found in _of_kind(kind, text)]


def _of_kind(kind: Kind, text: str) -> list[Found]:
    words: dict[str, dict[str, str]] = {}
    for match, instead in kind.find(text):
        words.setdefault(instead, {}).setdefault(match.casefold(), match)
    return [Found(kind, tuple(matches.values()), instead) for instead, matches in words.items()]
