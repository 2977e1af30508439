"""The tense of points: a job that has ended is told in the past. Changes are offered, never made unasked.

Silent when unsure: a point is left alone unless its first word is a verb that resumes use. Words that are nouns as
well, as in `Lead teller` and `Staff training`, count as verbs only before words such as `a`, `the` and numbers.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from guides.document.lines import TEXT_BULLET
from guides.document.search_words import WORD
from guides.toolkit.resume.dates import is_ongoing, months_of, read_when

PARTS = ("jobs", "volunteering", "projects")
FIELD = "highlights"
MOST_LINES, LONGEST_LINE = 100, 1000  # what is read of a field
FEWEST_PRESENT = 2  # other points, before one in the past is offered in the present

IRREGULAR = dict(
    re.findall(
        r"(\w+)/(\w+)",
        "arise/arose awake/awoke be/was become/became begin/began bend/bent bid/bid bind/bound bite/bit blow/blew"
        " break/broke breed/bred bring/brought broadcast/broadcast build/built buy/bought catch/caught choose/chose"
        " come/came cost/cost cut/cut deal/dealt dig/dug do/did draw/drew drive/drove eat/ate fall/fell feed/fed"
        " feel/felt fight/fought find/found fly/flew foresee/foresaw forgo/forwent get/got give/gave go/went"
        " grind/ground grow/grew hang/hung have/had hear/heard hide/hid hit/hit hold/held keep/kept know/knew lay/laid"
        " lead/led learn/learned leave/left lend/lent let/let light/lit lose/lost make/made mean/meant meet/met"
        " outdo/outdid outsell/outsold overcome/overcame oversee/oversaw partake/partook pay/paid proofread/proofread"
        " put/put quit/quit read/read rebuild/rebuilt redo/redid remake/remade repay/repaid resell/resold reset/reset"
        " rewrite/rewrote ride/rode ring/rang rise/rose run/ran see/saw seek/sought sell/sold send/sent set/set"
        " sew/sewed shake/shook shoot/shot show/showed shut/shut sing/sang sit/sat sleep/slept speak/spoke spend/spent"
        " spin/spun split/split spread/spread stand/stood stick/stuck strike/struck string/strung sweep/swept"
        " swim/swam swing/swung take/took teach/taught tear/tore tell/told think/thought throw/threw undergo/underwent"
        " understand/understood undertake/undertook uphold/upheld wear/wore weave/wove win/won wind/wound"
        " withdraw/withdrew write/wrote",
    )
)
# Verbs that are hardly ever nouns or adjectives at the beginning of a point.
_VERBS = frozenset(
    WORD.findall(
        "accelerate accept accompany accomplish achieve acknowledge acquire adapt add adhere adjust administer"
        " administrate advise advocate agree allocate analyze anticipate apply appoint appraise approve arrange"
        " assemble assess assign assist attain attend attract authorize automate bake begin bring broaden build buy"
        " calculate carry categorize centralize choose clarify classify collaborate collect combine communicate"
        " compare compile compose compute conceive conceptualize configure consolidate construct consult contribute"
        " convert convince coordinate create cultivate customize decide decorate decrease define delegate deliver"
        " demonstrate deploy describe detect determine develop devise diagnose discover dispense distribute diversify"
        " do eliminate enable encourage enforce engage enhance enlarge ensure enter establish evaluate examine exceed"
        " execute expand expedite explain explore facilitate familiarize find follow formulate foster fulfill gain"
        " gather generate get give greet grow handle have hear identify illustrate implement improve improvise inform"
        " initiate inspect inspire install instruct integrate interpret introduce invent investigate invite join"
        " justify keep learn liaise listen locate maintain make manage maximize meet mend migrate minimize modernize"
        " modify motivate negotiate normalize observe obtain operate optimize orchestrate organize originate oversee"
        " perform persuade prepare prescribe preserve prevent prioritize promote propose protect prove provide"
        " publish pursue raise reach realize rebuild receive recognize recommend reconcile recruit rectify reduce"
        " refer regulate rehabilitate relate remove reorganize replace represent resolve respond restock restore"
        " restructure retain retrieve revamp revise revitalize rewrite satisfy seek select sell send serve settle"
        " simplify solicit solve speak specify spend standardize stimulate streamline strengthen strive submit"
        " succeed suggest summarize supervise sustain synthesize take teach tell think transcribe transform translate"
        " troubleshoot uncover understand undertake unify uphold utilize validate verify write"
    )
)
# Verbs that are nouns or adjectives as well.
_AMBIGUOUS = frozenset(
    WORD.findall(
        "act address aid answer arrest audit average back balance bank bar bend bill bite block blow book boost break"
        " breed brief budget bus call campaign care cash catalog catch chair challenge change charge chart check clean"
        " clear clerk close coach code command commission complete conduct contact contract control cook copy correct"
        " counsel count cover craft cut deal debate debug delay design detail dig direct display document double draft"
        " draw drive edit educate employ engineer escort estimate exchange express feed field fight file film filter"
        " finance fix fly focus forecast form format forward frame free fuel fund gauge grind ground guard guide hand"
        " head help highlight hire hold host influence input institute interview issue judge label land launch lay"
        " lead leave level lift light link list load lock log look love machine mail map mark market master match"
        " measure mentor merge model monitor motion move network nurse offer open order outline overhaul own pack"
        " package paint park pass patrol pay phone pick pilot pitch place plan plant play point post practice present"
        " press price print probe process produce program progress project purchase question rally rank rate read"
        " record release repair reply report request rescue research reserve reset return review ride ring risk rotate"
        " route run sample save scan schedule score screen search seat secure set shake shape share shift ship shop"
        " show sign sketch sleep sort source spark spin split sponsor staff stage stand start steer stock stop store"
        " strike string structure study supplement supply support survey sweep swing switch tag tailor target taste"
        " tear tend test throw time total track trade train transfer transport travel treat trim triple turn tutor"
        " type update upgrade use value visit voice volunteer wait walk warehouse wash watch water weigh welcome win"
        " wind wipe witness work wrap"
    )
)
_AFTER_VERBS = re.compile(
    r"(?:a|an|the|all|any|both|each|every|my|our|their|its|his|her|this|these|that|them|it|him|us|up|out|over|more|about"
    r"|new|daily|weekly|monthly|with|for|to|in|on|as|at|from|through|directly|closely|between|among|customers?|clients?"
    r"|guests|visitors|patients|students|orders|shelves|phones|calls|emails|meals|tables|reports|records|files"
    r"|invoices|payments|shifts|events|staff|employees|volunteers"
    r"|\$?\d[\w,.%+-]*|two|three|four|five|six|seven|eight|nine|ten|several)\b",
    re.IGNORECASE,
)
_DOUBLED = frozenset(
    WORD.findall(
        "admit commit compel confer control defer equip excel format infer occur patrol permit prefer program propel"
        " recap refer regret submit transfer transmit debug overlap input"
    )
)
_ONE_VOWEL = re.compile(r"[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]")
_CLAUSE = re.compile(
    r"\b(?:to(?= (?P<verb>[a-z]+)\b)|that|which"
    r"|who|whom|whose|when|where|while|so|because|if|as|until|before|after|how|what)\b|[.:;(]"
)
_NEXT_VERB = re.compile(r"(?:,? (?:and then|and|or|then)|,) (?=[a-z]+\b)")
_AND_WORD = re.compile(r"and (?P<word>[A-Za-z]+)\b")
_MORE = re.compile(r" [a-z]")  # more words follow
_OBJECT = re.compile(r"[\w$“\"]")  # words follow
_WORD = re.compile(r"[A-Za-z]+\b(?!['’-]\w)")
_NAME = re.compile(rf"tense-(?P<part>{'|'.join(PARTS)})-(?P<row>\d{{1,3}})-(?P<line>\d{{1,3}})", re.ASCII)
_ROW = re.compile(rf"(?P<part>{'|'.join(PARTS)})-(?P<row>\d{{1,3}})-{FIELD}", re.ASCII)
_NUMBER = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|first)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer to tell a point in another tense; `target` is the id of its field, `name` the value of its button."""

    part: str
    row: int
    line: int
    point: str
    changed: str

    @property
    def name(self) -> str:
        return f"tense-{self.part}-{self.row}-{self.line}"

    @property
    def target(self) -> str:
        return f"id_{self.part}-{self.row}-{FIELD}"


def past(verb: str) -> str:
    """Return the past of a verb in lower case: `planned`, `applied`, `led`."""
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ied"
    if verb in _DOUBLED or _ONE_VOWEL.fullmatch(verb):
        return f"{verb}{verb[-1]}ed"
    return f"{verb}ed"


_PRESENT = {past(verb): verb for verb in sorted(_VERBS | _AMBIGUOUS | IRREGULAR.keys()) if past(verb) != verb}


def in_past(point: str) -> str:
    """Return a point with its verbs in the past: `Plan events and greet guests` becomes `Planned events and greeted
    guests`. Empty if it does not begin with a verb in the present, or if that is not sure."""
    bullet = TEXT_BULLET.match(point)
    start = bullet.end() if bullet else 0
    first = _WORD.match(point, start) if len(point) <= LONGEST_LINE else None
    changed = _changed(point, first) if first else ""
    if not first or not changed:
        return ""
    parts = [point[:start], _like(changed, first[0])]
    place = first.end()
    for following in _NEXT_VERB.finditer(point, place, _end_of_clause(point, place)):
        verb = _WORD.match(point, following.end())
        is_next = following.start() == first.end() and following[0] == " and "
        if verb and (changed := _changed(point, verb, after_verb=is_next)):
            parts += [point[place : verb.start()], changed]
            place = verb.end()
        elif verb and following[0].startswith(",") and verb[0] in _AMBIGUOUS and _MORE.match(point, verb.end()):
            return ""  # it may be another verb
    return "".join([*parts, point[place:]])


def _end_of_clause(point: str, place: int) -> int:
    """Return where the words end that share the tense of the first verb: before `to plan`, not before `to guests`."""
    for stop in _CLAUSE.finditer(point, place):
        if not stop["verb"] or stop["verb"] in _VERBS | _AMBIGUOUS | IRREGULAR.keys():
            return stop.start()
    return len(point)


def in_present(point: str) -> str:
    """Return a point that begins with a verb in the past in the present; empty for other points."""
    first = _WORD.match(point)
    verb = _PRESENT.get(first[0].lower(), "") if first else ""
    if not first or not verb or re.search(r"\band\b|,", point):
        return ""
    return _like(verb, first[0]) + point[first.end() :]


def _changed(point: str, word: re.Match[str], *, after_verb: bool = False) -> str:
    """Return the past of a word in the present; empty if it is no verb there, or its past is the same.

    Right after a verb and `and`, any word that can be a verb is one: `Write and edit copy`.
    """
    typed = word[0].lower()
    after = point[word.end() :].lstrip()
    for verb in _bases(typed):
        if verb in _AMBIGUOUS:
            is_verb = after_verb or _AFTER_VERBS.match(after) or _is_verb_and_verb(after)
        else:
            is_verb = (verb in _VERBS or verb in IRREGULAR) and _OBJECT.match(after)
        if is_verb:
            return past(verb) if past(verb) != typed else ""
    return ""


def _is_verb_and_verb(after: str) -> bool:
    """Return whether the words after a possible verb are another one: `Open` before `and close the store`."""
    second = _AND_WORD.match(after)
    if not second:
        return False
    verb, rest = second["word"].lower(), after[second.end() :].lstrip()
    return bool(verb in _VERBS or (verb in _AMBIGUOUS | IRREGULAR.keys() and _AFTER_VERBS.match(rest)))


def _bases(word: str) -> Iterator[str]:
    """Yield the verbs of which a word can be the present: `carries` is carry, `fixes` is fix."""
    yield word
    if word.endswith("ies"):
        yield f"{word[:-3]}y"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]


def _like(word: str, model: str) -> str:
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word.capitalize() if model[:1].isupper() else word


def tense_offers(data: Mapping[str, str], today: date) -> list[Offer]:
    """List the points of a posted resume that could be told in another tense.

    Those of jobs that have ended are offered in the past. Of a current job, a single point in the past without a
    figure is offered in the present if all others are in the present.
    """
    return [offer for key in data if (row := _ROW.fullmatch(key)) for offer in _row_offers(data, row, today)]


def _row_offers(data: Mapping[str, str], row: re.Match[str], today: date) -> Iterator[Offer]:
    part, number = row["part"], int(row["row"])
    lines = data[row[0]].splitlines()[:MOST_LINES]
    end = data.get(f"{part}-{row['row']}-end", "")
    if _has_ended(end, today):
        found = ((place, line, in_past(line)) for place, line in enumerate(lines))
    elif part == "jobs" and (not end.strip() or is_ongoing(end)):
        found = iter(_single_past(lines))
    else:
        return
    yield from (Offer(part, number, place, line.strip(), to.strip()) for place, line, to in found if to)


def _has_ended(end: str, today: date) -> bool:
    """Return whether an end date is certainly over."""
    months = months_of(read_when(end) or "") if end.strip() and not is_ongoing(end) else None
    return months is not None and months[1] < today.year * 12 + today.month - 1


def _single_past(lines: list[str]) -> list[tuple[int, str, str]]:
    given = [(place, line) for place, line in enumerate(lines) if line.strip()]
    present = [place for place, line in given if in_past(line)]
    others = [(place, line, in_present(line)) for place, line in given if place not in present]
    is_single = len(others) == 1 and len(present) >= FEWEST_PRESENT
    return others if is_single and not _NUMBER.search(others[0][1]) else []


def apply_offer(data: QueryDict | Mapping[str, str], name: str) -> dict[str, str]:
    """Return posted data with the point of an offer in its other tense; unchanged if there is no such point."""
    changed = dict(data.items())
    match = _NAME.fullmatch(name)
    key = f"{match['part']}-{match['row']}-{FIELD}" if match else ""
    lines = changed.get(key, "").splitlines(keepends=True)
    if not match or int(match["line"]) >= len(lines):
        return changed
    line = lines[int(match["line"])]
    words = line.rstrip("\r\n")
    lines[int(match["line"])] = (in_past(words) or in_present(words) or words) + line[len(words) :]
    return changed | {key: "".join(lines)}
