"""What roles share: skills under their many names, and industries."""

from django.core.exceptions import ValidationError
from django.db import models

from .fields import KeyField, NameField


class SkillManager(models.Manager):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class Skill(models.Model):
    """A skill that several roles ask for, each in its own words (RoleSkill.name); other names are its aliases."""

    name = NameField()
    key = KeyField()
    slug = models.SlugField(max_length=210, unique=True)

    objects = SkillManager()

    class Meta:
        ordering = ("key",)

    def __str__(self):
        return self.name

    def clean(self):
        refuse_known_name(self)

    def natural_key(self):
        return (self.slug,)


class SkillAliasManager(models.Manager):
    def get_by_natural_key(self, name):
        return self.get(name=name)


class SkillAlias(models.Model):
    """Another name of a skill: a text that says it means the skill."""

    skill = models.ForeignKey(Skill, on_delete=models.CASCADE, related_name="aliases")
    name = NameField()
    key = KeyField()

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


def refuse_known_name(row: Skill | SkillAlias) -> None:
    """Raise ValidationError where a name, whatever its case, means another skill already."""
    for model in (Skill, SkillAlias):
        others = model.objects.filter(key=row.name.casefold())
        if others.exclude(pk=row.pk if isinstance(row, model) else None).exists():
            raise ValidationError({"name": "This is the name of a skill already; merge skills that are the same."})


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
