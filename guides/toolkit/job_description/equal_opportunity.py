"""What an ad says on equal opportunity, by country. Under the same rules, no text changes."""

from guides.document.countries import country_code

UNITED_STATES = (
    "We are an equal opportunity employer. We consider all qualified applicants without regard to race, color, "
    "religion, sex, sexual orientation, gender identity, national origin, age, disability, genetic information, or "
    "veteran status. If you need an accommodation to apply or to do this job, let us know."
)
UNITED_KINGDOM = (
    "We welcome applications from everybody, whatever their age, disability, gender reassignment, marriage or civil "
    "partnership, pregnancy or maternity, race, religion or belief, sex, or sexual orientation. If you need an "
    "adjustment to apply or to do this job, let us know."
)
EUROPEAN_UNION = (
    "We welcome applications from everybody, whatever their sex, racial or ethnic origin, religion or belief, "
    "disability, age, or sexual orientation. If you need an accommodation to apply or to do this job, let us know."
)
ELSEWHERE = (
    "We welcome applications from people of every background, and we decide by what the work needs. If you need an "
    "accommodation to apply or to do this job, let us know."
)
MEMBERS = frozenset(
    (
        *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"),
        *("IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
    )
)
TEXTS = (UNITED_STATES, UNITED_KINGDOM, EUROPEAN_UNION, ELSEWHERE)


def equal_opportunity(country: str) -> str:
    """Return the text for a country given by name or code; without a country, the one for the United States."""
    code = country_code(country) if country else "US"
    if code in MEMBERS:
        return EUROPEAN_UNION
    return {"US": UNITED_STATES, "GB": UNITED_KINGDOM}.get(code or "", ELSEWHERE)
