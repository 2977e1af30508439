"""The two guides that tests read: imported once for each process, inserted again for each test that needs them."""

from copy import copy
from datetime import datetime
from io import StringIO

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, models, transaction

from guides.management.commands.build_fixtures import DECISIONS, MOMENT, TEXTS

SLUGS = ("customer-service-operator", "customer-service-specialist")
_rows = []


def load_guides() -> None:
    """Fill a database without guides with two guides of the fixtures, and with the job searches.

    They are as `loaddata` leaves them, where all guides take ten times as long. All calls but the first take a fraction
    of the time of that one.
    """
    if not _rows:
        at = datetime.fromisoformat(MOMENT)
        texts = [TEXTS / f"{slug}.txt" for slug in SLUGS]
        call_command("import_guides", *texts, publish=True, date=at, stdout=StringIO(), stderr=StringIO())
        call_command("decide_skills", DECISIONS, date=at, stdout=StringIO())
        call_command("loaddata", "job_searches", verbosity=0)
        _rows.extend(list(model._base_manager.all()) for model in _models())
        return
    with transaction.atomic():
        for model, rows in zip(_models(), _rows, strict=True):
            _insert(model, rows)
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), _models()):
                cursor.execute(statement)


def _insert(model: type[models.Model], rows: list[models.Model]) -> None:
    """Insert rows with the times that they have, which a field with `auto_now` replaces on its own."""
    stamped = [field.name for field in model._meta.fields if getattr(field, "auto_now", False)]
    model._base_manager.bulk_create(copy(row) for row in rows)
    if stamped and rows:
        model._base_manager.bulk_update(rows, stamped)


def _models():
    return list(apps.get_app_config("guides").get_models(include_auto_created=True))
