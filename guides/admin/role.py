"""Roles in the admin: the form with all parts, and how it is saved. The list and publication are in their modules."""

from functools import partial

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth import get_user_model
from django.db import transaction

from guides.admin.aging import Aging
from guides.admin.checking import Checks
from guides.admin.exports import Exports
from guides.admin.forms import MarkdownWidget, RoleForm, ShortTextarea
from guides.admin.history import History
from guides.admin.inlines import INLINES
from guides.admin.pictures import LEAD_PICTURE
from guides.admin.publication import Publication
from guides.admin.role_list import RoleList
from guides.admin.stale_forms import StaleForm, StaleForms
from guides.admin.text_conflicts import TextConflicts
from guides.editing.positions import save_in_order
from guides.editing.revisions import record_revision, renew_lock_token
from guides.editing.rows import read_document
from guides.models import Revision, Role
from guides.models.fields import BodyField, LineField


@admin.register(Role)
class RoleAdmin(RoleList, Publication, History, Aging, StaleForms, TextConflicts, Exports, Checks):
    form = RoleForm
    inlines = INLINES
    change_form_template = "admin/guides/role/change_form.html"
    autocomplete_fields = ("lead_picture",)
    prepopulated_fields = {"slug": ("title",)}
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
        LEAD_PICTURE,
        (
            "Key facts",
            {
                "fields": (
                    ("currency", "country"),
                    ("median_salary", "pay_range"),
                    ("growth_percent", "growth_note"),
                    ("annual_openings", "typical_education"),
                ),
                "description": "Amounts are whole units of the currency a year. What is not known stays empty.",
            },
        ),
        ("This change", {"fields": ("comment",), "classes": ("below-parts",)}),
    )

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """An owner is somebody who can log in here; editors need no leave to look at accounts for that."""
        if db_field.name == "owner":
            kwargs["queryset"] = get_user_model().objects.filter(is_staff=True, is_active=True).order_by("username")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        context = {**(extra_context or {}), **self.publication_context(request, object_id)}
        return self.save_unless_stale(request, object_id, form_url, context)

    def save_unless_stale(self, request, object_id, form_url, context):
        """The form, or where another editor saved the role since it was opened, both versions side by side."""
        form_view = partial(super().changeform_view, request, object_id, form_url, context)
        role = self.get_object(request, unquote(object_id)) if object_id else None
        if role and request.method == "POST" and self.is_gone(request, role):
            return self.hold_until_back(request, role)
        if role is None or request.method != "POST" or not self.has_change_permission(request, role):
            return form_view()
        try:
            with transaction.atomic():
                self.refuse_stale(request, role)
                return form_view()
        except StaleForm:
            return self.stale_response(request, role, form_view)

    def publication_context(self, request, object_id):
        role = self.get_object(request, unquote(object_id)) if object_id else None
        live = Revision.objects.live().filter(role=role).select_related("index").first() if role else None
        return {
            "may_publish": self.has_publish_permission(request),
            "live_slug": live.index.slug if live else "",
            "state": self.state(role) if role else "",
            "review": role.reviews.select_related("closed_by").last() if role else None,
        }

    def save_model(self, request, obj, form, change):
        if not change:
            obj.import_key = free_import_key(obj.slug)
        super().save_model(request, obj, form, change)
        if change and "owner" in form.changed_data:
            renew_lock_token(obj)  # no revision says who owns a guide, but an open form may not undo it

    def save_formset(self, request, form, formset, change):
        formset.save(commit=False)
        save_in_order(formset.model, formset.instance, formset.rows_in_order())

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        role = Role.objects.with_parts().get(pk=form.instance.pk)
        self.refuse_to_save(request, read_document(role))
        comment = form.cleaned_data["comment"]
        revision = record_revision(role, Revision.Kind.EDIT, by=request.user, comment=comment)
        if revision is None:
            messages.info(request, "Nothing was changed, so there is no new revision.")


def free_import_key(slug: str) -> str:
    """A key for a role made by hand: its slug, with a number where another role came under it first."""
    key, number = slug, 2
    while Role.objects.filter(import_key=key).exists():
        key, number = f"{slug}-{number}", number + 1
    return key
