"""The search of the site's database, and queries whose last word is incomplete."""

from collections.abc import Sequence
from dataclasses import replace

from django.db import connection

from guides.document.search_words import Term
from guides.finding.search.backend import Backend
from guides.finding.search.postgres import PostgreSQL
from guides.finding.search.sqlite import SQLite

SHORTEST_PREFIX = 2  # letters; fewer match too many words


def backend_of() -> Backend:
    return {"sqlite": SQLite, "postgresql": PostgreSQL}[connection.vendor]()


def prefix_of(term: Term) -> str:
    """Return the word of a term that may be incomplete, else an empty string."""
    return "" if term.spelled or len(term.word) < SHORTEST_PREFIX else term.word


def completed(terms: tuple[Term, ...], known: Sequence[str]) -> tuple[Term, ...]:
    """Return terms with the last word as a prefix and its completions, because the databases compare only stems."""
    prefix = prefix_of(terms[-1])
    if not prefix:
        return terms
    others = tuple(word for word in known if word.startswith(prefix) and word != prefix)
    return (*terms[:-1], replace(terms[-1], is_prefix=True, others=others))
