import json
from collections import defaultdict

from django.db import migrations, models
from django.db.models import OuterRef, Q, Subquery


def write_other_pay(apps, schema_editor):
    """Write the currency and the other pay of the levels that are published already, as `write_index` does from now on.

    Guides that state other pay of levels have few levels, so their rows are saved one by one.
    """
    guides, levels = apps.get_model("guides", "GuideIndex"), apps.get_model("guides", "SalaryLevelIndex")
    levels.objects.update(currency=Subquery(guides.objects.filter(pk=OuterRef("guide")).values("currency")))
    for guide in guides.objects.filter(revision__document__contains='"other_pay"').select_related("revision"):
        others = defaultdict(list)
        for pay in json.loads(guide.revision.document).get("other_pay", []):
            if pay["level"]:
                others[pay["level"].casefold(), pay["currency"]].append(pay)
        rows = list(levels.objects.filter(guide=guide).order_by("position"))
        for row in rows:
            row.other_pay_rows = others.pop((row.title.casefold(), row.currency), [])
            row.save(update_fields=("other_pay_rows",))
        for position, ((_, currency), pays) in enumerate(others.items(), start=len(rows) + 1):
            levels.objects.create(
                guide=guide, position=position, title=pays[0]["level"], currency=currency, other_pay_rows=pays
            )


class Migration(migrations.Migration):
    dependencies = [
        ("guides", "0025_official_occupations"),
    ]

    operations = [
        migrations.AddField(
            model_name="salarylevelindex",
            name="currency",
            field=models.CharField(default="", max_length=3),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="salarylevelindex",
            name="other_pay_rows",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AlterField(
            model_name="salarylevelindex",
            name="average",
            field=models.PositiveBigIntegerField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="salarylevelindex",
            name="median",
            field=models.PositiveBigIntegerField(blank=True, db_index=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="salarylevelindex",
            constraint=models.CheckConstraint(
                condition=Q(average=None) | Q(median__isnull=False), name="salarylevelindex_average_beside_median"
            ),
        ),
        migrations.RunPython(write_other_pay, migrations.RunPython.noop),
    ]
