"""The queue of skills that are probably the same: an editor says same or different, and can take either back."""

from collections import defaultdict
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import path

from guides.admin.keys import key_of
from guides.admin.pages import REFUSALS
from guides.editing.same_skills import DIFFERENT, SAME, Candidate, candidates, decide
from guides.editing.vocabulary import separate_skill
from guides.models import DifferentSkills, RoleSkill, Skill, SkillAlias

PAIRS_ON_A_PAGE = 25
MOST_USES = 4  # of a skill


@dataclass(frozen=True, slots=True)
class Side:
    """A skill of a pair, with some of the rows of guides that ask for it and the number of further ones."""

    skill: Skill
    uses: list[RoleSkill]
    more: int


class SameSkillsPages:
    """The pages of the queue, as a part of the admin of skills."""

    def get_urls(self):
        queue = self.admin_site.admin_view(self.same_view)
        return [path("same/", queue, name="guides_skill_same"), *super().get_urls()]

    def same_view(self, request):
        """Show the pairs to decide and the decisions, or carry out one that was posted."""
        if not self.has_change_permission(request):
            raise PermissionDenied(REFUSALS["change"])
        if request.method == "POST":
            self.carry_out(request)
            return HttpResponseRedirect(request.get_full_path())
        page = Paginator(candidates(), PAIRS_ON_A_PAGE).get_page(request.GET.get("page"))
        sides = sides_of(page)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Skills that are probably the same",
            "page": page,
            "pairs": [(pair, sides[pair.one.pk], sides[pair.other.pk]) for pair in page],
            "aliases": SkillAlias.objects.select_related("skill").order_by("skill__key", "key"),
            "different": DifferentSkills.objects.select_related("one", "other"),
        }
        return render(request, "admin/guides/vocabulary/same.html", context)

    def carry_out(self, request) -> None:
        """Carry out `same`, `different`, `separate` or `forget`; a row that is gone meanwhile is told."""
        action, _, keys = request.POST.get("do", "").partition(" ")
        numbers = [key_of(key) for key in keys.split(" ")]
        if action in (SAME, DIFFERENT) and len(numbers) == 2:
            self.decide(request, action, numbers)
        elif action == "separate":
            self.separate(request, SkillAlias.objects.select_related("skill").filter(pk=numbers[0]).first())
        elif action == "forget":
            self.forget(request, DifferentSkills.objects.filter(pk=numbers[0]).first())

    def decide(self, request, decision: str, numbers) -> None:
        found = Skill.objects.in_bulk([number for number in numbers if number is not None])
        if len(found) != 2:
            self.say_gone(request)
        elif not self.refuse_published(request, list(found.values())):
            one, other = (found[number] for number in numbers)
            decide(decision, one, other)
            words = f"“{other}” is now “{one}”." if decision == SAME else f"“{one}” and “{other}” are different."
            self.log_change(request, one, words)
            messages.success(request, words)

    def separate(self, request, alias: SkillAlias | None) -> None:
        if alias is None:
            self.say_gone(request)
        elif not self.refuse_published(request, [alias.skill]):
            words = f"“{alias}” is no longer “{alias.skill}”."
            self.log_change(request, separate_skill(alias), words)
            messages.success(request, words)

    def forget(self, request, pair: DifferentSkills | None) -> None:
        if pair is None:
            self.say_gone(request)
        else:
            pair.delete()
            messages.success(request, f"“{pair.one}” and “{pair.other}” can be proposed again.")

    def refuse_published(self, request, skills: list[Skill]) -> bool:
        """Tell a user who may not change what readers see of these skills; returns whether that is so."""
        if self.may_change(request, skills):
            return False
        messages.error(request, "Published guides use this skill, so only a publisher can decide.")
        return True

    def say_gone(self, request) -> None:
        messages.warning(request, "Somebody else decided this meanwhile. Nothing was changed.")


def sides_of(pairs: list[Candidate]) -> dict[int, Side]:
    """The skills of pairs by key, with the first rows that use them."""
    skills = {skill.pk: skill for pair in pairs for skill in (pair.one, pair.other)}
    uses = defaultdict(list)
    rows = RoleSkill.objects.filter(skill__in=skills, role__deleted_at=None).select_related("role")
    for row in rows.order_by("role__title", "position"):
        uses[row.skill_id].append(row)
    return {
        key: Side(skill, uses[key][:MOST_USES], max(0, len(uses[key]) - MOST_USES)) for key, skill in skills.items()
    }
