"""Skills, with their aliases, and industries in the admin: what changes them in guides is confirmed first."""

from collections.abc import Iterator

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, Q
from django.forms.formsets import DELETION_FIELD_NAME, all_valid
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.http import urlencode

from guides.admin.deleting import DeletesUnused
from guides.admin.forms import SlugFromName
from guides.admin.keys import key_of
from guides.admin.resubmit import posted_fields
from guides.admin.same_skills import SameSkillsPages
from guides.document.skill_names import skill_key
from guides.editing.clashes import in_any_case
from guides.editing.industries import merge_industries, rename_industry
from guides.editing.states import state_of
from guides.editing.vocabulary import free_slug, guides_with, in_use, keep_address, merge_skills, published
from guides.models import Industry, Skill, SkillAlias

CONFIRMED = "confirmed"
GUIDES_LISTED = 20


class NamedForm(forms.ModelForm):
    """A skill or an industry. A name that another one has is refused, with a link to merge the two."""

    def named(self, name: str):
        """All skills or industries that have a name."""
        raise NotImplementedError

    def clean_name(self):
        name, kind = self.cleaned_data["name"], self._meta.model._meta.model_name
        other = self.named(name).exclude(pk=self.instance.pk).first()
        if other is None:
            return name
        words = f"The {kind} <a href='{{}}'>{{}}</a> has this name."
        links = [reverse(f"admin:guides_{kind}_change", args=(other.pk,)), other]
        if self.instance.pk:
            words += " <a href='{}'>Merge the two</a> to make them one."
            keys = urlencode({ACTION_CHECKBOX_NAME: [self.instance.pk, other.pk]}, doseq=True)
            links.append(f"{reverse(f'admin:guides_{kind}_merge')}?{keys}")
        raise ValidationError(format_html(words, *links))


class SkillForm(SlugFromName, NamedForm):
    """A skill; its slug is made from its name unless one is given."""

    def named(self, name):
        return Skill.objects.filter(Q(key=skill_key(name)) | Q(aliases__key=skill_key(name)))

    def slug_from(self, cleaned_data):
        name = cleaned_data.get("name")
        return self.instance.slug or (free_slug(name) if name else "")

    class Meta:
        help_texts = {"slug": "The end of the skill's address. Leave it empty to make it from the name."}


class IndustryForm(NamedForm):
    def named(self, name):
        return Industry.objects.filter(name__iregex=in_any_case(name))


class AliasFormSet(forms.BaseInlineFormSet):
    """The aliases of a skill, each only once, however it is spelled."""

    def clean(self):
        super().clean()
        keys = [skill_key(form.instance.name) for form in self.forms if form.has_changed() or form.instance.pk]
        if len(keys) != len(set(keys)):
            raise ValidationError("List each name only once. Upper and lower case, brackets and spaces don't matter.")


class AliasInline(admin.TabularInline):
    model = SkillAlias
    formset = AliasFormSet
    extra = 0


class VocabularyAdmin(DeletesUnused):
    """Skills or industries, which guides share. Only publishers can change those of published guides."""

    actions = ("merge", "delete_selected")
    consequence = ""

    def get_urls(self):
        merge = self.admin_site.admin_view(self.merge_view)
        return [path("merge/", merge, name=f"guides_{self.opts.model_name}_merge"), *super().get_urls()]

    # -- permissions --

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or self.may_change(request, [obj]))

    def may_change(self, request, terms) -> bool:
        """Whether a user may change what readers see of these skills or industries."""
        return request.user.has_perm("guides.publish_role") or not published(guides_with(terms)).exists()

    def used(self, queryset):
        return in_use(queryset)

    # -- changing --

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Show the form. A change that touches guides is saved once it is confirmed."""
        term = self.get_object(request, unquote(object_id)) if object_id else None
        why_refused = ""
        if term and not self.may_change(request, [term]):
            why_refused = f"Published guides use this {self.opts.verbose_name}, so only publishers can change it."
        if request.method == "POST" and term:
            if why_refused:
                raise PermissionDenied(why_refused)
            if CONFIRMED not in request.POST and self.has_change_permission(request, term):
                page = self.ask(request, term)
                if page:
                    return page
        return super().changeform_view(
            request, object_id, form_url, {**(extra_context or {}), "why_refused": why_refused}
        )

    def ask(self, request, term):
        """The page that confirms a change; None if it is invalid or touches no guide."""
        form = self.get_form(request, term, change=True)(request.POST, instance=term)
        classes = (formset for formset, _ in self.get_formsets_with_inlines(request, term))
        formsets = [formset(request.POST, instance=form.instance) for formset in classes]
        if not (form.is_valid() and all_valid(formsets) and guides_with([term]).exists()):
            return None
        changes = list(changes_in_words(form, formsets))
        if not changes:
            return None
        title = f"Change the {self.opts.verbose_name} “{form.initial['name']}”"
        return self.page(request, "confirm", title, [term], changes=changes, fields=posted_fields(request))

    def page(self, request, template: str, title: str, terms, **context):
        """A page that asks for confirmation, with the guides that a change of the terms touches."""
        guides = guides_with(terms)
        total, live = guides.count(), published(guides).count()
        context |= {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": title,
            "terms": terms,
            "guides": [(role, state_of(role)) for role in guides.with_state()[:GUIDES_LISTED]],
            "total": total,
            "more": max(0, total - GUIDES_LISTED),
            "published": live,
            "unpublished": total - live,
            "consequence": self.consequence,
        }
        return render(request, f"admin/guides/vocabulary/{template}.html", context)

    def construct_change_message(self, request, form, formsets, add=False):
        changes = [] if add else list(changes_in_words(form, formsets))
        return " ".join(changes) or super().construct_change_message(request, form, formsets, add)

    # -- merging --

    def merge_view(self, request):
        """Ask which of the terms in the address to keep."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        keys = map(key_of, request.GET.getlist(ACTION_CHECKBOX_NAME))
        page = self.merge(request, self.get_queryset(request).filter(pk__in=[key for key in keys if key is not None]))
        return page or redirect(f"admin:guides_{self.opts.model_name}_changelist")

    @admin.action(description="Merge the selected %(verbose_name_plural)s into one", permissions=("change",))
    def merge(self, request, queryset):
        """Ask which one to keep, then merge the others into it."""
        terms, names = list(queryset), self.opts.verbose_name_plural
        if len(terms) < 2:
            messages.warning(request, f"Select at least two {names} to merge.")
            return None
        if not self.may_change(request, terms):
            messages.error(request, f"Published guides use one of these {names}, so only a publisher can merge it.")
            return None
        kept = next((term for term in terms if term.pk == key_of(request.POST.get("kept"))), None)
        if kept is None:
            return self.page(request, "merge", f"Merge {names}", terms)
        others = [term for term in terms if term != kept]
        self.merge_into(kept, others, by=request.user)
        merged = f"Merged {', '.join(f'“{term}”' for term in others)} into “{kept}”."
        self.log_change(request, kept, merged)
        messages.success(request, merged)
        return None

    def merge_into(self, kept, others, *, by):
        raise NotImplementedError


@admin.register(Skill)
class SkillAdmin(SameSkillsPages, VocabularyAdmin):
    change_list_template = "admin/guides/vocabulary/skill_list.html"
    list_display = ("name", "roles", "other_names")
    search_fields = ("name", "aliases__name")
    form = SkillForm
    inlines = (AliasInline,)
    kept_because = "Guides, or published revisions of guides, use this skill, so it can't be deleted. Merge it instead."
    consequence = "The text of these guides stays as it is. The pages about this skill change for readers at once."

    def get_queryset(self, request):
        skills = super().get_queryset(request).prefetch_related("aliases")
        return skills.annotate(role_count=Count("role_skills__role", distinct=True))

    def save_model(self, request, obj, form, change):
        """Keep the former name as an alias, for the guides that use it, and redirect the former address."""
        obj.changed_at = timezone.now()
        super().save_model(request, obj, form, change)
        if change and form.initial["slug"] != obj.slug:
            keep_address(obj, form.initial["slug"])
        former = form.initial.get("name", "")
        obj.aliases.filter(key=obj.key).delete()
        if former and skill_key(former) != obj.key:
            SkillAlias.objects.get_or_create(key=skill_key(former), defaults={"name": former, "skill": obj})

    def merge_into(self, kept, others, *, by):
        merge_skills(kept, others)

    @admin.display(ordering="role_count")
    def roles(self, skill):
        return skill.role_count

    @admin.display(description="Also called")
    def other_names(self, skill):
        return ", ".join(alias.name for alias in skill.aliases.all())


@admin.register(Industry)
class IndustryAdmin(VocabularyAdmin):
    search_fields = ("name",)
    form = IndustryForm
    kept_because = "Guides use this industry, so it can't be deleted. Merge it instead."
    consequence = "Each of these guides gets a new revision with the new name. Readers see it once you publish it."

    def save_model(self, request, obj, form, change):
        if not change:
            super().save_model(request, obj, form, change)
        elif form.has_changed():
            rename_industry(Industry.objects.get(pk=obj.pk), obj.name, by=request.user)

    def merge_into(self, kept, others, *, by):
        merge_industries(kept, others, by=by)


def changes_in_words(form, formsets) -> Iterator[str]:
    """What a valid form of a skill or an industry changes, with the old and the new value."""
    before, after = form.initial, form.cleaned_data
    if before["name"] != after["name"]:
        yield f"Renamed “{before['name']}” to “{after['name']}”."
    if before.get("slug") != after.get("slug"):
        yield f"Changed the address “{before['slug']}” to “{after['slug']}”."
    for row in (row for formset in formsets for row in formset.forms):
        old, new = row.initial.get("name"), row.cleaned_data.get("name")
        new = None if row.cleaned_data.get(DELETION_FIELD_NAME) else new
        if old and new and old != new:
            yield f"Changed the alias “{old}” to “{new}”."
        elif old != new:
            yield f"Added the alias “{new}”." if new else f"Removed the alias “{old}”."
