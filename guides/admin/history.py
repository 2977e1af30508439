"""The history of roles: revisions to view, compare, restore and share with a reviewer."""

from collections import defaultdict
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
from guides.editing.preview_links import PreviewLinkError, create_link, recall, token_for
from guides.editing.revisions import InvalidDocument, revert
from guides.editing.rows import ConflictError
from guides.editing.saving import Saved
from guides.models import PreviewLink, Revision, Role
from guides.models.preview_link import LIFETIME
from guides.web.guides import render_guide

REVISIONS_ON_A_PAGE = 50
MOST_CHANGES_NAMED = 10


class HistoryPages(RolePage):
    """Pages to list, preview, compare and restore revisions, and to create and recall preview links."""

    def routes(self):
        base = "<int:pk>/revisions/"
        yield base, "revisions", self.revisions_view
        yield f"{base}compare/", "compare", self.compare_view
        yield f"{base}<int:number>/", "revision", self.revision_view
        yield f"{base}<int:number>/revert/", "revert", require_POST(self.revert_view)
        yield f"{base}<int:number>/link/", "link", require_POST(self.link_view)
        yield f"{base}links/<int:link>/recall/", "recall", require_POST(self.recall_view)

    def revisions_view(self, request, pk):
        role = self.role_to("view_or_change", request, pk)
        revisions = role.revisions.select_related("created_by", "withdrawal__withdrawn_by").defer("document")
        links = PreviewLink.objects.open().filter(revision__role=role)
        page = Paginator(revisions.order_by("-number"), REVISIONS_ON_A_PAGE).get_page(request.GET.get("page"))
        intervals = defaultdict(list)
        for interval in role.live_intervals.filter(revision__in=list(page)).order_by("live_from"):
            intervals[interval.revision_id].append(interval)
        context = {
            "page": page,
            "rows": [(revision, intervals[revision.pk]) for revision in page],
            "now": timezone.now(),
            "links": links.select_related("revision", "created_by").defer("revision__document"),
            "may_change": self.roles.has_change_permission(request, role),
            "may_publish": self.roles.has_publish_permission(request, role),
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
        try:
            link = create_link(revision, by=request.user)
        except PreviewLinkError as error:
            messages.error(request, str(error))
            return self.redirect_to("revisions", role)
        address = request.build_absolute_uri(reverse("shared_preview", args=(token_for(link),)))
        self.log(request, role, f"Created a preview link to revision {number}.")
        words = "Anyone with this link can read revision {} for {} days: <a href='{}'>{}</a>"
        messages.success(request, format_html(words, number, LIFETIME.days, address, address))
        return self.redirect_to("revisions", role)

    def recall_view(self, request, pk, link):
        """Recall a preview link, which then answers as an expired one."""
        role = self.role_to("change", request, pk)
        found = get_object_or_404(PreviewLink.objects.filter(revision__role=role).select_related("revision"), pk=link)
        if recall(PreviewLink.objects.filter(pk=found.pk), by=request.user):
            self.log(request, role, f"Recalled a preview link to revision {found.revision.number}.")
            messages.success(request, f"The preview link to revision {found.revision.number} is recalled.")
        else:
            messages.info(request, f"The preview link to revision {found.revision.number} had already ended.")
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


def changes_in_words(old: GuideDocument, new: GuideDocument) -> str:
    """The places in which two documents differ, by the labels of the comparison."""
    labels = list(dict.fromkeys(difference.label for difference in differences(old, new)))
    more = len(labels) - MOST_CHANGES_NAMED
    return "; ".join([*labels[:MOST_CHANGES_NAMED], *([f"{more} more"] if more > 0 else [])])


def revision_before(role: Role, revision: Revision) -> Revision | None:
    older = role.revisions.select_related("created_by").filter(number__lt=revision.number)
    return older.order_by("-number").first()


@admin.register(Revision)
class RevisionAdmin(ReadOnly, admin.ModelAdmin):
    """The history of all roles, read-only."""

    list_display = ("role", "number", "kind", "created_at", "created_by", "comment", "withdrawal")
    list_filter = ("kind", "created_at")
    search_fields = ("role__title", "comment")
    list_select_related = ("role", "created_by", "withdrawal")
    ordering = ("-created_at", "-pk")

    @admin.display(description="Withdrawn", ordering="withdrawal__withdrawn_at")
    def withdrawal(self, revision):
        return revision.withdrawal.withdrawn_at if revision.is_withdrawn else None


def saved_words(saved: Saved) -> str:
    """What a save changed, for the history of the role; empty if nothing did."""
    if saved.revision is None:
        return ""
    before = revision_before(saved.revision.role, saved.revision)
    changes = changes_in_words(before.guide, saved.revision.guide) if before else ""
    return f"Saved revision {saved.revision.number}." + (f" Changed: {changes}." if changes else "")
