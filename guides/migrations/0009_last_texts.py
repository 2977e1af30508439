"""The last import of each role, which was known by its revision alone, becomes the text that the next merge begins with."""

from django.db import migrations


def remember_last_imports(apps, schema_editor):
    revisions = apps.get_model("guides", "Revision").objects.filter(kind="import").order_by("role_id", "-number")
    texts, last = apps.get_model("guides", "ImportedText"), None
    for revision in revisions.iterator(chunk_size=200):
        if revision.role_id == last:
            continue
        last = revision.role_id
        texts.objects.create(
            role_id=revision.role_id,
            number=1,
            document=revision.document,
            sha256=revision.sha256,
            imported_at=revision.created_at,
            imported_by_id=revision.created_by_id,
            revision=revision,
        )


class Migration(migrations.Migration):
    dependencies = [("guides", "0008_imported_texts")]

    operations = [migrations.RunPython(remember_last_imports, migrations.RunPython.noop)]
