from django.conf import settings
from django.db import migrations

from guides.editing.groups import make_groups


class Migration(migrations.Migration):

    dependencies = [
        ('guides', '0005_workflow'),
        ('auth', '0012_alter_user_first_name_max_length'),
        ('contenttypes', '0002_remove_content_type_name'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(lambda apps, schema_editor: make_groups(apps), migrations.RunPython.noop, elidable=False),
    ]
