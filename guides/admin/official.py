"""Official figures in the admin: releases, of which publishers choose those that the site shows, and occupations."""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from guides.admin.pages import ReadOnly
from guides.admin.refusals import ONLY_PUBLISHERS, no_permission
from guides.editing.revisions import InvalidDocument
from guides.editing.rows import ConflictError
from guides.editing.starting import StartError, singular_titles, start_guide
from guides.official.models import Occupation, Release, ReleaseFile
from guides.official.releases import activate
from guides.official.series import SOURCES

DAY = "F j, Y"


class Official(ReadOnly):
    """Permissions for rows that only importers write: everyone who may see guides may see them."""

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("guides.view_role")


class FileInline(Official, admin.TabularInline):
    model = ReleaseFile
    fields = ("name", "rows", "sha256")


@admin.register(Release)
class ReleaseAdmin(Official, admin.ModelAdmin):
    list_display = ("name", "table", "is_on_site", "rows", "imported", "shown_since", "guides_link", "file_names")
    list_filter = ("is_current", "table")
    fields = ("table", "name", "rows", "is_on_site", "imported", "shown_since")
    readonly_fields = fields
    inlines = (FileInline,)
    actions = None

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("files")

    def get_list_display(self, request):
        name, table, is_on_site, *others = self.list_display
        show = ["show_link"] if self.has_publish_permission(request) else []
        return (name, table, is_on_site, *show, *others)

    def get_urls(self):
        show = self.admin_site.admin_view(self.show_view)
        return [path("<int:pk>/show/", show, name="official_release_show"), *super().get_urls()]

    def has_publish_permission(self, request):
        return request.user.has_perm("guides.publish_role")

    @admin.display(description="On the site", boolean=True, ordering="is_current")
    def is_on_site(self, release):
        return release.is_current

    @admin.display(ordering="imported_at")
    def imported(self, release):
        return date_format(release.imported_at, DAY)

    @admin.display(description="Shown since", ordering="activated_at")
    def shown_since(self, release):
        return date_format(release.activated_at, DAY) if release.is_current else ""

    def rows(self, release):
        return f"{row_count(release):,}"

    @admin.display(description="Files")
    def file_names(self, release):
        return ", ".join(file.name for file in release.files.all())

    @admin.display(description="Change")
    def show_link(self, release):
        if release.is_current:
            return ""
        address = reverse("admin:official_release_show", args=(release.pk,))
        return format_html(
            '<a href="{}">Show on the site<span class="visually-hidden">: {}</span></a>', address, release
        )

    @admin.display(description="Guides")
    def guides_link(self, release):
        address = guides_address(release)
        words = '<a href="{}">Compare with guides<span class="visually-hidden">: {}</span></a>'
        return format_html(words, address, release) if address else ""

    def show_view(self, request, pk) -> HttpResponse:
        """Ask whether to show a release in place of the current one of its table, and do so."""
        release = get_object_or_404(Release, pk=pk)
        if not self.has_view_permission(request) or not self.has_publish_permission(request):
            raise PermissionDenied(ONLY_PUBLISHERS)
        current = Release.objects.current().filter(table=release.table).first()
        if release == current:
            messages.info(request, f"The site already shows {release}.")
            return HttpResponseRedirect(reverse("admin:official_release_changelist"))
        if request.method == "POST":
            activate(release)
            instead = f" instead of {current.name}" if current else ""
            self.log_change(request, release, f"Shown on the site{instead}.")
            messages.success(request, f"The site now shows {release}{instead}.")
            return HttpResponseRedirect(guides_address(release) or reverse("admin:official_release_changelist"))
        sides = [(side, row_count(side)) for side in (current, release) if side]
        context = {"opts": self.opts, "original": release, "title": "Show on the site", "current": current}
        context |= {"sides": sides, "is_older": current is not None and release.position < current.position}
        frame = self.admin_site.each_context(request)
        return render(request, "admin/official/release/show.html", {**frame, **context})


def guides_address(release: Release) -> str:
    """The page that compares figures of guides with a release; empty if no figure of a guide is from its table."""
    return reverse("admin:guides_role_release", args=(release.pk,)) if release.table in SOURCES else ""


def row_count(release: Release) -> int:
    return sum(file.rows for file in release.files.all())


@admin.register(Occupation)
class OccupationAdmin(Official, admin.ModelAdmin):
    """Occupations; editors can start a guide from each O*NET occupation."""

    change_form_template = "admin/official/occupation/change_form.html"
    list_display = ("code", "title", "level", "paid_as_id", "projected_as_id")
    list_filter = ("level",)
    search_fields = ("code", "title")
    fields = ("code", "title", "level", "paid_as", "projected_as")
    list_per_page = 100

    def get_urls(self):
        start = self.admin_site.admin_view(self.start_view)
        return [path("<str:code>/start/", start, name="official_occupation_start"), *super().get_urls()]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        occupation = self.get_object(request, unquote(object_id))
        context = {"title_of_guide": ""}
        if occupation and occupation.level == Occupation.Level.ONET and request.user.has_perm("guides.add_role"):
            context["title_of_guide"] = singular_titles({occupation.code: occupation.title})[occupation.code]
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), **context})

    @method_decorator(require_POST)
    def start_view(self, request, code) -> HttpResponse:
        """Start a guide from an occupation, and show its form."""
        if not request.user.has_perm("guides.add_role"):
            raise PermissionDenied(no_permission("add", "guides"))
        try:
            role = start_guide(code, request.POST.get("title", ""), by=request.user)
        except (StartError, InvalidDocument, ConflictError) as error:
            messages.error(request, str(error))
            return HttpResponseRedirect(reverse("admin:official_occupation_change", args=(code,)))
        messages.success(
            request,
            f"Started “{role}” as a draft. Its figures name their sources; write the rest, and rewrite the tasks that "
            "are in the words of O*NET.",
        )
        return HttpResponseRedirect(reverse("admin:guides_role_change", args=(role.pk,)))

    def get_object(self, request, object_id, from_field=None):
        """Find an occupation by its code; PostgreSQL would fail on one with NUL."""
        return None if "\0" in object_id else super().get_object(request, object_id, from_field)
