"""Where the words of guides are on their pages, and full-text indexes of skills and questions, for suggestions.

SQLite: FTS5 tables kept by triggers. A later migration that alters `guides_skill` or `guides_searchquestion` makes
SQLite build it anew and drop its triggers: let it run `make` again. PostgreSQL: generated columns with GIN indexes.
"""

import django.db.models.deletion
import guides.models.fields
from django.db import migrations, models

# Full-text tables of SQLite: the table and the column of their words.
INDEXES = {"guides_search_skills": ("guides_skill", "name"), "guides_search_questions": ("guides_searchquestion", "question")}


def sqlite(index, table, column):
    """The statements that make a full-text table, keep it up to date and fill it."""
    add = f"INSERT INTO {index}(rowid, {column}) VALUES (new.id, new.{column});"
    remove = f"INSERT INTO {index}({index}, rowid, {column}) VALUES ('delete', old.id, old.{column});"
    yield f"""CREATE VIRTUAL TABLE {index} USING fts5({column}, content='{table}', content_rowid='id',
        tokenize='porter unicode61 remove_diacritics 2', prefix='2 3')"""
    for event, change in (("insert", add), ("delete", remove), ("update", f"{remove} {add}")):
        yield f"CREATE TRIGGER {index}_{event} AFTER {event} ON {table} BEGIN {change} END"
    yield f"INSERT INTO {index}({index}) VALUES ('rebuild')"


def postgresql(index, table, column):
    """The statements that make a vector and its index."""
    yield f"""ALTER TABLE {table} ADD COLUMN vector tsvector
        GENERATED ALWAYS AS (to_tsvector('guides', guides_fold({column}))) STORED"""
    yield f"CREATE INDEX {index} ON {table} USING gin (vector) WITH (fastupdate = off)"


def make(apps, schema_editor):
    statements = {"sqlite": sqlite, "postgresql": postgresql}[schema_editor.connection.vendor]
    for index, (table, column) in INDEXES.items():
        run(schema_editor, statements(index, table, column))


def drop(apps, schema_editor):
    for index, (table, _) in INDEXES.items():
        if schema_editor.connection.vendor == "sqlite":
            run(schema_editor, (f"DROP TRIGGER {index}_{event}" for event in ("insert", "delete", "update")))
            run(schema_editor, [f"DROP TABLE {index}"])
        else:
            run(schema_editor, [f"ALTER TABLE {table} DROP COLUMN vector"])


def run(schema_editor, statements):
    for statement in statements:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('guides', '0032_alternative_titles'),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchPlaces',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('columns', models.JSONField(default=dict)),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='places', to='guides.searchentry')),
            ],
            options={
                'verbose_name_plural': 'search places',
                'ordering': ('entry',),
            },
        ),
        migrations.CreateModel(
            name='SearchQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('question', guides.models.fields.LineField()),
                ('anchor', models.CharField(max_length=100)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='asked_questions', to='guides.searchentry')),
            ],
            options={
                'ordering': ('entry', 'position'),
                'constraints': [models.UniqueConstraint(fields=('entry', 'position'), name='searchquestion_position_unique')],
            },
        ),
        migrations.RunPython(make, drop),
    ]
