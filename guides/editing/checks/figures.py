"""Figures that contradict each other, are old, or have no source."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from guides.document import GuideDocument
from guides.document.covering import KEY_FACT_NAMES, QUALIFYING
from guides.document.figures import Money, find_amounts, find_percents
from guides.document.shape import Source
from guides.editing.checks.suggestion import SiteContext, Suggestion
from guides.rendering.passages import Passage, excerpt, passages

YEAR = timedelta(days=365)
TOLERANCE = 0.03  # for rounding to thousands: $39k is $39,120
PAY_NAMES = KEY_FACT_NAMES | {"salary_levels", "other_pay", "salary_outlook"}
DISAGREE = "Readers can't tell which figure is right."
# Passages about the pay of this role; other sections may mention other countries and other jobs.
ABOUT_PAY = re.compile(r"summary|faqs\[\d+\]\.answer")
PAY_SECTIONS = ("overview", "salary_outlook", "market_commentary")
_PAY = re.compile(r"\b(?:median|average|typical|salar(?:y|ies)|earn(?:s|ings?)?|pays?|paid|wages?)\b", re.IGNORECASE)
_OTHER_UNIT = re.compile(
    r"\b(?:hour|hourly|month|monthly|weekly|week|bonus\w*|tuition|cost\w*|fees?|scholarship\w*|overtime|more|less"
    r"|additional|extra|million|billion|raise|premium|stipend)\b",
    re.IGNORECASE,
)
_GROWTH = re.compile(
    r"\b(?:employment|jobs?|openings|demand)\b.*\b(?:grow\w*|increase|decline|shrink)\b", re.IGNORECASE
)


def pay_range(document: GuideDocument, site: SiteContext) -> Iterator[Suggestion]:
    """Medians, of the role or of a level, outside the pay range. An open upper end sets no limit.

    The pay of a level that is known from another occupation than the range may lie anywhere.
    """
    facts = document.key_facts
    low, high = facts.salary_low or 0, facts.salary_high
    top = float("inf") if high is None or facts.salary_high_is_open else high
    amounts = [("key_facts.median_salary", "The median", facts.median_salary)]
    of_range = _occupations(document, ("salary_low", ""), ("salary_high", ""))
    for index, level in enumerate(document.salary_levels):
        of_level = _occupations(document, ("median", level.title))
        if of_range and of_level and of_range.isdisjoint(of_level):
            continue
        amounts.append((f"salary_levels[{index}].median", f"The median of {excerpt(level.title)}", level.median))
    for path, name, amount in amounts:
        if amount is not None and not low <= amount <= top:
            bound = f"starts at {low:,}" if amount < low else f"ends at {high:,}"
            yield Suggestion("figures", path, f"{name} is {amount:,}, but the pay range {bound}.", DISAGREE)


def _occupations(document: GuideDocument, *figures: tuple[str, str]) -> set[str]:
    """The SOC codes of the series from which figures are known."""
    return {series.code for known in document.provenance if known.of in figures for series in known.inputs}


def ladder(document: GuideDocument, site: SiteContext) -> Iterator[Suggestion]:
    """Pay that falls from one level to the next, and levels that need fewer years than the one below."""
    for index, (lower, upper) in enumerate(pairwise(document.salary_levels), start=1):
        for name in ("median", "average"):
            before, after = getattr(lower, name), getattr(upper, name)
            if None not in (before, after) and after < before:
                what = f"{excerpt(upper.title)} pays {after:,} ({name}), but the level below pays {before:,}."
                yield Suggestion(
                    "figures", f"salary_levels[{index}].{name}", what, "Pay usually rises with each level."
                )
    for index, (lower, upper) in enumerate(pairwise(document.career_path), start=1):
        if None not in (lower.years_min, upper.years_min) and upper.years_min < lower.years_min:
            what = f"{excerpt(upper.title)} needs {upper.experience}, but the level below needs {lower.experience}."
            yield Suggestion("figures", f"career_path[{index}].experience", what, "Higher levels need more experience.")


def pay_in_words(document: GuideDocument, site: SiteContext) -> Iterator[Suggestion]:
    """Amounts in the summary, the answers and the sections about pay that match none of the guide's figures."""
    known = _known_amounts(document)
    currency = document.key_facts.currency
    for passage, sentence in _pay_sentences(document) if known and currency else ():
        for money in find_amounts(sentence):
            if money.may_be(currency) and not _is_known(money, known):
                what = f"{money.amount:,} doesn't match the guide's figures: {excerpt(sentence)}"
                yield Suggestion("figures", passage.path, what, DISAGREE)


def _pay_sentences(document: GuideDocument) -> Iterator[tuple[Passage, str]]:
    for passage in _about_pay(document):
        for sentence in passage.sentences:
            if _PAY.search(sentence) and not _OTHER_UNIT.search(sentence):
                yield passage, sentence


def _about_pay(document: GuideDocument) -> Iterator[Passage]:
    paths = {f"sections[{i}].body" for i, section in enumerate(document.sections) if section.kind in PAY_SECTIONS}
    return (passage for passage in passages(document) if passage.path in paths or ABOUT_PAY.fullmatch(passage.path))


def _known_amounts(document: GuideDocument) -> set[int]:
    facts = document.key_facts
    amounts = {facts.median_salary, facts.salary_low, facts.salary_high}
    amounts |= {amount for level in document.salary_levels for amount in (level.median, level.average)}
    return {amount for amount in amounts if amount is not None}


def _is_known(money: Money, known: set[int]) -> bool:
    return any(abs(money.amount - amount) <= TOLERANCE * amount for amount in known)


def growth_in_words(document: GuideDocument, site: SiteContext) -> Iterator[Suggestion]:
    """Job growth in the text that differs from the key facts."""
    growth = document.key_facts.growth_percent
    for passage in _about_pay(document) if growth is not None else ():
        for sentence in filter(_GROWTH.search, passage.sentences):
            stated = find_percents(sentence)
            if stated and abs(growth) not in map(abs, stated):
                what = f"Growth is {growth}% in the key facts but {stated[0]}% in the text: {excerpt(sentence)}"
                yield Suggestion("figures", passage.path, what, DISAGREE)


def sources(document: GuideDocument, site: SiteContext) -> Iterator[Suggestion]:
    """Figures without a source, and sources without a date or more than a year old."""
    covered = {source.covers for source in document.details.sources}
    why = "Readers can't check figures without a source; the page says “no source given”."
    unknown = set(document.figures) - {known.of for known in document.provenance}
    if any(not level for _, level in unknown) and not covered & KEY_FACT_NAMES:
        yield Suggestion("sources", "details.sources", "The key facts have no source.", why)
    if (any(level for _, level in unknown) or document.other_pay) and not covered & PAY_NAMES:
        yield Suggestion("sources", "details.sources", "The pay figures have no source.", why)
    if document.details.cost_to_qualify and not covered & {"cost_to_qualify", QUALIFYING}:
        yield Suggestion("sources", "details.cost_to_qualify", "The cost to qualify has no source.", why)
    for index, source in enumerate(document.details.sources):
        yield from _age(f"details.sources[{index}].as_of", source, site.today)


def _age(path: str, source: Source, today: date) -> Iterator[Suggestion]:
    if not source.as_of:
        yield Suggestion("sources", path, f"{excerpt(source.name)} has no date.", "Readers can't tell how old it is.")
    elif (end := _last_day(source.as_of)) is not None and today - end > YEAR:
        what = f"{excerpt(source.name)} is from {source.as_of}, more than a year ago."
        yield Suggestion("sources", path, what, "Readers plan with these figures. Look for newer ones.")


def _last_day(as_of: str) -> date | None:
    """The last day of a year, month or day; None if it is not a date."""
    parts = [int(part) for part in as_of.split("-") if part.isdecimal()]
    try:
        year, month = parts[0], parts[1] if len(parts) > 1 else 12
        return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])
    except (IndexError, ValueError):
        return None
