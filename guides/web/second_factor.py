"""The page that asks for the second factor and, at the first login, sets it up.

The key of a new authenticator app is in the session that shows it, and becomes a device with its first correct code.
"""

import time
from base64 import b32encode

import django_otp
import segno
from django import forms
from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth import REDIRECT_FIELD_NAME, get_user_model
from django.contrib.sessions.backends.base import SessionBase
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import mark_safe
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django_otp.models import Device
from django_otp.plugins.otp_totp.models import TOTPDevice, default_key

from guides.toolkit.fields import ToolForm
from guides.web.throttling import CODE, throttled

NEW_KEY = "second_factor_key"  # in the session: the key of a new app, and the second in which it expires
KEY_AGE = 15 * 60  # seconds
WRONG = "This code is wrong or has already been used. Wait for the next code and try again."
WRONG_FOR_NEW_APP = "This code does not match the key on this page. Scan the QR code again, then enter the new code."


class TokenForm(ToolForm):
    """A six-digit code from an authenticator app, or a backup code. A valid form has the `device` of the code."""

    token = forms.CharField(
        label="Code",
        max_length=16,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True, "inputmode": "numeric"}),
    )

    device: Device

    def __init__(self, request: HttpRequest, new: TOTPDevice | None) -> None:
        super().__init__(request.POST or None)
        self.request, self.new = request, new

    @sensitive_variables("token")
    def clean_token(self) -> str:
        user, token = self.request.user, self.cleaned_data["token"].replace(" ", "")
        with throttled(self.request, CODE, user.get_username()):
            device = _add_device(self.new, token) if self.new else django_otp.match_token(user, token)
            if device is None:
                raise ValidationError(WRONG_FOR_NEW_APP if self.new else WRONG)
        self.device = device
        return token


@transaction.non_atomic_requests  # a wrong code counts
@sensitive_post_parameters("token")
def second_factor(request: HttpRequest) -> HttpResponse:
    new = None if django_otp.user_has_device(request.user) else _new_device(request)
    form = TokenForm(request, new)
    if form.is_valid():
        request.session.pop(NEW_KEY, None)
        request.session.cycle_key()
        django_otp.login(request, form.device)
        return HttpResponseRedirect(_next_url(request))
    context = {**admin.site.each_context(request), "title": "Second factor", "form": form, **_how_to_set_up(new)}
    return render(request, "admin/second_factor.html", {**context, "next": _next_url(request)})


def _how_to_set_up(new: TOTPDevice | None) -> dict[str, str]:
    """Return the secret of a new device as a QR code and as text to type."""
    if new is None:
        return {}
    qr = segno.make(new.config_url).svg_inline(scale=5, light="white")
    return {"qr": mark_safe(qr), "key": b32encode(new.bin_key).decode()}


def _new_device(request: HttpRequest) -> TOTPDevice:
    """Return a device that is not stored yet."""
    return TOTPDevice(user=request.user, name="app", key=_new_key(request.session))


def _new_key(session: SessionBase) -> str:
    """Return the key that this session shows, a new one if it has expired."""
    key, expires = session.get(NEW_KEY, ("", 0))
    if expires <= time.time():
        key = default_key()
        session[NEW_KEY] = [key, time.time() + KEY_AGE]
    return key


@transaction.atomic
def _add_device(new: TOTPDevice, token: str) -> TOTPDevice | None:
    """Store a user's first device if the code is correct. The lock lets only one session do so."""
    get_user_model().objects.select_for_update().get(pk=new.user.pk)
    if django_otp.user_has_device(new.user) or not new.verify_token(token):
        transaction.set_rollback(True)  # the device stores itself, even after a wrong code
        return None
    LogEntry.objects.log_actions(new.user.pk, [new.user], CHANGE, "Set up a second factor.", single_object=True)
    return new


def _next_url(request: HttpRequest) -> str:
    address = request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME, "")
    is_ours = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if is_ours else reverse("admin:index")
