"""Index columns for what lists read in documents before, filled out of these, and former addresses of skills."""

import json

import django.db.models.deletion
import guides.models.fields
from django.db import migrations, models


def fill(apps, schema_editor):
    """Write the new columns of the rows that are there; keys are made by saving."""
    guides, steps = (apps.get_model("guides", name) for name in ("GuideIndex", "CareerStepIndex"))
    for guide in guides.objects.select_related("revision").iterator():
        document = json.loads(guide.revision.document)
        guide.save(update_fields=["title_key"])
        for level in guide.levels.all():
            level.save(update_fields=["title_key"])
        for rows, column, parts in (
            (guide.skills, "detail", document["skills"]),
            (guide.related_roles, "blurb", document["related"]),
        ):
            for position, part in enumerate(parts, start=1):
                rows.filter(position=position).update(**{column: part[column]})
        for position, step in enumerate(document["career_path"], start=1):
            steps.objects.create(guide=guide, position=position, title=step["title"])


class Migration(migrations.Migration):

    dependencies = [
        ('guides', '0002_search'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='guideindex',
            options={'ordering': ('title_key', 'pk'), 'verbose_name_plural': 'guide index'},
        ),
        migrations.AddField(
            model_name='guideindex',
            name='title_key',
            field=guides.models.fields.KeyField(db_index=True, default='', editable=False, max_length=600, source='title'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='relatedroleindex',
            name='blurb',
            field=guides.models.fields.BodyField(blank=True),
        ),
        migrations.AddField(
            model_name='salarylevelindex',
            name='title_key',
            field=guides.models.fields.KeyField(db_index=True, default='', editable=False, max_length=600, source='title'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='skill',
            name='changed_at',
            field=models.DateTimeField(db_index=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name='skillindex',
            name='detail',
            field=guides.models.fields.LineField(blank=True),
        ),
        migrations.AlterField(
            model_name='guideindex',
            name='title',
            field=guides.models.fields.NameField(max_length=200),
        ),
        migrations.AlterField(
            model_name='salarylevelindex',
            name='title',
            field=guides.models.fields.NameField(max_length=200),
        ),
        migrations.CreateModel(
            name='FormerSkillSlug',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=210, unique=True)),
                ('skill', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='former_slugs', to='guides.skill')),
            ],
            options={
                'ordering': ('slug',),
            },
        ),
        migrations.CreateModel(
            name='CareerStepIndex',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('title', guides.models.fields.NameField(max_length=200)),
                ('title_key', guides.models.fields.KeyField(db_index=True, editable=False, max_length=600, source='title')),
                ('guide', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='career_steps', to='guides.guideindex')),
            ],
            options={
                'ordering': ('guide_id', 'position'),
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('guide', 'position'), name='careerstepindex_position_unique')],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
