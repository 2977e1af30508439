"""What an ad asks for in words that no list of skills has: `experience with harbor radar` asks for harbor radar."""

import re
from collections.abc import Iterator

from guides.document.search_words import tokens_of
from guides.toolkit.ad_match.common_skills import SAYS_NOTHING
from guides.toolkit.ad_match.reading import DUTY, Sentence
from guides.toolkit.ad_match.words import form_of_name, set_of

MOST_WORDS_OF_A_PHRASE = 4
_WORD = r"[^\W_][\w'+#.&-]{0,40}"
_LEAD = re.compile(
    r"\b(?:(?P<field>(?:experience|expertise|proficien(?:cy|t)|knowledge|familiar(?:ity)?|skill(?:s|ed)?|background"
    r"|training|understanding|versed) (?:with|in|of))"
    r"|(?P<list>such as|including|e\.g\.,?)"
    r"|(?:experienced?|competen(?:ce|cy|t)|hands-on|comfortable|certified|trained|ability) (?:with|in|of|using"
    r"|as an?|working (?:with|in)|operating|handling|managing|leading|running)|ability to (?:use|operate|work with)) ",
    re.IGNORECASE,
)
_END = re.compile(
    r"[.;:()!?]|\b(?:for|to|in|at|with|on|from|that|which|who|where|when|while|by|as|is|are|was|be|will|would|can"
    r"|include[sd]?|including|such|required|preferred|desired|needed|necessary|helpful|a plus|including|within|into"
    r"|under|over|across|through|about|than|if|because|so|but|not)\b",
    re.IGNORECASE,
)
# Where a short line that names a skill may go on.
_WHOLE_BEFORE = set_of(". ; : ( ) ! ? is are required preferred desired needed necessary helpful")
_BETWEEN = re.compile(r"\s*(?:,|/|\band/or\b|\band\b|\bor\b|&)\s*", re.IGNORECASE)
_FLUFF = set_of(
    "a an the any some all other our your their its this these strong excellent good great solid proven basic"
    " advanced intermediate general prior previous relevant related similar demonstrated exceptional outstanding"
    " effective superior working hands-on extensive deep thorough sound current recent various multiple several"
    " common modern new high highly very well more most both either using use least minimum preferred required"
    " verifiable real clear additional applicable appropriate equivalent professional direct actual successful must"
    " able named large small whole key"
)
# Words that alone name no skill.
_GENERIC = set_of(
    "ability abilities area areas background business care client clients company customer customers day days"
    " department duties education employees employment environment environments experience expertise field fields"
    " guests hours industry industries job jobs knowledge level levels member members month months people person"
    " position program programs role roles setting settings skill skills software staff standard standards system"
    " systems task tasks team teams technology tool tools training understanding work years year equipment things"
    " products product services service information issues needs process processes procedures practices techniques"
    " principles concepts methods questions others etc candidate candidates applicant license certification degree"
    " diploma school college university computer computers them it us you me one two three four five data support"
    " sets type types kind kinds capacity discipline what how why english bilingual manager managers supervisor"
    " supervisors lead leads responsibility limit limits organization organizations platform platforms site sites"
    " cost costs partner partners measure measures channel channels giving reading explaining fluent written verbal"
    " oral spoken organizational interpersonal analytical technical"
)
_VERBS_OR_PRONOUNS = set_of(
    "it them they you we us he she i me explain explaining doing being having it's do make making get getting"
    " yourself themselves has have had help helping"
)
_NAME = re.compile(
    r"(?<![\w.])(?:[A-Z]{2,6}s?(?: [A-Z]{2,6}){0,2}(?!\w)|[A-Z][a-z]+[A-Z]\w{0,20}"
    r"|(?<=[\w,(/] )[A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20}){0,3})"
)
_NO_SKILL_NAMES = set_of(
    "US USA EEO GED AM PM PTO HR FT PT LLC INC ID DOE EOE COVID OR AND NOT MUST ALL BA BS MA MS MBA PHD CEO NYC LA"
    " TX CA NY FL IL OH WA AZ CO GA NC VA PA MI NJ TN MO MD WI MN OK KY II III TBD ASAP FAQ CV K WPM SF HS BSN"
)
_ODD_NAMES = re.compile(
    r"\b(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|High|School|Diploma|Bachelor|Master|Associate|Degree|Spanish|English|French"
    r"|German|Mandarin|Chinese|Cantonese|Portuguese|Vietnamese|Arabic|Korean|Russian|Japanese|Italian|Tagalog|Polish"
    r"|America[n]?|States|City|Inc|Ability|Strong|Excellent|Experience|Knowledge|Must|Skills?)\b"
)
_NOTHING = frozenset(map(form_of_name, SAYS_NOTHING))


def read_phrases(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the places of what a sentence asks for, by its own words.

    Those are the words after `experience with` and the like, a short line of requirements as a whole, and names of
    products and rules in capitals. A single word without a capital counts only as a field: `experience in retail`.
    """
    text, is_asked = sentence.text, sentence.need != DUTY
    leads = [lead for lead in _LEAD.finditer(text) if is_asked or not lead["list"]]
    for lead in leads:
        stop = _END.search(text, lead.end())
        for start, end in _parts(text, lead.end(), stop.start() if stop else len(text)):
            if lead["field"] or " " in text[start:end] or not text[start:end].islower():
                yield start, end
    if not is_asked:
        return
    stop = _END.search(text)
    is_whole = stop is None or stop[0].lower() in _WHOLE_BEFORE
    if not leads and is_whole and len(text.split()) <= MOST_WORDS_OF_A_PHRASE + 2:
        yield from _parts(text, 0, stop.start() if stop else len(text))
    if text.isupper() or text.istitle():
        return
    for name in _NAME.finditer(text):
        if name[0] not in _NO_SKILL_NAMES and not _ODD_NAMES.search(name[0]):
            yield name.span()


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the places of the phrases in a list."""
    for between in (*_BETWEEN.finditer(text, start, end), None):
        stop = between.start() if between else end
        if place := _trimmed(text, start, stop):
            yield place
        start = between.end() if between else end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the place of a phrase without fluff around it; None if nothing is left that names a skill."""
    words = [(found.start() + start, found[0]) for found in re.finditer(_WORD, text[start:end])]
    while words and (words[0][1].casefold() if words[0][0] == 0 else words[0][1]) in _FLUFF:
        del words[0]
    while words and words[-1][1].casefold() in _FLUFF:
        words.pop()
    lower = [word.casefold().strip(".'") for _, word in words]
    if not 0 < len(words) <= MOST_WORDS_OF_A_PHRASE or not _VERBS_OR_PRONOUNS.isdisjoint(lower):
        return None
    if all(word in _GENERIC or word in _FLUFF or not word[0].isalpha() for word in lower) or len("".join(lower)) < 3:
        return None
    phrase = text[words[0][0] : words[-1][0] + len(words[-1][1])].rstrip(".'")
    without_skills = " ".join(word for word in tokens_of(phrase) if word not in ("skill", "skills"))
    if form_of_name(phrase) in _NOTHING or form_of_name(without_skills) in _NOTHING:
        return None
    return words[0][0], words[0][0] + len(phrase)
