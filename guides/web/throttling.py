"""Limits for wrong passwords and codes: a growing delay for each account, and a number of tries for each address.

A try is counted before it is checked, so tries at the same time cannot outrun a limit, and no longer counts if it was
right. A refused try is neither checked nor counted, so it does not make anybody wait longer. Unknown names are treated
like accounts.

A browser that logged in to an account before has a cookie that says so, and its passwords are counted apart: strangers
who never stop trying cannot keep editors out. Its codes are not: the cookie proves only that it knew the password.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from math import ceil

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.template.defaultfilters import pluralize
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string, salted_hmac

from guides.models import Throttle
from guides.web.clients import client_network

PASSWORD, CODE = "password", "code"  # what is tried
MEMORY = timedelta(minutes=30)  # counted from the first wrong try
TRIES_OF_ADDRESS = 50
DELAYS = (0, 0, 0, 1, 2, 4, 8, 16, 30)  # seconds after as many wrong tries for an account; the last one for all more
KNOWN_BROWSER, KNOWN_FOR = "known_browser", timedelta(days=90)  # the cookie and how long it lasts

Rule = Callable[[Throttle], datetime]  # when the next try is allowed


def _account_rule(throttle: Throttle) -> datetime:
    return throttle.last_at + timedelta(seconds=DELAYS[min(throttle.tries, len(DELAYS) - 1)])


def _address_rule(throttle: Throttle) -> datetime:
    return throttle.ends_at if throttle.tries >= TRIES_OF_ADDRESS else throttle.last_at


@contextmanager
def throttled(request: HttpRequest, secret: str, account: str) -> Iterator[None]:
    """Run the check of an account's password or code, which must raise an exception if it is wrong.

    Raises ValidationError instead if it must wait; `Throttling` gives that response its status.
    """
    browser = _known_browser(request, account) if secret == PASSWORD else ""
    account_key, address = _key(secret, f"{account}\0{browser}"), client_network(request)
    rules = {account_key: _account_rule} | ({_key("address", address): _address_rule} if address else {})
    if seconds := _count(rules):
        request.retry_after = seconds
        raise ValidationError(f"Too many wrong tries. Wait {_duration(seconds)}, then try again.", code="throttled")
    yield
    request.proven_account = account
    Throttle.objects.filter(key=account_key).delete()
    Throttle.objects.filter(key__in=rules, tries__gt=0).update(tries=F("tries") - 1)


def _key(kind: str, value: str) -> str:
    return salted_hmac("guides.throttle", f"{kind}:{value}", algorithm="sha256").hexdigest()


@transaction.atomic
def _count(rules: dict[str, Rule]) -> int:
    """Count a try for all keys, or for none if a rule refuses it: then return the seconds to wait."""
    now = timezone.now()
    new = (Throttle(key=key, last_at=now, ends_at=now + MEMORY) for key in sorted(rules))
    # Writing keys that exist locks their rows, always in the same order.
    Throttle.objects.bulk_create(new, update_conflicts=True, unique_fields=["key"], update_fields=["key"])
    throttles = Throttle.objects.filter(key__in=rules)
    for throttle in throttles:
        if throttle.ends_at <= now:
            throttle.tries, throttle.last_at, throttle.ends_at = 0, now, now + MEMORY
    wait = max(rules[throttle.key](throttle) - now for throttle in throttles)
    if wait > timedelta(0):
        transaction.set_rollback(True)
        return ceil(wait.total_seconds())
    for throttle in throttles:
        throttle.tries, throttle.last_at = throttle.tries + 1, now
    Throttle.objects.bulk_update(throttles, ["tries", "last_at", "ends_at"])
    # The last statement, and it skips rows that others hold: nobody waits for each other.
    over = Throttle.objects.select_for_update(skip_locked=True).filter(ends_at__lte=now)
    Throttle.objects.filter(pk__in=over).delete()
    return 0


def _duration(seconds: int) -> str:
    """Return a duration in words, in whole minutes if it is longer than one."""
    number, unit = (seconds, "second") if seconds <= 60 else (ceil(seconds / 60), "minute")
    return f"{number} {unit}{pluralize(number)}"


class Throttling:
    """Middleware: status 429 and Retry-After for a try that must wait, and the cookie of known browsers."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if seconds := getattr(request, "retry_after", 0):
            response.status_code = 429
            response["Retry-After"] = str(seconds)
        if account := getattr(request, "proven_account", ""):
            _remember_browser(response, account)
        return response


def _known_browser(request: HttpRequest, account: str) -> str:
    """Return the name of a browser that logged in to the account before; empty for all others."""
    return request.get_signed_cookie(KNOWN_BROWSER, "", salt=account, max_age=KNOWN_FOR)


def _remember_browser(response: HttpResponse, account: str) -> None:
    response.set_signed_cookie(
        KNOWN_BROWSER,
        get_random_string(22),
        salt=account,
        max_age=KNOWN_FOR,
        path=reverse("admin:index"),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
