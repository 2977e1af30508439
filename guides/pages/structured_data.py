"""schema.org data of pages, for JSON-LD: plain dicts that repeat only what the page shows."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import timezone

from guides.document.countries import code_or_words
from guides.document.shape import FAQ, GuideDocument, KeyFacts
from guides.official.pay import CURRENCY, Amount, Pay, Unit
from guides.pages.occupation import OccupationView
from guides.rendering.markdown import plain_words
from guides.rendering.passages import split_lead

Thing = dict[str, Any]
CONTEXT = "https://schema.org"
# Characters that could end the script element or a line in it, as JSON escapes.
_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def json_for_script(data: dict[str, Any], **options: Any) -> str:
    """Data as JSON that is safe inside a script element; `options` are those of `json.dumps`."""
    return json.dumps(data, ensure_ascii=False, **options).translate(_ESCAPES)


def guide_data(
    document: GuideDocument, *, address: str, images: Sequence[str], published: datetime, revised: datetime
) -> dict[str, Any]:
    """An Occupation, the Article about it and its questions; addresses are absolute. Unstated facts are left out."""
    things = (
        _occupation(document, address, revised),
        _article(document, address, images, published, revised),
        _questions(document.faqs, address),
    )
    return {"@context": CONTEXT, "@graph": [thing for thing in things if thing]}


def website_data(address: str) -> dict[str, Any]:
    """The WebSite with its name, from which search engines take the name that they show."""
    return {"@context": CONTEXT, "@type": "WebSite", "name": settings.SITE_NAME, "url": address}


def occupation_data(view: OccupationView, *, address: str) -> dict[str, Any]:
    """An Occupation with its published pay; figures that are top-coded or absent are left out."""
    page, projection = view.page, view.page.outlook.projection if view.page.outlook else None
    occupation = _thing(
        "Occupation",
        name=page.occupation.title,
        occupationalCategory=page.occupation.code,
        description=page.definition,
        mainEntityOfPage=_thing("WebPage", url=address),
        occupationLocation=_thing("Country", name="United States") if page.pay else None,
        estimatedSalary=_distribution(page.pay.best) if page.pay else None,
        skills=[skill.name for skill in view.skills.first] if view.skills else None,
        responsibilities=[task.words for task in page.tasks],
        educationRequirements=projection.education if projection else None,
        experienceRequirements=projection.experience if projection else None,
    )
    return {"@context": CONTEXT, **occupation}


def _distribution(pay: Pay) -> list[Thing]:
    published = {f"percentile{number}": _amount(pay.unit, amount) for number, amount in pay.percentiles}
    amounts = {name: amount for name, amount in published.items() if amount is not None}
    if not amounts:
        return []
    if "percentile50" in amounts:
        amounts["median"] = amounts.pop("percentile50")
    duration = "PT1H" if pay.unit == Unit.HOUR else "P1Y"
    return [_thing("MonetaryAmountDistribution", name="base", currency=CURRENCY, duration=duration, **amounts)]


def _amount(unit: Unit, amount: Amount) -> float | int | None:
    if amount.cents is None or amount.is_open:
        return None
    return amount.cents / 100 if unit == Unit.HOUR else amount.dollars


def breadcrumb_data(parents: Sequence[tuple[str, str]], here: str) -> dict[str, Any]:
    """The breadcrumb of a page: (name, absolute address) of the pages above it, and its own name."""
    items: list[Thing] = [{"name": name, "item": address} for name, address in parents]
    items.append({"name": here})
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, **item} for position, item in enumerate(items, start=1)
        ],
    }


def _day(moment: datetime) -> str:
    """The day in the time zone of the pages."""
    return timezone.localdate(moment).isoformat()


def _thing(kind: str, **properties: Any) -> Thing:
    """A schema.org thing without empty properties."""
    return {"@type": kind, **{name: value for name, value in properties.items() if value not in (None, "", [])}}


def _occupation(document: GuideDocument, address: str, revised: datetime) -> Thing:
    facts = document.key_facts
    return _thing(
        "Occupation",
        name=document.title,
        alternateName=list(document.details.alternative_titles),
        description=plain_words(split_lead(document.summary)[0] or document.summary),
        mainEntityOfPage=_thing("WebPage", url=address, lastReviewed=_day(revised)),
        occupationLocation=_thing("Country", name=code_or_words(facts.country)) if facts.country else None,
        estimatedSalary=_salary(facts),
        skills=[skill.name for skill in document.skills],
        responsibilities=list(document.responsibilities),
        educationRequirements=list(document.education_requirements) or facts.typical_education,
    )


def _salary(facts: KeyFacts) -> list[Thing]:
    """Only the median, because guides do not state percentiles for the ends of a pay range."""
    if facts.median_salary is None:
        return []
    return [
        _thing(
            "MonetaryAmountDistribution",
            name="base",
            currency=facts.currency,
            duration="P1Y",
            median=facts.median_salary,
        )
    ]


def _article(
    document: GuideDocument, address: str, images: Sequence[str], published: datetime, revised: datetime
) -> Thing:
    return _thing(
        "Article",
        headline=document.title,
        mainEntityOfPage=address,
        image=list(images),
        datePublished=_day(published),
        dateModified=_day(revised),
        publisher=_thing("Organization", name=settings.SITE_NAME),
    )


def _questions(faqs: Sequence[FAQ], address: str) -> Thing | None:
    questions = [
        _thing("Question", name=faq.question, acceptedAnswer=_thing("Answer", text=plain_words(faq.answer)))
        for faq in faqs
        if faq.answer
    ]
    return _thing("FAQPage", mainEntity=questions) if questions else None
