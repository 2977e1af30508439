"""The index of published revisions, queried by lists, filters and pages across roles; written by `indexing`."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from guides.document.kinds import LONGEST_NAME
from guides.document.other_pay import OtherPay
from guides.document.provenance import Provenance
from guides.document.shape import Source
from guides.models.fields import BodyField, KeyField, LineField, NameField
from guides.models.revision import PublishedSlug, Revision, covers
from guides.models.role import KeyFactColumns
from guides.models.vocabulary import Skill


def other_pay_of(rows: list[dict]) -> tuple[OtherPay, ...]:
    return tuple(OtherPay(**row) for row in rows)


class GuideIndexQuerySet(models.QuerySet):
    def live(self, at=None):
        """Index rows of the revisions that are public at a moment, by default now."""
        return self.filter(covers(at or timezone.now(), "revision__live_intervals__"))

    def known_as(self, slugs, at=None):
        """Rows of roles with one of these current or former addresses, which becomes their `known_slug`."""
        address = "revision__role__published_slugs"
        known = self.filter(**{f"{address}__slug__in": slugs, f"{address}__public_from__lte": at or timezone.now()})
        return known.annotate(known_slug=F(f"{address}__slug"))

    def called(self, slugs):
        """Rows with an alternative title that has one of these addresses, which becomes their `known_slug`."""
        return self.filter(alternative_titles__slug__in=slugs).annotate(known_slug=F("alternative_titles__slug"))

    def get_by_natural_key(self, import_key, number):
        return self.get(revision__role__import_key=import_key, revision__number=number)


class GuideIndex(KeyFactColumns):
    """The facts of a published revision. `title_key` sorts and compares titles without regard to case.

    `other_pay_rows` has the fields of the other pay of the role itself, without that of its levels, `provenance_rows`
    and `source_rows` what the document says about its figures.
    """

    revision = models.OneToOneField(Revision, on_delete=models.CASCADE, related_name="index")
    title = NameField()
    title_key = KeyField(source="title", db_index=True)
    slug = models.SlugField(max_length=200)
    other_pay_rows = models.JSONField(default=list, blank=True)
    provenance_rows = models.JSONField(default=list, blank=True)
    source_rows = models.JSONField(default=list, blank=True)

    objects = GuideIndexQuerySet.as_manager()

    class Meta(KeyFactColumns.Meta):
        ordering = ("title_key", "pk")
        verbose_name_plural = "guide index"

    def __str__(self):
        return self.title

    @property
    def other_pay(self) -> tuple[OtherPay, ...]:
        return other_pay_of(self.other_pay_rows)

    @property
    def provenance(self) -> tuple[Provenance, ...]:
        return tuple(Provenance(**row) for row in self.provenance_rows)

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(Source(**row) for row in self.source_rows)

    def natural_key(self):
        return self.revision.natural_key()

    natural_key.dependencies = ("guides.revision",)


class IndexRowManager(models.Manager):
    def get_by_natural_key(self, import_key, number, position):
        return self.get(guide__revision__role__import_key=import_key, guide__revision__number=number, position=position)


class IndexRow(models.Model):
    guide = models.ForeignKey(GuideIndex, on_delete=models.CASCADE)
    position = models.PositiveIntegerField()

    objects = IndexRowManager()

    class Meta:
        abstract = True
        ordering = ("guide_id", "position")
        constraints = (models.UniqueConstraint(fields=("guide", "position"), name="%(class)s_position_unique"),)

    def natural_key(self):
        return (*self.guide.natural_key(), self.position)

    natural_key.dependencies = ("guides.guideindex",)


class SalaryLevelIndex(IndexRow):
    """Pay at a level: whole units of `currency` a year, None if the guide only states it otherwise.

    `other_pay_rows` has the fields of its other pay in this currency.
    """

    guide = models.ForeignKey(GuideIndex, on_delete=models.CASCADE, related_name="levels")
    title = NameField()
    title_key = KeyField(source="title", db_index=True)
    currency = models.CharField(max_length=3)
    median = models.PositiveBigIntegerField(null=True, blank=True, db_index=True)
    average = models.PositiveBigIntegerField(null=True, blank=True)
    other_pay_rows = models.JSONField(default=list, blank=True)

    class Meta(IndexRow.Meta):
        constraints = (
            *IndexRow.Meta.constraints,
            models.CheckConstraint(
                condition=Q(average=None) | Q(median__isnull=False), name="%(class)s_average_beside_median"
            ),
        )

    def __str__(self):
        return self.title

    @property
    def other_pay(self) -> tuple[OtherPay, ...]:
        return other_pay_of(self.other_pay_rows)


class AlternativeTitleIndex(IndexRow):
    """Another title of the role; the address it would have leads to this guide while no guide of its own is there."""

    guide = models.ForeignKey(GuideIndex, on_delete=models.CASCADE, related_name="alternative_titles")
    title = NameField()
    slug = models.SlugField(max_length=200)

    class Meta(IndexRow.Meta):
        pass

    def __str__(self):
        return self.title


class OccupationIndex(IndexRow):
    """An official occupation that the guide covers, the main one first, or with a level the one of that level."""

    guide = models.ForeignKey(GuideIndex, on_delete=models.CASCADE, related_name="occupations")
    code = models.CharField(max_length=10, db_index=True)
    level = NameField(blank=True)

    class Meta(IndexRow.Meta):
        pass

    def __str__(self):
        return self.code


class IndustryIndex(IndexRow):
    """An industry of the guide's key facts under its address in links; names without one have no row."""

    guide = models.ForeignKey(GuideIndex, on_delete=models.CASCADE, related_name="industries")
    name = NameField()
    slug = models.SlugField(max_length=LONGEST_NAME)

    class Meta(IndexRow.Meta):
        pass

    def __str__(self):
        return self.name


class SkillIndex(IndexRow):
    """A skill that the guide requires, in its own words; `detail` is how it is used."""

    guide = models.ForeignKey(GuideIndex, on_delete=models.CASCADE, related_name="skills")
    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, related_name="index_rows")
    kind = models.CharField(max_length=10)
    name = NameField()
    detail = LineField(blank=True)

    class Meta(IndexRow.Meta):
        pass

    def __str__(self):
        return self.name


class CareerStepIndex(IndexRow):
    """The title of a level of the guide's career ladder, to find ladders that share levels."""

    guide = models.ForeignKey(GuideIndex, on_delete=models.CASCADE, related_name="career_steps")
    title = NameField()
    title_key = KeyField(source="title", db_index=True)

    class Meta(IndexRow.Meta):
        pass

    def __str__(self):
        return self.title


class RelatedRoleIndexQuerySet(models.QuerySet):
    def drafts(self):
        """Rows of live guides that name a role without a live or deleted guide. Several rows can name the same role.

        An alternative title of a live guide has that guide.
        """
        live_roles = Revision.objects.live().values("role")
        with_guide = PublishedSlug.objects.at().filter(Q(role__in=live_roles) | Q(role__deleted_at__isnull=False))
        live = GuideIndex.objects.live().order_by()
        called = AlternativeTitleIndex.objects.filter(guide__in=live.values("pk")).order_by()
        rows = self.filter(guide__in=live.values("pk")).exclude(slug__in=with_guide.values("slug"))
        return rows.exclude(slug__in=called.values("slug"))

    def get_by_natural_key(self, import_key, number, position):
        return self.get(guide__revision__role__import_key=import_key, guide__revision__number=number, position=position)


class RelatedRoleIndex(IndexRow):
    """A related role under the title and slug used in the guide, with the guide's text about it."""

    guide = models.ForeignKey(GuideIndex, on_delete=models.CASCADE, related_name="related_roles")
    title = NameField()
    slug = models.SlugField(max_length=200)
    blurb = BodyField(blank=True)

    objects = RelatedRoleIndexQuerySet.as_manager()

    class Meta(IndexRow.Meta):
        pass

    def __str__(self):
        return self.title
