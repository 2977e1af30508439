"""Roles in the admin: list, form with all parts, preview, publish and unpublish; revisions to look at."""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import F, Q
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse

from guides.documents import read_document
from guides.models import Revision, Role
from guides.models.fields import BodyField, LineField
from guides.parsing import Finding, validate
from guides.positions import save_in_order
from guides.publishing import PublishError, publish, unpublish
from guides.revisions import lock, record_revision
from guides.views.guides import render_guide

from .forms import MarkdownWidget, RoleForm, ShortTextarea
from .inlines import INLINES


class InvalidGuide(Exception):
    """The parts of a form are right one by one, but together no guide."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(findings)
        self.findings = findings


class StateFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return (
            ("live", "Live"),
            ("changed", "Live, with unpublished changes"),
            ("draft", "Not published"),
            ("preparation", "In preparation"),
        )

    def queryset(self, request, queryset):
        conditions = {
            "live": Q(live_sha256=F("latest_sha256")),
            "changed": Q(live_sha256__isnull=False) & ~Q(live_sha256=F("latest_sha256")),
            "draft": Q(live_sha256=None, latest_sha256__isnull=False),
            "preparation": Q(latest_sha256=None),
        }
        return queryset.filter(conditions[self.value()]) if self.value() in conditions else queryset


@admin.register(Role)
class RoleAdmin(admin.ModelAdmin):
    form = RoleForm
    inlines = INLINES
    change_form_template = "admin/guides/role/change_form.html"
    list_display = ("title", "state", "category", "median", "growth", "owner")
    list_filter = (StateFilter, "category", "education_level", "remote_work", "currency", "owner")
    list_select_related = ("owner",)
    search_fields = ("title", "slug", "summary", "category")
    autocomplete_fields = ("owner",)
    prepopulated_fields = {"slug": ("title",)}
    actions = ("publish_selected", "unpublish_selected")
    formfield_overrides = {
        BodyField: {"widget": MarkdownWidget},
        LineField: {"widget": ShortTextarea},
    }
    fieldsets = (
        (None, {"fields": (("title", "slug"), "summary")}),
        (
            "Details",
            {"fields": ("alternative_titles", ("category", "education_level"), ("remote_work", "owner"))},
        ),
        (
            "Key facts",
            {
                "fields": (
                    ("currency", "country"),
                    ("median_salary", "salary_low", "salary_high", "salary_high_is_open"),
                    ("growth_percent", "growth_note"),
                    ("annual_openings", "annual_openings_is_approximate"),
                    "typical_education",
                ),
                "description": "Amounts are whole units of the currency a year. What is not known stays empty.",
            },
        ),
        ("This change", {"fields": ("comment",)}),
    )

    # -- the list --

    def get_queryset(self, request):
        return super().get_queryset(request).with_state()

    @admin.display(description="State", ordering="live_sha256")
    def state(self, role):
        if role.latest_sha256 is None:
            return "In preparation"
        if role.live_sha256 is None:
            return "Not published"
        return "Live" if role.live_sha256 == role.latest_sha256 else "Live, with unpublished changes"

    @admin.display(description="Median pay", ordering="median_salary")
    def median(self, role):
        return "" if role.median_salary is None else f"{role.median_salary:,} {role.currency}"

    @admin.display(description="Growth", ordering="growth_percent")
    def growth(self, role):
        return "" if role.growth_percent is None else f"{role.growth_percent}%"

    @admin.action(description="Publish the selected guides", permissions=("publish",))
    def publish_selected(self, request, queryset):
        for role in queryset:
            self.publish_role(request, role)

    @admin.action(description="Unpublish the selected guides", permissions=("publish",))
    def unpublish_selected(self, request, queryset):
        for role in queryset:
            self.unpublish_role(request, role)

    def has_publish_permission(self, request):
        return request.user.has_perm("guides.publish_role")

    def has_delete_permission(self, request, obj=None):
        """A role is never removed: its revisions and its addresses are promises."""
        return False

    # -- the form --

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.findings = getattr(request, "guide_findings", ())
        return form

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """The form; what only shows once all parts are saved is taken back and told in the same form."""
        context = {**(extra_context or {}), **self.publication_context(request, object_id)}
        try:
            return super().changeform_view(request, object_id, form_url, context)
        except InvalidGuide as error:
            request.guide_findings = error.findings
            return super().changeform_view(request, object_id, form_url, context)

    def publication_context(self, request, object_id):
        role = self.get_object(request, unquote(object_id)) if object_id else None
        live = Revision.objects.live().filter(role=role).select_related("index").first() if role else None
        return {
            "may_publish": self.has_publish_permission(request),
            "live_slug": live.index.slug if live else "",
            "state": self.state(role) if role else "",
        }

    def save_model(self, request, obj, form, change):
        if change:
            lock(obj)
        else:
            obj.import_key = free_import_key(obj.slug)
        super().save_model(request, obj, form, change)

    def save_formset(self, request, form, formset, change):
        formset.save(commit=False)
        save_in_order(formset.model, formset.instance, formset.rows_in_order())

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        role = Role.objects.with_parts().get(pk=form.instance.pk)
        if findings := validate(read_document(role)):
            raise InvalidGuide(findings)
        comment = form.cleaned_data["comment"]
        revision = record_revision(role, Revision.Kind.EDIT, by=request.user, comment=comment)
        if revision is None:
            messages.info(request, "Nothing was changed, so there is no new revision.")

    def response_post_save_change(self, request, obj):
        return self.response_for_button(request, obj) or super().response_post_save_change(request, obj)

    def response_post_save_add(self, request, obj):
        return self.response_for_button(request, obj) or super().response_post_save_add(request, obj)

    def response_for_button(self, request, obj):
        """What the buttons beside Save do once the form is saved."""
        change_url = reverse("admin:guides_role_change", args=(obj.pk,))
        if "_preview" in request.POST:
            return HttpResponseRedirect(reverse("admin:guides_role_preview", args=(obj.pk,)))
        if "_publish" in request.POST:
            self.publish_role(request, obj)
            return HttpResponseRedirect(change_url)
        if "_unpublish" in request.POST:
            self.unpublish_role(request, obj)
            return HttpResponseRedirect(change_url)
        return None

    # -- publishing --

    def publish_role(self, request, role):
        if not self.has_publish_permission(request):
            raise PermissionDenied
        revision = role.revisions.order_by("-number").first()
        if revision is None:
            messages.error(request, f"“{role}” has no guide yet.")
            return
        try:
            publish(revision, by=request.user)
        except PublishError as error:
            messages.error(request, str(error))
        else:
            self.log_change(request, role, f"Published revision {revision.number}.")
            messages.success(request, f"“{role}” is live.")

    def unpublish_role(self, request, role):
        if not self.has_publish_permission(request):
            raise PermissionDenied
        if unpublish(role):
            self.log_change(request, role, "Unpublished.")
            messages.success(request, f"“{role}” is no longer live.")
        else:
            messages.warning(request, f"“{role}” was not live.")

    # -- preview --

    def get_urls(self):
        preview = self.admin_site.admin_view(self.preview_view)
        return [path("<int:pk>/preview/", preview, name="guides_role_preview"), *super().get_urls()]

    def preview_view(self, request, pk):
        """The working copy through the template of the public page."""
        role = get_object_or_404(Role.objects.with_parts(), pk=pk)
        if not self.has_view_or_change_permission(request, role):
            raise PermissionDenied
        return render_guide(request, read_document(role), preview=True)


def free_import_key(slug: str) -> str:
    """A key for a role made by hand: its slug, with a number where another role came under it first."""
    key, number = slug, 2
    while Role.objects.filter(import_key=key).exists():
        key, number = f"{slug}-{number}", number + 1
    return key


@admin.register(Revision)
class RevisionAdmin(admin.ModelAdmin):
    """The history, to look at."""

    list_display = ("role", "number", "kind", "created_at", "created_by", "comment")
    list_filter = ("kind", "created_at")
    search_fields = ("role__title", "comment")
    list_select_related = ("role", "created_by")
    ordering = ("-created_at", "-pk")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
