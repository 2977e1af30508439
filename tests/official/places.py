"""Pay by place and industry of the clerks of `occupations`, as rows."""

from guides.official.models import Area, Industry, PriceLevel, Release, Wage
from guides.official.models.places import NATION
from guides.official.models.wages import ALL_INDUSTRIES
from guides.official.states import STATES
from tests.official.occupations import CLERK, OPEN, TOP_ANNUAL, TOP_HOURLY, Table, hourly, yearly

WITHHELD = "*" * 6
WAGES = (Table.STATE_WAGES, Table.METRO_WAGES, Table.INDUSTRY_WAGES)


def load_places(releases: dict[str, Release]) -> dict[str, Release]:
    """Add figures to those of `load_occupations`: all states but Wyoming, three areas and three industries.

    The median rises by $1,000 from state to state in the order of STATES, from $31,000 in Alabama; Alaska has too few
    jobs to be ranked, Arizona's median is top-coded, Arkansas's is withheld, and Guam has no price level.
    """
    Release.objects.filter(pk__in=[releases[table].pk for table in WAGES]).update(
        top_hourly=TOP_HOURLY, top_annual=TOP_ANNUAL
    )
    for at, state in enumerate(STATES, start=1):
        Area.objects.create(code=state.fips, name=state.name, kind=Area.Kind.STATE)
        if state.postal != "WY":
            make_state(releases, state, 30_000 + 1_000 * at)
        if state.postal not in ("GU", "PR", "VI"):
            PriceLevel.objects.create(
                release=releases[Table.STATE_PRICES], area_id=state.fips, parity=125_000 - 1_000 * at
            )
    areas = (
        ("0023420", "Fresno, CA", Area.Kind.METRO, "CA", 34_000),
        ("0028140", "Kansas City, MO-KS", Area.Kind.METRO, "MO", 40_000),
        ("4000001", "North Harbor nonmetropolitan area", Area.Kind.NONMETRO, "CA", 38_000),
    )
    for code, name, kind, state, median in areas:
        Area.objects.create(code=code, name=name, kind=kind, state=state)
        make_place_wage(releases[Table.METRO_WAGES], code, median, employment=700, location_quotient=62)
    industries = (("44--46", "Retail Trade", 900), ("445000", "Food Shops", 800), ("445100", "Bakeries", 700))
    for code, title, jobs in industries:
        Industry.objects.create(code=code, title=title)
        make_place_wage(releases[Table.INDUSTRY_WAGES], NATION, 33_000, industry_id=code, employment=jobs)
    return releases


def make_state(releases, state, median):
    figures = {"employment": 300 if state.postal == "AK" else 1_000, "employment_error": 21, "location_quotient": 140}
    release = releases[Table.STATE_WAGES]
    flags = {"AZ": OPEN, "AR": WITHHELD}.get(state.postal)
    make_place_wage(release, state.fips, median, flags, **figures)


def make_place_wage(release, area, median, flags=None, code=CLERK, industry_id=ALL_INDUSTRIES, **figures):
    amounts = {"annual_flags": flags, "hourly_flags": flags} if flags else yearly(median) | hourly(median * 100 // 2080)
    return Wage.objects.create(
        release=release, occupation_id=code[:7], area_id=area, industry_id=industry_id, **amounts, **figures
    )
