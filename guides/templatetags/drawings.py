"""Line drawings, one for each major group of occupations."""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from guides.document.fields import field_of

register = template.Library()


@register.simple_tag
def group_drawing(code: str | None) -> SafeString | str:
    """Return the drawing of a major group, from an occupation code or its first two digits; empty for no group.

    It is decoration: the words beside it say the same.
    """
    return render_to_string(f"drawings/{code[:2]}.svg") if field_of(code) else ""
