"""Importing texts in the admin: upload, preview, confirm, and read the report."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Count
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from guides.admin.keys import key_of
from guides.admin.outages import UnfinishedError
from guides.admin.refusals import ONLY_PUBLISHERS, no_permission
from guides.editing.import_outcomes import Status
from guides.editing.text_uploads import (
    HIGHEST_RATIO,
    LONGEST_TEXT,
    MEGABYTE,
    MOST_BYTES,
    MOST_TEXTS,
    MOST_UNPACKED,
    UploadError,
    confirm,
    read_upload,
    remove_old,
    renaming,
    store_upload,
    waiting,
    work,
)
from guides.models import Upload

TEXTS_A_PAGE = 50


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One or more files; a list in Python."""

    widget = FilesInput(attrs={"accept": ".txt,.zip"})

    def clean(self, data, initial=None):
        files = data if isinstance(data, (list, tuple)) else [data]
        return [super(FilesField, self).clean(file, initial) for file in files or [None]]


class UploadForm(forms.Form):
    """Files with guide texts; `items` is what was read from them."""

    files = FilesField(
        label="Texts",
        help_text=f"One or more .txt files, or a .zip of them. Limits: {MOST_TEXTS} texts of {LONGEST_TEXT // 1024} KB "
        f"each; {MOST_BYTES // MEGABYTE} MB in total, {MOST_UNPACKED // MEGABYTE} MB unpacked. Files that unpack to "
        f"more than {HIGHEST_RATIO} times their size are refused.",
    )

    def clean_files(self):
        try:
            self.items = read_upload(self.cleaned_data["files"])
        except UploadError as error:
            raise forms.ValidationError(str(error)) from error
        return self.cleaned_data["files"]


@admin.register(Upload)
class UploadAdmin(admin.ModelAdmin):
    """The user's own uploads. Users who can add and change guides can import; publishing needs its own permission."""

    list_display = ("created_at", "state", "number_of_texts")
    list_display_links = ("created_at",)
    actions = None

    # -- permissions --

    def has_add_permission(self, request):
        return request.user.has_perms(("guides.change_role", "guides.add_role"))

    def has_change_permission(self, request, obj=None):
        return self.has_add_permission(request) and (obj is None or obj.owner_id == request.user.pk)

    has_view_permission = has_change_permission

    def has_delete_permission(self, request, obj=None):
        return False

    def has_module_permission(self, request):
        return self.has_add_permission(request)

    # -- the list --

    def get_queryset(self, request):
        uploads = super().get_queryset(request).filter(owner=request.user)
        return uploads.annotate(text_count=Count("texts"))

    @admin.display(description="Texts")
    def number_of_texts(self, upload):
        return upload.text_count

    @admin.display(description="State")
    def state(self, upload):
        if waiting(upload).exists():
            return "Importing" if upload.confirmed_at else "Previewing"
        return "Imported" if upload.confirmed_at else "Ready to import"

    def changelist_view(self, request, extra_context=None):
        remove_old()
        return super().changelist_view(request, extra_context)

    # -- the pages of an upload --

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/work/", view(require_POST(self.work_view)), name="guides_upload_work"),
            path("<int:pk>/confirm/", view(require_POST(self.confirm_view)), name="guides_upload_confirm"),
            path("<int:pk>/discard/", view(require_POST(self.discard_view)), name="guides_upload_discard"),
            *super().get_urls(),
        ]

    def add_view(self, request, form_url="", extra_context=None):
        if not self.has_add_permission(request):
            raise PermissionDenied(no_permission("import", "texts"))
        form = UploadForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            upload = store_upload(form.items, request.user)
            list(work(upload))
            return self.to_page(upload)
        context = {"title": "Import texts", "form": form}
        return self.page(request, "upload", context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """Show the progress of an upload, or its report."""
        upload = self.own(request, object_id)
        texts, left = upload.texts.defer("source"), waiting(upload).count()
        reports = [text.result or text.preview for text in texts if text.result or text.preview]
        page = Paginator(texts, TEXTS_A_PAGE).get_page(request.GET.get("page"))
        context = {
            "title": str(upload),
            "upload": upload,
            "page": page,
            "left": left,
            "total": len(texts),
            "done": len(texts) - left,
            "counts": {status: sum(report["status"] == status for report in reports) for status in Status},
            "accepted": sum(report["status"] != Status.REFUSED for report in reports),
            "renaming": renaming(upload),
            "state": self.state(upload),
            "may_publish": request.user.has_perm("guides.publish_role"),
        }
        return self.page(request, "progress" if left else "report", context)

    @transaction.non_atomic_requests
    def work_view(self, request, pk):
        """Preview or import some more texts."""
        return self.take_turn(request, self.own(request, pk))

    def take_turn(self, request, upload):
        """Work for some seconds, and show how far the upload is. Raises UnfinishedError: what is done stays done."""
        publish = upload.publish and request.user.has_perm("guides.publish_role")
        try:
            for outcome in work(upload, publish=publish):
                if upload.confirmed_at and outcome.role:
                    self.log_import(request, outcome)
        except Exception as error:
            raise UnfinishedError("The texts that were finished before are kept.") from error
        return self.to_page(upload)

    @transaction.non_atomic_requests
    def confirm_view(self, request, pk):
        """Import the previewed texts."""
        upload = self.own(request, pk)
        publish = bool(request.POST.get("publish"))
        if publish and not request.user.has_perm("guides.publish_role"):
            raise PermissionDenied(ONLY_PUBLISHERS)
        if upload.confirmed_at or waiting(upload).exists():
            return self.to_page(upload)
        rename = (key_of(key) for key in request.POST.getlist("rename"))
        confirm(upload, publish=publish, rename=[key for key in rename if key is not None])
        return self.take_turn(request, upload)

    def discard_view(self, request, pk):
        upload = self.own(request, pk)
        self.log_deletions(request, [upload])
        upload.delete()
        messages.success(request, "The upload was discarded.")
        return HttpResponseRedirect(reverse("admin:guides_upload_changelist"))

    def log_import(self, request, outcome):
        counts = outcome.report()["counts"]
        words = f"{counts['taken']} taken, {counts['kept']} kept, {outcome.open_conflicts} in conflict"
        words = "new" if outcome.status == Status.CREATED else words
        LogEntry.objects.log_actions(
            request.user.pk,
            [outcome.role],
            ADDITION if outcome.status == Status.CREATED else CHANGE,
            f"Imported the text {outcome.name}: {words}{', published' if outcome.published else ''}.",
            single_object=True,
        )

    # -- helpers --

    def own(self, request, pk) -> Upload:
        """Fetch an upload of this user. Raises Http404 for any other."""
        if not self.has_add_permission(request):
            raise PermissionDenied(no_permission("import", "texts"))
        return get_object_or_404(self.get_queryset(request), pk=key_of(str(pk)))

    def to_page(self, upload):
        return HttpResponseRedirect(reverse("admin:guides_upload_change", args=(upload.pk,)))

    def page(self, request, name, context):
        context = {**self.admin_site.each_context(request), "opts": self.opts, **context}
        return render(request, f"admin/guides/upload/{name}.html", context)
