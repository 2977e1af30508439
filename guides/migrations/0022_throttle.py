from django.db import migrations, models
from django.db.migrations.recorder import MigrationRecorder


def forget_axes(apps, schema_editor):
    """A backup lists the applied migrations, so those of an app that is gone must not stay among them."""
    recorder = MigrationRecorder(schema_editor.connection)
    recorder.migration_qs.filter(app="axes").delete()


def delete_unconfirmed_devices(apps, schema_editor):
    """Their keys were shown to everyone who logged in with the password. Keys now belong to a session."""
    apps.get_model("otp_totp", "TOTPDevice").objects.filter(confirmed=False).delete()


class Migration(migrations.Migration):
    """Own counts of wrong passwords and codes, in place of django-axes."""

    dependencies = [
        ("guides", "0021_withdrawals"),
        ("otp_totp", "0003_add_timestamps"),
    ]

    operations = [
        migrations.CreateModel(
            name="Throttle",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=64, unique=True)),
                ("tries", models.PositiveIntegerField(default=0)),
                ("last_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField(db_index=True, help_text="When the tries are forgotten.")),
            ],
        ),
        *(
            migrations.RunSQL(f"DROP TABLE IF EXISTS axes_{table}", migrations.RunSQL.noop)
            for table in ("accessattemptexpiration", "accessattempt", "accessfailurelog", "accesslog")
        ),
        migrations.RunPython(forget_axes, migrations.RunPython.noop),
        migrations.RunPython(delete_unconfirmed_devices, migrations.RunPython.noop),
    ]
