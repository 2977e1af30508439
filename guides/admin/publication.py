"""Publication of a role: preview, review, publish and unpublish, now or at a set time."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from guides.admin import publication_forms as forms
from guides.admin.pages import RolePage, redirect_to
from guides.admin.refusals import ONLY_PUBLISHERS
from guides.admin.submission import LINK_BUTTON
from guides.editing.candidates import candidates
from guides.editing.publishing import PublishError, cancel, move, publish, set_end, unpublish
from guides.editing.reviews import ReviewError, close_review, send_to_review
from guides.editing.rows import read_document
from guides.editing.states import moment, plan_of, state_of
from guides.editing.withdrawals import remains_of, withdraw_remains
from guides.models import Review, Revision, Role
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
        candidate = candidates([role]).get(role.pk)
        if action:
            role = self.role_to(action.permission, request, pk)
            bound = action.form(role, request.POST, candidate=candidate)
            if bound.is_valid() and self.perform(request, role, action, bound):
                return self.redirect_to("publication", role)
        context = self.context(request, role, candidate, bound)
        return self.render(request, role, "publication", f"Publish {role}", **context)

    def perform(self, request, role, action: Action, form) -> bool:
        try:
            done = action.run(role, by=request.user, asked=request.POST["action"], **form.cleaned_data)
        except (PublishError, ReviewError) as error:
            field = getattr(error, "field", None)
            form.add_error(field if field in form.fields else None, str(error))
            return False
        self.log(request, role, done)
        messages.success(request, done)
        return True

    def context(self, request, role, candidate, bound):
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
            "candidate": candidate,
            "newest_standing": candidate.standing(candidate.newest) if candidate else "",
            "review": review,
            "reviews": closed.order_by("-sent_at")[:REVIEWS_SHOWN],
            "live": next((interval for interval in shown if interval.live_from <= now), None),
            "intervals": [
                (item, item.live_from > now, (may_publish and interval_forms(role, item, shown, now, bound)) or ())
                for item in shown
            ],
            "forms": self.forms_for(request, role, candidate, review, shown, bound),
            "remains": remains_of([role]) if shown else (),
            "refused": bound,
        }

    def forms_for(self, request, role, candidate, review, shown, bound):
        """The forms for the whole role, by their names in the template."""
        kinds = {}
        if role.deleted_at or candidate is None:
            return kinds
        if self.roles.has_change_permission(request, role):
            kinds |= {"send": forms.SendForm} | ({"take_back": forms.TakeBackForm} if review else {})
        if self.roles.has_publish_permission(request):
            kinds |= {"publish": forms.PublishForm} | ({"decide": forms.DecisionForm} if review else {})
            kinds |= {"unpublish": forms.UnpublishForm} if shown else {}
        return {name: form_of(kind, role, bound, candidate=candidate) for name, kind in kinds.items()}


def response_for_button(roles, request, role, saved: Revision | None) -> HttpResponse | None:
    """The response for a button next to Save after saving; None for Django's own buttons.

    `saved` is the new revision, None if nothing changed.
    """
    if LINK_BUTTON in request.POST:
        return redirect_to("change", role)
    if "_preview" in request.POST:
        return redirect_to("preview", role)
    if "_review" in request.POST:
        return redirect_to("publication", role)
    if "_unpublish" in request.POST:
        if not roles.has_publish_permission(request):
            raise PermissionDenied(ONLY_PUBLISHERS)
        return redirect_to("publication", role, "#unpublish")
    if "_publish" in request.POST:
        return publish_from_form(roles, request, role, saved)
    return None


def publish_from_form(roles, request, role, saved: Revision | None) -> HttpResponse:
    """Publish the newest revision, or go to the page that asks first. Raises PermissionDenied."""
    if not roles.has_publish_permission(request):
        raise PermissionDenied(ONLY_PUBLISHERS)
    candidate = candidates([role]).get(role.pk)
    if candidate is None:
        messages.error(request, f"Not published: “{role}” has no guide yet.")
    elif (saved and candidate.newest != saved) or candidate.questions(candidate.newest):
        return HttpResponseRedirect(reverse("admin:guides_role_publish", query={"role": role.pk}))
    else:
        report(request, "Not published.", publish_role, roles, request, candidate.newest)
    return redirect_to("change", role)


def report(request, failed: str, act: Callable[..., str], *args) -> None:
    """Publish or unpublish, and show what was done, or why it failed."""
    try:
        messages.success(request, act(*args))
    except PublishError as error:
        messages.error(request, f"{failed} {error}")


def publish_role(roles, request, revision: Revision) -> str:
    """Publish a revision now; return what to tell the user. Raises PublishError."""
    role, is_live = revision.role, Revision.objects.live().contains(revision)
    publish(revision, by=request.user)
    if is_live:
        return f"Revision {revision.number} of “{role}” is already live."
    roles.log_change(request, role, f"Published revision {revision.number}.")
    return f"Revision {revision.number} of “{role}” is live now."


def next_plan(role: Role, moment) -> str:
    """What is still planned for a role after a moment, as a sentence; empty if nothing is."""
    coming = role.live_intervals.scheduled(moment).select_related("revision").order_by("live_from").first()
    return f" {plan_of(coming, timezone.now())}" if coming else ""


def interval_forms(role, interval, shown, now, bound):
    """Forms to change the times of an interval; its end is fixed if another one follows immediately."""
    is_followed = any(other.live_from == interval.live_until for other in shown)
    kinds = [
        *([forms.MoveForm, forms.CancelForm] if interval.live_from > now else []),
        *([] if is_followed else [forms.EndForm]),
    ]
    return [form_of(kind, role, bound, interval) for kind in kinds]


def form_of(kind, role, bound, interval=None, candidate=None):
    """A blank form, or the submitted one of this kind with its errors."""
    form = bound
    if type(bound) is not kind or (interval and bound.data.get("interval") != str(interval.pk)):
        form = kind(role, candidate=candidate)
        if interval:
            form.initial = {"interval": interval.pk, "at": interval.live_from, "until": interval.live_until}
    elif issubclass(kind, forms.ReviewForm):
        form.show_open_review()
    form.auto_id = f"{kind.__name__}-{interval.pk if interval else 0}-%s"
    return form


def _send(role, *, by, asked, comment):
    review = send_to_review(role, by=by, comment=comment)
    return f"Sent revision {review.revision.number} to review."


def _close(role, *, by, asked, review, answer=""):
    outcome = {"approve": "approved", "return": "returned", "take_back": "taken_back"}[asked]
    review = close_review(role, outcome, review=review, by=by, answer=answer)
    return f"{review.get_outcome_display()}: revision {review.revision.number}."


def _decide(role, *, by, asked, review, answer):
    if asked != forms.APPROVE_AND_PUBLISH:
        return _close(role, by=by, asked=asked, review=review, answer=answer)
    with transaction.atomic():
        close_review(role, Review.Outcome.APPROVED, review=review, by=by, answer=answer)
        publish(review.revision, by=by)
    return f"Approved and published revision {review.revision.number}."


def _publish(role, *, by, asked, revision, at, until):
    is_live = Revision.objects.live().contains(revision)
    interval = publish(revision, by=by, at=at, until=until)
    if is_live and not until:
        return f"Revision {revision.number} is already live. Nothing changed."
    return plan_of(interval, timezone.now())


@transaction.atomic
def _unpublish(role, *, by, asked, at, withdraw):
    if not unpublish(role, at=at):
        raise PublishError(f"“{role}” is not live at that time.", "at")
    if withdraw:
        withdraw_remains([role], by=by, reason="Unpublished.")
        return "Unpublished, and withdrew what stayed public."
    done = f"The guide will be unpublished on {moment(at)}." if at else "Unpublished."
    return done + next_plan(role, at or timezone.now())


def _move(role, *, by, asked, interval, at):
    return f"Moved. {plan_of(move(interval, at), timezone.now())}"


def _cancel(role, *, by, asked, interval):
    number = interval.revision.number
    cancel(interval)
    return f"Canceled the publication of revision {number}."


def _set_end(role, *, by, asked, interval, until):
    interval = set_end(interval, until)
    return f"{plan_of(interval, timezone.now())}{'' if until else ' It has no end.'}"


ACTIONS = {
    "send": Action(forms.SendForm, "change", _send),
    "take_back": Action(forms.TakeBackForm, "change", _close),
    forms.APPROVE_AND_PUBLISH: Action(forms.DecisionForm, "publish", _decide),
    "approve": Action(forms.DecisionForm, "publish", _decide),
    "return": Action(forms.DecisionForm, "publish", _decide),
    "publish": Action(forms.PublishForm, "publish", _publish),
    "unpublish": Action(forms.UnpublishForm, "publish", _unpublish),
    "move": Action(forms.MoveForm, "publish", _move),
    "cancel": Action(forms.CancelForm, "publish", _cancel),
    "end": Action(forms.EndForm, "publish", _set_end),
}
