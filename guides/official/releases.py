"""The current releases, and what follows from them: whose pay and outlook an O*NET occupation has, and its titles."""

from collections.abc import Container, Iterable, Iterator
from itertools import islice

from django.db import transaction
from django.utils import timezone

from guides.document.search_words import stem, words_of
from guides.document.spellings import name_spellings
from guides.official.models import AlternateTitle, Occupation, OccupationTitle, Projection, Release, Wage

AT_ONCE = 2_000  # rows written at once
WITH_TITLES = frozenset((Release.Table.OCCUPATIONS, Release.Table.ALTERNATE_TITLES))

# Codes that are merged into one whose digits do not say so. Elsewhere the last digit of the merged code is 0.
# Source: the structure of the May 2025 estimates, https://www.bls.gov/oes/soc_2018.htm
MERGED = {
    **dict.fromkeys(("21-1011", "21-1014"), "21-1018"),
    **dict.fromkeys(("25-2055", "25-2056"), "25-2052"),
    **dict.fromkeys(("25-9042", "25-9043", "25-9049"), "25-9045"),
    **dict.fromkeys(("51-2022", "51-2023"), "51-2028"),
    **dict.fromkeys(("53-1042", "53-1043", "53-1044", "53-1049"), "53-1047"),
}


@transaction.atomic
def activate(release: Release) -> None:
    """Show a release on the site in place of the current one of its table, and update occupations."""
    show(release)
    update_occupations((release.table,))


@transaction.atomic
def show(release: Release) -> None:
    """Make a release the current one of its table."""
    others = Release.objects.select_for_update().filter(table=release.table, is_current=True)
    others.update(is_current=False)
    release.is_current, release.activated_at = True, timezone.now()
    release.save(update_fields=("is_current", "activated_at"))


def update_occupations(tables: Iterable[str]) -> None:
    """Update occupations after a change of the releases of these tables."""
    link_occupations()
    if not WITH_TITLES.isdisjoint(tables):
        index_titles()


def current_releases() -> dict[str, Release]:
    """The current release of each table, by table."""
    return {release.table: release for release in Release.objects.current()}


def published_code(soc_code: str, published: Container[str]) -> str | None:
    """The published code that covers a SOC code, or None: `29-2010` for `29-2011`."""
    return next((code for code in codes_covering(soc_code) if code in published), None)


def codes_covering(soc_code: str) -> tuple[str, ...]:
    """A SOC code and those into which it may be merged, the first choice first."""
    return soc_code, *filter(None, [MERGED.get(soc_code)]), f"{soc_code[:-1]}0"


def link_occupations() -> int:
    """Set whose pay and outlook each O*NET occupation has; returns how many have pay."""
    current = Release.objects.current()
    pay = Wage.objects.filter(release__in=current.filter(table=Release.Table.NATIONAL_WAGES))
    paid = set(pay.filter(occupation__level=Occupation.Level.DETAILED).values_list("occupation", flat=True))
    outlook = Projection.objects.filter(release__in=current.filter(table=Release.Table.PROJECTIONS))
    projected = set(outlook.values_list("occupation", flat=True))
    occupations = list(Occupation.objects.filter(level=Occupation.Level.ONET))
    changed = [occupation for occupation in occupations if _link(occupation, paid, projected)]
    Occupation.objects.bulk_update(changed, ["paid_as", "projected_as"], batch_size=500)
    return sum(occupation.paid_as_id is not None for occupation in occupations)


def _link(occupation: Occupation, paid: Container[str], projected: Container[str]) -> bool:
    """Set whose pay and outlook an occupation has; returns whether that changed."""
    before = (occupation.paid_as_id, occupation.projected_as_id)
    soc_code = occupation.code[:7]
    occupation.paid_as_id = published_code(soc_code, paid)
    occupation.projected_as_id = published_code(soc_code, projected)
    return before != (occupation.paid_as_id, occupation.projected_as_id)


@transaction.atomic
def index_titles() -> None:
    """Write the titles by which occupations are found."""
    OccupationTitle.objects.all().delete()
    titles = _titles()
    while some := list(islice(titles, AT_ONCE)):
        OccupationTitle.objects.bulk_create(some, ignore_conflicts=True)


def _titles() -> Iterator[OccupationTitle]:
    """All titles: own ones first, then the shortest first. Of titles with the same words, the first one is kept."""
    occupations = Occupation.objects.filter(level=Occupation.Level.ONET)
    yield from _with_words((code, title, True) for code, title in occupations.values_list("code", "title"))
    release = Release.objects.current().filter(table=Release.Table.ALTERNATE_TITLES)
    rows = AlternateTitle.objects.filter(release__in=release).values_list("occupation", "title", "short_title")
    titles = {
        (code, title)
        for code, long, short in rows.iterator(AT_ONCE)
        for title in (long, short, long.removesuffix(f" ({short})"))
    }
    yield from _with_words(
        (code, title, False) for code, title in sorted(titles, key=lambda pair: (len(pair[1]), pair))
    )


def _with_words(titles: Iterable[tuple[str, str, bool]]) -> Iterator[OccupationTitle]:
    for code, title, is_own in titles:
        if words := words_of(title):
            key, stems = " ".join((*words, *name_spellings(title).split())), " ".join(map(stem, words))
            yield OccupationTitle(occupation_id=code, title=title, is_own=is_own, key=key, stems=stems)
