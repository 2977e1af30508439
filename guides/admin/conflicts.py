"""Resolving conflicts: places that a guide and a new text, or two editors at once, changed in different ways."""

from django.contrib import messages
from django.views.decorators.http import require_POST

from guides.admin.conflict_forms import WITH_EDITOR, WITH_TEXT, Choice, DecisionsForm
from guides.admin.deletion import resubmit_later
from guides.admin.keys import key_of
from guides.admin.pages import RolePage
from guides.document import DocumentError, GuideDocument
from guides.document.merging import Merge
from guides.editing.revisions import InvalidDocument
from guides.editing.rows import ConflictError
from guides.editing.saving import Edit, StaleError, decide_conflicts, save_decided
from guides.models import Conflict, Revision, Role

MOST_DECIDED = 50


class ConflictsPage(RolePage):
    """The page to resolve conflicts, all at once or, if they are stored, one by one."""

    def decide(self, request, role: Role, form: DecisionsForm, save) -> bool:
        """Apply the decisions of a form; False if that is not possible, with the reason on the page."""
        if not form.is_valid():
            return False
        try:
            revision = save(role, decisions=form.decisions, lock_token=form.data["lock_token"], by=request.user)
        except StaleError:
            form.is_stale = True
            return False
        except InvalidDocument as error:
            form.refuse(error.errors)
            return False
        except ConflictError as error:
            form.refuse([error])
            return False
        saved = f"Saved as revision {revision.number}." if revision else "The guide stays as it is."
        messages.success(request, f"Resolved {form.count}. {saved}")
        return True

    def show(self, request, role: Role, form: DecisionsForm, title: str, *, status=200, **context):
        if form.is_stale:
            messages.warning(request, "The guide has changed since. These are the current conflicts.")
        return self.render(request, role, "conflicts", title, status=status, form=form, **context)


class TextConflictsPage(ConflictsPage):
    """Conflicts with a new text, stored until somebody resolves them."""

    def routes(self):
        yield "<int:pk>/conflicts/", "conflicts", self.conflicts_view

    def conflicts_view(self, request, pk):
        role = self.role_to("change", request, pk)
        form = self.form_for(role, request.POST if request.method == "POST" else None)
        if request.method == "POST" and self.decide(request, role, form, decide_conflicts):
            for decision in form.decisions:
                outcome = Conflict.Outcome(decision.outcome).label.lower()
                self.log(request, role, f"Conflict with a text about {decision.conflict}: {outcome}.")
            return self.redirect_to("conflicts" if role.conflicts.open().exists() else "change", role)
        if form.is_stale:
            form = self.form_for(Role.objects.get(pk=role.pk))
            form.is_stale = True
        decided = role.conflicts.exclude(outcome=Conflict.Outcome.OPEN).select_related("decided_by")
        title = f"Resolve conflicts of {role} with a text"
        return self.show(request, role, form, title, decided=decided.order_by("-decided_at")[:MOST_DECIDED])

    @staticmethod
    def form_for(role: Role, data=None) -> DecisionsForm:
        conflicts = role.conflicts.open().prefetch_related("text")  # each text is read once
        choices = [
            Choice(f"conflict-{item.pk}", item, item.text.guide, WITH_TEXT, data, may_wait=True) for item in conflicts
        ]
        return DecisionsForm(role, choices, WITH_TEXT, data)


class EditConflictsPage(ConflictsPage):
    """Conflicts of a form with what somebody else saved while it was open.

    They are not stored: the page contains the edit, and every answer merges it again.
    """

    def routes(self):
        yield "<int:pk>/resolve/", "resolve", require_POST(self.resolve_view)

    def ask(self, request, role: Role, edit: Edit, merged: Merge):
        """Ask the editor to resolve the conflicts of a form before it is saved."""
        return self.show_edit(request, role, edit, edit_form(role, edit, merged))

    def resolve_view(self, request, pk):
        role = self.role_to("view_or_change", request, pk)
        if role.deleted_at and self.roles.has_change_permission(request):
            return resubmit_later(request, role)
        role = self.role_to("change", request, pk)
        edit = posted_edit(request.POST)
        if edit is None:
            return self.redirect_to("change", role)
        form = edit_form(role, edit, edit.merged_into(role), request.POST)
        if str(role.lock_token) != request.POST.get("lock_token"):
            form = edit_form(role, edit, edit.merged_into(role))
            form.is_stale = True
        elif self.decide(request, role, form, lambda role, **decided: save_decided(role, edit, **decided)):
            self.log(request, role, f"Resolved {form.count} with another editor.")
            return self.redirect_to("change", role)
        return self.show_edit(request, role, edit, form)

    def show_edit(self, request, role: Role, edit: Edit, form: DecisionsForm):
        context = {"edit": edit, "saved_meanwhile": saved_meanwhile(role)}
        return self.show(request, role, form, f"Resolve conflicts of {role} with another editor", status=409, **context)


def edit_form(role: Role, edit: Edit, merged: Merge, data=None) -> DecisionsForm:
    choices = [
        Choice(f"place-{number}", conflict, edit.document, WITH_EDITOR, data)
        for number, conflict in enumerate(merged.conflicts)
    ]
    return DecisionsForm(role, choices, WITH_EDITOR, data)


def posted_edit(data) -> Edit | None:
    """The edit contained in the page; None if it is invalid, as in a forged form."""
    try:
        document = GuideDocument.from_json(data.get("yours", ""))
    except DocumentError:
        return None
    comment = data.get("comment", "")[:200].replace("\0", "")
    return Edit(document, "", key_of(data.get("started_from")), comment)


def saved_meanwhile(role: Role, own: Revision | None = None) -> str:
    """A message about who saved what while a form was open, before its `own` revision."""
    others = role.revisions.exclude(pk=own and own.pk).select_related("created_by")
    latest = others.order_by("-number").first()
    if latest is None:
        return f"“{role}” was changed while you were writing."
    who, because = latest.created_by or "An import", f" (“{latest.comment}”)" if latest.comment else ""
    return f"{who} saved revision {latest.number} of “{latest.guide.title}” while you were writing{because}."
