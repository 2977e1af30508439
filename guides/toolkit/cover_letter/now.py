"""What an applicant is and does now, as one sentence: `I am a barista.` from `barista`, `Barista.` or `I am a barista`.

A typed sentence stays as it is. The first words of a fragment decide how its sentence begins.
"""

import re

from guides.document.articles import with_article
from guides.toolkit.cover_letter.wording import SENTENCE, as_sentence, calm, typed_line, with_small_start, words_in

_ADVERB = re.compile(r"(?:currently|presently|now|still|right now|at present|also|just|recently)\b,?\s+", re.IGNORECASE)
_NUMBER = r"(?:\d+\+?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)"
_MORE_THAN = r"(?:(?:over|more than|about|almost|nearly|around|at least) )?"
_PREPOSITION = (
    r"(?:at|as|for|in|with|on|to|from|since|of|by|near|under|between|out|off|about|after|until|through|towards?)"
)
_DETERMINER = r"(?:an?|the|my|your|our|his|her|their|this|that|some|one|two|three|\d+)"
# Heads of `nursing student`, a person; of `teaching math`, something that is done, there is none.
_PEOPLE = (
    "assistant|aide|manager|coach|instructor|director|technician|specialist|clerk|student|supervisor|coordinator|worker"
    "|representative|rep|associate|teacher|nurse|operator|agent|officer|apprentice|intern|consultant|lead|engineer"
    "|professional|major|graduate|analyst|trainer|trainee|contractor|attendant|inspector|planner|designer|secretary"
    "|advisor|counselor|person|parent|mother|father|mom|dad|artist|partner|hand|crew|staff|leader|head|foreman|expert"
)
# How a fragment begins, and what comes before it; the first one that fits.
_BEGINNINGS = tuple(
    (re.compile(rf"(?:{pattern})(?!\w)", re.IGNORECASE), before)
    for pattern, before in (
        (r"\d+ years? old$|\d+(?=$| and|,)", "I am "),
        (r"(?:college|high school|school|university|grad school)$", "I am in "),
        (r"(?:owner|head|founder|captain|president|chair)(?= of)", "I am the "),
        (r"no job", "I have "),
        (r"will|can|could|would|want|need|hope|plan|love|enjoy|like", "I "),
        (rf"{_MORE_THAN}{_NUMBER}(?: and a half)? (?:years?|yrs?|months?|decades?)(?!['’]| old| student)", "I have "),
        (r"(?:\w+ )?experience(?= (?:in|with|as|at)\b)|been", "I have "),
        (r"laid off|let go|furloughed|hired|born|promoted|raised in", "I was "),
        (
            r"am|graduated|worked|finished|completed|left|lost|moved|earned|was|had|have|spent|served|studied|quit"
            r"|stopped|sold|ran|led|managed|taught|started|began|took|got|joined|received|passed|stayed|volunteered",
            "I ",
        ),
        (
            rf"(?:work|study|attend|manage|run|lead|teach|care|serve|volunteer|help|live|do|go|drive|handle|sell|own|train"
            rf"|make|take|hold|look|freelance|babysit|operate|oversee|supervise|clean|build)"
            rf"(?= (?:{_PREPOSITION}|{_DETERMINER}|nights|days|part|full)\b)",
            "I ",
        ),
        (
            rf"{_PREPOSITION}|(?!\d+[- ]year|(?:\S+ )+jobs?\b){_DETERMINER}|not|half|back|home|almost|nearly|about to",
            "I am ",
        ),
        (
            r"(?:unemployed|employed|self[- ]employed|retired|certified|licensed|trained|qualified|experienced|new"
            r"|active|available|responsible|bilingual|fluent|ready|eager|able|happy|excited|enrolled|based|skilled|good"
            r"|reliable|hard-?working|motivated|dedicated|friendly|organized|passionate|interested|proud)"
            rf"(?=$|,| (?:{_PREPOSITION}|{_DETERMINER}|and|but|full|part|again|only)\b)",
            "I am ",
        ),
    )
)
_GERUND = re.compile(r"[a-z]{2,}ing(?!\w)(?P<follows>.*)", re.IGNORECASE)
# A verb that is no noun, before what somebody manages, teaches or sells.
_VERB = re.compile(
    r"(?:manage|teach|sell|train|drive|operate|supervise|oversee|attend|study)(?P<follows> .+)", re.IGNORECASE
)
_OWNED = re.compile(
    r"\b(?:degree|diploma|GED|BA|BS|MA|MBA|certificate|certification|license|jobs?|background)$", re.IGNORECASE
)
_THIRD_PERSON = re.compile(
    rf"(?P<verb>(?:work|attend|manage|run|lead|serve)s|studies|teaches|goes) (?=(?:{_PREPOSITION}|{_DETERMINER})\b)"
)
_FIRST_PERSON = {"studies": "study", "teaches": "teach", "goes": "go"}
_EMPLOYER = re.compile(r"^([^,]+), (?=[A-Z][a-z'’]+(?: [A-Z]\S*)*$)")
_ACRONYM = re.compile(r"\b(?:hr|rn|cna|lpn|emt|cdl|hvac|ux)\b")
_HEAD = re.compile(rf"(?:(?!\s(?:{_PREPOSITION}|and|who)\b)[^,(;])*")
_PLURAL = re.compile(r"[^s'’]s$")
_SINGULAR_IN_S = re.compile(r"(?:us|is|sales|operations|logistics|news|boss)$", re.IGNORECASE)
_FOR_SOME_TIME = re.compile(
    rf"\b(?:since|for (?:the (?:last|past) )?{_MORE_THAN}{_NUMBER} (?:years?|months?|yrs))\b", re.IGNORECASE
)
# Words that begin a job written with one capital: `Warehouse worker`; any other may be a name: `Walmart cashier`.
_COMMON = words_in(
    "registered certified licensed assistant senior junior full part retired freelance stay high college recent former"
    " graduate undergraduate warehouse store sales customer office medical dental night day shift team student retail"
    " restaurant kitchen grocery delivery truck bus school substitute elementary middle preschool front executive head"
    " administrative general lead first second third fourth fifth final seasonal temporary volunteer business computer"
    " software data project product human social physical personal private public security construction electrical"
    " mechanical automotive hair beauty food fast line hotel bank insurance legal research single new self hospital"
    " call service technical help stock forklift machine production assembly apprentice military experienced trained"
    " account child youth case pet veterinary pharmacy lab laboratory event tour travel dog over more laid been am"
    " unemployed employed between not half almost graduated worked finished completed left lost moved earned"
)


def now_sentence(typed: str) -> str:
    """Return the sentence, empty if nothing was typed."""
    words = typed_line(typed)
    if not words or SENTENCE.match(words):
        return as_sentence(words)
    adverb = _ADVERB.match(words)
    fragment = _EMPLOYER.sub(r"\1 at ", words[adverb.end() :] if adverb else words)
    sentence = _from_fragment(_without_capital(fragment))
    return as_sentence(_with_adverb(sentence, adverb[0].strip(" ,").lower()) if adverb else sentence)


def _from_fragment(words: str) -> str:
    for pattern, before in _BEGINNINGS:
        if pattern.match(words):
            return before + words
    if match := _THIRD_PERSON.match(words):
        verb = match["verb"]
        return f"I {_FIRST_PERSON.get(verb, verb.removesuffix('s'))}{words[match.end('verb') :]}"
    if (verb := _VERB.match(words)) and not _is_person(verb["follows"].strip()):
        return f"I {words}"
    gerund = _GERUND.match(words)
    if gerund and not _is_person(gerund["follows"].strip()):
        return f"I am {words}"
    if _OWNED.search(_head(words)):
        return f"I have {_somebody(words)}"
    return f"I {'have been' if _FOR_SOME_TIME.search(words) else 'am'} {_somebody(words)}"


def _is_person(follows: str) -> bool:
    """Whether the words after `nursing` or `teaching` make a person of it: `student`, `assistant at Mercy`."""
    is_object = re.match(rf"(?:{_PREPOSITION}|{_DETERMINER})\b", follows, re.IGNORECASE)
    return not is_object and re.search(rf"\b(?:{_PEOPLE})$", _head(follows), re.IGNORECASE) is not None


def _head(words: str) -> str:
    """The words before the first preposition: `nursing student` of `nursing student at OSU`."""
    match = _HEAD.match(words)
    return match[0] if match else words


def _somebody(words: str) -> str:
    """A person with an article; several have none: `parents`."""
    head = _head(words)
    is_plural = _PLURAL.search(head) and not _SINGULAR_IN_S.search(head)
    return words if is_plural else with_article(words)


def _with_adverb(sentence: str, adverb: str) -> str:
    """Put an adverb after `am`, `was` or `have`, else before the verb."""
    subject, verb, *rest = sentence.split(" ")
    pair = (verb, adverb) if verb in ("am", "was", "have") else (adverb, verb)
    return " ".join((subject, *pair, *rest))


def _without_capital(words: str) -> str:
    """Words without a capital at the start, unless it begins a name: `Barista at Joe's`, but `Shift Lead`."""
    first, _, rest = (calmed := calm(words)).partition(" ")
    follows, bare = rest.split(" ", 1)[0], re.split(r"[-,]", first.lower())[0]
    stands_alone = (
        not rest
        or first.endswith(",")
        or re.fullmatch(rf"{_PREPOSITION}|and|who|[a-z]+ing|\W.*", follows, re.IGNORECASE)
    )
    is_common = bare in _COMMON or bare.endswith("ing") or re.fullmatch(f"{_PREPOSITION}|{_DETERMINER}", bare)
    if stands_alone or (is_common and not follows[:1].isupper()) or re.fullmatch(_DETERMINER, bare):
        calmed = with_small_start(calmed)
    return _ACRONYM.sub(lambda match: match[0].upper(), calmed, count=1)
