"""Search over live guides: `search` for the page of results, `suggest` for completions while typing.

    query text ─▶ Query ─▶ revisions (sqlite.py or postgres.py) ─▶ entries ─▶ hits (hits.py) with marks (snippets.py)

`guides.editing.search_entries` writes the words of a guide and their places when it is published.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from guides.document.search_words import LONGEST_QUERY, Query, Term, key, significant, words_of
from guides.finding.search.backend import MOST_FOUND, Backend
from guides.finding.search.completing import backend_of, completed, prefix_of
from guides.finding.search.hits import Hit, hits_of
from guides.finding.search.spelling import closest, is_near, may_be_wrong
from guides.finding.search.suggestions import Suggestions, suggest
from guides.models import GuideIndex

__all__ = ["LONGEST_QUERY", "Hit", "SearchResults", "Suggestions", "guides_of", "search", "suggest"]

PAGE = 10
MOST_NEAREST = 5


@dataclass(frozen=True, slots=True)
class SearchResults:
    """The revisions of the guides that were found, best match first, at most MOST_FOUND.

    With `is_loose`, no guide has all of the words and these have some; with `has_more`, more guides match. If nothing
    was found, `nearest` are guides with similar titles and `near_words` similar words of titles and skills.
    """

    query: Query
    revisions: list[int] = field(default_factory=list)
    terms: tuple[Term, ...] = ()
    did_you_mean: str | None = None
    nearest: tuple[GuideIndex, ...] = ()
    near_words: tuple[str, ...] = ()
    is_loose: bool = False
    has_more: bool = False

    @property
    def total(self) -> int:
        return len(self.revisions)

    def hits(self, revisions: Sequence[int] | None = None) -> tuple[Hit, ...]:
        """Return the hits of some of the revisions, by default of the first page."""
        return hits_of(self.revisions[:PAGE] if revisions is None else revisions, self.terms)


def search(text: str) -> SearchResults:
    """Search live guides for any text; without a word to search for nothing is found."""
    query = Query.read(text)
    if not query.tokens:
        return SearchResults(query)
    backend = backend_of()
    found = backend.find(query.terms, MOST_FOUND, first=key(query.text))
    if found.revisions:
        return SearchResults(query, found.revisions, query.terms, has_more=found.total > MOST_FOUND)
    return _search_loosely(backend, query)


def _search_loosely(backend: Backend, query: Query) -> SearchResults:
    """Search when no guide has all the words: complete the last one, accept any of them, and look for typos."""
    first = key(query.text)
    words = [term.word for term in query.terms]
    known = backend.known_words([*filter(may_be_wrong, words)], prefix_of(query.terms[-1]))
    whole, corrected = completed(query.terms, known), _corrected(query.terms, known)
    wrong = [term for term, other in zip(query.terms, corrected, strict=True) if term != other]
    queries = [whole, *([corrected] if wrong else []), *((term,) for term in wrong)]
    any_of = backend.expression(significant(whole), any_of=True)
    has_any, has_all, *has = backend.found([any_of, *map(backend.expression, queries)])
    is_typo = bool(wrong) and has[0] and not any(has[1:]) and not has_all
    did_you_mean = " ".join(term.word for term in corrected) if is_typo else None
    if not has_any:
        return _nothing_found(backend, query, did_you_mean, known)
    terms = whole if has_all else significant(whole)
    found = backend.find(terms, MOST_FOUND, first=first, any_of=not has_all)
    more = found.total > MOST_FOUND
    return SearchResults(query, found.revisions, whole, did_you_mean, is_loose=not has_all, has_more=more)


def _nothing_found(backend: Backend, query: Query, did_you_mean: str | None, known: Sequence[str]) -> SearchResults:
    """Offer guides for the corrected words, else words and titles with a similar spelling."""
    if did_you_mean:
        found = backend.find(Query.read(did_you_mean).terms, MOST_NEAREST, first=did_you_mean).revisions
        return SearchResults(query, did_you_mean=did_you_mean, nearest=guides_of(found))
    words = [term.word for term in query.terms]
    titles = guides_of(backend.nearest(key(query.text), MOST_NEAREST))
    nearest = tuple(
        guide for guide in titles if any(is_near(word, each) for word in words for each in words_of(guide.title))
    )
    similar = (each for each in known if any(is_near(word, each) for word in words))
    near = list(islice(similar, MOST_NEAREST))
    has = backend.found([backend.expression((Term(each),)) for each in near]) if near else []
    near_words = tuple(each for each, is_found in zip(near, has, strict=True) if is_found)
    return SearchResults(query, nearest=nearest, near_words=near_words)


def _corrected(terms: Sequence[Term], known: Sequence[str]) -> tuple[Term, ...]:
    """Return terms with each unknown word replaced by the closest known word of a title or skill."""
    closests = (None if term.word in known else closest(term.word, known) for term in terms)
    return tuple(Term(word) if word else term for term, word in zip(terms, closests, strict=True))


def guides_of(revisions: Sequence[int]) -> tuple[GuideIndex, ...]:
    """Return the guides of revisions, in the same order."""
    found = {guide.revision_id: guide for guide in GuideIndex.objects.filter(revision__in=revisions)}
    return tuple(found[revision] for revision in revisions)
