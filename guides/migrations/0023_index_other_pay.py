import json

from django.db import migrations, models


def write_other_pay(apps, schema_editor):
    """Write the other pay of the guides that are published already; `write_index` does it from now on."""
    for guide in apps.get_model("guides", "GuideIndex").objects.filter(revision__document__contains='"other_pay"'):
        stated = json.loads(guide.revision.document).get("other_pay", [])
        guide.other_pay_rows = [pay for pay in stated if not pay["level"]]
        guide.save(update_fields=("other_pay_rows",))


class Migration(migrations.Migration):
    dependencies = [
        ("guides", "0022_throttle"),
    ]

    operations = [
        migrations.AddField(
            model_name="guideindex",
            name="other_pay_rows",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.RunPython(write_other_pay, migrations.RunPython.noop),
    ]
