"""Searches for work on other sites, which guides link to."""

import re
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.models import Subquery

from guides.document.countries import country_code
from guides.document.kinds import LONGEST_URL
from guides.models.fields import NameField
from guides.models.state import number_of, value_of
from guides.pages.job_searches import CODE, TITLE

PLACEHOLDER = re.compile(r"\{[^{}]*\}|[{}]")


def validate_pattern(address: str) -> None:
    """Raise ValidationError for anything but a public https address with one place for the job."""
    found = PLACEHOLDER.findall(address)
    if found not in ([TITLE], [CODE]):
        raise ValidationError(f"Put {TITLE} or {CODE} where the search takes the job, once.")
    filled = address.replace(found[0], "x")
    try:
        URLValidator(schemes=["https"])(filled)
        parts = urlsplit(filled)
    except (ValidationError, ValueError) as error:
        raise ValidationError("Enter an address that begins with https://.") from error
    if "@" in parts.netloc:
        raise ValidationError("Leave the user name and password out of the address.")
    if found[0] in address.partition("://")[2][: len(parts.netloc)]:
        raise ValidationError(f"Put {found[0]} behind the name of the site.")


def validate_country(code: str) -> None:
    """Raise ValidationError for anything but the ISO code of a country."""
    if country_code(code) != code:
        raise ValidationError("Enter a country, or its two-letter code such as US.")


class JobSearchQuerySet(models.QuerySet):
    def shown(self):
        return self.filter(is_shown=True)

    def get_by_natural_key(self, country, label):
        return self.get(country=country, label=label)


class JobSearch(models.Model):
    """A public search for jobs or apprenticeships; `address` has `{title}` or `{code}` in the place of the job.

    Without a country it is for guides to whose country no other search belongs.
    """

    class Kind(models.TextChoices):
        JOBS = "jobs", "Jobs"
        APPRENTICESHIPS = "apprenticeships", "Apprenticeships"

    label = NameField(help_text="The name of the site, as readers know it.")
    address = models.CharField(
        max_length=LONGEST_URL,
        validators=[validate_pattern],
        help_text="The address of a search, with {title} in the place of the job or {code} in the place of its O*NET "
        "code, such as https://example.org/search?q={title}.",
    )
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.JOBS)
    country = models.CharField(
        max_length=2,
        blank=True,
        validators=[validate_country],
        help_text="The country whose guides link to it, such as US. Empty: guides to whose country no search belongs.",
    )
    position = models.PositiveIntegerField(default=1, help_text="Lower numbers come first.")
    is_shown = models.BooleanField("shown on guides", default=True)
    changed_at = models.DateTimeField(auto_now=True, db_index=True)

    objects = JobSearchQuerySet.as_manager()

    class Meta:
        ordering = ("country", "-kind", "position", "label")
        verbose_name_plural = "job searches"
        constraints = (
            models.UniqueConstraint(
                fields=("country", "label"),
                name="jobsearch_label_unique",
                violation_error_message="This country has a search with this name already.",
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=("jobs", "apprenticeships")), name="jobsearch_kind_known"
            ),
        )

    def __str__(self):
        return self.label

    def natural_key(self):
        return (self.country, self.label)


def job_search_state(at) -> dict[str, Subquery]:
    """Values that change when a search is added, changed or deleted."""
    searches = JobSearch.objects.order_by()
    return {"number": number_of(searches), "last_changed": value_of(searches.order_by("-changed_at"), "changed_at")}
