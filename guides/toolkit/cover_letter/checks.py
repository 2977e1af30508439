"""What a reader would change in a letter, each with the field it is about."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from guides.document.shape import GuideDocument
from guides.toolkit.cover_letter.letter import Application
from guides.toolkit.cover_letter.page import LetterPage
from guides.toolkit.cover_letter.salutation import greet
from guides.toolkit.cover_letter.sample import words_of
from guides.toolkit.cover_letter.situations import CAREER_CHANGE, RETURNING
from guides.toolkit.findings import Finding
from guides.toolkit.placeholders import PLACEHOLDER

MOST_WORDS, MOST_WORDS_OF_EMAIL = 400, 200  # a page, and what a phone shows without much scrolling
FEWEST_WORDS_TO_COMPARE = 5  # of a sentence; shorter ones may be anybody's
SENTENCE_END = re.compile(r"(?<=[.!?])[\s\"”’)]+")
BEGINS_WITH_I = re.compile(r"I(?:['’]\w+)?\b")
FEWEST_SENTENCES = 4


def check_letter(application: Application, page: LetterPage, document: GuideDocument) -> list[Finding]:
    """List what is missing or weak, the worst first; one good word if nothing has to be fixed."""
    findings = [
        *_missing(application),
        *_placeholders(page),
        *_from_the_sample(application, document),
        *_twice(page),
        *_unused(application),
        *_weak(application),
        *_length(page),
        *_style(application, page),
    ]
    if not any(finding.state == "fix" for finding in findings):
        findings.append(Finding("good", "Nothing is missing."))
    return sorted(findings, key=lambda finding: ("fix", "note", "good").index(finding.state))


def _missing(application: Application) -> Iterator[Finding]:
    if not application.name:
        yield Finding("fix", "Your name is missing.", "It goes below the letter.", target="id_name")
    if not (application.email or application.phone):
        why = "Give an email address or a phone number, so that they can invite you."
        yield Finding("fix", "There is no way to reach you.", why, target="id_email")
    if not application.employer:
        why = "A letter that could go to any employer reads that way."
        yield Finding("fix", "The employer is not named.", why, target="id_employer")
    if not (application.position or application.opening):
        why = "Name the job in the first sentence, so that the letter reaches the right desk."
        yield Finding("fix", "The letter does not say which job you want.", why, target="id_position")
    if not application.shown:
        why = (
            "Describe one or two things you did that fit the job, and what came of them. School and volunteering count."
        )
        yield Finding("fix", "Nothing shows what you have done.", why, target="id_needs-0-shown")


def _placeholders(page: LetterPage) -> Iterator[Finding]:
    for found in dict.fromkeys(PLACEHOLDER.findall("\n".join((*page.recipient, page.subject, *page.body)))):
        yield Finding("fix", f"{found} is still to be filled in.")


def _from_the_sample(application: Application, document: GuideDocument) -> Iterator[Finding]:
    """The sentences of the guide's samples: their facts are of an invented person."""
    known = {_key(sentence) for letter in document.letters for sentence in _sentences(words_of(letter))}
    for target, paragraphs in _own(application):
        same = [sentence for sentence in _sentences(paragraphs) if _is_long(sentence) and _key(sentence) in known]
        if same:
            count = "A sentence is" if len(same) == 1 else f"{len(same)} sentences are"
            what = f"{count} still from the example: “{_short(same[0])}”"
            yield Finding(
                "fix", what, "It is about an invented person. Say it of yourself, or delete it.", target=target
            )


def _twice(page: LetterPage) -> Iterator[Finding]:
    counts = Counter(map(_key, filter(_is_long, _sentences(page.paragraphs))))
    first = {_key(sentence): sentence for sentence in reversed(list(_sentences(page.paragraphs)))}
    for key, count in counts.items():
        if count > 1:
            yield Finding("fix", f"The letter says this {_times(count)}: “{_short(first[key])}”")


def _times(count: int) -> str:
    return "twice" if count == 2 else f"{count} times"


def _unused(application: Application) -> Iterator[Finding]:
    """What was typed for a paragraph that the person wrote themselves."""
    parts = {
        "What you do now": ("now", application.now and application.opening),
        "Where you found the job": ("found", application.found and application.opening),
        "When you can start": ("available", application.available and application.ending),
    }
    for label, (name, is_unused) in parts.items():
        if is_unused:
            why = "You wrote that paragraph yourself. Say it there if it matters."
            yield Finding("note", f"“{label}” is not in the letter.", why, target=f"id_{name}")


def _weak(application: Application) -> Iterator[Finding]:
    if not application.why:
        why = "Two sentences that fit no other employer make yours stand out."
        yield Finding("note", "The letter does not say why you want this job.", why, target="id_why")
    if not greet(application.contact).addressee:
        why = "Look for a name in the ad or on the employer's site, or call and ask."
        yield Finding("note", "The greeting has no name.", why, target="id_contact")
    if application.situation == CAREER_CHANGE and not application.turn:
        why = "They will wonder. One positive sentence is enough."
        yield Finding("note", "The letter does not say why you are changing careers.", why, target="id_turn")
    if application.situation == RETURNING and not application.turn:
        why = "One plain sentence is enough: how long it was, and that it is over."
        yield Finding("note", "The letter does not mention your break.", why, target="id_turn")
    if application.kind.is_email:
        yield Finding("note", "Attach your resume before you send this.")
    if others := [evidence.need for evidence in application.needs if evidence.need and not evidence.shown]:
        why = "You wrote nothing that shows it. Two or three that you can show are enough."
        if application.shown:
            yield Finding("note", f"Not in the letter: {', '.join(others)}.", why, target="needs")


def _length(page: LetterPage) -> Iterator[Finding]:
    words = sum(len(paragraph.split()) for paragraph in page.body)
    most = MOST_WORDS_OF_EMAIL if page.is_email else MOST_WORDS
    if words > most:
        what = f"{words} words is long for an email." if page.is_email else f"{words} words is more than one page."
        yield Finding("note", what, f"Aim for fewer than {most}. Keep what you would say first if you met.")


def _style(application: Application, page: LetterPage) -> Iterator[Finding]:
    marks = sum(paragraph.count("!") for paragraph in page.paragraphs)
    if marks:
        what = "There is an exclamation mark." if marks == 1 else f"There are {marks} exclamation marks."
        yield Finding("note", what, "A period sounds surer.")
    own = [sentence for _, paragraphs in _own(application) for sentence in _sentences(paragraphs)]
    with_i = sum(BEGINS_WITH_I.match(sentence) is not None for sentence in own)
    if len(own) >= FEWEST_SENTENCES and with_i >= len(own) - 1:
        why = "Begin some with the employer, the customer or the result."
        yield Finding("note", "Nearly every sentence begins with “I”.", why)


def _own(application: Application) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The person's own paragraphs, each with the id of its field."""
    yield "id_opening", application.opening
    for number, evidence in enumerate(application.needs):
        yield f"id_needs-{number}-shown", evidence.shown
    yield "id_turn", application.turn
    yield "id_why", application.why
    yield "id_ending", application.ending


def _sentences(paragraphs: Iterable[str]) -> Iterator[str]:
    return (sentence for paragraph in paragraphs for sentence in SENTENCE_END.split(paragraph.strip()) if sentence)


def _is_long(sentence: str) -> bool:
    return len(sentence.split()) >= FEWEST_WORDS_TO_COMPARE


def _key(sentence: str) -> str:
    """A sentence without what typing changes: case, spaces and marks."""
    return " ".join(re.findall(r"\w+", sentence.casefold()))


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= 90 else f"{sentence[:90].rsplit(' ', 1)[0]} …"
