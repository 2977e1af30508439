"""Skills whose names have one key become one, each under the name and the address that this name has now."""

from django.db import migrations

from guides.document.skill_names import skill_key, skill_name
from guides.document.slugs import DistinctSlugs, slugify


def fold(apps, schema_editor):
    """Merge skills by the key of their names; former addresses redirect. Names that an editor gave stay."""
    models = {name: apps.get_model("guides", name) for name in ("Skill", "SkillAlias", "FormerSkillSlug")}
    kept = {}
    for skill in models["Skill"].objects.order_by("pk"):
        key = skill_key(skill.name)
        if key not in kept:
            kept[key] = skill
            continue
        for name in ("RoleSkill", "SkillIndex", "SkillAlias", "FormerSkillSlug"):
            apps.get_model("guides", name).objects.filter(skill=skill).update(skill=kept[key])
        models["FormerSkillSlug"].objects.create(skill=kept[key], slug=skill.slug)
        skill.delete()
    key_aliases(models["SkillAlias"], set(kept))
    for key, skill in kept.items():
        skill.key = key
        if skill.changed_at is None:
            skill.name = skill_name(skill.name)
            renew_address(skill, models)
        skill.save()


def key_aliases(alias_model, taken):
    """Give aliases their keys; those that say no more than a name or another alias go."""
    for alias in alias_model.objects.order_by("pk"):
        key = skill_key(alias.name)
        if key in taken:
            alias.delete()
        else:
            taken.add(key)
            alias.save()


def renew_address(skill, models):
    """Give a skill the address of its name; its own former one comes back, another former one redirects."""
    slug = slugify(skill.name)
    if skill.slug == slug:
        return
    models["FormerSkillSlug"].objects.filter(skill=skill, slug=slug).delete()
    own, former = (models[name].objects.filter(slug__startswith=slug) for name in ("Skill", "FormerSkillSlug"))
    taken = {*own.values_list("slug", flat=True), *former.values_list("slug", flat=True)}
    models["FormerSkillSlug"].objects.create(skill=skill, slug=skill.slug)
    skill.slug = DistinctSlugs(taken).take(slug)


class Migration(migrations.Migration):
    dependencies = [("guides", "0028_different_skills")]

    operations = [migrations.RunPython(fold, migrations.RunPython.noop)]
