"""Lists in pages: their addresses, and a page that knows which page numbers its navigation names."""

from collections.abc import Iterator, Mapping

from django.core.paginator import Page, Paginator
from django.http import QueryDict


class NumberedPage(Page):
    def elided_range(self) -> Iterator[int | str]:
        """Numbers of the first and last pages and those around this one, with an ellipsis for the others."""
        return self.paginator.get_elided_page_range(self.number, on_each_side=1, on_ends=1)


class NumberedPaginator(Paginator):
    """Its `get_page` takes whatever an address says: what is no number is the first page, too high the last."""

    def _get_page(self, *args, **kwargs) -> NumberedPage:
        return NumberedPage(*args, **kwargs)


def query_of(parameters: Mapping[str, str], page: int = 1) -> QueryDict:
    """The parameters that say something, as the query string of a list; the first page needs no number."""
    query = QueryDict(mutable=True)
    query.update({name: value for name, value in parameters.items() if value})
    if page > 1:
        query["page"] = str(page)
    return query
