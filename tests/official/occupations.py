"""A few occupations with all that the releases can say about one, as rows."""

from django.utils import timezone

from guides.official.models import (
    AlternateTitle,
    Area,
    Element,
    Industry,
    JobZone,
    Occupation,
    OccupationEntry,
    OutlookFactor,
    Projection,
    Rating,
    RelatedOccupation,
    Release,
    Task,
    Technology,
    Wage,
)
from guides.official.models.places import NATION
from guides.official.models.wages import ALL_INDUSTRIES
from guides.official.releases import update_occupations

Table = Release.Table
CLERK, SURGEON, ACTOR, TEACHER, SOLDIER = "43-4051.00", "29-1240.00", "27-2011.00", "25-2021.00", "55-1011.00"
PARTS = ("43-4051.01", "43-4051.02")  # of the clerks
TITLES = {
    CLERK: "Harbor Clerks",
    PARTS[0]: "Ferry Clerks",
    PARTS[1]: "Night Clerks",
    SURGEON: "Ship Surgeons",
    ACTOR: "Quay Actors",
    TEACHER: "Sailing Teachers",
    SOLDIER: "Deck Officers",
}
GROUPS = {"43-0000": "Office Occupations", "29-0000": "Healthcare Occupations", "27-0000": "Arts Occupations"}
OPEN, NOT_APPLICABLE = "#" * 6, "-" * 6
TOP_HOURLY, TOP_ANNUAL = 11_500, 239_200
SKILLS = 12


def make_release(table, name="1.0", *, position=1, current=True, **more):
    return Release.objects.create(
        table=table,
        name=name,
        position=position,
        is_current=current,
        activated_at=timezone.now() if current else None,
        **more,
    )


def make_wages_release(year, *, current=False):
    return make_release(
        Table.NATIONAL_WAGES,
        f"May {year}",
        position=year * 100 + 5,
        current=current,
        top_hourly=TOP_HOURLY,
        top_annual=TOP_ANNUAL,
    )


def yearly(median):
    """Yearly pay around a median, in dollars."""
    shares = {"mean": 104, "p10": 70, "p25": 80, "p50": 100, "p75": 120, "p90": 140}
    return {f"annual_{name}": median * share // 100 for name, share in shares.items()}


def hourly(median):
    """Hourly pay around a median, in cents."""
    return {name.replace("annual", "hourly"): amount for name, amount in yearly(median).items()}


def make_wage(release, code, **figures):
    return Wage.objects.create(
        release=release, occupation_id=code[:7], area_id=NATION, industry_id=ALL_INDUSTRIES, **figures
    )


def make_occupation(code, title, level=Occupation.Level.ONET):
    return Occupation.objects.create(code=code, title=title, level=level)


def load_occupations() -> dict[str, Release]:
    """Fill a database without official figures; returns the current releases by table."""
    Area.objects.create(code=NATION, name="U.S.", kind=Area.Kind.NATION)
    Industry.objects.create(code=ALL_INDUSTRIES, title="Cross-industry")
    for code, title in TITLES.items():
        make_occupation(code, title)
    for code in sorted({code[:7] for code in TITLES if code != SOLDIER}):
        make_occupation(code, TITLES[f"{code}.00"], Occupation.Level.DETAILED)
    for code, title in GROUPS.items():
        make_occupation(code, title, Occupation.Level.MAJOR)
    releases = {table: make_release(table) for table in Table if table not in (Table.NATIONAL_WAGES, Table.PROJECTIONS)}
    releases[Table.PROJECTIONS] = make_release(Table.PROJECTIONS, "2024–34")
    releases[Table.NATIONAL_WAGES] = make_wages_release(2025, current=True)
    _make_figures(releases)
    _make_content(releases)
    update_occupations(releases)
    return releases


def _make_figures(releases):
    current = releases[Table.NATIONAL_WAGES]
    for year, median in ((2023, 36_000), (2024, 39_000)):
        make_wage(make_wages_release(year), CLERK, **yearly(median), mean_error=3)
    make_wage(current, "43-0000", **yearly(45_000))
    make_wage(current, CLERK, **yearly(42_000), **hourly(2_019), employment=120_000, employment_error=14, mean_error=4)
    make_wage(current, SURGEON, annual_flags=OPEN, hourly_flags=OPEN, employment=900)
    make_wage(current, ACTOR, annual_flags=NOT_APPLICABLE, **hourly(2_905))
    make_wage(current, TEACHER, **yearly(63_970), hourly_flags=NOT_APPLICABLE)
    for code, change, education in ((CLERK, -55, "High school diploma or equivalent"), (TEACHER, 120, "")):
        Projection.objects.create(
            release=releases[Table.PROJECTIONS],
            occupation_id=code[:7],
            base_year=2024,
            target_year=2034,
            base_employment=130_000,
            target_employment=123_000,
            change_percent=change,
            self_employed_percent=8,
            openings=1_400,
            education=education,
            experience="None",
            training="Short-term on-the-job training" if education else "",
        )
    OutlookFactor.objects.create(
        release=releases[Table.OUTLOOK_FACTORS], occupation_id=CLERK[:7], industry="Ferries", words="Fewer ferries run."
    )


def _make_content(releases):
    for code, title in TITLES.items():
        OccupationEntry.objects.create(
            release=releases[Table.OCCUPATIONS],
            occupation_id=code,
            title=title,
            definition="Answer people at the harbor." if code == CLERK else "",
        )
    alternate = {CLERK: ("Pier Agent (PA)", "Dockside Clerk"), TEACHER: ("Pier Agent Coach",), SOLDIER: ("Captain",)}
    for code, titles in alternate.items():
        for title in titles:
            short = title.partition(" (")[2].removesuffix(")")
            AlternateTitle.objects.create(
                release=releases[Table.ALTERNATE_TITLES], occupation_id=code, title=title, short_title=short
            )
    tasks = ((1, "Sell tickets.", True), (2, "Count the ferries.", False), (3, "Ring the bell.", None))
    for number, words, is_core in tasks:
        Task.objects.create(
            release=releases[Table.TASKS], occupation_id=CLERK, number=number, words=words, is_core=is_core
        )
    technologies = (("Ticket Desk", True, True), ("Sheets", True, False), ("Old Ledger", False, False))
    for name, is_hot, is_in_demand in technologies:
        Technology.objects.create(
            release=releases[Table.TECHNOLOGIES],
            occupation_id=CLERK,
            name=name,
            category="Office software",
            is_hot=is_hot,
            is_in_demand=is_in_demand,
        )
    _rate(releases[Table.SKILLS], "2.A", "Skill", SKILLS)
    _rate(releases[Table.KNOWLEDGE], "2.C", "Knowledge", 1)
    _rate(releases[Table.INTERESTS], "1.B.1", "Interest", 6)
    for code, zone in ((CLERK, 2), (SURGEON, 5)):
        JobZone.objects.create(release=releases[Table.JOB_ZONES], occupation_id=code, zone=zone)
    for position, code in enumerate((TEACHER, ACTOR, SOLDIER), start=1):
        RelatedOccupation.objects.create(
            release=releases[Table.RELATED], occupation_id=CLERK, related_id=code, position=position, is_primary=True
        )


def _rate(release, prefix, name, number):
    """Ratings of the clerks, falling from 4.9 on."""
    for at in range(number):
        element = Element.objects.create(code=f"{prefix}.{chr(97 + at)}", name=f"{name} {chr(65 + at)}")
        Rating.objects.create(release=release, occupation_id=CLERK, element=element, value=490 - 20 * at)
