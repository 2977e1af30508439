"""The vocabulary that roles share: skills with their aliases, and industries."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Subquery

from guides.models.fields import KeyField, NameField
from guides.models.state import value_of

LONGEST_SLUG = 210


class SkillManager(models.Manager):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class Skill(models.Model):
    """A skill that several roles require, each under its own name for it (RoleSkill.name). Other names are aliases.

    `changed_at` is the time of the last rename or merge, empty if there was none.
    """

    name = NameField()
    key = KeyField(unique=True)
    slug = models.SlugField(max_length=LONGEST_SLUG, unique=True)
    changed_at = models.DateTimeField(null=True, editable=False, db_index=True)

    objects = SkillManager()

    class Meta:
        ordering = ("key",)

    def __str__(self):
        return self.name

    def clean(self):
        refuse_known_name(self)
        if FormerSkillSlug.objects.filter(slug=self.slug).exclude(skill=self.pk).exists():
            raise ValidationError({"slug": "This is a former address of another skill, and redirects to it."})

    def natural_key(self):
        return (self.slug,)


def skill_state(at) -> dict[str, Subquery]:
    """Values that change when a skill is renamed or merged."""
    return {"last_changed": value_of(Skill.objects.exclude(changed_at=None).order_by("-changed_at"), "changed_at")}


class SkillAliasManager(models.Manager):
    def get_by_natural_key(self, name):
        return self.get(name=name)


class SkillAlias(models.Model):
    """Another name of a skill: texts that use it mean the skill."""

    skill = models.ForeignKey(Skill, on_delete=models.CASCADE, related_name="aliases")
    name = NameField()
    key = KeyField(unique=True)

    objects = SkillAliasManager()

    class Meta:
        ordering = ("key",)
        verbose_name_plural = "skill aliases"

    def __str__(self):
        return self.name

    def clean(self):
        refuse_known_name(self)

    def natural_key(self):
        return (self.name,)


class FormerSkillSlug(models.Model):
    """A former address of a skill, or of one that was merged into it. It redirects to the skill permanently."""

    skill = models.ForeignKey(Skill, on_delete=models.CASCADE, related_name="former_slugs")
    slug = models.SlugField(max_length=LONGEST_SLUG, unique=True)

    objects = SkillManager()

    class Meta:
        ordering = ("slug",)

    def __str__(self):
        return self.slug

    def natural_key(self):
        return (self.slug,)

    natural_key.dependencies = ("guides.skill",)


def refuse_known_name(row: Skill | SkillAlias) -> None:
    """Raise ValidationError if a name already belongs to another skill, ignoring case."""
    is_skill, key = isinstance(row, Skill), row.name.casefold()
    skills = Skill.objects.filter(key=key).exclude(pk=row.pk if is_skill else None)
    aliases = SkillAlias.objects.filter(key=key).exclude(**{"skill" if is_skill else "pk": row.pk})
    if skills.exists() or aliases.exists():
        raise ValidationError({"name": "Another skill already has this name. To make them one, merge the skills."})


class IndustryManager(models.Manager):
    def get_by_natural_key(self, name):
        return self.get(name=name)


class Industry(models.Model):
    """An industry that employs people in some roles."""

    name = NameField(unique=True)

    objects = IndustryManager()

    class Meta:
        ordering = ("name",)
        verbose_name_plural = "industries"

    def __str__(self):
        return self.name

    def natural_key(self):
        return (self.name,)
