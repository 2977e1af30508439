"""The page of a release of official figures: what it changes in guides, and buttons to accept the new figures."""

from collections import defaultdict
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import IntegrityError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.defaultfilters import pluralize
from django.urls import reverse

from guides.admin.keys import key_of
from guides.admin.pages import REFUSALS, RolePage
from guides.admin.refusals import ONLY_PUBLISHERS
from guides.editing.release_day import Accepted, Comparison, GuideFigures, accept, guides_from_other_releases
from guides.editing.saving import StaleError
from guides.models import Role
from guides.official.models import Release
from guides.official.pay import CURRENCY
from guides.official.series import SOURCES
from guides.pages.figure_words import figure_difference, figure_name, figure_value

GUIDES_ON_A_PAGE = 60
MOST_NAMED = 10  # guides that were not changed or did not go live

Chosen = dict[int, set[tuple[str, str]]]  # figures and their levels by the key of their role


@dataclass(frozen=True, slots=True)
class Row:
    """A figure in words; `key` is what its checkbox posts, empty if the figure can't be accepted."""

    key: str
    name: str
    known: str
    old: str
    new: str
    difference: str
    change: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class GuideRows:
    """The figures of a guide, and whether any of them can be accepted."""

    role: Role
    rows: list[Row]
    can_accept: bool


class ReleaseDayPage(RolePage):
    """The figures of guides beside a release of official figures."""

    def routes(self):
        yield "releases/<int:pk>/", "release", self.release_view

    def release_view(self, request, pk):
        if not self.roles.has_view_or_change_permission(request):
            raise PermissionDenied(REFUSALS["view_or_change"])
        release = get_object_or_404(Release, pk=pk)
        if release.table not in SOURCES:
            raise Http404
        if request.method == "POST":
            self.accept_chosen(request, release)
            return HttpResponseRedirect(reverse("admin:guides_role_release", args=(pk,)))
        page = Paginator(guides_from_other_releases(release), GUIDES_ON_A_PAGE).get_page(request.GET.get("page"))
        may_publish = self.roles.has_publish_permission(request)
        context = {
            "release": release,
            "page": page,
            "guides": [guide_in_words(guide) for guide in page],
            "may_show": may_publish and not release.is_current,
            "may_accept": may_publish and release.is_current,
        }
        return self.render(request, None, "release", f"Update figures to {release.name}", **context)

    def accept_chosen(self, request, release: Release) -> None:
        """Accept the selected figures, or those of the guide whose button was pressed, and report what was done."""
        if not self.roles.has_publish_permission(request):
            raise PermissionDenied(ONLY_PUBLISHERS)
        if not release.is_current:
            messages.error(request, f"Nothing was accepted: the site does not show {release.name} yet.")
            return
        chosen = chosen_figures(request.POST.getlist("figure"))
        if only := request.POST.get("only"):
            chosen = {key: figures for key, figures in chosen.items() if key == key_of(only)}
        accepted: list[Accepted] = []
        failed: list[str] = []
        for role in Role.objects.present().filter(pk__in=chosen).order_by("title", "pk"):
            try:
                accepted.append(self.accept_for(request, release, role, chosen[role.pk]))
            except StaleError:
                failed.append(f"“{role}” was changed meanwhile. Look at it again.")
            except (ValueError, IntegrityError) as error:
                failed.append(f"“{role}” keeps its figures: {error}.")
        report(request, release, accepted, failed)

    def accept_for(self, request, release: Release, role: Role, figures: set[tuple[str, str]]) -> Accepted:
        token, and_publish = request.POST.get(f"token-{role.pk}", ""), "publish" in request.POST
        done = accept(role, release, figures, lock_token=token, by=request.user, and_publish=and_publish)
        if done.revision:
            went_live = " and published it" if done.is_live else ""
            self.log(
                request, role, f"Accepted figures from {release.name} as revision {done.revision.number}{went_live}."
            )
        return done


def chosen_figures(keys: list[str]) -> Chosen:
    """The figures that checkboxes posted: `12 median Head Keeper`."""
    chosen: Chosen = defaultdict(set)
    for key in keys:
        role, figure, level = (*key.split(" ", 2), "", "")[:3]
        if (number := key_of(role)) is not None:
            chosen[number].add((figure, level))
    return chosen


def report(request, release: Release, accepted: list[Accepted], failed: list[str]) -> None:
    made = [item for item in accepted if item.revision]
    if made:
        live = sum(item.is_live for item in made)
        words = f"{len(made)} guide{pluralize(made, ' has,s have')} new figures from {release.name}."
        messages.success(request, f"{words} {live} of them {pluralize(live, 'is,are')} live." if live else words)
    elif not failed:
        messages.warning(request, "No figure was selected, so nothing was accepted.")
    for start, lines in (("Not published:", [item.obstacle for item in made if item.obstacle]), ("", failed)):
        if lines:
            more = [f"And {len(lines) - MOST_NAMED} more."] if len(lines) > MOST_NAMED else []
            messages.warning(request, " ".join([*filter(None, [start]), *lines[:MOST_NAMED], *more]))


def guide_in_words(guide: GuideFigures) -> GuideRows:
    rows = [_row(guide.role, item) for item in guide.comparisons]
    return GuideRows(guide.role, rows, can_accept=any(row.key for row in rows))


def _row(role: Role, item: Comparison) -> Row:
    figure, level = item.known.of
    can_be_accepted = item.value is not None
    return Row(
        key=f"{role.pk} {figure} {level}" if can_be_accepted else "",
        name=figure_name(figure, level),
        known=f"{item.known.release}, {item.known.formula or item.known.series}",
        old=figure_value(figure, item.known.value, CURRENCY, is_open=item.was_open),
        new=_new_value(item),
        difference=figure_difference(figure, item.known.value, item.value, CURRENCY) if can_be_accepted else "",
        change=_change(item),
        is_chosen=item.is_proposed,
    )


def _new_value(item: Comparison) -> str:
    if item.value is not None:
        return figure_value(item.known.figure, item.value, CURRENCY, is_open=item.is_open)
    least = item.found.least
    return figure_value(item.known.figure, least, CURRENCY, is_open=True) if least else "–"


def _change(item: Comparison) -> str:
    merged = ", ".join(f"{code} into {covering}" for code, covering in item.found.merged.items())
    return f"{item.change} ({merged})" if merged else str(item.change)
