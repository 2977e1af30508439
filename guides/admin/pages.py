"""Shared parts of the editors' pages: finding the role, permissions, and the admin's frame."""

from collections.abc import Callable, Iterable, Iterator

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse

from guides.admin.refusals import ONLY_PUBLISHERS, no_permission
from guides.editing.publishing import PublishError
from guides.models import Role

REFUSALS = {
    "view_or_change": no_permission("view", "guides"),
    "change": no_permission("change", "guides"),
    "delete": no_permission("delete", "guides"),
    "publish": ONLY_PUBLISHERS,
}
Route = tuple[str, str, Callable[..., HttpResponse]]


class ReadOnly:
    """Permissions for rows that only the site writes: editors can view but not change them."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class RolePage:
    """One or more pages next to the form of a role; `roles` is the RoleAdmin."""

    def __init__(self, roles: admin.ModelAdmin) -> None:
        self.roles = roles

    def routes(self) -> Iterator[Route]:
        """Each page's address below the list of roles, its name (after `guides_role_`) and its view."""
        raise NotImplementedError

    def urls(self) -> list[URLPattern]:
        wrap = self.roles.admin_site.admin_view
        return [path(address, wrap(view), name=f"guides_role_{name}") for address, name, view in self.routes()]

    def role_to(self, action: str, request, pk: int | None) -> Role:
        """Fetch the role to view, change, publish or delete. Raises Http404 and PermissionDenied."""
        role = get_object_or_404(Role.objects.with_state(), pk=pk)
        if role.deleted_at and action != "view_or_change":
            raise PermissionDenied(f"“{role}” is deleted. Restore it first.")
        if not getattr(self.roles, f"has_{action}_permission")(request, role):
            raise PermissionDenied(REFUSALS[action])
        return role

    def render(self, request, role: Role | None, template: str, title: str, *, status=200, **context) -> HttpResponse:
        return render_page(self.roles, request, role, template, title, status=status, **context)

    def redirect_to(self, name: str, role: Role) -> HttpResponseRedirect:
        return redirect_to(name, role)

    def log(self, request, role: Role, words: str) -> None:
        self.roles.log_change(request, role, words)


def render_page(
    model_admin, request, role: Role | None, template: str, title: str, *, status=200, **context
) -> HttpResponse:
    """Render a page about roles in the admin's frame."""
    frame = model_admin.admin_site.each_context(request)
    frame |= {"opts": model_admin.opts, "original": role, "title": title}
    return render(request, f"admin/guides/role/{template}.html", {**frame, **context}, status=status)


def redirect_to(name: str, role: Role, place: str = "") -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse(f"admin:guides_role_{name}", args=(role.pk,)) + place)


def for_each(roles, request, items: Iterable, act: Callable[..., str]) -> None:
    """Run an action on each role, or row of a role, and report the results; a failure does not stop the others."""
    done, failed = [], []
    for item in items:
        try:
            done.append(act(roles, request, item))
        except (PublishError, ValueError) as error:
            failed.append(str(error))
        except IntegrityError:
            failed.append(f"“{getattr(item, 'role', item)}” was changed by somebody else at the same time. Try again.")
    for report, lines in ((messages.success, done), (messages.error, failed)):
        if lines:
            report(request, " ".join(lines))
