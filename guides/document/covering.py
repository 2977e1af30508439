"""What a source of figures may cover."""

from guides.document.shape import KeyFacts

KEY_FACT_NAMES = {"key_facts", "pay", "growth", "outlook", "openings", "education", "industries"} | set(
    KeyFacts.__dataclass_fields__
)
QUALIFYING = "qualifying"  # time and cost to qualify, and licenses
# What a source may cover to be the source of a figure, the closest first.
_PAY, _LEVELS = ("pay", "key_facts"), ("salary_levels", "pay_by_level")
COVERING = {
    "median_salary": ("median_salary", *_PAY),
    "salary_low": ("salary_low", *_PAY),
    "salary_high": ("salary_high", *_PAY),
    "growth_percent": ("growth_percent", "growth", "outlook", "key_facts"),
    "annual_openings": ("annual_openings", "openings", "key_facts"),
    "other_pay": ("other_pay", *_PAY),
    "median": _LEVELS,
    "average": _LEVELS,
}
