"""What roles share: skills under their many names, and industries."""

from django.db import models
from django.db.models.functions import Lower

from .fields import NameField


class SkillManager(models.Manager):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class Skill(models.Model):
    """A skill that several roles ask for, each in its own words (RoleSkill.name); other names are its aliases."""

    name = NameField()
    slug = models.SlugField(max_length=210, unique=True)

    objects = SkillManager()

    class Meta:
        ordering = (Lower("name"),)
        constraints = (models.UniqueConstraint(Lower("name"), name="skill_name_unique"),)

    def __str__(self):
        return self.name

    def natural_key(self):
        return (self.slug,)


class SkillAliasManager(models.Manager):
    def get_by_natural_key(self, name):
        return self.get(name=name)


class SkillAlias(models.Model):
    """Another name of a skill: a text that says it means the skill."""

    skill = models.ForeignKey(Skill, on_delete=models.CASCADE, related_name="aliases")
    name = NameField()

    objects = SkillAliasManager()

    class Meta:
        ordering = (Lower("name"),)
        verbose_name_plural = "skill aliases"
        constraints = (models.UniqueConstraint(Lower("name"), name="skill_alias_name_unique"),)

    def __str__(self):
        return self.name

    def natural_key(self):
        return (self.name,)


class IndustryManager(models.Manager):
    def get_by_natural_key(self, name):
        return self.get(name=name)


class Industry(models.Model):
    """An industry that employs people in a role."""

    name = NameField(unique=True)

    objects = IndustryManager()

    class Meta:
        ordering = ("name",)
        verbose_name_plural = "industries"

    def __str__(self):
        return self.name

    def natural_key(self):
        return (self.name,)
