"""The state of a guide in words, for the editors' lists and forms."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format

from guides.models import LiveInterval, Role


def state_of(role: Role) -> str:
    """The state of a role fetched `with_state()`: what the public sees, then what is planned."""
    if role.deleted_at:
        return f"Deleted {moment(role.deleted_at)}"
    planned = [
        *(["in review"] if role.in_review else []),
        *([f"{_coming(role)} from {moment(role.scheduled_from)}"] if role.scheduled_from else []),
        *([f"until {moment(role.live_until)}"] if role.live_until and role.live_until != role.scheduled_from else []),
    ]
    return ", ".join([_public_state(role), *planned])


def _public_state(role: Role) -> str:
    if role.latest_sha256 is None:
        return "Empty draft"
    if role.live_sha256 is None:
        return "Not published"
    return "Live" if role.live_sha256 == role.latest_sha256 else "Live, with unpublished changes"


def _coming(role: Role) -> str:
    return "next revision" if role.live_sha256 else "scheduled"


def plan_of(interval: LiveInterval, now: datetime) -> str:
    """When a revision is or will be live."""
    start = "live now" if interval.has_begun(now) else f"scheduled from {moment(interval.live_from)}"
    end = f" until {moment(interval.live_until)}" if interval.live_until else ""
    return f"Revision {interval.revision.number} is {start}{end}."


def moment(at) -> str:
    """A date and time for people to read, in the site's time zone."""
    return date_format(timezone.localtime(at), "M j, Y, H:i e")


def day(at) -> str:
    """A date for people to read, in the site's time zone."""
    return date_format(timezone.localtime(at), "M j, Y")
