"""The state of a guide in words, as the editors' lists and forms say it."""

from django.utils.formats import date_format

from guides.models import Role


def state_of(role: Role) -> str:
    """The state of a role that was fetched `with_state()`: what the public sees, then what is coming."""
    if role.deleted_at:
        return f"Deleted {moment(role.deleted_at)}"
    coming = [
        *(["in review"] if role.in_review else []),
        *([f"next from {moment(role.scheduled_from)}"] if role.scheduled_from else []),
        *([f"until {moment(role.live_until)}"] if role.live_until and role.live_until != role.scheduled_from else []),
    ]
    return ", ".join([_public_state(role), *coming])


def _public_state(role: Role) -> str:
    if role.latest_sha256 is None:
        return "In preparation"
    if role.live_sha256 is None:
        return "Not published"
    return "Live" if role.live_sha256 == role.latest_sha256 else "Live, with unpublished changes"


def moment(at) -> str:
    """A date and hour as people of this site read it, in the time zone of the settings."""
    return date_format(at, "j M Y H:i e")
