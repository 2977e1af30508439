"""A kind of wording, as a table of phrases."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from guides.toolkit.findings import Source

# Forms of verbs that say who is wanted, for the phrases of the tables.
SEEK = (
    r"(?:seek(?:s|ing)?|want(?:s|ed|ing)?|hir(?:e|es|ing)|look(?:s|ing)? for|need(?:s|ed)?|prefer(?:s|red|ably)?"
    r"|recruit(?:s|ing)?)"
)


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of wording that leaves people out.

    `why` ends where the source follows. `instead` has for each phrase what completes “Write …”. Phrases and innocent
    uses are regular expressions for whole words in any case, with single spaces and straight apostrophes, and without
    groups that capture. Every repetition is bounded, so that a search takes linear time.
    """

    name: str
    why: str
    source: Source
    instead: Mapping[str, str]
    innocent: tuple[str, ...] = ()

    @cached_property
    def _phrases(self) -> re.Pattern[str]:
        return _whole_words("|".join(f"(?P<p{number}>{phrase})" for number, phrase in enumerate(self.instead)))

    @cached_property
    def _innocent(self) -> re.Pattern[str] | None:
        return _whole_words("|".join(self.innocent)) if self.innocent else None

    def find(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the words of each match and what to write instead, in the order of the text."""
        replacements = tuple(self.instead.values())
        # A line break in the place of an innocent use belongs to no phrase.
        rest = self._innocent.sub("\n", text) if self._innocent else text
        for match in self._phrases.finditer(rest):
            yield match[0], replacements[int(match.lastgroup[1:])]


def _whole_words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})(?!\w)", re.IGNORECASE)
