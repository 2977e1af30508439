"""Withdrawing a single revision from all its public addresses, and undoing that."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.text import get_text_list

from guides.admin.pages import RolePage
from guides.admin.publication_forms import RoleActionForm, WordsField
from guides.admin.refusals import ONLY_PUBLISHERS
from guides.document.tools import PACK, READINESS, SKILLS_GAP
from guides.editing.publishing import PublishError
from guides.editing.withdrawals import WithdrawalError, undo_withdrawal, with_public_parts, withdraw
from guides.models import Revision


class WithdrawForm(RoleActionForm):
    buttons = {"withdraw": "Withdraw"}
    reason = WordsField(
        required=True,
        help_text="Editors see it in the history. Readers don't see it.",
        error_messages={"required": "Give a reason, so that other editors know why."},
    )


class UndoForm(RoleActionForm):
    buttons = {"undo": "Undo withdrawal"}


class WithdrawalPage(RolePage):
    """The page that shows what is public of a revision, where publishers withdraw it or undo that."""

    def routes(self):
        yield "<int:pk>/revisions/<int:number>/withdrawal/", "withdrawal", self.withdrawal_view

    def withdrawal_view(self, request, pk, number):
        role = self.role_to("view_or_change", request, pk)  # also a deleted one
        if not self.roles.has_publish_permission(request):
            raise PermissionDenied(ONLY_PUBLISHERS)
        revision = get_object_or_404(role.revisions.select_related("withdrawal__withdrawn_by"), number=number)
        kind, run = ACTIONS.get(request.POST.get("action", ""), (None, None))
        form = kind and kind(role, request.POST)
        if form and form.is_valid():
            try:
                done = run(role, revision, by=request.user, **form.cleaned_data)
            except (WithdrawalError, PublishError) as error:
                messages.error(request, str(error))
            else:
                self.log(request, role, done)
                messages.success(request, done)
            return self.redirect_to("revisions", role)
        context = {
            "revision": revision,
            "same": with_public_parts(role.revisions.filter(sha256=revision.sha256)).order_by("number"),
            "live": role.live_sha256 is not None,
            "now": timezone.now(),
            "tools": [tool.kind for tool in (PACK, READINESS, SKILLS_GAP)],
            "form": form or (UndoForm if revision.is_withdrawn else WithdrawForm)(role),
        }
        title = f"{'Undo the withdrawal of' if revision.is_withdrawn else 'Withdraw'} revision {number} of {role}"
        return self.render(request, role, "withdrawal", title, **context)


def _withdraw(role, revision, *, by, reason):
    withdrawn = withdraw(revision, by=by, reason=reason)
    unpublished = " The guide is no longer live." if role.live_sha256 == revision.sha256 else ""
    return f"Withdrew {_named(withdrawn)}.{unpublished} Reason: {reason}"


def _undo(role, revision, *, by):
    return f"Undid the withdrawal of {_named(undo_withdrawal(revision))}. This puts nothing live."


def _named(revisions: list[Revision]) -> str:
    numbers = get_text_list([str(revision.number) for revision in revisions], "and")
    return f"revision{'s' if len(revisions) > 1 else ''} {numbers}"


ACTIONS = {"withdraw": (WithdrawForm, _withdraw), "undo": (UndoForm, _undo)}
