"""Which skills and conditions of a job ad a resume or letter names."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from guides.document.search_words import fold
from guides.document.skill_names import core_words
from guides.toolkit.ad_match.conditions import Condition, read_conditions
from guides.toolkit.ad_match.phrases import read_phrases
from guides.toolkit.ad_match.reading import MUST, NICE, Sentence, read_sentences
from guides.toolkit.ad_match.vocabulary import Vocabulary
from guides.toolkit.ad_match.words import MOST_WORDS, Word, content_of, form_of_name, joined, read_words, runs_of

MOST_TERMS = 40
LONGEST_WHERE = 140  # characters
_NEEDS = (MUST, "", NICE)  # of several mentions, the first of these counts
_STATES = ("missing", "other", "named")
# Words that many lines share, so that a line with them shows nothing about a skill.
_COMMON = content_of(
    read_words(
        "ability able business care client company customer daily day experience guest handle help high industry job"
        " knowledge lead level manage management manager member new office people person process product program"
        " project role service skill software staff student support system task team time tool train training use user"
        " work year control general customers operate operation report development quality order basic center word desk"
    )
)


@dataclass(frozen=True, slots=True)
class Term:
    """A skill or condition of an ad, in its words; `kind` is `skill`, or that of a condition: `years`, `degree`,
    `license`, `language`, `hours` or `travel`.

    `need` is `must`, `nice`, or empty for what the ad only mentions. `where` is the sentence of the ad, shortened.
    `state` is `named`, `other` (the text says it in other words, which are `found`), or `missing`. `line` is a line of
    the text that may be about a missing skill, `step` a line of the guide about how to learn it. `months` is the
    experience asked for.
    """

    name: str
    kind: str
    need: str
    where: str
    state: str = "missing"
    found: str = ""
    line: str = ""
    step: str = ""
    months: int = 0
    is_product: bool = False

    @property
    def is_must(self) -> bool:
        return self.need == MUST


@dataclass(frozen=True, slots=True)
class AdMatch:
    """The terms of an ad, those to look at first: must-haves that are missing, then the others.

    `left_out` is the number of further terms beyond MOST_TERMS. `months` is the experience that the dates add up to,
    if they are known.
    """

    terms: tuple[Term, ...] = ()
    left_out: int = 0
    months: int | None = None

    @property
    def named(self) -> int:
        """The number of terms that the text names, in the words of the ad or in others."""
        return sum(term.state != "missing" for term in self.terms)

    @property
    def missing_musts(self) -> int:
        return sum(term.is_must and term.state == "missing" for term in self.terms)

    @property
    def already(self) -> list[Term]:
        """The terms that the text names in the words of the ad."""
        return [term for term in self.terms if term.state == "named"]

    @property
    def to_look_at(self) -> list[list[Term]]:
        """The other terms; those of one sentence that are alike are together."""
        terms = (term for term in self.terms if term.state != "named")
        return [list(alike) for _, alike in groupby(terms, key=lambda term: (term.where, term.need, term.found))]

    @property
    def years(self) -> int:
        """The full years that the dates add up to."""
        return (self.months or 0) // 12


def match_ad(
    ad: str, text: str, vocabulary: Vocabulary, *, months: int | None = None, path: Sequence[str] = ()
) -> AdMatch:
    """Match an ad with the text of a resume or letter, in time linear in both.

    `months` is the experience by the dates of the jobs, `path` the steps of the guide.
    """
    ad, text = unicodedata.normalize("NFC", ad), unicodedata.normalize("NFC", text).replace("’", "'")
    mine = _Text(text)
    terms, left_out = _most_needed(_terms_of(ad, vocabulary))
    steps = [(step, content_of(read_words(step))) for step in path]
    judged = (_judged(found, mine, vocabulary, months, steps) for found in terms)
    order = sorted(judged, key=lambda term: (_STATES.index(term.state), not term.is_must, term.need == NICE))
    return AdMatch(tuple(order), left_out, months)


@dataclass(frozen=True, slots=True)
class _Found:
    """A term with how to look for it: a condition, the number of a skill, or its own words."""

    term: Term
    form: str = ""
    skill: int | None = None
    condition: Condition | None = None


def _terms_of(ad: str, vocabulary: Vocabulary) -> Iterator[tuple[str, _Found]]:
    """Yield each mention of a term with the key that is the same for all mentions."""
    for sentence in read_sentences(ad):
        taken = bytearray(len(sentence.text))  # the places of terms
        for condition in read_conditions(sentence.text):
            start, end = condition.start, condition.end
            if condition.kind != "years":  # these have the skill inside: `two years of welding experience`
                taken[start:end] = b"x" * (end - start)
            term = _term(sentence, start, end, condition.kind)
            yield condition.key, _Found(replace(term, months=condition.months), condition=condition)
        words = read_words(sentence.text)
        for start, end, form, skill in _skills(sentence.text, words, vocabulary):
            if not any(taken[start:end]):
                taken[start:end] = b"x" * (end - start)
                yield f"skill {skill}", _Found(_term(sentence, start, end), form, skill)
        for start, end in read_phrases(sentence):
            if not any(taken[start:end]):
                taken[start:end] = b"x" * (end - start)
                form = form_of_name(sentence.text[start:end])
                yield f"phrase {form}", _Found(_term(sentence, start, end), form)


def _term(sentence: Sentence, start: int, end: int, kind: str = "skill") -> Term:
    # “At least” is a part of `at least two years`.
    need = sentence.need_of(end if kind == "years" else start, end) or ("" if kind == "skill" else MUST)
    return Term(sentence.text[start:end].strip(), kind, need, _shortened(sentence.text, start))


def _shortened(sentence: str, place: int) -> str:
    """Return the words of a sentence around a place, cut between words."""
    if len(sentence) <= LONGEST_WHERE:
        return sentence
    start = max(0, min(place - LONGEST_WHERE // 3, len(sentence) - LONGEST_WHERE))
    words = sentence[start : start + LONGEST_WHERE]
    if start:
        words = "… " + words.partition(" ")[2]
    return words if start + LONGEST_WHERE >= len(sentence) else words.rpartition(" ")[0] + " …"


def _skills(text: str, words: Sequence[Word], vocabulary: Vocabulary) -> Iterator[tuple[int, int, str, int]]:
    """Yield the places of known skills, the longest names first, with their form and the number of the skill."""
    place = 0
    while place < len(words):
        for length in range(min(MOST_WORDS, len(words) - place), 0, -1):
            form = joined(words[place : place + length])
            start, end = words[place].start, words[place + length - 1].end
            if form in vocabulary.by_form and _is_meant(text, start, end, form, vocabulary):
                yield start, end, form, vocabulary.by_form[form]
                place += length
                break
        else:
            place += 1


def _is_meant(text: str, start: int, end: int, form: str, vocabulary: Vocabulary) -> bool:
    """Return whether words mean a skill: a word alone is its name, and a name that is also an everyday word has its
    capital, but not because it begins the sentence."""
    words, cased = text[start:end], vocabulary.cased.get(form)
    if cased is not None:
        return words == cased and (start > 0 or text[end : end + 1] in (",", "/"))
    is_one_word = words.isalpha() and not words.isupper()
    return not is_one_word or fold(words) in vocabulary.words


def _most_needed(mentions: Iterable[tuple[str, _Found]]) -> tuple[list[_Found], int]:
    """Return each term once, with the need of its strongest mention, up to MOST_TERMS; and the number of the rest."""
    terms: dict[str, _Found] = {}
    for key, found in mentions:
        known = terms.get(key)
        if known is None or _NEEDS.index(found.term.need) < _NEEDS.index(known.term.need):
            terms[key] = found
    order = sorted(terms.values(), key=lambda found: _NEEDS.index(found.term.need))
    return order[:MOST_TERMS], len(order[MOST_TERMS:])


class _Text:
    """The text of a resume or letter, ready to be searched."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = [line for line in text.splitlines() if line.strip()]
        words = [read_words(line) for line in self.lines]
        self.runs = {run for line in words for run in runs_of(line)}
        self.contents = [content_of(line) for line in words]

    def line_with(self, wanted: frozenset[str]) -> str:
        """Return the first line that has all of these forms, empty if there is none."""
        lines = zip(self.lines, self.contents, strict=True)
        return next((line for line, content in lines if wanted <= content), "") if wanted else ""

    def names(self, form: str, cased: str | None) -> bool:
        if cased is None:
            return form in self.runs
        return re.search(rf"(?<!\w){re.escape(cased)}(?![\w+#])", self.text) is not None


def _judged(
    found: _Found,
    mine: _Text,
    vocabulary: Vocabulary,
    months: int | None,
    path: Sequence[tuple[str, frozenset[str]]],
) -> Term:
    """Return the term with its state in the text, and where a missing one may come from."""
    term, wanted = found.term, content_of(read_words(" ".join(core_words(found.term.name))))
    if found.condition:
        state = found.condition.state_in(mine.text)
        if term.kind == "years" and months is not None and months >= term.months:
            state = "named"
        if term.kind != "license" or state == "named":
            return replace(term, state=state)
        skill = vocabulary.by_form.get(form_of_name(term.name))
        other = _other_name(skill, "", mine, vocabulary)
        return replace(term, state="other" if other else state, found=other)
    if mine.names(found.form, vocabulary.cased.get(found.form)):
        return replace(term, state="named")
    if other := _other_name(found.skill, found.form, mine, vocabulary):
        return replace(term, state="other", found=other)
    if len(wanted) > 1 and (line := mine.line_with(wanted)):
        return replace(term, state="other", found=_shortened(line, 0))
    special = (frozenset() if found.form in vocabulary.cased else wanted) - _COMMON
    purposes = vocabulary.used_for.get(-1 if found.skill is None else found.skill, ())
    lines = (mine.line_with(words - _COMMON) for words in (special, *purposes))
    line = next(filter(None, lines), "")
    step = "" if line else next((step for step, content in path if special and special <= content), "")
    return replace(term, is_product=bool(purposes), line=_shortened(line, 0), step=_shortened(step, 0))


def _other_name(skill: int | None, form: str, mine: _Text, vocabulary: Vocabulary) -> str:
    """Return another name of a skill that the text has, empty if it has none."""
    if skill is None:
        return ""
    for name in vocabulary.names[skill]:
        other = form_of_name(name)
        if other != form and mine.names(other, vocabulary.cased.get(other)):
            return name
    return ""
