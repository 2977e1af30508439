"""The page that asks for the second factor and, at the first login, sets it up."""

from base64 import b32encode

import django_otp
import segno
from django import forms
from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django_otp.plugins.otp_totp.models import TOTPDevice

from guides.toolkit.fields import ToolForm


class TokenForm(ToolForm):
    """A six-digit code from an authenticator app, or a backup code."""

    token = forms.CharField(
        label="Code",
        max_length=16,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True, "inputmode": "numeric"}),
    )


@never_cache
@sensitive_post_parameters("token")
def second_factor(request: HttpRequest) -> HttpResponse:
    form = TokenForm(request.POST or None)
    new = None if django_otp.user_has_device(request.user) else _new_device(request.user)
    if form.is_valid():
        if device := _device_for(request.user, new, form.cleaned_data["token"].replace(" ", "")):
            django_otp.login(request, device)
            return HttpResponseRedirect(_next_url(request))
        form.add_error("token", "This code is wrong or has already been used. Wait for the next code and try again.")
    context = {**admin.site.each_context(request), "title": "Second factor", "form": form, **_how_to_set_up(new)}
    return render(request, "admin/second_factor.html", {**context, "next": _next_url(request)})


def _how_to_set_up(new: TOTPDevice | None) -> dict[str, str]:
    """Return the secret of a new device as a QR code and as text to type."""
    if new is None:
        return {}
    qr = segno.make(new.config_url).svg_inline(scale=5, light="white")
    return {"qr": mark_safe(qr), "key": b32encode(new.bin_key).decode()}


def _new_device(user) -> TOTPDevice:
    """Return the unconfirmed device of a user, created if needed. Its first correct code confirms it."""
    devices = TOTPDevice.objects.filter(user=user, confirmed=False)
    return devices.first() or TOTPDevice.objects.create(user=user, confirmed=False, name="app")


def _device_for(user, new: TOTPDevice | None, token: str):
    """Return the device that a code belongs to, or None. Confirms a new device."""
    if new is None:
        return django_otp.match_token(user, token)
    if not new.verify_token(token):
        return None
    new.confirmed = True
    new.save()
    LogEntry.objects.log_actions(user.pk, [user], CHANGE, "Set up a second factor.", single_object=True)
    return new


def _next_url(request: HttpRequest) -> str:
    address = request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME, "")
    is_ours = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if is_ours else reverse("admin:index")
