"""What the public sees of a role: preview, publish and unpublish."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse

from guides.documents import read_document
from guides.models import Role
from guides.publishing import PublishError, publish, unpublish
from guides.views.guides import render_guide


class Publication(admin.ModelAdmin):
    """Publication's part of the admin of roles."""

    def has_publish_permission(self, request):
        return request.user.has_perm("guides.publish_role")

    def get_urls(self):
        preview = self.admin_site.admin_view(self.preview_view)
        return [path("<int:pk>/preview/", preview, name="guides_role_preview"), *super().get_urls()]

    def preview_view(self, request, pk):
        """The working copy through the template of the public page."""
        role = get_object_or_404(Role.objects.with_parts(), pk=pk)
        if not self.has_view_or_change_permission(request, role):
            raise PermissionDenied
        return render_guide(request, read_document(role), preview=True)

    def response_post_save_change(self, request, obj):
        return self.response_for_button(request, obj) or super().response_post_save_change(request, obj)

    def response_post_save_add(self, request, obj):
        return self.response_for_button(request, obj) or super().response_post_save_add(request, obj)

    def response_for_button(self, request, obj):
        """What the buttons beside Save do once the form is saved."""
        change_url = reverse("admin:guides_role_change", args=(obj.pk,))
        if "_preview" in request.POST:
            return HttpResponseRedirect(reverse("admin:guides_role_preview", args=(obj.pk,)))
        if "_publish" in request.POST:
            self.publish_role(request, obj)
            return HttpResponseRedirect(change_url)
        if "_unpublish" in request.POST:
            self.unpublish_role(request, obj)
            return HttpResponseRedirect(change_url)
        return None

    def publish_role(self, request, role):
        if not self.has_publish_permission(request):
            raise PermissionDenied
        revision = role.revisions.order_by("-number").first()
        if revision is None:
            messages.error(request, f"“{role}” has no guide yet.")
            return
        try:
            publish(revision, by=request.user)
        except PublishError as error:
            messages.error(request, str(error))
        else:
            self.log_change(request, role, f"Published revision {revision.number}.")
            messages.success(request, f"“{role}” is live.")

    def unpublish_role(self, request, role):
        if not self.has_publish_permission(request):
            raise PermissionDenied
        if unpublish(role):
            self.log_change(request, role, "Unpublished.")
            messages.success(request, f"“{role}” is no longer live.")
        else:
            messages.warning(request, f"“{role}” was not live.")
