"""The form of a guide, or of a part of it: it saves what editors type as a revision, and shows the rest again."""

from collections.abc import Sequence

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.urls import reverse
from django.utils.html import format_html

from guides.admin.checking import CHECK_BUTTON, form_context
from guides.admin.conflicts import EditConflictsPage, saved_meanwhile
from guides.admin.deletion import resubmit_later
from guides.admin.forms import EditForm, MarkdownWidget, ShortTextarea
from guides.admin.history import saved_words
from guides.admin.keys import KeyedFields
from guides.admin.submission import Submission
from guides.editing.clashes import roles_titled
from guides.editing.rows import ConflictError
from guides.editing.saving import EVERYTHING, Saved, Undecided, save_edit, set_owner
from guides.editing.states import state_of
from guides.models import Revision, Role
from guides.models.fields import BodyField, LineField

MOST_NAMED = 3  # guides with the same title


class GuideForm(KeyedFields, admin.ModelAdmin):
    """The form of a role. `edits` are the fields of the document in it, and `pages` are the pages next to it.

    A form `about` one list of the document has suggestions for that list alone.
    """

    form = EditForm
    change_form_template = "admin/guides/role/change_form.html"
    formfield_overrides = {BodyField: {"widget": MarkdownWidget}, LineField: {"widget": ShortTextarea}}
    edits: Sequence[str] = EVERYTHING
    about = ""
    pages: dict = {}

    def get_queryset(self, request):
        return super().get_queryset(request).with_state().with_age()

    def has_publish_permission(self, request, obj=None):
        return request.user.has_perm("guides.publish_role")

    def has_change_permission(self, request, obj=None):
        """Deleted roles can be viewed, but not changed until they are restored."""
        return super().has_change_permission(request, obj) and not (obj and obj.deleted_at)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.deleted_at)

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
        owner = submission.form.cleaned_data.get("owner", role.owner)
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
        context |= form_context(obj, context["adminform"].form, formsets, submission, self.about)
        if submission and obj and obj.pk and submission.form.data.get("lock_token") != str(obj.lock_token):
            messages.warning(request, f"{saved_meanwhile(obj)} Fix the errors, then save to combine both versions.")
        return super().render_change_form(request, context, add, change, form_url, obj)


def free_import_key(slug: str) -> str:
    """An import key for a manually created role: its slug, with a number if the key is taken."""
    key, number = slug, 2
    while Role.objects.filter(import_key=key).exists():
        key, number = f"{slug}-{number}", number + 1
    return key
