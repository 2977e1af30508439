"""Writing rows in an order, under constraints that no two rows of a role share a position or a name."""

from django.db import transaction

from guides.models import Role, RolePart


@transaction.atomic
def save_in_order(model: type[RolePart], role: Role, rows: list[RolePart]) -> None:
    """Make `rows` (new or stored) the role's rows of `model`, with positions 1, 2, 3… in that order.

    In two phases, all old rows out and all rows in under the primary keys they had, so that rows can swap places, and
    whatever else is unique, without breaking a constraint on the way.
    """
    model.objects.filter(role=role).delete()
    for position, row in enumerate(rows, start=1):
        row.role, row.position = role, position
    model.objects.bulk_create(rows)
