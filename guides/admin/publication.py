"""Publication of a role: preview, review, publish and unpublish, now or at a set time."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.utils import timezone

from guides.admin import publication_forms as forms
from guides.admin.pages import RolePage, redirect_to
from guides.admin.refusals import ONLY_PUBLISHERS
from guides.editing.publishing import PublishError, cancel, move, publish, set_end, unpublish
from guides.editing.reviews import ReviewError, close_review, send_to_review
from guides.editing.rows import read_document
from guides.editing.states import moment, state_of
from guides.models import Review, Role
from guides.web.guides import render_guide

REVIEWS_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Action:
    """What a button does: its form, the permission it needs, and the function that runs it and returns a message."""

    form: type[forms.RoleActionForm]
    permission: str
    run: Callable[..., str]


class PublicationPages(RolePage):
    """A preview of the working copy, and the page to review, publish and schedule."""

    def routes(self):
        yield "<int:pk>/preview/", "preview", self.preview_view
        yield "<int:pk>/publication/", "publication", self.publication_view

    def preview_view(self, request, pk):
        """Show the working copy as the public page."""
        self.role_to("view_or_change", request, pk)
        return render_guide(request, read_document(Role.objects.with_parts().get(pk=pk)), preview=True)

    def publication_view(self, request, pk):
        role = self.role_to("view_or_change", request, pk)
        action, bound = ACTIONS.get(request.POST.get("action", "")), None
        if action:
            role = self.role_to(action.permission, request, pk)
            bound = action.form(role, request.POST)
            if bound.is_valid() and self.perform(request, role, action, bound):
                return self.redirect_to("publication", role)
        return self.render(request, role, "publication", f"Publish {role}", **self.context(request, role, bound))

    def perform(self, request, role, action: Action, form) -> bool:
        try:
            done = action.run(role, by=request.user, asked=request.POST["action"], **form.cleaned_data)
        except (PublishError, ReviewError) as error:
            form.add_error(None, str(error))
            return False
        self.log(request, role, done)
        messages.success(request, done)
        return True

    def context(self, request, role, bound):
        """The state of a role and the forms that the user may use; `bound` is the one with errors."""
        now = timezone.now()
        review = role.reviews.open().select_related("revision", "sent_by").first()
        closed = role.reviews.exclude(outcome=Review.Outcome.OPEN).select_related("revision", "sent_by", "closed_by")
        intervals = role.live_intervals.not_ended(now).order_by("live_from")
        shown = list(intervals.select_related("revision", "published_by"))
        may_publish = self.roles.has_publish_permission(request) and not role.deleted_at
        return {
            "state": state_of(role),
            "now": now,
            "review": review,
            "reviews": closed.order_by("-sent_at")[:REVIEWS_SHOWN],
            "live": next((interval for interval in shown if interval.live_from <= now), None),
            "intervals": [
                (item, item.live_from > now, (may_publish and interval_forms(role, item, shown, now, bound)) or ())
                for item in shown
            ],
            "forms": self.forms_for(request, role, review, shown, bound),
            "refused": bound,
        }

    def forms_for(self, request, role, review, shown, bound):
        """The forms for the whole role, by their names in the template."""
        kinds = {}
        if role.deleted_at or role.latest_sha256 is None:
            return kinds
        if self.roles.has_change_permission(request, role):
            kinds |= {"send": forms.SendForm} | ({"take_back": forms.TakeBackForm} if review else {})
        if self.roles.has_publish_permission(request):
            kinds |= {"publish": forms.PublishForm} | ({"decide": forms.DecisionForm} if review else {})
            kinds |= {"unpublish": forms.UnpublishForm} if shown else {}
        return {name: form_of(kind, role, bound) for name, kind in kinds.items()}


def response_for_button(roles, request, role) -> HttpResponse | None:
    """The response for a button next to Save after saving; None for Django's own buttons."""
    if "_preview" in request.POST:
        return redirect_to("preview", role)
    if "_review" in request.POST:
        return redirect_to("publication", role)
    for button, act in (("_publish", publish_role), ("_unpublish", unpublish_role)):
        if button in request.POST:
            try:
                messages.success(request, act(roles, request, role))
            except PublishError as error:
                messages.error(request, str(error))
            return redirect_to("change", role)
    return None


def publish_role(roles, request, role) -> str:
    """Publish the latest revision now. Raises PublishError and PermissionDenied."""
    if not roles.has_publish_permission(request):
        raise PermissionDenied(ONLY_PUBLISHERS)
    revision = role.revisions.order_by("-number").first()
    if revision is None:
        raise PublishError(f"“{role}” has no guide yet.")
    publish(revision, by=request.user)
    roles.log_change(request, role, f"Published revision {revision.number}.")
    return f"“{role}” is live."


def unpublish_role(roles, request, role) -> str:
    """Unpublish a role now. Raises PublishError and PermissionDenied."""
    if not roles.has_publish_permission(request):
        raise PermissionDenied(ONLY_PUBLISHERS)
    if not unpublish(role):
        raise PublishError(f"“{role}” was not live.")
    roles.log_change(request, role, "Unpublished.")
    return f"“{role}” is no longer live."


def interval_forms(role, interval, shown, now, bound):
    """Forms to change the times of an interval; its end is fixed if another one follows immediately."""
    is_followed = any(other.live_from == interval.live_until for other in shown)
    kinds = [
        *([forms.MoveForm, forms.CancelForm] if interval.live_from > now else []),
        *([] if is_followed else [forms.EndForm]),
    ]
    return [form_of(kind, role, bound, interval) for kind in kinds]


def form_of(kind, role, bound, interval=None):
    """A blank form, or the submitted one of this kind with its errors."""
    form = bound
    if type(bound) is not kind or (interval and bound.data.get("interval") != str(interval.pk)):
        form = kind(role)
        hours = {"interval": interval.pk, "at": interval.live_from, "until": interval.live_until} if interval else {}
        form.initial = hours
    form.auto_id = f"{kind.__name__}-{interval.pk if interval else 0}-%s"
    return form


def _send(role, *, by, asked, comment):
    review = send_to_review(role, by=by, comment=comment)
    return f"Sent revision {review.revision.number} to review."


def _close(role, *, by, asked, answer=""):
    outcome = {"approve": "approved", "return": "returned", "take_back": "taken_back"}[asked]
    review = close_review(role, outcome, by=by, answer=answer)
    return f"{review.get_outcome_display()}: revision {review.revision.number}."


def _publish(role, *, by, asked, revision, at, until):
    interval = publish(revision, by=by, at=at, until=until)
    since = f"from {moment(interval.live_from)}" if at else "now"
    return f"Revision {revision.number} is live {since}{_until(interval)}."


def _unpublish(role, *, by, asked, at):
    if not unpublish(role, at=at):
        raise PublishError(f"“{role}” is not live at that time.")
    return f"Unpublished from {moment(at)}." if at else "Unpublished."


def _move(role, *, by, asked, interval, at):
    interval = move(interval, at)
    return f"Moved: revision {interval.revision.number} is live from {moment(interval.live_from)}{_until(interval)}."


def _cancel(role, *, by, asked, interval):
    number = interval.revision.number
    cancel(interval)
    return f"Canceled the publication of revision {number}."


def _set_end(role, *, by, asked, interval, until):
    interval = set_end(interval, until)
    return f"Revision {interval.revision.number} stays live{_until(interval) or ' with no end'}."


def _until(interval) -> str:
    return f" until {moment(interval.live_until)}" if interval.live_until else ""


ACTIONS = {
    "send": Action(forms.SendForm, "change", _send),
    "take_back": Action(forms.TakeBackForm, "change", _close),
    "approve": Action(forms.DecisionForm, "publish", _close),
    "return": Action(forms.DecisionForm, "publish", _close),
    "publish": Action(forms.PublishForm, "publish", _publish),
    "unpublish": Action(forms.UnpublishForm, "publish", _unpublish),
    "move": Action(forms.MoveForm, "publish", _move),
    "cancel": Action(forms.CancelForm, "publish", _cancel),
    "end": Action(forms.EndForm, "publish", _set_end),
}
