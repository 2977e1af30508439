"""Outlook in bands of our own, so that a percentage reads the same on every page."""

from dataclasses import dataclass

from guides.rendering.money import format_growth


@dataclass(frozen=True, slots=True)
class Band:
    """A range of projected growth, from `low` to `high`, both included, in tenths of a percent."""

    key: str
    label: str
    low: int | None
    high: int | None

    def covers(self, growth: int) -> bool:
        return (self.low is None or growth >= self.low) and (self.high is None or growth <= self.high)

    @property
    def range(self) -> str:
        """`−1% to +1%`, `+10% or more`"""
        if self.low is None:
            return f"{growth_words(self.high)} or less"
        if self.high is None:
            return f"{growth_words(self.low)} or more"
        return f"{growth_words(self.low)} to {growth_words(self.high)}"


BANDS = (
    Band("very-fast", "Growing very fast", 100, None),
    Band("fast", "Growing fast", 50, 99),
    Band("growing", "Growing", 11, 49),
    Band("steady", "Little or no change", -10, 10),
    Band("shrinking", "Shrinking", None, -11),
)


def outlook_band(growth: int) -> Band:
    return next(band for band in BANDS if band.covers(growth))


def growth_note(growth: int, release: str) -> str:
    """Growth in tenths of a percent as the note of a guide: `shrinking, 2024–34`."""
    label = outlook_band(growth).label
    return f"{label[:1].lower()}{label[1:]}, {release}"


def growth_words(tenths: int) -> str:
    """`+3.1%`, `−5%`"""
    return format_growth(percent_of(tenths))


def percent_of(tenths: int) -> int | float:
    """Tenths of a percent as the percentage of a guide: 55 is 5.5, 50 is 5."""
    return tenths // 10 if tenths % 10 == 0 else tenths / 10
