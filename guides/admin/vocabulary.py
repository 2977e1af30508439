"""Skills, with their aliases, and industries in the admin."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.forms import BaseInlineFormSet
from django.shortcuts import render
from django.template.defaultfilters import pluralize
from django.utils import timezone

from guides.admin.forms import SlugFromName
from guides.admin.keys import key_of
from guides.editing.revisions import record_revision
from guides.editing.vocabulary import free_slug, keep_address, merge_skills
from guides.models import Industry, Revision, Role, Skill, SkillAlias


class SkillForm(SlugFromName):
    """A skill; its slug is made from its name unless one is given."""

    def slug_from(self, cleaned_data):
        name = cleaned_data.get("name")
        return self.instance.slug or (free_slug(name) if name else "")

    class Meta:
        help_texts = {"slug": "The end of the skill's address. Leave it empty to make it from the name."}


class AliasFormSet(BaseInlineFormSet):
    """The aliases of a skill, each only once, ignoring case."""

    def clean(self):
        super().clean()
        keys = [form.instance.name.casefold() for form in self.forms if form.has_changed() or form.instance.pk]
        if len(keys) != len(set(keys)):
            raise ValidationError("List each name only once. Upper and lower case don't matter.")


class AliasInline(admin.TabularInline):
    model = SkillAlias
    formset = AliasFormSet
    extra = 0


@admin.register(Skill)
class SkillAdmin(admin.ModelAdmin):
    """Skills. Only publishers can change skills of published guides, because readers see their names and addresses."""

    list_display = ("name", "roles", "other_names")
    search_fields = ("name", "aliases__name")
    form = SkillForm
    inlines = (AliasInline,)
    actions = ("merge",)

    def get_queryset(self, request):
        skills = super().get_queryset(request).prefetch_related("aliases")
        return skills.annotate(role_count=Count("role_skills__role", distinct=True))

    def has_change_permission(self, request, obj=None):
        may_change = super().has_change_permission(request, obj)
        is_public = obj is not None and obj.index_rows.exists()
        return may_change and (not is_public or request.user.has_perm("guides.publish_role"))

    def save_model(self, request, obj, form, change):
        """Keep the former name as an alias, for the guides that use it, and redirect the former address."""
        obj.changed_at = timezone.now()
        super().save_model(request, obj, form, change)
        if change and form.initial["slug"] != obj.slug:
            keep_address(obj, form.initial["slug"])
        former = form.initial.get("name", "")
        if former and former.casefold() != obj.key:
            SkillAlias.objects.get_or_create(key=former.casefold(), defaults={"name": former, "skill": obj})

    @admin.display(ordering="role_count")
    def roles(self, skill):
        return skill.role_count

    @admin.display(description="Also called")
    def other_names(self, skill):
        return ", ".join(alias.name for alias in skill.aliases.all())

    @admin.action(description="Merge the selected skills into one", permissions=("change",))
    def merge(self, request, queryset):
        """Ask which skill to keep, then merge the others into it."""
        skills = list(queryset)
        if len(skills) < 2:
            messages.warning(request, "Select at least two skills to merge.")
            return None
        if not all(self.has_change_permission(request, skill) for skill in skills):
            messages.error(request, "Published guides use one of these skills, so only a publisher can merge it.")
            return None
        kept = next((skill for skill in skills if skill.pk == key_of(request.POST.get("kept"))), None)
        if kept is None:
            context = {**self.admin_site.each_context(request), "title": "Merge skills", "skills": skills}
            return render(request, "admin/guides/skill/merge.html", {**context, "opts": self.opts})
        merge_skills(kept, skills)
        others = len(skills) - 1
        self.log_change(request, kept, f"Merged {others} other skill{pluralize(others)} into it.")
        messages.success(request, f"Merged {len(skills)} skills into “{kept}”.")
        return None


@admin.register(Industry)
class IndustryAdmin(admin.ModelAdmin):
    search_fields = ("name",)

    def save_model(self, request, obj, form, change):
        """Record a revision of every guide that uses a renamed industry."""
        super().save_model(request, obj, form, change)
        for role in Role.objects.filter(industries__industry=obj):
            record_revision(role, Revision.Kind.EDIT, by=request.user, comment=f"Industry “{obj}” renamed")
