"""Pagination: query strings of lists, and pages that list the page numbers of their navigation."""

from collections.abc import Iterator, Mapping

from django.core.paginator import Page, Paginator
from django.http import QueryDict


class NumberedPage(Page):
    def elided_range(self) -> Iterator[int | str]:
        """The numbers of the first and last page and those around this one, with ellipses between them."""
        return self.paginator.get_elided_page_range(self.number, on_each_side=1, on_ends=1)


class NumberedPaginator(Paginator):
    """A paginator of `NumberedPage`s. `get_page` accepts any input: the first page if invalid, the last if too high."""

    def _get_page(self, *args, **kwargs) -> NumberedPage:
        return NumberedPage(*args, **kwargs)


def query_of(parameters: Mapping[str, str], page: int = 1) -> QueryDict:
    """Return the non-empty parameters of a list as a query string; the first page has no number."""
    query = QueryDict(mutable=True)
    query.update({name: value for name, value in parameters.items() if value})
    if page > 1:
        query["page"] = str(page)
    return query
