"""Skills and industries that roles share."""

from importlib import import_module

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError

from guides.document.shape import Skill as SkillOf
from guides.editing.industries import merge_industries
from guides.editing.publishing import unpublish
from guides.editing.revisions import replace_document
from guides.editing.rows import read_document
from guides.editing.vocabulary import guides_with, in_use, merge_skills, published, skills_named
from guides.models import FormerSkillSlug, Industry, Revision, RoleSkill, Skill, SkillAlias, SkillIndex
from tests.builders import keeper, make_document, make_live, make_role

pytestmark = pytest.mark.django_db


def test_a_skill_is_found_by_name_ignoring_case():
    assert skills_named(["Lamp Care"])["Lamp Care"] == skills_named(["LAMP CARE"])["LAMP CARE"]
    assert Skill.objects.count() == 1


def test_a_skill_with_non_ascii_letters_is_found_ignoring_case():
    assert skills_named(["Élan und Maß"])["Élan und Maß"] == skills_named(["ÉLAN UND MASS"])["ÉLAN UND MASS"]


def test_a_name_cannot_mean_two_skills():
    skill = skills_named(["Lamp Care"])["Lamp Care"]
    other = skills_named(["Patience"])["Patience"]
    with pytest.raises(ValidationError, match="already has this name"):
        SkillAlias(skill=other, name="LAMP CARE").full_clean()
    with pytest.raises(ValidationError, match="already has this name"):
        Skill(name="lamp care", slug="another").full_clean()
    skill.full_clean()


def test_a_skill_is_found_under_an_alias():
    skill = skills_named(["Lamp Care"])["Lamp Care"]
    SkillAlias.objects.create(skill=skill, name="Wick Trimming")
    assert skills_named(["wick trimming"])["wick trimming"] == skill


def test_skills_whose_names_make_the_same_slug_get_addresses_of_their_own():
    slugs = [skill.slug for skill in skills_named(["C", "C++", "C#", "日本語", "C plus plus"]).values()]
    assert slugs == ["c", "c-plus-plus", "c-sharp", "ribenyu", "c-plus-plus-2"]


def test_a_new_skill_never_gets_the_address_of_one_that_was_merged():
    first, second = skills_named(["C++", "Sea"]).values()
    merge_skills(second, [first])
    assert skills_named(["C plus plus"])["C plus plus"].slug == "c-plus-plus-2"


def test_a_skill_cannot_take_an_address_that_leads_to_another():
    first, second = skills_named(["Lamp Care", "Patience"]).values()
    merge_skills(second, [first])
    with pytest.raises(ValidationError, match="former address of another skill"):
        Skill(name="Oil", slug="lamp-care").full_clean()


def test_two_roles_share_a_skill_and_keep_their_own_words():
    first = make_role(skills=(SkillOf(kind="soft", name="Patience", detail="At night."),))
    second = make_role(title="Pilot", slug="pilot", skills=(SkillOf(kind="soft", name="patience"),), related=())
    assert first.skills.get().skill == second.skills.get().skill
    assert (first.skills.get().name, second.skills.get().name) == ("Patience", "patience")


def test_merged_skills_leave_their_names_and_rows_to_the_one_that_stays():
    role = make_live()
    lamp, patience = (row.skill for row in role.skills.all())
    merge_skills(patience, [lamp, patience])
    assert {row.skill for row in role.skills.all()} == {patience}
    assert {row.skill for row in role.revisions.get().index.skills.all()} == {patience}
    assert skills_named(["lamp maintenance"])["lamp maintenance"] == patience


def test_a_guide_is_touched_by_the_skills_of_its_working_copy_and_of_what_readers_see():
    live, draft = make_live(), make_role(title="Pilot", slug="pilot", related=())
    lamp = live.skills.all()[0].skill
    replace_document(live, make_document(skills=()), Revision.Kind.EDIT)
    assert set(guides_with([lamp])) == {live, draft}
    assert set(published(guides_with([lamp]))) == {live}
    unpublish(live)
    assert set(guides_with([lamp])) == {draft}
    assert lamp in in_use(Skill.objects.all())  # a published revision still names it


def test_a_guide_with_two_merged_industries_lists_the_one_that_stays_once():
    role = make_role()
    shipping, museums = (row.industry for row in role.industries.all())
    merge_industries(museums, [shipping, museums])
    assert read_document(keeper()).key_facts.top_industries == ("Museums",)
    assert role.revisions.latest().guide == read_document(keeper())
    assert list(Industry.objects.all()) == [museums]


def test_the_migration_makes_names_with_one_key_one_skill_under_a_new_address():
    """Skills as they were before, when a key was the name in lower case."""
    make_live(skills=(SkillOf(kind="technical", name="Sail repair (canvas)"),), related=())
    shown = Skill.objects.get()
    Skill.objects.filter(pk=shown.pk).update(name="Sail repair (canvas)", key="old", slug="sail-repair-canvas")
    Skill.objects.bulk_create([Skill(name="Sail Repair Skills for boats", key="older", slug="sail-repair-skills")])
    RoleSkill.objects.update(skill=Skill.objects.get(slug="sail-repair-skills"))
    SkillAlias.objects.bulk_create([SkillAlias(skill=shown, name="Sail Repair Software", key="oldest")])
    import_module("guides.migrations.0029_one_key_a_skill").fold(apps, None)
    skill = Skill.objects.get()
    assert (skill.name, skill.key, skill.slug) == ("Sail repair", "sailrepair", "sail-repair")
    assert (RoleSkill.objects.get().skill, SkillIndex.objects.get().skill) == (skill, skill)
    former = FormerSkillSlug.objects.values_list("slug", "skill")
    assert list(former) == [("sail-repair-canvas", skill.pk), ("sail-repair-skills", skill.pk)]
    assert not SkillAlias.objects.exists()
