"""The state of a table as single values: parts of the query that detects changes of public pages.

A source of this state is a function next to its model. It takes a moment and returns subqueries by name: their values
change whenever a public page that shows the table changes, and values that are dates tell when. `web/site_state.py`
lists all sources and queries them together, so each value must come from an index, even for large tables.
"""

from django.db.models import Count, QuerySet, Subquery, Value


def value_of(queryset: QuerySet, column: str) -> Subquery:
    """A column of the first row; null if there are no rows."""
    return Subquery(queryset.values(column)[:1])


def number_of(queryset: QuerySet) -> Subquery:
    """The number of rows; null if there are none."""
    together = queryset.order_by().annotate(one=Value(1)).values("one")
    return Subquery(together.annotate(number=Count("pk")).values("number"))
