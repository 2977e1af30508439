"""Publishing and unpublishing selected guides: a page lists what will happen, and only that is done when confirmed."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.template.defaultfilters import pluralize
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from guides.admin.keys import key_of
from guides.admin.pages import RolePage, for_each, redirect_to
from guides.admin.publication import next_plan, publish_role
from guides.admin.publication_forms import WithdrawField
from guides.admin.refusals import ONLY_PUBLISHERS
from guides.editing.candidates import Candidate, candidates, refusals
from guides.editing.publishing import PublishError, unpublish
from guides.editing.withdrawals import remains_of, withdraw_remains
from guides.models import LiveInterval, Revision, Role


@dataclass(frozen=True, slots=True)
class Row:
    """A guide to publish: its revisions to choose from, with their standing, and what to say about them."""

    candidate: Candidate
    choices: list[tuple[Revision, str]]
    questions: list[str]
    refusals: list[str]
    chosen: Revision | None


class BulkUnpublishForm(forms.Form):
    withdraw = WithdrawField()


class BulkPublicationPages(RolePage):
    """Pages to confirm what is published or unpublished; also for one guide, if there is something to ask."""

    def routes(self):
        yield "publish/", "publish", self.publish_view
        yield "unpublish/", "unpublish", require_POST(self.unpublish_view)

    # -- publishing --

    def publish_view(self, request):
        """Ask about the guides in the address, or publish the confirmed revisions."""
        self.refuse_others(request)
        if request.method != "POST":
            keys = [key for key in map(key_of, request.GET.getlist("role")) if key is not None]
            return self.ask_to_publish(request, Role.objects.filter(pk__in=keys))
        found = candidates(self.posted_roles(request)).values()
        chosen = [candidate for candidate in found if request.POST.get(f"revision-{candidate.role.pk}")]
        if not chosen:
            messages.warning(request, "No revision was selected, so nothing was published.")
        for_each(self.roles, request, chosen, publish_confirmed)
        return self.redirect_back(request)

    def ask_to_publish(self, request, roles) -> HttpResponse:
        roles = list(roles)
        found = candidates(roles)
        reasons = refusals(found.values())
        rows = [row_of(candidate, reasons) for candidate in found.values()]
        context = {"rows": rows, "empty": [role for role in roles if role.pk not in found]}
        context["can_publish"] = any(row.choices for row in rows)
        return self.render(
            request, None, "publish", f"Publish {len(roles)} guide{pluralize(len(roles))}", roles=roles, **context
        )

    # -- unpublishing --

    def unpublish_view(self, request):
        """Unpublish the confirmed guides."""
        self.refuse_others(request)
        keys = {key_of(key) for key in request.POST.getlist("interval")} - {None}
        intervals = LiveInterval.objects.filter(pk__in=keys).select_related("role")
        if not intervals:
            messages.warning(request, "No guide was selected, so nothing was unpublished.")
        for_each(self.roles, request, intervals, unpublish_confirmed)
        return self.redirect_back(request)

    def ask_to_unpublish(self, request, roles) -> HttpResponse:
        roles, now = list(roles), timezone.now()
        live, coming = {}, {}
        planned = LiveInterval.objects.not_ended(now).filter(role__in=roles).select_related("revision")
        for interval in planned.order_by("-live_from"):
            (live if interval.has_begun(now) else coming)[interval.role_id] = interval
        remains = {item.role.pk: item for item in remains_of(roles)}
        rows = [(role, live.get(role.pk), coming.get(role.pk), remains.get(role.pk)) for role in roles]
        context = {"rows": rows, "can_unpublish": bool(live), "form": BulkUnpublishForm()}
        title = f"Unpublish {len(roles)} guide{pluralize(len(roles))}"
        return self.render(request, None, "unpublish", title, roles=roles, **context)

    # -- both --

    def refuse_others(self, request) -> None:
        if not self.roles.has_publish_permission(request):
            raise PermissionDenied(ONLY_PUBLISHERS)

    def posted_roles(self, request):
        keys = {key_of(key) for key in request.POST.getlist("role")} - {None}
        return Role.objects.filter(pk__in=keys)

    def redirect_back(self, request) -> HttpResponseRedirect:
        """To the form of a single guide, else to the list."""
        roles = self.posted_roles(request)[:2]
        if len(roles) == 1:
            return redirect_to("change", roles[0])
        return HttpResponseRedirect(reverse("admin:guides_role_changelist"))


def row_of(candidate: Candidate, reasons: dict[int, str]) -> Row:
    """The row of a guide, given why revisions cannot go live; it proposes only what needs no question."""
    choices = [revision for revision in candidate.offered if revision.pk not in reasons]
    questions = {revision.pk: candidate.questions(revision) for revision in choices}
    proposed = candidate.proposed
    return Row(
        candidate,
        [(revision, candidate.standing(revision)) for revision in choices],
        [question for asked in questions.values() for question in asked],
        list(dict.fromkeys(reasons[revision.pk] for revision in candidate.offered if revision.pk in reasons)),
        proposed if questions.get(proposed.pk) == [] else None,
    )


def publish_confirmed(roles, request, candidate: Candidate) -> str:
    """Publish the revision that was chosen for a guide, unless the guide changed after the page was shown."""
    role, number = candidate.role, key_of(request.POST[f"revision-{candidate.role.pk}"])
    revision = next((revision for revision in candidate.offered if revision.number == number), None)
    if revision is None or request.POST.get(f"state-{role.pk}") != candidate.state:
        raise PublishError(
            f"“{role}” was not published, because it was changed or reviewed meanwhile. Look at it again."
        )
    return publish_role(roles, request, revision)


@transaction.atomic
def unpublish_confirmed(roles, request, interval: LiveInterval) -> str:
    """Unpublish a guide, unless another revision went live after the page was shown."""
    role = interval.role
    if not role.live_intervals.at().contains(interval) or not unpublish(role):
        raise PublishError(
            f"“{role}” was not unpublished, because its publication was changed meanwhile. Look at it again."
        )
    done = f"“{role}” is no longer live.{next_plan(role, timezone.now())}"
    words = "Unpublished."
    if "withdraw" in request.POST:
        withdraw_remains([role], by=request.user, reason="Unpublished.")
        words, done = "Unpublished, and withdrew what stayed public.", f"{done} What stayed public is withdrawn."
    roles.log_change(request, role, words)
    return done
