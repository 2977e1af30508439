"""Whose pay is shown for an O*NET occupation: that of its SOC code, or of the code into which it is merged."""

from collections.abc import Container

from django.db import transaction

from guides.official.models import Occupation, Wage

# Codes that are merged into one whose digits do not say so. Elsewhere the last digit of the merged code is 0.
# Source: the structure of the May 2025 estimates, https://www.bls.gov/oes/soc_2018.htm
MERGED = {
    **dict.fromkeys(("21-1011", "21-1014"), "21-1018"),
    **dict.fromkeys(("25-2055", "25-2056"), "25-2052"),
    **dict.fromkeys(("25-9042", "25-9043", "25-9049"), "25-9045"),
    **dict.fromkeys(("51-2022", "51-2023"), "51-2028"),
    **dict.fromkeys(("53-1042", "53-1043", "53-1044", "53-1049"), "53-1047"),
}


def paid_code(soc_code: str, published: Container[str]) -> str | None:
    """The published code that covers a SOC code, or None: `29-2010` for `29-2011`."""
    candidates = (soc_code, MERGED.get(soc_code, ""), f"{soc_code[:-1]}0")
    return next((code for code in candidates if code in published), None)


@transaction.atomic
def link_pay() -> int:
    """Set the occupation whose pay is shown for each O*NET occupation; returns how many have one."""
    published = set(
        Wage.objects.filter(
            release__is_current=True, release__table="national_wages", occupation__level=Occupation.Level.DETAILED
        ).values_list("occupation", flat=True)
    )
    occupations = list(Occupation.objects.filter(level=Occupation.Level.ONET))
    for occupation in occupations:
        occupation.paid_as_id = paid_code(occupation.code[:7], published)
    Occupation.objects.bulk_update(occupations, ["paid_as"], batch_size=500)
    return sum(occupation.paid_as_id is not None for occupation in occupations)
