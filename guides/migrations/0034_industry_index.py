import json

import django.db.models.deletion
from django.db import migrations, models

import guides.models.fields
from guides.document.kinds import LONGEST_NAME
from guides.document.slugs import legacy_slugify


def write_industries(apps, schema_editor):
    """Write the industries of the guides that are published already, as `write_index` does from now on."""
    industries = apps.get_model("guides", "IndustryIndex")
    guides = apps.get_model("guides", "GuideIndex").objects.select_related("revision")
    for guide in guides.iterator():
        names = json.loads(guide.revision.document).get("key_facts", {}).get("top_industries", [])
        industries.objects.bulk_create(
            industries(guide=guide, position=position, name=name, slug=slug)
            for position, name in enumerate(names, start=1)
            if (slug := legacy_slugify(name)[:LONGEST_NAME])
        )


class Migration(migrations.Migration):
    dependencies = [
        ("guides", "0033_search_places"),
    ]

    operations = [
        migrations.CreateModel(
            name="IndustryIndex",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField()),
                ("name", guides.models.fields.NameField(max_length=200)),
                ("slug", models.SlugField(max_length=200)),
                (
                    "guide",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="industries", to="guides.guideindex"
                    ),
                ),
            ],
            options={
                "ordering": ("guide_id", "position"),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("guide", "position"), name="industryindex_position_unique")
                ],
            },
        ),
        migrations.RunPython(write_industries, migrations.RunPython.noop),
    ]
