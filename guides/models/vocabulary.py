"""The vocabulary that roles share: skills with their aliases, and industries."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, Subquery

from guides.document.skill_names import skill_key
from guides.models.fields import NameField, SkillKeyField
from guides.models.state import value_of

LONGEST_SLUG = 210


class SkillManager(models.Manager):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class SkillsManager(SkillManager):
    def known_by(self, keys: Iterable[str]) -> "dict[str, Skill]":
        """The skills with one of these keys, or with an alias that has it, by this key. In two queries."""
        keys = list(keys)
        aliases = SkillAlias.objects.select_related("skill").in_bulk(keys, field_name="key")
        return {key: alias.skill for key, alias in aliases.items()} | self.in_bulk(keys, field_name="key")


class Skill(models.Model):
    """A skill that several roles require, each under its own name for it (RoleSkill.name).

    Names with one `key` are one skill, and so are its aliases, which have other keys. `changed_at` is the time of the
    last rename or merge, empty if there was none.
    """

    name = NameField()
    key = SkillKeyField(unique=True)
    slug = models.SlugField(max_length=LONGEST_SLUG, unique=True)
    changed_at = models.DateTimeField(null=True, editable=False, db_index=True)

    objects = SkillsManager()

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
    key = SkillKeyField(unique=True)

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


class DifferentSkillsManager(models.Manager):
    def get_by_natural_key(self, one, other):
        return self.get(one__slug=one, other__slug=other)


class DifferentSkills(models.Model):
    """Two skills with similar names that an editor said are different, the older one first."""

    one = models.ForeignKey(Skill, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Skill, on_delete=models.CASCADE, related_name="+")

    objects = DifferentSkillsManager()

    class Meta:
        ordering = ("one__key", "other__key")
        verbose_name_plural = "different skills"
        constraints = (
            models.UniqueConstraint(fields=("one", "other"), name="different_skills_unique"),
            models.CheckConstraint(condition=~Q(one=F("other")), name="different_skills_are_two"),
        )

    def __str__(self):
        return f"{self.one} and {self.other}"

    def natural_key(self):
        return (self.one.slug, self.other.slug)

    natural_key.dependencies = ("guides.skill",)


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
    """Raise ValidationError if a skill already has this name, or one with the same key."""
    is_skill, key = isinstance(row, Skill), skill_key(row.name)
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
