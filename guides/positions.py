"""Writing rows in an order, under a constraint that no two rows of a role share a position."""

from django.db import transaction
from django.db.models import F

from .models import Role, RolePart

# Far above any real position: where rows wait while the others move.
PARKING = 1_000_000


@transaction.atomic
def save_in_order(model: type[RolePart], role: Role, rows: list[RolePart]) -> None:
    """Make `rows` (new or stored) the role's rows of `model`, with positions 1, 2, 3… in that order.

    Positions are written in two phases, so that swapping two rows breaks no constraint on the way.
    """
    stored = model.objects.filter(role=role)
    stored.exclude(pk__in=[row.pk for row in rows if row.pk]).delete()
    stored.update(position=F("position") + PARKING)
    for position, row in enumerate(rows, start=1):
        row.role, row.position = role, position
    fields = [field.name for field in model._meta.concrete_fields if not field.primary_key]
    model.objects.bulk_update([row for row in rows if row.pk], fields)
    model.objects.bulk_create([row for row in rows if not row.pk])
