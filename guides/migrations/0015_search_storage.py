"""PostgreSQL: long columns of search entries are stored as they are, not compressed.

Every search reads ten texts for its snippets and ranks up to a hundred vectors: unpacking them took longer than reading.
"""

from django.db import migrations

COLUMNS = ("sections", "vector")


def plain(apps, schema_editor):
    store(schema_editor, "EXTERNAL")


def compressed(apps, schema_editor):
    store(schema_editor, "EXTENDED")


def store(schema_editor, how):
    if schema_editor.connection.vendor == "postgresql":
        for column in COLUMNS:
            schema_editor.execute(f"ALTER TABLE guides_searchentry ALTER COLUMN {column} SET STORAGE {how}", params=None)
        # A value is stored anew where it is written anew; the vector is made of the sections.
        schema_editor.execute("UPDATE guides_searchentry SET sections = sections || ''", params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('guides', '0014_search_titles'),
    ]

    operations = [
        migrations.RunPython(plain, compressed),
    ]
