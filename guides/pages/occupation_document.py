"""An official occupation as a guide document: its published figures, each with its provenance."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from guides.document import GuideDocument
from guides.document.other_pay import OtherPay, read_other_pay
from guides.document.provenance import CHANGE, OEWS, OPENINGS, PROJECTIONS, Provenance, Series
from guides.document.shape import Details, KeyFacts, OccupationLink, Source
from guides.official.attribution import publication_of
from guides.official.models import Occupation, Release
from guides.official.occupations import Figures, Outlook
from guides.official.outlook import growth_note, percent_of
from guides.official.pay import CURRENCY, Flag, Unit

COUNTRY = "US"
PERCENTILES = {
    "median_salary": ("p50", "annual median"),
    "salary_low": ("p10", "annual 10th percentile"),
    "salary_high": ("p90", "annual 90th percentile"),
}


def occupation_document(
    occupation: Occupation, pay: Figures | None, outlook: Outlook | None, definition: str = ""
) -> GuideDocument:
    """The figures of an occupation in the shape of a guide, which otherwise is empty."""
    facts, known = published_facts(pay, outlook)
    if pay and pay.annual.p90.is_open and facts.salary_low is not None:
        highest, (_, measure) = pay.annual.p90.dollars, PERCENTILES["salary_high"]
        facts = replace(facts, salary_high=highest, salary_high_is_open=True)
        known = [*known, _published("salary_high", highest, OEWS, pay.release, pay.wage.occupation_id, measure)]
    return GuideDocument(
        title=occupation.title,
        slug=occupation.code,
        summary=definition,
        details=Details(
            education_level=outlook.projection.education or None if outlook else None,
            sources=tuple(_pay_sources(pay)),
            occupations=(OccupationLink(code=occupation.code),),
        ),
        key_facts=facts,
        other_pay=(*hourly_pay(pay), *_top_coded_pay(pay)),
        provenance=tuple(known),
    )


def published_facts(pay: Figures | None, outlook: Outlook | None) -> tuple[KeyFacts, Sequence[Provenance]]:
    """The published figures as key facts, without those that are only known to be at least an amount."""
    values: dict[str, int | float | str] = {}
    known = []
    if pay:
        for name, (percentile, measure) in PERCENTILES.items():
            amount = getattr(pay.annual, percentile)
            if amount.flag == Flag.PUBLISHED and amount.dollars is not None:
                values[name] = amount.dollars
                known.append(_published(name, amount.dollars, OEWS, pay.release, pay.wage.occupation_id, measure))
        if values:
            values |= {"currency": CURRENCY, "country": COUNTRY}
    if outlook:
        projection, release = outlook.projection, outlook.release
        code = projection.occupation_id
        if projection.change_percent is not None:
            values["growth_percent"] = percent_of(projection.change_percent)
            values["growth_note"] = growth_note(projection.change_percent, release.name)
            known.append(_published("growth_percent", values["growth_percent"], PROJECTIONS, release, code, CHANGE))
        if projection.openings is not None:
            values["annual_openings"] = projection.openings
            known.append(_published("annual_openings", projection.openings, PROJECTIONS, release, code, OPENINGS))
        values["typical_education"] = _education_words(outlook)
    return KeyFacts(**values), known


def _published(figure: str, value, source: str, release: Release, code: str, measure: str) -> Provenance:
    series = str(Series(code, measure))
    return Provenance(figure=figure, value=value, kind="published", source=source, release=release.name, series=series)


def hourly_pay(pay: Figures | None) -> Iterator[OtherPay]:
    """The median by the hour of an occupation without pay by the year."""
    if pay and pay.best.unit == Unit.HOUR and pay.hourly.p50.flag == Flag.PUBLISHED:
        yield from _median_in_words(f"${pay.hourly.p50.cents / 100:,.2f} an hour")


def _top_coded_pay(pay: Figures | None) -> Iterator[OtherPay]:
    """A median by the year that is only known to be at least an amount."""
    if pay and pay.annual.p50.is_open and pay.annual.p50.dollars:
        yield from _median_in_words(f"${pay.annual.p50.dollars:,}+ a year")


def _median_in_words(words: str) -> Iterator[OtherPay]:
    read = read_other_pay("median", words)
    if read:
        yield OtherPay(figure="median", words=words, currency=CURRENCY, **read)


def _education_words(outlook: Outlook) -> str:
    """`Bachelor's degree; work experience: 5 years or more; training: internship/residency`, without what is none."""
    projection = outlook.projection
    more = {"work experience": projection.experience, "training": projection.training}
    words = (f"{label}: {words[:1].lower()}{words[1:]}" for label, words in more.items() if words not in ("", "None"))
    return "; ".join(filter(None, (projection.education, *words)))


def _pay_sources(pay: Figures | None) -> Iterator[Source]:
    """The source of pay that no provenance covers."""
    if pay:
        publication = publication_of(pay.release)
        yield Source(covers="other_pay", name=f"BLS, {pay.release.name}", url=publication.address)
