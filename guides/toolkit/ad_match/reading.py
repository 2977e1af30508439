"""Reading a pasted job ad: its sentences, and what each asks as a must-have or a nice-to-have."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from guides.document.lines import TEXT_BULLET

MUST, NICE, DUTY, SKIPPED = "must", "nice", "", "skipped"
LONGEST_HEADING = 70  # characters
MOST_WORDS_OF_A_TITLE = 12
FARTHEST = 120  # characters from a word to the mark that says how much it is needed

_THINGS = (
    r"(?:requirements?|qualifications?|skills?|experience|education|competenc(?:y|ies)|credentials?|knowledge"
    r"|abilit(?:y|ies)|certifications?|licenses?|skill set)"
)
_SOME_THINGS = rf"{_THINGS}(?:(?: and |, | & |/){{1,2}}{_THINGS}){{0,4}}"
_DUTIES = r"(?:responsibilities|duties|tasks|functions|accountabilities)"
_HEADINGS = (
    (
        NICE,
        rf"(?:(?:strongly |highly )?(?:preferred|desired|desirable|additional|bonus|optional|ideal|helpful)"
        rf"(?: (?:{_SOME_THINGS}|points|if you have))?|{_SOME_THINGS} \(?(?:preferred|desired)\)?"
        r"|(?:it(?:'?s| is) )?(?:nice|good|great)[ -]to[ -]haves?(?: but not required)?"
        r"|(?:it(?:'s| is) )?a plus(?: if.*)?"
        r"|bonus points(?: if.*| for.*)?|plus(?:es)?|not required,? but.*|would be (?:nice|great|a plus))",
    ),
    (
        SKIPPED,
        r"(?:(?:our |employee |company |the )?(?:benefits|perks|compensation|rewards)(?: (?:and|&) [\w ]{1,30})?"
        r"|(?:what )?we(?:'ll)? offer(?: you)?|what(?:'s| is) in it for you|what you(?:'ll| will)? get|why .{1,50}"
        r"|(?:pay|salary|wage)(?: (?:range|rate|and .{1,30}))?|about (?!you\b|the (?:role|job|position|team)\b).{1,50}"
        r"|who we are|our (?:company|mission|values|culture|story|commitment)|company (?:overview|description)"
        r"|equal .{0,30}opportunity.{0,40}|eeo.{0,30}|diversity.{0,50}|how to apply|to apply|application process"
        r"|disclaimer|location|job type)",
    ),
    (
        DUTY,
        rf"(?:(?:your |the |key |main |primary |core |essential |job |general |daily |major )*{_DUTIES}"
        rf"(?: (?:and|&|of the) [\w ]{{1,30}})?|what you(?:'ll| will)(?: be)? do(?:ing)?(?: here)?"
        r"|your (?:role|day|mission|impact)|a day in the life|day[- ]to[- ]day"
        r"|(?:the|about the) (?:role|job|position|opportunity|team)"
        r"|(?:job |position |role )?(?:summary|description|overview|details|purpose)"
        r"|(?:work )?(?:schedule|shifts?|hours))",
    ),
    (
        MUST,
        rf"(?:(?:the |our |your |job |position |role |key |core |basic |minimum |required |essential |mandatory"
        rf"|technical |professional |relevant |additional )*{_SOME_THINGS}"
        r"(?: (?:required|needed|for the (?:job|role)))?"
        r"|required|must[- ]haves?|you must have|essentials?|minimum"
        r"|what (?:you(?:'ll| will)? (?:need|bring|have)|we(?:'re| are)? (?:look(?:ing)? for|need|require|expect))"
        r".{0,30}"
        r"|who (?:you are|we(?:'re| are) looking for)|about you|you (?:have|bring|are|will have|should have|need)"
        r"|we(?:'re| are) looking for|your (?:profile|background)|to (?:be successful|succeed|qualify|apply).{0,40}"
        r"|(?:the |our )?(?:ideal|successful) candidate.{0,30})",
    ),
)
_HEADING = re.compile("|".join(f"(?P<h{place}>{form})" for place, (_, form) in enumerate(_HEADINGS)), re.IGNORECASE)
_MARK = re.compile(
    r"(?P<must_before>\b(?:must(?: have| be| hold| possess)?|requires?|required:|you(?:'ll| will)? need|need to have"
    r"|minimum(?: of)?|at least)\b:?)"
    r"|(?P<nice_before>\b(?:preferably|ideally|bonus points|preferred:|(?:we(?:'d| would)) (?:love|like)|nice to have:"
    r"|plus:|desired:|would be (?:nice|great))(?:\b|(?<=:)))"
    r"|(?P<nice_after>\b(?:not (?:required|necessary|essential)|preferred|desired|desirable|nice[- ]to[- ]have"
    r"|beneficial|helpful|optional|welcome"
    r"|an? (?:(?:big|strong|huge|definite|real) )?(?:plus|advantage|asset|bonus))\b)"
    r"|(?P<must_after>\b(?:required|mandatory|essential|necessary|a must)\b)",
    re.IGNORECASE,
)
# Sentences that ask nothing of the applicant.
_SKIPPED = re.compile(
    r"equal.{0,3} (?:employment )?opportunity|without regard to|regardless of (?:race|age|gender|sex|religion)"
    r"|reasonable accommodation|protected (?:veteran|status|characteristic|class)|e-verify|\bwe offer\b"
    r"|benefits include|401 ?\(?k|paid time off|\bPTO\b|tuition (?:reimbursement|assistance)"
    r"|background check|drug (?:test|screen)",
    re.IGNORECASE,
)
_HIRING = re.compile(r"\b(?:we(?:'re| are)|now|is) (?:currently )?(?:hiring|recruiting)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?:(?<=[!?;])|(?<![ .(][a-zA-Z]\.)(?<!etc\.)(?<!vs\.)(?<=\.))\s+|\s[•·▪●|]\s")


@dataclass(frozen=True)
class Sentence:
    """A sentence of an ad; `need` is that of its section: MUST, NICE, or DUTY where it asks nothing outright."""

    text: str
    need: str

    @cached_property
    def _marks(self) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
        """The places and needs of the marks that speak of the words after them, and of the words before them."""
        after: list[tuple[int, str]] = []
        before: list[tuple[int, str]] = []
        for mark in _MARK.finditer(self.text):
            need, _, side = str(mark.lastgroup).partition("_")
            if side == "before":
                after.append((mark.end(), need))
            else:
                before.append((mark.start(), need))
        return after, before

    def need_of(self, start: int, end: int) -> str:
        """Return the need of the words at a place: by the nearest mark, else that of the section."""
        leading, trailing = self._marks
        found: list[tuple[int, str]] = []
        if place := bisect_right(leading, (start, "~")):
            mark, need = leading[place - 1]
            found.append((start - mark, need))
        if (place := bisect_left(trailing, (end, ""))) < len(trailing):
            mark, need = trailing[place]
            found.append((mark - end, need))
        near = [(distance, need) for distance, need in found if distance <= FARTHEST]
        return min(near)[1] if near else self.need


def read_sentences(ad: str) -> Iterator[Sentence]:
    """Yield the sentences of an ad that speak of the work and the applicant, without headings."""
    section = DUTY
    for number, line in enumerate(lines := ad.strip().splitlines()):
        words = " ".join(TEXT_BULLET.sub("", line.strip(), count=1).replace("’", "'").split()).strip("*#_ ")
        heading, rest = _heading(words)
        if heading is not None and not (rest and heading == SKIPPED):
            section, words = heading, rest
        if section == SKIPPED or (number == 0 and len(lines) > 1 and _is_title(words)):
            continue
        need = section
        for sentence in _SENTENCE_END.split(words):
            inner, rest = _heading(sentence) if ":" in sentence else (None, "")
            if inner == SKIPPED:
                continue
            if inner is not None:
                need, sentence = inner, rest
            if sentence and not _SKIPPED.search(sentence):
                yield Sentence(_HIRING.sub("", sentence), need)


def _is_title(words: str) -> bool:
    """Return whether the first line of an ad is only the title of the job, with the employer and the town."""
    return len(words.split()) <= MOST_WORDS_OF_A_TITLE and words[-1:] not in ".:;" and not _MARK.search(words)


def _heading(words: str) -> tuple[str | None, str]:
    """Return the need that a heading opens and the words after its colon; None for other lines."""
    head, colon, rest = words.partition(":")
    if len(head) > LONGEST_HEADING:
        return None, words
    match = _HEADING.fullmatch(head.strip(" *_-–—.!"))
    if match is None or (not colon and words.endswith(".")):
        return None, words
    number = int(str(match.lastgroup)[1:])
    return _HEADINGS[number][0], rest.strip(" *_")
