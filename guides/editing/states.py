"""The state of a guide in words, for the editors' lists and forms."""

from django.utils.formats import date_format

from guides.models import Role


def state_of(role: Role) -> str:
    """The state of a role fetched `with_state()`: what the public sees, then what is planned."""
    if role.deleted_at:
        return f"Deleted {moment(role.deleted_at)}"
    planned = [
        *(["in review"] if role.in_review else []),
        *([f"next version from {moment(role.scheduled_from)}"] if role.scheduled_from else []),
        *([f"until {moment(role.live_until)}"] if role.live_until and role.live_until != role.scheduled_from else []),
    ]
    return ", ".join([_public_state(role), *planned])


def _public_state(role: Role) -> str:
    if role.latest_sha256 is None:
        return "Empty draft"
    if role.live_sha256 is None:
        return "Not published"
    return "Live" if role.live_sha256 == role.latest_sha256 else "Live, with unpublished changes"


def moment(at) -> str:
    """A date and time for people to read, in the site's time zone."""
    return date_format(at, "j M Y H:i e")
