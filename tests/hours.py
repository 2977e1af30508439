"""Hours from now, and hours that pass."""

from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from guides.models import LiveInterval, PublishedSlug

HOUR = timedelta(hours=1)


def hours(number):
    return timezone.now() + number * HOUR


def pass_hours(number):
    """Let time go by: everything that has or had an hour comes this much sooner."""
    LiveInterval.objects.update(live_from=F("live_from") - number * HOUR, live_until=F("live_until") - number * HOUR)
    PublishedSlug.objects.update(public_from=F("public_from") - number * HOUR)
