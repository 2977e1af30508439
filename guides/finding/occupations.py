"""Finding official occupations by their titles and alternate titles."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db import connection

from guides.document.search_words import Query, Term, stem
from guides.finding.search.snippets import Marker, Part
from guides.official.models import Release

SHORTEST_WORD = 2  # letters of the longest word; a single one says nothing
SHORTEST_PREFIX = 3  # letters; fewer begin too many titles
ALL = 10_000

# A title equals the text (but for endings), starts with it, has its words, or has its last word as the start of one. An
# occupation's own title comes before its other titles, except before those that equal the text. Of titles that match
# equally well the first one counts, which is the shortest; of such occupations that with the most openings comes first.
STEP = 1 << 40  # above the keys of titles, so that one number has the rank and the key
FIND = f"""
    WITH best AS (
        SELECT occupation_id, min({STEP} * (
            CASE WHEN stems = %s THEN 0 WHEN key LIKE %s THEN 2 WHEN {{words}} THEN 3 ELSE 6 END
            + CASE WHEN is_own THEN 0 ELSE 1 END) + id) AS place
        FROM official_occupationtitle WHERE {{matches}} GROUP BY occupation_id
    )
    SELECT occupation.code, occupation.title, CASE WHEN is_own THEN '' ELSE found.title END
    FROM best JOIN official_occupationtitle AS found ON found.id = place & {STEP - 1}
    JOIN official_occupation AS occupation ON occupation.code = best.occupation_id
    LEFT JOIN official_projection AS projection ON projection.occupation_id = occupation.projected_as_id
        AND projection.release_id = (SELECT id FROM official_release WHERE "table" = %s AND is_current)
    ORDER BY place / {STEP}, is_own DESC, coalesce(openings, 0) DESC, occupation.code LIMIT %s
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
    if max((len(term.word) for term in terms), default=0) < SHORTEST_WORD:
        return []
    last = terms[-1]
    completed = (*terms[:-1], replace(last, is_prefix=len(last.word) >= SHORTEST_PREFIX))
    rows = _fetch(terms, completed, limit)
    marker = Marker(completed)
    return [OccupationMatch(code, marker.mark(title), marker.mark(also) if also else ()) for code, title, also in rows]


def _fetch(terms: tuple[Term, ...], completed: tuple[Term, ...], limit: int) -> list[tuple[str, str, str]]:
    """Code, title and alternate title of the occupations with all terms, of which the last may be completed."""
    syntax, words = SYNTAXES[connection.vendor], [term.word for term in terms]
    equal, start = " ".join(map(stem, words)), f"{' '.join(words)}%"
    parameters = (equal, start, syntax.all_of(terms), syntax.all_of(completed), Release.Table.PROJECTIONS, limit)
    sql = FIND.format(words=syntax.condition, matches=syntax.condition)
    with connection.cursor() as cursor:
        cursor.execute(f"{syntax.setting}{sql}", parameters)
        if syntax.setting:
            cursor.nextset()
        return cursor.fetchall()


@dataclass(frozen=True, slots=True)
class Syntax:
    """How the full-text index of a database is asked for words and prefixes; `setting` runs before the query."""

    condition: str
    quote: str
    either: str
    both: str
    prefix: str
    setting: str = ""

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
        "words @@ %s::tsquery",
        quote="'",
        either=" | ",
        both=" & ",
        prefix=":*",
        setting="SET LOCAL enable_seqscan = off;",  # for frequent words the planner would read all titles
    ),
}
