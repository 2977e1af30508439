"""The jobs to choose from for a comparison: those like the first one, all guides, or what a search finds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from guides.finding.comparing.facts import median_words
from guides.finding.comparing.jobs import Job, key_of
from guides.finding.neighbors import nearest
from guides.finding.occupations import OccupationMatch, find_occupations
from guides.finding.search import guides_of, search
from guides.models import GuideIndex, Skill
from guides.official.models import RelatedOccupation, Release
from guides.pages.neighbors import GuideCard
from guides.pages.other_pay import pay_lines
from guides.pages.pay import card_sources
from guides.pages.provenance import SourceNote, notes_on, sources_in
from guides.rendering.money import format_money

PAGE_SIZE = 24
MOST_RELATED = 6


@dataclass(frozen=True, slots=True)
class Option:
    """A job to choose: its median pay in words with the source, and the alternative title that a search matched."""

    key: str
    title: str
    pay: str = ""
    notes: tuple[SourceNote, ...] = ()
    also: str = ""
    is_occupation: bool = False


def option_of(job: Job) -> Option:
    facts, other_pay = job.document.key_facts, [pay for pay in job.document.other_pay if not pay.level]
    known = sources_in(job.document).of_facts(facts, has_other_pay=bool(other_pay), names=("median_salary",))
    return Option(job.key, job.title, median_words(job.document), notes_on(known), is_occupation=job.is_occupation)


def like(chosen: Sequence[Job]) -> list[Option]:
    """Jobs that are most like the first chosen one."""
    first, taken = chosen[0], {job.key for job in chosen}
    if first.is_occupation:
        options = [_guide_option(first.guide)] if first.guide else []
        options += _related(first.document.slug)
    else:
        own = Skill.objects.filter(pk__in=[skill.pk for skill in first.skills])
        options = [_guide_option(guide) for guide in nearest(first.document, own, sharing=(), shown=taken)]
    return [option for option in options if option.key not in taken]


def _related(code: str) -> list[Option]:
    """The occupations most alike, the most alike first."""
    release = Release.objects.current().filter(table=Release.Table.RELATED)
    rows = RelatedOccupation.objects.filter(release__in=release, occupation=code).select_related("related")
    return [
        Option(key_of(row.related_id), row.related.title, is_occupation=True)
        for row in rows.order_by("position")[:MOST_RELATED]
    ]


def _guide_option(card: GuideCard) -> Option:
    yearly = [] if card.median_salary is None else [f"{format_money(card.median_salary, card.currency)} a year"]
    other = [line.text for line in pay_lines(card.other_pay, of_levels=False) if line.label == "Median pay"]
    return Option(card.slug, card.title, "; ".join((*yearly, *other)), notes_on(card_sources(card, ("median_salary",))))


def _occupation_option(match: OccupationMatch) -> Option:
    title, also = ("".join(part.text for part in parts) for parts in (match.title, match.also))
    return Option(key_of(match.code), title, also=also, is_occupation=True)


@dataclass(frozen=True)
class Offers:
    """Options in a sequence that is read a page at a time: with words the guides and then the occupations that fit
    them, without words all guides by title. `taken` jobs are left out."""

    words: str
    taken: frozenset[str]

    def count(self) -> int:
        return self._guides + len(self._occupations)

    __len__ = count

    def __getitem__(self, part: slice) -> list[Option]:
        options = [_guide_option(guide) for guide in self._guides_of(part)]
        rest = slice(max(part.start - self._guides, 0), max(part.stop - self._guides, 0))
        options += map(_occupation_option, self._occupations[rest])
        return [option for option in options if option.key not in self.taken]

    @cached_property
    def _guides(self) -> int:
        return len(self._found) if self.words else GuideIndex.objects.live().count()

    @cached_property
    def _found(self) -> Sequence[int]:
        """The revisions that a search finds, best match first."""
        return search(self.words).revisions

    @cached_property
    def _occupations(self) -> list[OccupationMatch]:
        return find_occupations(self.words) if self.words else []

    def _guides_of(self, part: slice) -> Iterable[GuideIndex]:
        if part.start >= self._guides:
            return []
        if not self.words:
            return GuideIndex.objects.live()[part]
        return guides_of(self._found[part])
