"""Who published each table, and the words in which its license or custom wants to be named."""

from collections.abc import Iterable
from dataclasses import dataclass

from guides.official.models import Release

Table = Release.Table


@dataclass(frozen=True, slots=True)
class Publication:
    """A series of releases; `words` has a place for the name of a release."""

    publisher: str
    product: str
    address: str
    words: str
    license: str = ""

    def attribution(self, release: str) -> str:
        return self.words.format(release=release)


BUREAU = "U.S. Bureau of Labor Statistics"
WAGES = Publication(
    BUREAU,
    "Occupational Employment and Wage Statistics",
    "https://www.bls.gov/oes/",
    f"Source: {BUREAU}, Occupational Employment and Wage Statistics, {{release}}",
)
PROJECTIONS = Publication(
    BUREAU,
    "Employment Projections",
    "https://www.bls.gov/emp/",
    f"Source: {BUREAU}, Employment Projections {{release}}",
)
ONET = Publication(
    "U.S. Department of Labor, Employment and Training Administration",
    "O*NET Database",
    "https://www.onetcenter.org/database.html",
    "This page includes information from the O*NET {release} Database by the U.S. Department of Labor, Employment and "
    "Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA.",
    license="CC BY 4.0",
)
MODIFIED = (
    "{site} has modified all or some of this information. USDOL/ETA has not approved, endorsed, or tested these "
    "modifications."
)
PRICES = Publication(
    "U.S. Bureau of Economic Analysis",
    "Regional Price Parities",
    "https://www.bea.gov/data/prices-inflation/regional-price-parities-state-and-metro-area",
    "Source: U.S. Bureau of Economic Analysis, Regional Price Parities {release}",
)
PUBLICATIONS = {
    **dict.fromkeys((Table.NATIONAL_WAGES, Table.STATE_WAGES, Table.METRO_WAGES, Table.INDUSTRY_WAGES), WAGES),
    **dict.fromkeys((Table.PROJECTIONS, Table.OUTLOOK_FACTORS), PROJECTIONS),
    **dict.fromkeys(
        (
            *(Table.OCCUPATIONS, Table.ALTERNATE_TITLES, Table.TASKS, Table.TECHNOLOGIES, Table.SKILLS),
            *(Table.KNOWLEDGE, Table.INTERESTS, Table.JOB_ZONES, Table.RELATED),
        ),
        ONET,
    ),
    Table.STATE_PRICES: PRICES,
}


def publication_of(release: Release) -> Publication:
    return PUBLICATIONS[Table(release.table)]


def attribution_of(release: Release) -> str:
    """The sentence that a page with figures of a release must show."""
    return publication_of(release).attribution(release.name)


def sources_of(releases: Iterable[Release], site: str) -> list[tuple[str, str]]:
    """The address of each publication that these releases are from, and the sentence that names it."""
    releases = list(releases)
    onet = [release for release in releases if publication_of(release) == ONET]
    pairs = [(publication_of(item).address, attribution_of(item)) for item in releases if item not in onet]
    pairs += [(ONET.address, onet_attribution(onet, site))] if onet else []
    return list(dict.fromkeys(pairs))


def onet_attribution(releases: Iterable[Release], site: str) -> str:
    """The sentences for a page with content of O*NET: its releases, and that the site changed some of it."""
    names = " and ".join(sorted({release.name for release in releases}))
    return f"{ONET.attribution(names)} {MODIFIED.format(site=site)}"
