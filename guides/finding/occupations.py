"""Finding official occupations by their titles and alternate titles."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db import connection

from guides.document.search_words import Query, Term, stem
from guides.finding.search.snippets import Marker, Part
from guides.official.models import Release

SHORTEST_PREFIX = 3  # letters; fewer begin too many titles
ALL = 10_000

# How well a title matches, the best first; the last word of a text may be incomplete. An occupation's own title comes
# before its other ones, and of occupations that match equally well those with more openings come first.
EQUAL, STARTS, WORDS, PREFIX = range(4)
FIND = f"""
    WITH matching AS (
        SELECT occupation_id, title, is_own, CASE
            WHEN stems = %s THEN {EQUAL} WHEN key || ' ' LIKE %s THEN {STARTS} WHEN {{words}} THEN {WORDS}
            ELSE {PREFIX} END AS rank
        FROM official_occupationtitle WHERE {{matches}}
    ), best AS (
        SELECT occupation_id, title, is_own, rank, row_number() OVER (
            PARTITION BY occupation_id ORDER BY rank, is_own DESC, length(title), title) AS turn
        FROM matching
    )
    SELECT occupation.code, occupation.title, CASE WHEN best.is_own THEN '' ELSE best.title END
    FROM best JOIN official_occupation AS occupation ON occupation.code = best.occupation_id
    LEFT JOIN official_projection AS projection ON projection.occupation_id = occupation.projected_as_id
        AND projection.release_id = (SELECT id FROM official_release WHERE "table" = %s AND is_current)
    WHERE turn = 1 ORDER BY rank, is_own DESC, coalesce(openings, 0) DESC, occupation.code LIMIT %s
"""


@dataclass(frozen=True, slots=True)
class OccupationMatch:
    """An occupation, with its alternate title that matches a text better than its own; the words of the text marked."""

    code: str
    title: tuple[Part, ...]
    also: tuple[Part, ...] = ()


def find_occupations(text: str, limit: int = ALL) -> list[OccupationMatch]:
    """Find the occupations that have a title with all words of a text, best match first, in one query."""
    terms = Query.read(text).terms
    if not terms:
        return []
    last = terms[-1]
    completed = (*terms[:-1], replace(last, is_prefix=len(last.word) >= SHORTEST_PREFIX))
    words = [term.word for term in terms]
    syntax = SYNTAXES[connection.vendor]
    sql = FIND.format(words=syntax.condition, matches=syntax.condition)
    stems, start = " ".join(map(stem, words)), f"{' '.join(words)} %"
    table = Release.Table.PROJECTIONS
    with connection.cursor() as cursor:
        cursor.execute(sql, [stems, start, syntax.all_of(terms), syntax.all_of(completed), table, limit])
        rows = cursor.fetchall()
    marker = Marker(completed)
    return [OccupationMatch(code, marker.mark(title), marker.mark(also) if also else ()) for code, title, also in rows]


@dataclass(frozen=True, slots=True)
class Syntax:
    """How the full-text index of a database is asked for words and prefixes."""

    condition: str
    quote: str
    either: str
    both: str
    prefix: str

    def all_of(self, terms: Iterable[Term]) -> str:
        return self.both.join(f"({self.either.join(self._forms(term))})" for term in terms)

    def _forms(self, term: Term) -> Iterable[str]:
        words = (term.word, *term.joined)
        yield from map(self._quoted, dict.fromkeys((*words, *map(stem, words))))
        if term.is_prefix:
            yield from (f"{self._quoted(word)}{self.prefix}" for word in words)

    def _quoted(self, word: str) -> str:
        return f"{self.quote}{word}{self.quote}"


SYNTAXES = {
    "sqlite": Syntax(
        "id IN (SELECT rowid FROM official_title_words WHERE official_title_words MATCH %s)",
        quote='"',
        either=" OR ",
        both=" AND ",
        prefix=" *",
    ),
    "postgresql": Syntax(
        "array_to_tsvector(string_to_array(key || ' ' || stems, ' ')) @@ %s::tsquery",
        quote="'",
        either=" | ",
        both=" & ",
        prefix=":*",
    ),
}
