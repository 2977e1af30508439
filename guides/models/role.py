"""Roles: the jobs that guides describe, with the key facts in columns."""

import uuid
from itertools import chain

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Prefetch, Q, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce, Greatest, Least
from django.utils import timezone

from guides.document.covering import COVERING
from guides.document.shape import Details, GuideDocument, KeyFacts
from guides.models.columns import ROW_LISTS, column, relation_of
from guides.models.fields import NameField
from guides.models.review import Review
from guides.models.revision import LiveInterval, Revision
from guides.models.state import number_of, value_of

OFFICIAL = "official"  # sorts after all dates


class KeyFactColumns(models.Model):
    """Key facts as typed columns: amounts in whole units of `currency` a year, growth in percent; empty if unknown."""

    summary = column(GuideDocument, "summary")
    category = column(Details, "category", db_index=True)
    education_level = column(Details, "education_level", db_index=True)
    remote_work = column(Details, "remote_work", db_index=True)
    time_to_qualify = column(Details, "time_to_qualify")
    cost_to_qualify = column(Details, "cost_to_qualify")
    currency = column(KeyFacts, "currency")
    country = column(KeyFacts, "country", help_text="The country of the pay figures, as in “US median”.")
    median_salary = column(KeyFacts, "median_salary", db_index=True)
    salary_low = column(KeyFacts, "salary_low")
    salary_high = column(KeyFacts, "salary_high")
    salary_high_is_open = column(KeyFacts, "salary_high_is_open", verbose_name="and more")
    growth_percent = column(KeyFacts, "growth_percent", db_index=True)
    growth_note = column(KeyFacts, "growth_note")
    annual_openings = column(KeyFacts, "annual_openings", db_index=True)
    annual_openings_is_approximate = column(KeyFacts, "annual_openings_is_approximate", verbose_name="approximately")
    typical_education = column(KeyFacts, "typical_education")

    class Meta:
        abstract = True
        constraints = (
            models.CheckConstraint(
                condition=Q(salary_low__lte=F("salary_high")) | Q(salary_low=None) | Q(salary_high=None),
                name="%(class)s_salary_low_lte_high",
                violation_error_message="The lower end of the pay range is above its upper end.",
            ),
            models.CheckConstraint(
                condition=Q(salary_high_is_open=False) | Q(salary_high__isnull=False),
                name="%(class)s_open_salary_has_high",
                violation_error_message="“And more” needs the upper end of the pay range.",
            ),
            models.CheckConstraint(
                condition=Q(annual_openings_is_approximate=False) | Q(annual_openings__isnull=False),
                name="%(class)s_approximate_openings_has_count",
                violation_error_message="“Approximately” needs a number of openings.",
            ),
            models.CheckConstraint(
                condition=~Q(currency="") | Q(median_salary=None, salary_low=None, salary_high=None),
                name="%(class)s_amounts_have_currency",
                violation_error_message="Amounts need a currency.",
            ),
            models.CheckConstraint(
                condition=(Q(median_salary=None) | Q(median_salary__gt=0))
                & (Q(salary_low=None) | Q(salary_low__gt=0))
                & (Q(salary_high=None) | Q(salary_high__gt=0)),
                name="%(class)s_amounts_above_zero",
                violation_error_message="An amount must be above 0. Leave it empty if it is unknown.",
            ),
        )


class RoleQuerySet(models.QuerySet):
    def present(self):
        """Roles that are not deleted."""
        return self.filter(deleted_at=None)

    def with_state(self, at=None):
        """Roles with the values that `states.state_of` describes, at a moment, by default now.

        `latest_sha256` and `live_sha256` identify the newest and the public document (or None). `live_until` is the end
        of the public revision, `scheduled_from` the start of the next one. `in_review` is true while a review is open.
        """
        moment, own = at or timezone.now(), {"role": OuterRef("pk")}
        revisions = Revision.objects.filter(**own).order_by("-number")
        live = LiveInterval.objects.at(moment).filter(**own)
        scheduled = LiveInterval.objects.scheduled(moment).filter(**own).order_by("live_from")
        return self.annotate(
            latest_sha256=Subquery(revisions.values("sha256")[:1]),
            live_sha256=Subquery(live.values("revision__sha256")[:1]),
            live_until=Subquery(live.values("live_until")[:1]),
            scheduled_from=Subquery(scheduled.values("live_from")[:1]),
            in_review=Exists(Review.objects.open().filter(**own)),
        )

    def with_age(self):
        """Roles with `figures_as_of`: the date of their figures as text, such as `2025-05`.

        This is the oldest date of a source of figures or of an editor's figure, or the date of the last check if it
        is later. Without a source it is `OFFICIAL` for roles with figures from official releases, which age only when
        a release comes out, and `""` for others. A source without a date counts as the oldest. Texts that start with
        the year sort like dates.
        """
        sources, known = (
            self.model._meta.get_field(name).related_model.objects.filter(role=OuterRef("pk"))
            for name in ("sources", "provenance")
        )
        of_figures = sources.filter(covers__in=set(chain(*COVERING.values())))
        as_of = Subquery(of_figures.order_by("as_of").values("as_of")[:1])
        editors = Subquery(known.filter(kind="editor").order_by("checked").values("checked")[:1])
        official = Case(When(Exists(known.exclude(kind="editor")), then=Value(OFFICIAL)), default=Value(""))
        checked = Cast("checked_at", models.CharField(max_length=40))
        oldest = Coalesce(Least(as_of, editors), as_of, editors, official)
        return self.annotate(figures_as_of=Greatest(oldest, Coalesce(checked, Value(""))))

    def with_parts(self):
        """Roles with the rows of all their parts, in one query per part."""
        industries = self.model._meta.get_field("industries").related_model.objects.select_related("industry")
        relations = dict.fromkeys(map(relation_of, ROW_LISTS)) | {"industries": industries}
        return self.prefetch_related(*(Prefetch(name, rows) for name, rows in relations.items()), "lead_picture")

    def get_by_natural_key(self, import_key):
        return self.get(import_key=import_key)


class Role(KeyFactColumns):
    """A job on the site. Its rows are the editors' working copy; readers see revisions.

    `import_key` is the slug of the role in the first text that contained or named it. It never changes, so texts still
    match their role after an editor renames it. A role without revisions is a draft. `lock_token` changes with the
    rows, so a form can tell whether they changed after it was opened. Deletion only marks a role: its revisions and
    addresses stay.
    """

    title = NameField()
    slug = models.SlugField(max_length=200, unique=True)
    import_key = models.SlugField(max_length=200, unique=True, editable=False)
    alternative_titles = models.JSONField(default=list, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="owned_roles"
    )
    lock_token = models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)
    checked_at = models.DateTimeField(null=True, blank=True, editable=False)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    deleted_at = models.DateTimeField(null=True, blank=True, editable=False, db_index=True)
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )

    lead_picture = models.ForeignKey(
        "guides.Picture",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="led_roles",
        help_text="Shown next to the summary and in the share image.",
    )
    lead_picture_alt = NameField(
        "alternative text",
        blank=True,
        help_text="What the picture shows, for readers who cannot see it. Leave empty to use the picture's own text.",
    )
    focus_x = models.PositiveSmallIntegerField(
        "focus from the left, in %", default=50, validators=[MaxValueValidator(100)]
    )
    focus_y = models.PositiveSmallIntegerField(
        "focus from the top, in %", default=50, validators=[MaxValueValidator(100)]
    )

    objects = RoleQuerySet.as_manager()

    class Meta(KeyFactColumns.Meta):
        ordering = ("title", "pk")
        constraints = (
            *KeyFactColumns.Meta.constraints,
            models.CheckConstraint(
                condition=Q(lead_picture=None, lead_picture_alt="")
                | (Q(lead_picture__isnull=False) & ~Q(lead_picture_alt="")),
                name="role_lead_picture_has_alternative_text",
                violation_error_message="Describe what the lead picture shows.",
            ),
            models.CheckConstraint(
                condition=Q(focus_x__lte=100, focus_y__lte=100), name="role_focus_is_within_the_picture"
            ),
        )
        permissions = (("publish_role", "Can publish and unpublish guides"),)

    def __str__(self):
        return self.title

    def natural_key(self):
        return (self.import_key,)


def deletion_state(at) -> dict[str, Subquery]:
    """Values that change when a role is deleted or restored: its address then answers 410 or 404."""
    deleted = Role.objects.exclude(deleted_at=None)
    return {
        "deleted": number_of(deleted),
        "last_deleted": value_of(deleted.order_by("-deleted_at"), "deleted_at"),
    }
