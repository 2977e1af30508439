"""The name of the site and its address for corrections, also for templates without a context."""

from urllib.parse import quote

from django import template
from django.conf import settings

from guides.templatetags.machines import page_address

register = template.Library()


@register.simple_tag
def site_name() -> str:
    return settings.SITE_NAME


@register.simple_tag(takes_context=True)
def correction_mail(context: template.Context, title: str, section: str = "", anchor: str = "") -> str:
    """The address of an email about an error in a guide, its subject and the place in the guide filled in."""
    place = f"{title} – {section}" if section else title
    address = f"{page_address(context)}#{anchor}" if anchor else page_address(context)
    subject, body = quote(f"Correction: {place}", safe=""), quote(f"{address}\r\n\r\n", safe="")
    return f"mailto:{quote(settings.CORRECTIONS_EMAIL, safe='@')}?subject={subject}&body={body}"
