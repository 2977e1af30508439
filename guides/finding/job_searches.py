"""The searches for work on other sites that a guide links to."""

from guides.document import GuideDocument
from guides.document.countries import country_code
from guides.models import JobSearch
from guides.pages.job_searches import SearchLink, fill


def job_searches(document: GuideDocument) -> tuple[SearchLink, ...]:
    """Searches of the guide's country with its title or code filled in, or without any those of no country."""
    country = country_code(document.key_facts.country or "") or ""
    known = list(JobSearch.objects.shown().filter(country__in={country, ""}))
    wanted = country if any(search.country == country for search in known) else ""
    links = (
        SearchLink(search.label, address, search.get_kind_display())
        for search in known
        if search.country == wanted and (address := fill(search.address, document.title, document.details.occupation))
    )
    return tuple(links)
