"""The time of each publication, and reviews that a newer revision replaced."""

import django.utils.timezone
from django.db import migrations, models
from django.db.models import F
from django.db.models.functions import Least, Now


def estimate_times(apps, schema_editor):
    """Take the start of each interval as the time of its publication; scheduled ones were published by now."""
    apps.get_model("guides", "LiveInterval").objects.update(published_at=Least(F("live_from"), Now()))


class Migration(migrations.Migration):
    dependencies = [("guides", "0019_other_pay")]

    operations = [
        migrations.AddField(
            model_name="liveinterval",
            name="published_at",
            field=models.DateTimeField(default=django.utils.timezone.now, editable=False),
        ),
        migrations.RunPython(estimate_times, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="review",
            name="outcome",
            field=models.CharField(
                choices=[
                    ("open", "In review"),
                    ("taken_back", "Withdrawn"),
                    ("approved", "Approved"),
                    ("returned", "Returned"),
                    ("superseded", "Replaced"),
                ],
                default="open",
                max_length=10,
            ),
        ),
    ]
