"""Roles in the admin: the list, the form with all parts but material, and the pages next to it."""

from django.contrib import admin, messages
from django.contrib.auth import get_user_model
from django.http import HttpResponse

from guides.admin import role_list
from guides.admin.aging import AgingPage
from guides.admin.bulk_publication import BulkPublicationPages
from guides.admin.conflicts import EditConflictsPage, TextConflictsPage
from guides.admin.deletion import DeletionPages
from guides.admin.forms import RoleForm
from guides.admin.guide_form import GuideForm
from guides.admin.history import HistoryPages
from guides.admin.inlines import INLINES
from guides.admin.material import MaterialPages, material_links
from guides.admin.pictures import LEAD_PICTURE
from guides.admin.publication import PublicationPages, response_for_button
from guides.admin.release_day import ReleaseDayPage
from guides.admin.withdrawal import WithdrawalPage
from guides.editing.aging import guides_behind
from guides.editing.deletion import why_not_deleted
from guides.editing.linking import WITHOUT_MAIN_OCCUPATION, suggestions_for
from guides.editing.saving import ALL_BUT_MATERIAL
from guides.models import Role

PAGES = (
    AgingPage,
    ReleaseDayPage,
    PublicationPages,
    BulkPublicationPages,
    HistoryPages,
    WithdrawalPage,
    EditConflictsPage,
    TextConflictsPage,
    DeletionPages,
    MaterialPages,
)


@admin.register(Role)
class RoleAdmin(GuideForm):
    """Roles with all their parts except material, which has pages of its own."""

    list_display = role_list.LIST_DISPLAY
    list_filter = role_list.LIST_FILTER
    list_select_related = ("owner",)
    search_fields = ("title", "slug", "summary", "category")
    actions = role_list.ACTIONS

    form = RoleForm
    inlines = INLINES
    autocomplete_fields = ("lead_picture",)
    edits = ALL_BUT_MATERIAL
    fieldsets = (
        (None, {"fields": (("title", "slug"), "summary")}),
        (
            "Details",
            {
                "fields": (
                    "alternative_titles",
                    ("category", "education_level"),
                    ("time_to_qualify", "cost_to_qualify"),
                    ("remote_work", "owner"),
                )
            },
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
                "description": "Enter yearly amounts in whole currency units. Leave unknown figures empty.",
            },
        ),
        ("This change", {"fields": ("comment",), "classes": ("below-parts",)}),
    )

    def __init__(self, model, admin_site):
        super().__init__(model, admin_site)
        self.pages = {page: page(self) for page in PAGES}

    def get_urls(self):
        return [url for page in self.pages.values() for url in page.urls()] + super().get_urls()

    def get_search_results(self, request, queryset, search_term):
        """Leave out deleted roles when choosing a related role."""
        if request.resolver_match.url_name == "autocomplete":
            queryset = queryset.present()
        return super().get_search_results(request, queryset, search_term)

    def changelist_view(self, request, extra_context=None):
        """Show the list, with links to the releases that are newer than figures of guides."""
        return super().changelist_view(request, {"behind": guides_behind(), **(extra_context or {})})

    def get_actions(self, request):
        """All actions except Django's delete, because deletion only marks a role."""
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """Offer everybody who can log in here as an owner, without permission to view accounts."""
        if db_field.name == "owner":
            kwargs["queryset"] = get_user_model().objects.filter(is_staff=True, is_active=True).order_by("username")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def delete_view(self, request, object_id, extra_context=None):
        return self.pages[DeletionPages].delete_view(request, object_id)

    def response_post_save_change(self, request, obj):
        return self.response_for_button(request, obj) or super().response_post_save_change(request, obj)

    def response_post_save_add(self, request, obj):
        return self.response_for_button(request, obj) or super().response_post_save_add(request, obj)

    def response_for_button(self, request, role: Role) -> HttpResponse | None:
        """The response for the buttons next to Save; a merged guide is never published unseen."""
        if request.saved.was_merged and "_publish" in request.POST:
            messages.warning(request, "Not published. Check the combined version first.")
            return self.pages[PublicationPages].redirect_to("change", role)
        return response_for_button(self, request, role, request.saved.revision)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and self.has_change_permission(request, obj):
            unlinked = Role.objects.filter(WITHOUT_MAIN_OCCUPATION, pk=obj.pk)
            context["suggested_occupations"] = [item for _, found in suggestions_for(unlinked) for item in found]
        context["may_publish"] = self.has_publish_permission(request)
        if obj and self.has_delete_permission(request, obj):
            context["why_not_deleted"] = why_not_deleted(obj, may_unpublish=context["may_publish"])
            context["show_delete"] = not context["why_not_deleted"]
        if obj and obj.pk:
            context["material"] = material_links(obj, context["adminform"].form.latest)
        return super().render_change_form(request, context, add, change, form_url, obj)
