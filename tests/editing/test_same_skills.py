"""Skills that are probably the same: which pairs are proposed, and what a decision and its undoing do."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from guides.document.shape import Skill as SkillOf
from guides.editing.same_skills import DIFFERENT, SAME, candidates, decide, read_decisions
from guides.editing.vocabulary import mark_different, merge_skills, separate_skill, skills_named
from guides.models import DifferentSkills, FormerSkillSlug, RoleSkill, Skill, SkillAlias, SkillIndex
from guides.official.models import Technology
from tests.builders import make_live, make_role
from tests.official.occupations import load_occupations

pytestmark = pytest.mark.django_db


def make_skills(*names):
    """Skills that a guide uses, by name."""
    make_role(skills=tuple(SkillOf(kind="technical", name=name) for name in names))
    return [Skill.objects.get(name=name) for name in names]


def proposed():
    return [{pair.one.name, pair.other.name} for pair in candidates()]


def test_names_with_most_rare_words_in_common_are_proposed():
    make_skills("Ticketing Systems", "Help Desk Ticketing", "Time Management", "Stress Management", "Welding")
    assert proposed() == [{"Ticketing Systems", "Help Desk Ticketing"}]


def test_a_slip_of_the_pen_is_proposed():
    make_skills("Adaptability", "Adaptibility", "Addition")
    assert proposed() == [{"Adaptability", "Adaptibility"}]


def test_an_acronym_that_the_official_technologies_write_behind_its_words_is_proposed_first():
    make_skills("Laboratory Information", "LI", "Ticketing", "Help Desk Ticketing")
    load_occupations()
    Technology.objects.filter(pk=Technology.objects.first().pk).update(name="Laboratory information LI software")
    assert proposed()[0] == {"Laboratory Information", "LI"}


def test_skills_that_no_guide_uses_are_not_proposed():
    skills_named(["Ticketing", "Help Desk Ticketing"])
    assert proposed() == []


def test_a_pair_that_is_different_is_not_proposed_again_until_that_is_taken_back():
    one, other = make_skills("Ticketing", "Help Desk Ticketing")
    decide(DIFFERENT, other, one)
    assert proposed() == []
    DifferentSkills.objects.get().delete()
    assert len(proposed()) == 1


def test_a_pair_that_is_the_same_becomes_one_skill_and_two_again_with_their_rows_and_addresses():
    jira = SkillOf(kind="technical", name="Ticketing Systems (Jira)")
    make_live(title="Clerk", slug="clerk", skills=(jira,), related=())
    one, other = make_skills("Ticketing Systems", "Help Desk Ticketing")
    decide(SAME, other, one)
    assert set(RoleSkill.objects.values_list("skill", flat=True)) == {other.pk}
    assert (SkillIndex.objects.get().skill, FormerSkillSlug.objects.get().slug) == (other, "ticketing-systems")
    again = separate_skill(SkillAlias.objects.get())
    assert (again.name, again.slug, FormerSkillSlug.objects.count()) == ("Ticketing Systems", "ticketing-systems", 0)
    assert SkillIndex.objects.get().skill == again
    own = RoleSkill.objects.filter(skill=again).values_list("name", flat=True)
    assert sorted(own) == ["Ticketing Systems", "Ticketing Systems (Jira)"]
    assert RoleSkill.objects.get(skill=other).name == "Help Desk Ticketing"


def test_what_is_different_from_a_merged_skill_is_different_from_the_kept_one():
    kept, merged, third = skills_named(["Ropes", "Cables", "Chains"]).values()
    mark_different(merged, third)
    mark_different(merged, kept)
    merge_skills(kept, [merged])
    assert [(pair.one, pair.other) for pair in DifferentSkills.objects.all()] == [(kept, third)]


def test_decisions_are_read_from_a_file_and_again_without_a_change(tmp_path):
    file = tmp_path / "skills.csv"
    file.write_text("decision,name,other\nsame,Ropes,Cables\ndifferent,Ropes,Chains\n")
    for _ in range(2):
        out = StringIO()
        call_command("decide_skills", str(file), stdout=out)
        assert out.getvalue() == "2 decisions applied.\n"
        assert skills_named(["Cables"])["Cables"].name == "Ropes"
        assert DifferentSkills.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,other\n", "The first line must be"),
        ("decision,name,other\nsame,Ropes,Cables\nperhaps,Ropes,Chains\n", "Line 3: expected same or different"),
        ("decision,name,other\nsame,Ropes\n", "Line 2"),
        ("decision,name,other\nsame,Ropes,Cables,Chains\n", "Line 2"),
    ],
)
def test_a_file_with_a_mistake_changes_nothing(text, message):
    with pytest.raises(ValueError, match=message):
        read_decisions(StringIO(text))
    assert not Skill.objects.exists()


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        call_command("decide_skills", str(tmp_path / "none.csv"))
