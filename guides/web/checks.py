"""Checks of the settings for production, run by `manage.py check --deploy`."""

from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register


@register(Tags.security, deploy=True)
def clients_are_known(app_configs, **options) -> list[CheckMessage]:
    """Warn if production does not know the addresses of clients."""
    if not settings.PRODUCTION or settings.CLIENT_ADDRESS:
        return []
    message = "CLIENT_ADDRESS is not set, so wrong passwords are not limited by the client's address."
    hint = "Set it to the header in which the proxy writes the client's address, such as X-Forwarded-For."
    return [Warning(message, hint=hint, id="guides.W001")]
