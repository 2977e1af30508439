"""Checks that a job description is complete and inclusive; each finding gives a reason."""

from collections.abc import Callable, Iterator

from django.template.defaultfilters import pluralize

from guides.document.material import MOST_MUST_HAVES
from guides.rendering.passages import Passage, grade_of, words_of
from guides.toolkit.findings import Finding
from guides.toolkit.job_description import wording
from guides.toolkit.job_description.pay_laws import pay_law
from guides.toolkit.job_description.plain_template import FEWEST_WORDS, MOST_WORDS
from guides.toolkit.job_description.posting import Posting
from guides.toolkit.job_description.sheet import draft_sheet, lines, place_words
from guides.toolkit.job_description.template import Template
from guides.toolkit.job_description.wording.coded import SOURCE as CODED_SOURCE
from guides.toolkit.job_description.wording.coded import coded
from guides.toolkit.outline import Facts, Items, Outline

WIDEST_RANGE = 0.5  # of its midpoint
HIGHEST_GRADE = 12
MOST_EXAMPLES = 8

Check = Callable[[Template, Posting, Outline], Iterator[Finding]]


def check(template: Template, posting: Posting) -> list[Finding]:
    """List all findings, those to fix first, then in the order of the checks."""
    sheet = draft_sheet(template, posting)
    checks: tuple[Check, ...] = (
        _pay,
        _pay_law,
        _place,
        _employer,
        _duties,
        _must_haves,
        _excluding,
        _gendered,
        _reading,
        _length,
        _apply,
    )
    found = [finding for one in checks for finding in one(template, posting, sheet)]
    return sorted(found, key=lambda finding: ("fix", "note", "good").index(finding.state))


def _pay(template: Template, posting: Posting, sheet: Outline) -> Iterator[Finding]:
    why = "Many readers look at the pay first, and a wide range tells them little. Half its midpoint is the limit here."
    pay = posting.pay
    if pay is None:
        yield Finding("fix", "The ad does not state the pay.", why)
    elif pay.width is None:
        yield Finding("fix", "One end of the pay range is not stated.", why)
    elif pay.width > WIDEST_RANGE:
        yield Finding("fix", f"The pay range is too wide: {pay.width:.0%} of its midpoint.", why)
    else:
        yield Finding("good", "The ad states the pay clearly.")


def _pay_law(template: Template, posting: Posting, sheet: Outline) -> Iterator[Finding]:
    law = pay_law(posting.country or template.country, posting.region)
    if law is None:
        return
    why = f"{law.since[:1].upper()}{law.since[1:]}, for {law.whose}:"
    asks = f"{law.place} requires employers to tell applicants the pay {law.when}"
    if posting.pay and posting.pay.width is not None:
        yield Finding("good", f"{asks}, and this ad states it.", why, law.source)
    else:
        yield Finding("fix" if law.is_about_ads else "note", f"{asks}. State both ends of the range.", why, law.source)


def _place(template: Template, posting: Posting, sheet: Outline) -> Iterator[Finding]:
    if not posting.workplace:
        why = "People who live elsewhere or care for someone need to know before they apply."
        yield Finding("fix", "The ad does not say whether the work is on site, hybrid, or remote.", why)
    if place_words(posting):
        yield Finding("good", "The ad states the place.")
    elif posting.workplace == "remote":
        yield Finding(
            "fix",
            "The ad does not state the country.",
            "Even for remote work, employers can often hire in some countries only.",
        )
    else:
        yield Finding(
            "fix", "The ad does not state the place.", "For many people, the commute decides whether they can apply."
        )


def _employer(template: Template, posting: Posting, sheet: Outline) -> Iterator[Finding]:
    if not posting.employer:
        yield Finding(
            "fix",
            "The ad does not name the employer.",
            "Readers look up an employer before they apply, and distrust an ad without one.",
        )


def _duties(template: Template, posting: Posting, sheet: Outline) -> Iterator[Finding]:
    if not lines(template, posting, "duties"):
        yield Finding(
            "fix", "The ad lists no duties.", "People apply for work, not for a title: say what they will do."
        )


def _must_haves(template: Template, posting: Posting, sheet: Outline) -> Iterator[Finding]:
    must = lines(template, posting, "must_haves")
    why = "Many people who could do the work do not apply if they lack one point of a long list."
    if len(must) > MOST_MUST_HAVES:
        what = f"There are {len(must)} must-haves; {MOST_MUST_HAVES} are the limit here."
        yield Finding("fix", what, why)
    elif must:
        yield Finding("good", f"{len(must)} must-have{pluralize(must)}, at most {MOST_MUST_HAVES}.")
    else:
        why = "Without any, readers take every point for a must-have."
        yield Finding("note", "The ad states no must-haves.", why)


def _text(sheet: Outline) -> list[str]:
    """List all lines of text except facts."""
    found = [sheet.title]
    for block in sheet.blocks:
        found += block.texts if isinstance(block, Items) else () if isinstance(block, Facts) else (block.text,)
    return found


def _excluding(template: Template, posting: Posting, sheet: Outline) -> Iterator[Finding]:
    found = wording.find(_text(sheet))
    for one in found:
        words = ", ".join(f"“{word}”" for word in one.words[:MOST_EXAMPLES])
        yield Finding("fix", f"{words}: write {one.instead}.", one.kind.why, one.kind.source)
    if not found:
        names = ", ".join(kind.name for kind in wording.KINDS)
        yield Finding("good", "No wording found that leaves people out.", f"Looked for: {names}.")


def _gendered(template: Template, posting: Posting, sheet: Outline) -> Iterator[Finding]:
    masculine, feminine = (coded(_text(sheet), kind) for kind in ("masculine", "feminine"))
    listed = "; ".join(
        f"{kind}: {', '.join(words[:MOST_EXAMPLES]) or 'none'}"
        for kind, words in (("masculine", masculine), ("feminine", feminine))
    )
    if len(masculine) > len(feminine):
        what = "The ad has more words that readers associate with men than with women. Replace some of them."
        why = f"Found here, {listed}. In a study, ads with more of the first kind appealed less to women:"
        yield Finding("fix", what, why, CODED_SOURCE)
    else:
        what = "Words that readers associate with men do not outnumber those that they associate with women."
        yield Finding("good", what, f"Found here, {listed}. The words are from a study:", CODED_SOURCE)


def _reading(template: Template, posting: Posting, sheet: Outline) -> Iterator[Finding]:
    grade = grade_of([Passage("", tuple(_text(sheet)))])
    if grade is None:
        return
    why = f"Flesch-Kincaid (1975), years of school; {HIGHEST_GRADE} is the limit here. Short sentences lower it."
    state = "fix" if grade > HIGHEST_GRADE else "good"
    yield Finding(state, f"It reads at grade {grade:.0f}.", why)


def _length(template: Template, posting: Posting, sheet: Outline) -> Iterator[Finding]:
    length = sum(len(words_of(line)) for line in _text(sheet))
    why = f"{FEWEST_WORDS} to {MOST_WORDS} words say what matters and are read to the end: a rule of this site."
    yield Finding("good" if FEWEST_WORDS <= length <= MOST_WORDS else "note", f"{length} word{pluralize(length)}.", why)


def _apply(template: Template, posting: Posting, sheet: Outline) -> Iterator[Finding]:
    if not (posting.apply or posting.contact):
        yield Finding("note", "The ad does not say how to apply.", "Readers who are interested look for this next.")
