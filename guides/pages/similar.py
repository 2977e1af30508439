"""Similar jobs: the related roles of a guide and the guides nearest to it, as a table."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from guides.document.shape import GuideDocument, RelatedRole
from guides.pages.neighbors import NeighborCard, Neighbors
from guides.pages.part import Part
from guides.pages.pay import card_sources
from guides.pages.provenance import SourceNote, notes_on
from guides.rendering.markdown import render_markdown
from guides.rendering.money import median_difference
from guides.rendering.words import description_of


@dataclass(frozen=True, slots=True)
class SimilarJob:
    """A job with a guide, under the title and in the words of this guide, or else in those of its own.

    `difference` is its median a year minus this role's, if both are in one currency; `skill_count` is the number of
    skills of this role.
    """

    card: NeighborCard
    title: str
    words: SafeString | str
    skill_count: int
    difference: int | None
    notes: tuple[SourceNote, ...]


@dataclass(frozen=True, slots=True)
class OtherJob:
    """A related role without a guide, and what this guide tells about it."""

    title: str
    slug: str
    words: SafeString


@dataclass(frozen=True, slots=True)
class SimilarJobs(Part):
    """`items` are SimilarJobs, `others` OtherJobs. `slug` is this guide's, empty in a preview, which has no links."""

    others: tuple[OtherJob, ...] = ()
    slug: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.items or self.others)

    @property
    def has_words_on_others(self) -> bool:
        return any(job.words for job in self.others)


def similar_jobs(document: GuideDocument, neighbors: Neighbors) -> SimilarJobs:
    """The related roles with a guide in the order of the text, then the nearest guides, then roles without a guide."""
    related = [(role, neighbors.related.get(role.slug)) for role in document.related]
    others = (role for role, card in related if not card)
    return SimilarJobs(
        "similar",
        items=(
            *(_similar(document, card, role) for role, card in related if card),
            *(_similar(document, card) for card in neighbors.nearest),
        ),
        others=tuple(OtherJob(role.title, role.slug, render_markdown(role.blurb)) for role in others),
        slug=neighbors.slug,
    )


def _similar(document: GuideDocument, card: NeighborCard, role: RelatedRole | None = None) -> SimilarJob:
    return SimilarJob(
        card=card,
        title=role.title if role else card.title,
        words=render_markdown(role.blurb) if role and role.blurb else description_of(card.summary),
        skill_count=len(document.skills),
        difference=median_difference(document.key_facts, card),
        notes=notes_on(card_sources(card, ("median_salary",))),
    )
