"""The rows of a role: everything in a guide that comes in a list."""

from django.db import models
from django.db.models import F, Q

from guides.document.kinds import LONGEST_QUESTION, LONGEST_URL
from guides.document.shape import IMPORTANCES, RESOURCE_KINDS, SECTION_KINDS, SKILL_KINDS
from guides.models.fields import IMPORTANCE_CHOICES, BodyField, LineField, NameField, choices
from guides.models.role import Role
from guides.models.vocabulary import Industry, Skill


class RolePartManager(models.Manager):
    def get_by_natural_key(self, import_key, position):
        return self.get(role__import_key=import_key, position=position)


class RolePart(models.Model):
    """A row of a role. Positions count from 1 without gaps; `positions.save_in_order` writes them."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE)
    position = models.PositiveIntegerField()

    objects = RolePartManager()

    class Meta:
        abstract = True
        ordering = ("role_id", "position")
        constraints = (models.UniqueConstraint(fields=("role", "position"), name="%(class)s_position_unique"),)

    def natural_key(self):
        return (self.role.import_key, self.position)

    natural_key.dependencies = ("guides.role",)


class Source(RolePart):
    """Where figures of the guide are from; `covers` names them, `as_of` is their year, month or day."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="sources")
    covers = NameField(default="key_facts", help_text="What it covers: key_facts, salary_levels, …")
    name = NameField()
    url = models.URLField(max_length=LONGEST_URL, blank=True)
    as_of = models.CharField(max_length=10, blank=True, help_text="2025, 2025-05 or 2025-05-31")

    class Meta(RolePart.Meta):
        pass

    def __str__(self):
        return self.name


class RoleIndustry(RolePart):
    """An industry of a role; the position is its rank."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="industries")
    industry = models.ForeignKey(Industry, on_delete=models.PROTECT, related_name="roles")

    class Meta(RolePart.Meta):
        verbose_name_plural = "top industries"

    def __str__(self):
        return str(self.industry)


class Section(RolePart):
    """A part of the guide in words."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="sections")
    kind = models.CharField(max_length=30, choices=choices(SECTION_KINDS))
    heading = NameField()
    body = BodyField(help_text="Markdown")

    class Meta(RolePart.Meta):
        pass

    def __str__(self):
        return self.heading


class Responsibility(RolePart):
    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="responsibilities")
    text = LineField()

    class Meta(RolePart.Meta):
        verbose_name_plural = "responsibilities"

    def __str__(self):
        return self.text


class Marked(models.Model):
    """What a role asks of a person, which an editor may mark as essential or useful."""

    importance = models.CharField(
        max_length=10,
        blank=True,
        choices=IMPORTANCE_CHOICES,
        help_text="A must-have, or useful to have, for who hires; without a mark it stands in the guide's order.",
    )

    class Meta:
        abstract = True
        constraints = (
            *RolePart.Meta.constraints,
            models.CheckConstraint(condition=Q(importance__in=("", *IMPORTANCES)), name="%(class)s_importance_known"),
        )


class EducationRequirement(RolePart, Marked):
    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="education_requirements")
    text = LineField()

    class Meta(Marked.Meta, RolePart.Meta):
        pass

    def __str__(self):
        return self.text


class RoleSkill(RolePart, Marked):
    """A skill that the role asks for in the guide's own words, pointing at the skill that roles share."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="skills")
    kind = models.CharField(max_length=10, choices=choices(SKILL_KINDS))
    name = NameField()
    detail = LineField(blank=True)
    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, related_name="role_skills", editable=False)

    class Meta(Marked.Meta, RolePart.Meta):
        pass

    def __str__(self):
        return self.name


class Step(RolePart):
    """A step to get in; the position is its number."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="steps")
    text = BodyField()

    class Meta(RolePart.Meta):
        pass

    def __str__(self):
        return f"Step {self.position}"


class SalaryLevel(RolePart):
    """Pay of a rung: whole units of the role's currency a year."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="salary_levels")
    title = NameField()
    median = models.PositiveBigIntegerField()
    average = models.PositiveBigIntegerField()

    class Meta(RolePart.Meta):
        constraints = (
            *RolePart.Meta.constraints,
            models.CheckConstraint(
                condition=Q(median__gt=0, average__gt=0),
                name="salarylevel_amounts_above_zero",
                violation_error_message="An amount must be above 0.",
            ),
        )

    def __str__(self):
        return self.title


class CareerStep(RolePart):
    """A rung of the ladder; the years are read off the words in `experience` and written with them."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="career_steps")
    title = NameField()
    experience = NameField(blank=True, help_text="Such as 0-1 year, 5 years, 18+ years, up to 2 years.")
    years_min = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    years_max = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    description = BodyField(blank=True)
    focus_areas = BodyField(blank=True)

    class Meta(RolePart.Meta):
        constraints = (
            *RolePart.Meta.constraints,
            models.CheckConstraint(
                condition=Q(years_min__lte=F("years_max")) | Q(years_min=None) | Q(years_max=None),
                name="careerstep_years_min_lte_max",
                violation_error_message="The years of experience are upside down.",
            ),
        )

    def __str__(self):
        return self.title


class Specialization(RolePart):
    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="specializations")
    name = NameField()
    description = BodyField(blank=True)

    class Meta(RolePart.Meta):
        pass

    def __str__(self):
        return self.name


class ProCon(RolePart):
    class Kind(models.TextChoices):
        PRO = "pro", "Pro"
        CON = "con", "Con"

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="pros_cons")
    kind = models.CharField(max_length=3, choices=Kind)
    text = LineField()

    class Meta(RolePart.Meta):
        verbose_name = "pro or con"
        verbose_name_plural = "pros and cons"

    def __str__(self):
        return self.text


class FAQ(RolePart):
    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="faqs")
    question = NameField(max_length=LONGEST_QUESTION)
    answer = BodyField(blank=True)

    class Meta(RolePart.Meta):
        verbose_name = "question"

    def __str__(self):
        return self.question


class Resource(RolePart):
    """A page that the guide promises to its reader."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="resources")
    kind = models.CharField(max_length=20, choices=choices(RESOURCE_KINDS))
    title = NameField()
    blurb = BodyField(blank=True)

    class Meta(RolePart.Meta):
        pass

    def __str__(self):
        return self.title


class RelatedRole(RolePart):
    """Another role under the title and slug that this guide knows it by; `target` is that role today."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="related_roles")
    target = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="mentions")
    title = NameField()
    slug = models.SlugField(max_length=200)
    blurb = BodyField(blank=True)

    class Meta(RolePart.Meta):
        constraints = (
            *RolePart.Meta.constraints,
            models.UniqueConstraint(fields=("role", "slug"), name="relatedrole_slug_unique"),
            models.UniqueConstraint(
                fields=("role", "target"),
                name="relatedrole_target_unique",
                violation_error_message="This role is related already.",
            ),
            models.CheckConstraint(
                condition=~Q(role=F("target")),
                name="relatedrole_is_another",
                violation_error_message="A role is not related to itself.",
            ),
        )

    def __str__(self):
        return self.title
