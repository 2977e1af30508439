"""Roles in the admin: the list, the form with all parts, and the function that saves it."""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.urls import reverse
from django.utils.html import format_html

from guides.admin import role_list
from guides.admin.aging import AgingPage
from guides.admin.bulk_publication import BulkPublicationPages
from guides.admin.checking import CHECK_BUTTON, form_context
from guides.admin.conflicts import EditConflictsPage, TextConflictsPage, saved_meanwhile
from guides.admin.deletion import DeletionPages, resubmit_later
from guides.admin.forms import MarkdownWidget, RoleForm, ShortTextarea
from guides.admin.history import HistoryPages, changes_in_words, revision_before
from guides.admin.inlines import INLINES
from guides.admin.keys import KeyedFields
from guides.admin.pictures import LEAD_PICTURE
from guides.admin.publication import PublicationPages, response_for_button
from guides.admin.release_day import ReleaseDayPage
from guides.admin.submission import Submission
from guides.admin.withdrawal import WithdrawalPage
from guides.editing.aging import guides_behind
from guides.editing.clashes import roles_titled
from guides.editing.deletion import why_not_deleted
from guides.editing.linking import WITHOUT_MAIN_OCCUPATION, suggestions_for
from guides.editing.rows import ConflictError
from guides.editing.saving import Saved, Undecided, save_edit, set_owner
from guides.editing.states import state_of
from guides.models import Revision, Role
from guides.models.fields import BodyField, LineField

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
)
MOST_NAMED = 3  # guides with the same title


@admin.register(Role)
class RoleAdmin(KeyedFields, admin.ModelAdmin):
    """Roles with all their parts. `pages` has the pages next to the form; `save` stores submissions."""

    list_display = role_list.LIST_DISPLAY
    list_filter = role_list.LIST_FILTER
    list_select_related = ("owner",)
    search_fields = ("title", "slug", "summary", "category")
    actions = role_list.ACTIONS

    form = RoleForm
    inlines = INLINES
    change_form_template = "admin/guides/role/change_form.html"
    autocomplete_fields = ("lead_picture",)
    formfield_overrides = {BodyField: {"widget": MarkdownWidget}, LineField: {"widget": ShortTextarea}}
    fieldsets = (
        (None, {"fields": (("title", "slug"), "summary")}),
        ("Details", {"fields": ("alternative_titles", ("category", "education_level"), ("remote_work", "owner"))}),
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

    # -- permissions and choices --

    def get_queryset(self, request):
        return super().get_queryset(request).with_state().with_age()

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

    def has_publish_permission(self, request, obj=None):
        return request.user.has_perm("guides.publish_role")

    def has_change_permission(self, request, obj=None):
        """Deleted roles can be viewed, but not changed until they are restored."""
        return super().has_change_permission(request, obj) and not (obj and obj.deleted_at)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.deleted_at)

    def delete_view(self, request, object_id, extra_context=None):
        return self.pages[DeletionPages].delete_view(request, object_id)

    # -- the form --

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Show the form of a role. A submission is saved, or shown again with its errors."""
        role = self.get_object(request, unquote(object_id)) if object_id else None
        if request.method == "POST" and role and role.deleted_at and self.has_change_permission(request):
            return resubmit_later(request, role)
        may_save = self.has_change_permission(request, role) if role else self.has_add_permission(request)
        if request.method == "POST" and may_save and bool(role) == bool(object_id):
            request.submission = Submission(self, request, role)
            if response := self.save(request, role, request.submission):
                return response
        return super().changeform_view(request, object_id, form_url, {**(extra_context or {}), **self.context(role)})

    def save(self, request, role: Role | None, submission: Submission) -> HttpResponse | None:
        """Store a submission as a revision, merged with what others saved meanwhile; None if it is not stored."""
        if not submission.can_be_saved or CHECK_BUTTON in request.POST:
            return None
        edit, is_new = submission.edit, role is None
        role = role or Role(import_key=free_import_key(edit.document.slug))
        try:
            with transaction.atomic():
                saved = save_edit(role, edit, by=request.user)
                role = Role.objects.get(pk=role.pk)
                owner = self.save_owner(request, role, submission, saved)
                changes = " ".join(filter(None, (saved_words(saved), owner)))
                if changes:
                    (self.log_addition if is_new else self.log_change)(request, role, changes)
        except Undecided as undecided:
            return self.pages[EditConflictsPage].ask(request, role, undecided.edit, undecided.merge)
        except ConflictError as error:
            submission.refused = [str(error)]
            return None
        except IntegrityError:
            submission.refused = ["Somebody saved the same name or address at the same time. Save again."]
            return None
        if saved.was_merged:
            messages.info(request, f"{saved_meanwhile(role, saved.revision)} Your changes were combined with theirs.")
        self.report(request, role, saved, owner)
        request.saved = saved
        return self.response_add(request, role) if is_new else self.response_change(request, role)

    def save_owner(self, request, role: Role, submission: Submission, saved: Saved) -> str:
        """Store the owner, which is not part of the document; a stale form does not change it. Returns what changed."""
        owner = submission.form.cleaned_data.get("owner")
        if role.owner == owner:
            return ""
        if saved.was_merged:
            messages.warning(request, f"The owner was not changed; your form had {owner or 'nobody'}.")
            return ""
        set_owner(role, owner)
        return f"Owner: {owner or 'nobody'}."

    def report(self, request, role: Role, saved: Saved, owner: str) -> None:
        """Show what was saved; a preview has no messages, and shows the guide itself."""
        link = format_html("<a href='{}'>{}</a>", reverse("admin:guides_role_change", args=(role.pk,)), role)
        if owner:
            messages.success(request, format_html("Saved “{}”. {}", link, owner))
        if "_preview" in request.POST:
            return
        if saved.revision:
            messages.success(request, format_html("Saved revision {} of “{}”.", saved.revision.number, link))
        elif not owner:
            messages.info(request, format_html("Nothing changed in “{}”, so there is no new revision.", link))
        for other in roles_titled(role.title, role)[:MOST_NAMED]:
            words = "The guide <a href='{}'>{}</a> has the same title. Readers can't tell them apart in lists."
            messages.warning(request, format_html(words, reverse("admin:guides_role_change", args=(other.pk,)), other))

    def message_user(self, request, message, level=messages.INFO, **options):
        """Leave out Django's message about a saved form; `report` shows a more exact one."""
        if not hasattr(request, "saved"):
            super().message_user(request, message, level, **options)

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

    def get_form(self, request, obj=None, change=False, **kwargs):
        """The form class; after a submission that was not stored it shows the form again with its errors."""
        form = super().get_form(request, obj, change=change, **kwargs)
        submission = getattr(request, "submission", None)
        form.is_shown_again = submission is not None
        form.refused = submission.refused if submission else []
        return form

    def context(self, role: Role | None) -> dict:
        live = Revision.objects.live().filter(role=role).select_related("index").first() if role else None
        return {
            "live_slug": live.index.slug if live else "",
            "state": state_of(role) if role else "",
            "review": role.reviews.select_related("closed_by").last() if role else None,
            "open_conflicts": role.conflicts.open().count() if role else 0,
        }

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        submission = getattr(request, "submission", None)
        formsets = [inline.formset for inline in context["inline_admin_formsets"]]
        context |= form_context(obj, context["adminform"].form, formsets, submission)
        if obj and self.has_change_permission(request, obj):
            unlinked = Role.objects.filter(WITHOUT_MAIN_OCCUPATION, pk=obj.pk)
            context["suggested_occupations"] = [item for _, found in suggestions_for(unlinked) for item in found]
        context["may_publish"] = self.has_publish_permission(request)
        if obj and self.has_delete_permission(request, obj):
            context["why_not_deleted"] = why_not_deleted(obj, may_unpublish=context["may_publish"])
            context["show_delete"] = not context["why_not_deleted"]
        if submission and obj and obj.pk and submission.form.data.get("lock_token") != str(obj.lock_token):
            messages.warning(request, f"{saved_meanwhile(obj)} Fix the errors, then save to combine both versions.")
        return super().render_change_form(request, context, add, change, form_url, obj)


def saved_words(saved: Saved) -> str:
    """What a save changed, for the history of the role; empty if nothing did."""
    if saved.revision is None:
        return ""
    before = revision_before(saved.revision.role, saved.revision)
    changes = changes_in_words(before.guide, saved.revision.guide) if before else ""
    return f"Saved revision {saved.revision.number}." + (f" Changed: {changes}." if changes else "")


def free_import_key(slug: str) -> str:
    """An import key for a manually created role: its slug, with a number if the key is taken."""
    key, number = slug, 2
    while Role.objects.filter(import_key=key).exists():
        key, number = f"{slug}-{number}", number + 1
    return key
