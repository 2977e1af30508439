"""Search over live guides: `search` for the page of results, `suggest` for completions while typing.

    query text ─▶ Query ─▶ revisions (sqlite.py or postgres.py) ─▶ entries ─▶ hits with marks (snippets.py)

`guides.editing.search_entries` writes the words of a guide when it is published.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db import connection

from guides.document.search_words import LONGEST_QUERY, Query, Term, key, significant
from guides.finding.search.backend import MOST_FOUND, Backend, Found
from guides.finding.search.postgres import PostgreSQL
from guides.finding.search.snippets import FIELDS, Marker, Part
from guides.finding.search.spelling import closest, may_be_wrong
from guides.finding.search.sqlite import SQLite
from guides.models import GuideIndex, SearchEntry

__all__ = ["LONGEST_QUERY", "Hit", "SearchResults", "Suggestion", "search", "suggest"]

PAGE = 10
MOST_NEAREST = 5
MOST_SUGGESTIONS = 8
SHORTEST_PREFIX = 2  # letters; fewer match too many words
PAY = ("median_salary", "salary_low", "salary_high", "salary_high_is_open", "currency", "other_pay_rows")
SOURCES = ("provenance_rows", "source_rows")
FACTS = ("title", "slug", "category", *PAY, *SOURCES)
COLUMNS = ("title", *FIELDS, *(f"revision__index__{fact}" for fact in FACTS))  # only these columns, as each takes time


@dataclass(frozen=True, slots=True)
class Hit:
    """A guide in the results, with the words marked in its title and in the most relevant line."""

    guide: GuideIndex
    title: tuple[Part, ...]
    snippet: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class SearchResults:
    """A page of hits out of `total`; for a query without words, all guides by title.

    With `is_loose`, no guide has all of the words and these have some; with `has_more`, there are more than `total`.
    `nearest` is filled if nothing was found.
    """

    query: Query
    hits: tuple[Hit, ...] = ()
    total: int = 0
    did_you_mean: str | None = None
    nearest: tuple[GuideIndex, ...] = ()
    is_loose: bool = False
    has_more: bool = False

    @classmethod
    def page(cls, query: Query, found: Found, terms: tuple[Term, ...], offset: int, **more) -> "SearchResults":
        """Return the page of hits from `offset` on, with `terms` marked."""
        total = min(found.total, MOST_FOUND)
        hits = _hits(found.revisions[offset:], terms)
        return cls(query, hits, total, has_more=found.total > total, **more)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A guide by its title, or by the alternative title that matches the text."""

    slug: str
    title: tuple[Part, ...]
    also: tuple[Part, ...] = ()


def search(text: str, *, limit: int = PAGE, offset: int = 0) -> SearchResults:
    """Search live guides for any text, best match first."""
    query = Query.read(text)
    if not query.tokens:
        return _by_title(query, limit, offset)
    backend = _backend()
    found = backend.find(query.terms, offset + limit, first=key(query.text))
    if found.revisions:
        return SearchResults.page(query, found, query.terms, offset)
    return _search_loosely(backend, query, limit, offset)


def _by_title(query: Query, limit: int, offset: int) -> SearchResults:
    guides = GuideIndex.objects.live()
    page = guides.values_list("revision", flat=True)[offset : offset + limit]
    return SearchResults(query, _hits(list(page), ()), guides.count())


def _search_loosely(backend: Backend, query: Query, limit: int, offset: int) -> SearchResults:
    """Search when no guide has all the words: complete the last one, accept any of them, and look for typos."""
    first = key(query.text)
    words = [term.word for term in query.terms]
    known = backend.known_words([*filter(may_be_wrong, words)], _prefix(query.terms[-1]))
    completed, corrected = _completed(query.terms, known), _corrected(query.terms, known)
    wrong = [term for term, other in zip(query.terms, corrected, strict=True) if term != other]
    queries = [completed, *([corrected] if wrong else []), *((term,) for term in wrong)]
    any_of = backend.expression(significant(completed), any_of=True)
    has_any, has_all, *has = backend.found([any_of, *map(backend.expression, queries)])
    is_typo = bool(wrong) and has[0] and not any(has[1:]) and not has_all
    did_you_mean = " ".join(term.word for term in corrected) if is_typo else None
    if not has_any:
        return SearchResults(query, did_you_mean=did_you_mean, nearest=_nearest(backend, first, did_you_mean))
    terms = completed if has_all else significant(completed)
    found = backend.find(terms, offset + limit, first=first, any_of=not has_all)
    return SearchResults.page(query, found, completed, offset, did_you_mean=did_you_mean, is_loose=not has_all)


def _nearest(backend: Backend, title: str, did_you_mean: str | None) -> tuple[GuideIndex, ...]:
    """Return guides for the corrected words, else guides with similar titles, else any."""
    if did_you_mean:
        terms = Query.read(did_you_mean).terms
        return _guides(backend.find(terms, MOST_NEAREST, first=did_you_mean).revisions)
    return _guides(backend.nearest(title, MOST_NEAREST)) or tuple(GuideIndex.objects.live()[:MOST_NEAREST])


def suggest(prefix: str) -> list[Suggestion]:
    """Suggest guides by title while a text is being typed; its last word may be incomplete."""
    query = Query.read(prefix)
    first = key(query.text)
    if len(first) < SHORTEST_PREFIX:
        return []
    backend, terms = _backend(), query.all_terms
    if len(terms[-1].spelled or terms[-1].word) < SHORTEST_PREFIX and len(terms) > 1:  # one letter of the next word
        terms = terms[:-1]
    terms = _completed(terms, backend.known_words((), _prefix(terms[-1])))
    revisions = backend.find_titles(terms, MOST_SUGGESTIONS, first=first).revisions
    rows = SearchEntry.objects.filter(revision__in=revisions).values_list(
        "revision", "title", "alternative_titles", "revision__index__slug"
    )
    marker = Marker(terms)
    found = {revision: _suggestion(marker, *columns) for revision, *columns in rows}
    return [found[revision] for revision in revisions]


def _suggestion(marker: Marker, title: str, alternative_titles: str, slug: str) -> Suggestion:
    """Build a suggestion, with the alternative title that has more of the words than the title, if any."""
    also = max(alternative_titles.split("\n"), key=marker.count)
    return Suggestion(slug, marker.mark(title), marker.mark(also) if marker.count(also) > marker.count(title) else ())


def _backend() -> Backend:
    return {"sqlite": SQLite, "postgresql": PostgreSQL}[connection.vendor]()


def _prefix(term: Term) -> str:
    """Return the word of a term that may be incomplete, else an empty string."""
    return "" if term.spelled or len(term.word) < SHORTEST_PREFIX else term.word


def _completed(terms: tuple[Term, ...], known: Sequence[str]) -> tuple[Term, ...]:
    """Return terms with the last word as a prefix and its completions, because the databases compare only stems."""
    prefix = _prefix(terms[-1])
    if not prefix:
        return terms
    others = tuple(word for word in known if word.startswith(prefix) and word != prefix)
    return (*terms[:-1], replace(terms[-1], is_prefix=True, others=others))


def _corrected(terms: Sequence[Term], known: Sequence[str]) -> tuple[Term, ...]:
    """Return terms with each unknown word replaced by the closest known word of a title or skill."""
    closests = (None if term.word in known else closest(term.word, known) for term in terms)
    return tuple(Term(word) if word else term for term, word in zip(terms, closests, strict=True))


def _hits(revisions: Sequence[int], terms: tuple[Term, ...]) -> tuple[Hit, ...]:
    entries = SearchEntry.objects.filter(revision__in=revisions).order_by()
    entries = entries.select_related("revision__index").only(*COLUMNS)
    found, marker = {entry.revision_id: entry for entry in entries}, Marker(terms)
    return tuple(_hit(found[revision], marker) for revision in revisions)


def _hit(entry: SearchEntry, marker: Marker) -> Hit:
    return Hit(entry.revision.index, marker.mark(entry.title), marker.snippet(entry))


def _guides(revisions: Sequence[int]) -> tuple[GuideIndex, ...]:
    """Return the guides of revisions, in the same order."""
    found = {guide.revision_id: guide for guide in GuideIndex.objects.filter(revision__in=revisions)}
    return tuple(found[revision] for revision in revisions)
