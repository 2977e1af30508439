"""Failed logins in the log."""

import logging

from django.contrib.auth.signals import user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from guides.web.clients import client_network

logger = logging.getLogger(__name__)

LONGEST = 100  # characters of what the client sent


@receiver(user_login_failed)
def log_failed_login(sender, credentials, request: HttpRequest | None = None, **kwargs) -> None:
    """Log the address and the name of a failed login, quoted, so that neither can look like another entry."""
    address = (client_network(request) or request.META.get("REMOTE_ADDR", "")) if request else ""
    name = credentials.get("username") or ""
    logger.warning("Failed login: address %r, name %r", address[:LONGEST], name[:LONGEST])
