"""PostgreSQL: an index of the stems of titles alone.

Which words of `names` are those of titles was looked up in each row that has them in any name. SQLite has it in its index.
"""

from django.db import migrations

INDEX = "CREATE INDEX guides_searchentry_titles ON guides_searchentry USING gin (ts_filter(names, '{a,b}'))"


def add(apps, schema_editor):
    run(schema_editor, INDEX)


def remove(apps, schema_editor):
    run(schema_editor, "DROP INDEX guides_searchentry_titles")


def run(schema_editor, statement):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('guides', '0013_search_as_typed'),
    ]

    operations = [
        migrations.RunPython(add, remove),
    ]
