"""Refusals (403) in the admin: which permission is missing, and who can help."""

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.csrf import csrf_failure as refuse_public_form
from django.views.defaults import permission_denied as refuse_public_page

NOT_ALLOWED = "Your account can't do this."
ONLY_PUBLISHERS = "Only publishers can change what the public sees: it needs the permission to publish guides."
ACTIONS = {"add": "add", "change": "change", "delete": "delete", "changelist": "view", "history": "view"}
MOST_NAMED = 5  # administrators


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Handle PermissionDenied. Its message is the reason; without one, the address tells what was not allowed."""
    if not is_in_admin(request):
        return refuse_public_page(request, exception)
    return _refuse(request, "Not allowed", str(exception) or _reason(request))


def refuse_form(request: HttpRequest, reason: str) -> HttpResponse:
    """Refuse a form without a valid token, maybe sent by another site."""
    if not is_in_admin(request):
        return refuse_public_form(request, reason)
    why = (
        "The form was older than your login, was sent by another site, or your browser does not accept cookies, "
        "so nothing was done. Open the page again and send the form from there."
    )
    return _refuse(request, "Please send it again", why)


def is_in_admin(request: HttpRequest) -> bool:
    return bool(request.resolver_match) and admin.site.name in request.resolver_match.namespaces


def _refuse(request: HttpRequest, title: str, why: str) -> HttpResponse:
    context = {**admin.site.each_context(request), "title": title, "why": why}
    if context["has_permission"]:
        administrators = get_user_model().objects.filter(is_superuser=True, is_active=True).exclude(pk=request.user.pk)
        context["administrators"] = administrators.order_by("username")[:MOST_NAMED]
    return render(request, "admin/403.html", context, status=403)


def _reason(request: HttpRequest) -> str:
    """What a page of Django's admin does that the user may not do."""
    match = request.resolver_match
    options = getattr(getattr(match.func, "model_admin", None), "opts", None)
    action = ACTIONS.get(match.url_name.rpartition("_")[2]) if options else None
    if action == "change" and request.method != "POST":
        action = "view"
    if action is None:
        return NOT_ALLOWED
    if request.user.has_perm(f"{options.app_label}.{action}_{options.model_name}"):
        return f"This {options.verbose_name} can't be {_PARTICIPLES[action]}."
    return no_permission(action, options.verbose_name_plural)


def no_permission(action: str, things: str) -> str:
    return f"Your account doesn't have the permission to {action} {things}."


_PARTICIPLES = {"add": "added", "change": "changed", "delete": "deleted", "view": "viewed"}
