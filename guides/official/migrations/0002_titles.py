"""The titles by which occupations are found, with a full-text index: FTS5 in SQLite, GIN in PostgreSQL.

The words of a title are compared as `document.search_words` returns them, so neither database analyzes them again.
"""

import django.db.models.deletion
from django.db import migrations, models

ADD = "INSERT INTO official_title_words(rowid, key, stems) VALUES (new.id, new.key, new.stems);"
REMOVE = (
    "INSERT INTO official_title_words(official_title_words, rowid, key, stems) "
    "VALUES ('delete', old.id, old.key, old.stems);"
)
INDEXES = {
    "sqlite": (
        """CREATE VIRTUAL TABLE official_title_words USING fts5(key, stems, content='official_occupationtitle',
            content_rowid='id', tokenize='unicode61 remove_diacritics 0', prefix='3 4')""",
        *(
            f"CREATE TRIGGER official_title_words_{event} AFTER {event} ON official_occupationtitle BEGIN {change} END"
            for event, change in (("insert", ADD), ("delete", REMOVE), ("update", f"{REMOVE} {ADD}"))
        ),
    ),
    "postgresql": (
        """ALTER TABLE official_occupationtitle ADD COLUMN words tsvector
            GENERATED ALWAYS AS (array_to_tsvector(string_to_array(key || ' ' || stems, ' '))) STORED""",
        # All titles are written at once: a list of pending entries would slow down every search until the next vacuum.
        "CREATE INDEX official_title_words ON official_occupationtitle USING gin (words) WITH (fastupdate = off)",
    ),
}
DROPS = {
    "sqlite": ("DROP TABLE official_title_words",),
    "postgresql": ("ALTER TABLE official_occupationtitle DROP COLUMN words",),
}


def make(apps, schema_editor):
    for statement in INDEXES[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def drop(apps, schema_editor):
    for statement in DROPS[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('official', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='OccupationTitle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200)),
                ('is_own', models.BooleanField()),
                ('key', models.TextField()),
                ('stems', models.TextField()),
                ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='titles', to='official.occupation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('occupation', 'key'), name='official_title_unique')],
            },
        ),
        migrations.RunPython(make, drop),
    ]
