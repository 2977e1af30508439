"""The rows of a role: every list in a guide.

`rows_of` names the list of the document that a model stores; its columns come from there, and the model itself adds
only what the document does not know. Lists without a model of their own get one at the end; `material.py` has those of
material.
"""

from django.db import models
from django.db.models import F, Q

from guides.document.material import MATERIAL
from guides.document.other_pay import PAY_FIGURES, PAY_PERIODS
from guides.document.provenance import FIGURES, OEWS, PROJECTIONS, PROVENANCE_KINDS
from guides.document.shape import CURRENCIES, LISTS
from guides.models.columns import ROW_LISTS, relation_of
from guides.models.role import Role
from guides.models.role_part import Marked, RolePart, RowsOfList
from guides.models.vocabulary import Industry, Skill

SOURCE_OPTIONS = {
    "covers": {"default": "key_facts", "help_text": "What it covers: key_facts, salary_levels, …"},
    "as_of": {"help_text": "2025, 2025-05 or 2025-05-31"},
}


class Source(RolePart, rows_of="details.sources", options=SOURCE_OPTIONS):
    """A source of the guide's figures; `covers` names them, `as_of` is their year, month or day."""


OCCUPATION_OPTIONS = {
    "code": {"help_text": "An O*NET code, such as 43-4051.00. The first one without a level is the main occupation."},
    "level": {"help_text": "The title of a level, if the occupation is that of a level only."},
}


class OccupationLink(RolePart, rows_of="details.occupations", options=OCCUPATION_OPTIONS):
    """An official occupation that the guide covers, or that one of its levels belongs to."""

    class Meta(RolePart.Meta):
        verbose_name = "official occupation"
        constraints = (
            *RolePart.Meta.constraints,
            models.UniqueConstraint(
                fields=("role", "code", "level"),
                name="occupationlink_unique",
                violation_error_message="This occupation is already linked.",
            ),
            models.CheckConstraint(
                condition=Q(code__regex=r"^[0-9]{2}-[0-9]{4}\.[0-9]{2}$"),
                name="occupationlink_code",
                violation_error_message="Enter an O*NET code such as 43-4051.00.",
            ),
        )


LICENSE_OPTIONS = {
    "name": {"help_text": "The license or certificate, in the singular."},
    "body": {"verbose_name": "granted by", "help_text": "Who grants it, such as a state board."},
    "where": {"verbose_name": "applies in", "help_text": "Such as “all states” or “varies by state”."},
    "url": {"help_text": "The official page about it."},
}


class License(RolePart, rows_of="details.licenses", options=LICENSE_OPTIONS):
    """A license or certificate that the work requires."""

    class Meta(RolePart.Meta):
        constraints = (
            *RolePart.Meta.constraints,
            models.UniqueConstraint(
                fields=("role", "name", "where"),
                name="license_unique",
                violation_error_message="This license is already listed for the same place.",
            ),
        )


PROVENANCE_OPTIONS = {
    "level": {"help_text": "The title of the level, for its median or average."},
    "value": {"help_text": "The figure that was checked. It must be the figure of the guide."},
    "source": {"help_text": f"{OEWS} or {PROJECTIONS} for published and derived figures, else the name of the source."},
    "release": {"help_text": "Such as May 2025 or 2024–34. Leave empty for a figure from an editor."},
    "series": {"help_text": "For a published figure, such as 43-4051 annual median."},
    "formula": {
        "help_text": "For a derived figure: a series, or “midpoint of” two of them with “and” between.",
    },
    "checked": {"help_text": "When an editor checked the source: 2025, 2025-05 or 2025-05-31."},
}


class Provenance(RolePart, rows_of="provenance", options=PROVENANCE_OPTIONS):
    """How a figure of the key facts or of a level is known. Other figures are shown as the guide's text has them."""

    class Meta(RolePart.Meta):
        verbose_name = "source of a figure"
        verbose_name_plural = "sources of single figures"
        constraints = (
            *RolePart.Meta.constraints,
            models.UniqueConstraint(
                fields=("role", "figure", "level"),
                name="provenance_unique",
                violation_error_message="This figure already has a source.",
            ),
            models.CheckConstraint(
                condition=Q(figure__in=tuple(FIGURES), kind__in=PROVENANCE_KINDS), name="provenance_choices_known"
            ),
        )


class RoleIndustry(RolePart):
    """An industry of a role; the position is its rank."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="industries")
    industry = models.ForeignKey(Industry, on_delete=models.PROTECT, related_name="roles")

    class Meta(RolePart.Meta):
        verbose_name_plural = "top industries"

    def __str__(self):
        return str(self.industry)


class Section(RolePart, rows_of="sections", options={"body": {"help_text": "Markdown"}}):
    """A section of the guide's text."""


class Responsibility(RolePart, rows_of="responsibilities"):
    """A task of the job."""

    class Meta(RolePart.Meta):
        verbose_name_plural = "responsibilities"


class EducationRequirement(RolePart, Marked, rows_of="education_requirements"):
    """A degree, certificate or license."""

    class Meta(Marked.Meta, RolePart.Meta):
        pass


class RoleSkill(RolePart, Marked, rows_of="skills"):
    """A required skill in the guide's own words, linked to the skill that roles share."""

    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, related_name="role_skills", editable=False)

    class Meta(Marked.Meta, RolePart.Meta):
        pass


class Step(RolePart, rows_of="steps"):
    """A step toward the job; the position is its number."""

    def __str__(self):
        return f"Step {self.position}"


class SalaryLevel(RolePart, rows_of="salary_levels"):
    """Pay at a level: whole units of the role's currency a year."""

    class Meta(RolePart.Meta):
        constraints = (
            *RolePart.Meta.constraints,
            models.CheckConstraint(
                condition=Q(median__gt=0, average__gt=0),
                name="salarylevel_amounts_above_zero",
                violation_error_message="An amount must be above 0.",
            ),
        )


OTHER_PAY_OPTIONS = {
    "figure": {"default": "median", "help_text": "What the pay is: the median, the average or the range."},
    "level": {"help_text": "The title of the level. Leave empty for the role as a whole."},
    "words": {"verbose_name": "pay", "help_text": "Such as $18.50 an hour, £120 - £150 per day, $239,200+."},
}


class OtherPay(RolePart, rows_of="other_pay", options=OTHER_PAY_OPTIONS):
    """Pay that is not a whole amount a year, in cents; its amounts and period are parsed from `words`."""

    class Meta(RolePart.Meta):
        verbose_name_plural = "other pay"
        constraints = (
            *RolePart.Meta.constraints,
            models.CheckConstraint(
                condition=(Q(cents__gt=0) | Q(cents=None))
                & (Q(cents_high__gt=0) | Q(cents_high=None))
                & (Q(cents__isnull=False) | Q(cents_high__isnull=False)),
                name="otherpay_amounts_above_zero",
                violation_error_message="An amount must be above 0.",
            ),
            models.CheckConstraint(
                condition=Q(cents__lte=F("cents_high")) | Q(cents=None) | Q(cents_high=None),
                name="otherpay_cents_lte_high",
                violation_error_message="The lower end of the pay range is above its upper end.",
            ),
            models.CheckConstraint(
                condition=Q(figure__in=PAY_FIGURES, period__in=PAY_PERIODS, currency__in=CURRENCIES),
                name="otherpay_choices_known",
                violation_error_message="Choose what the pay is and its currency.",
            ),
        )


EXPERIENCE = {"help_text": "Such as 0-1 year, 5 years, 18+ years, up to 2 years, two to four years."}


class CareerStep(RolePart, rows_of="career_path", options={"experience": EXPERIENCE}):
    """A level of the career ladder; its years are parsed from `experience` and saved with it."""

    class Meta(RolePart.Meta):
        constraints = (
            *RolePart.Meta.constraints,
            models.CheckConstraint(
                condition=Q(years_min__lte=F("years_max")) | Q(years_min=None) | Q(years_max=None),
                name="careerstep_years_min_lte_max",
                violation_error_message="The first year of experience is after the last.",
            ),
        )


class Specialization(RolePart, rows_of="specializations"):
    """A direction in which people in the role can specialize."""


class ProCon(RolePart, rows_of="pros"):
    """An advantage or disadvantage of the job: two lists of the document in one table."""

    class Kind(models.TextChoices):
        PRO = "pro", "Pro"
        CON = "con", "Con"

    kind = models.CharField(max_length=3, choices=Kind)

    class Meta(RolePart.Meta):
        verbose_name = "pro or con"
        verbose_name_plural = "pros and cons"


class FAQ(RolePart, rows_of="faqs"):
    """A frequently asked question and its answer."""

    class Meta(RolePart.Meta):
        verbose_name = "question"


class Resource(RolePart, rows_of="resources"):
    """A tool or page that the guide offers its readers."""


class RelatedRole(RolePart, rows_of="related"):
    """Another role under the title and slug used in this guide; `target` is that role today."""

    target = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="mentions")

    class Meta(RolePart.Meta):
        constraints = (
            *RolePart.Meta.constraints,
            models.UniqueConstraint(fields=("role", "slug"), name="relatedrole_slug_unique"),
            models.UniqueConstraint(
                fields=("role", "target"),
                name="relatedrole_target_unique",
                violation_error_message="This role is already related.",
            ),
            models.CheckConstraint(
                condition=~Q(role=F("target")),
                name="relatedrole_is_another",
                violation_error_message="A role cannot be related to itself.",
            ),
        )


def _model_of(path: str) -> type[RolePart]:
    """Build the model of a list without extra columns, named after its dataclass or else after the list."""
    words = relation_of(path).replace("_", " ")
    name = LISTS[path].type.__name__ if LISTS[path].is_part else words.title().replace(" ", "")
    meta = type("Meta", (RolePart.Meta,), {"verbose_name_plural": words})
    return RowsOfList(name, (RolePart,), {"__module__": __name__, "Meta": meta}, rows_of=path)


_KNOWN = {model._meta.get_field("role").remote_field.related_name for model in RolePart.__subclasses__()}
PLAIN_PARTS = tuple(_model_of(path) for path in ROW_LISTS if path not in MATERIAL and relation_of(path) not in _KNOWN)
