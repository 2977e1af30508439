"""The state of a table as single values: parts of the query that asks whether any public page changed.

A source of this state is a function of a moment beside the model that it reads. It returns subqueries by name: their
values change with the public pages that show the table, and values that are dates say when. `web/site_state.py` names
all sources and asks for their values in one query, so each value must come from an index, however many rows there are.
"""

from django.db.models import Count, QuerySet, Subquery, Value


def value_of(queryset: QuerySet, column: str) -> Subquery:
    """A column of the first row; null where there is none."""
    return Subquery(queryset.values(column)[:1])


def number_of(queryset: QuerySet) -> Subquery:
    """The number of rows; null where there are none."""
    together = queryset.order_by().annotate(one=Value(1)).values("one")
    return Subquery(together.annotate(number=Count("pk")).values("number"))
