"""The history of roles: revisions to view, compare, restore and share with a reviewer."""

from collections.abc import Iterator

from django.contrib import admin, messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from guides.admin.keys import key_of
from guides.admin.pages import ReadOnly, RolePage
from guides.document import GuideDocument
from guides.document.differences import differences
from guides.editing.preview_links import LIFETIME, token_for
from guides.editing.revisions import InvalidDocument, revert
from guides.editing.rows import ConflictError
from guides.models import LiveInterval, Revision, Role
from guides.web.guides import render_guide

REVISIONS_ON_A_PAGE = 50


class HistoryPages(RolePage):
    """Pages to list, preview, compare and restore revisions, and to create preview links."""

    def routes(self):
        base = "<int:pk>/revisions/"
        yield base, "revisions", self.revisions_view
        yield f"{base}compare/", "compare", self.compare_view
        yield f"{base}<int:number>/", "revision", self.revision_view
        yield f"{base}<int:number>/revert/", "revert", require_POST(self.revert_view)
        yield f"{base}<int:number>/link/", "link", require_POST(self.link_view)

    def revisions_view(self, request, pk):
        role = self.role_to("view_or_change", request, pk)
        revisions = role.revisions.select_related("created_by").defer("document").order_by("-number")
        now = timezone.now()
        current = role.live_intervals.not_ended(now)
        intervals: dict[int, list[LiveInterval]] = {}
        for interval in current:
            intervals.setdefault(interval.revision_id, []).append(interval)
        page = Paginator(revisions, REVISIONS_ON_A_PAGE).get_page(request.GET.get("page"))
        rows = [(revision, intervals.get(revision.pk, ())) for revision in page]
        context = {
            "page": page,
            "rows": rows,
            "now": now,
            "may_change": self.roles.has_change_permission(request, role),
        }
        return self.render(request, role, "revisions", f"Revisions of {role}", **context)

    def revision_view(self, request, pk, number):
        """Show a revision as the public page."""
        role = self.role_to("view_or_change", request, pk)
        revision = get_object_or_404(role.revisions, number=number)
        return render_guide(request, revision.guide, preview=True, revision=revision)

    def compare_view(self, request, pk):
        """Compare two revisions, by default the latest and the one before it."""
        role = self.role_to("view_or_change", request, pk)
        newest = role.revisions.select_related("created_by").order_by("-number").first()
        new = revision_numbered(role, request.GET.get("new")) or newest
        old = revision_numbered(role, request.GET.get("old")) or (new and revision_before(role, new))
        found = differences(old.guide, new.guide) if old and new else []
        context = {
            "old": old,
            "new": new,
            "differences": found,
            "may_revert": old and old.sha256 != role.latest_sha256 and self.roles.has_change_permission(request, role),
        }
        return self.render(request, role, "compare", f"Compare revisions of {role}", **context)

    def revert_view(self, request, pk, number):
        """Restore an earlier revision as the working copy; it goes live when it is published."""
        role = self.role_to("change", request, pk)
        revision = get_object_or_404(role.revisions, number=number)
        comment = request.POST.get("comment", "").replace("\0", "").strip()
        try:
            made = revert(revision, by=request.user, comment=comment)
        except (ConflictError, InvalidDocument) as error:
            messages.error(request, f"Revision {number} no longer fits the other guides: {error}.")
            return self.redirect_to("revisions", role)
        if made:
            self.log(request, role, f"Restored revision {number} as revision {made.number}.")
            messages.success(request, f"Restored revision {number} as revision {made.number}.")
        else:
            messages.info(request, f"Nothing changed: the guide already matches revision {number}.")
        for note in notes_on_restored(revision.guide, (made or role.revisions.latest()).guide):
            messages.warning(request, note)
        return self.redirect_to("revisions", role)

    def link_view(self, request, pk, number):
        """Create a preview link for a reviewer without an account."""
        role = self.role_to("change", request, pk)
        revision = get_object_or_404(role.revisions, number=number)
        address = request.build_absolute_uri(reverse("shared_preview", args=(token_for(revision),)))
        self.log(request, role, f"Created a preview link to revision {number}.")
        words = "Anyone with this link can read revision {} for {} days: <a href='{}'>{}</a>"
        messages.success(request, format_html(words, number, LIFETIME.days, address, address))
        return self.redirect_to("revisions", role)


def notes_on_restored(wanted: GuideDocument, made: GuideDocument) -> Iterator[str]:
    """What a restored revision keeps of the present guide, and what it had to leave out."""
    if made.slug != wanted.slug:
        yield f"The guide keeps its present address, “{made.slug}” (then: “{wanted.slug}”)."
    if left_out := [f"“{other.title}”" for other in wanted.related if other not in made.related]:
        why = "because their addresses now lead to this guide or to one that is already listed"
        yield f"Related roles left out, {why}: {', '.join(left_out)}."


def revision_numbered(role: Role, number: str | None) -> Revision | None:
    """The revision with the number given in an address."""
    return role.revisions.select_related("created_by").filter(number=key_of(number)).first()


def revision_before(role: Role, revision: Revision) -> Revision | None:
    older = role.revisions.select_related("created_by").filter(number__lt=revision.number)
    return older.order_by("-number").first()


@admin.register(Revision)
class RevisionAdmin(ReadOnly, admin.ModelAdmin):
    """The history of all roles, read-only."""

    list_display = ("role", "number", "kind", "created_at", "created_by", "comment")
    list_filter = ("kind", "created_at")
    search_fields = ("role__title", "comment")
    list_select_related = ("role", "created_by")
    ordering = ("-created_at", "-pk")
