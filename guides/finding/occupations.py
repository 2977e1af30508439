"""Finding official occupations by their titles and alternate titles."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db import connection

from guides.document.search_words import Query, Term, significant, stem
from guides.finding.search.snippets import Marker, Part
from guides.official.models import Release

SHORTEST_TEXT = 2  # letters; a single one says nothing
SHORTEST_PREFIX = 3  # letters; fewer begin too many titles
ROOT = 5  # letters that related words have in common at their start
MOST_TITLES = 200  # titles that are compared for a few occupations: own ones first, then the shortest
ALL = 10_000_000

# A title equals the text (but for endings and spaces), is completed by it, starts with it, has its words, or has its
# last word as the start of one. An occupation's own title comes before its other titles, except before those that equal
# the text. Of titles that match equally well the first one counts, which is the shortest. Of such occupations one whose
# own title has a word with the same root as the last one of the text comes first (truck for trucker); then, if no title
# equals the text, the one with the words in the most titles; then the one with the most openings.
STEP = 1 << 40  # above the keys of titles, so that one number has the rank and the key
FIND = f"""
    WITH whole AS (SELECT id, 4 AS tier FROM ({{matches}}) AS titles),
    starts AS (SELECT id, 6 AS tier FROM ({{matches}}) AS titles WHERE (SELECT count(*) FROM whole) < %s),
    best AS (
        SELECT occupation_id, sum(CASE WHEN tier = 4 THEN 1 ELSE 0 END) AS titles, min({STEP} * (
            CASE WHEN replace(stems, ' ', '') = %s THEN 0
            WHEN replace(key, ' ', '') LIKE %s THEN
                CASE WHEN length(stems) - length(replace(stems, ' ', '')) < %s THEN 2 ELSE 3 END
            ELSE tier END + CASE WHEN is_own THEN 0 ELSE 1 END) + id) AS place
        FROM (SELECT * FROM whole UNION ALL SELECT * FROM starts) AS matched
        JOIN official_occupationtitle USING (id) GROUP BY occupation_id
    )
    SELECT occupation.code, occupation.title, CASE WHEN is_own THEN '' ELSE found.title END
    FROM best JOIN official_occupationtitle AS found ON found.id = place & {STEP - 1}
    JOIN official_occupation AS occupation ON occupation.code = best.occupation_id
    ORDER BY place / {STEP}, is_own DESC, CASE WHEN ' ' || lower(occupation.title) LIKE %s THEN 0 ELSE 1 END,
        CASE WHEN place / {STEP} < 2 THEN 0 ELSE -titles END,
        coalesce((SELECT openings FROM official_projection WHERE occupation_id = projected_as_id
            AND release_id = (SELECT id FROM official_release WHERE "table" = %s AND is_current)), 0) DESC,
        occupation.code LIMIT %s
"""


@dataclass(frozen=True, slots=True)
class OccupationMatch:
    """An occupation, with its alternate title that matches a text better than its own; the words of the text marked."""

    code: str
    title: tuple[Part, ...]
    also: tuple[Part, ...] = ()


def find_occupations(text: str, limit: int | None = None) -> list[OccupationMatch]:
    """Find the occupations that have a title with all words of a text, best match first; if there are none, with some.

    With a limit, of a frequent word only the first MOST_TITLES titles are compared. It takes one query, or two.
    """
    terms = Query.read(text).terms
    if sum(len(term.word) for term in terms) < SHORTEST_TEXT:
        return []
    last = terms[-1]
    completed = (*terms[:-1], replace(last, is_prefix=len(last.word) >= SHORTEST_PREFIX))
    syntax = SYNTAXES[connection.vendor]
    rows = _fetch(terms, syntax.all_of(terms), syntax.all_of(completed), limit)
    if not rows and len(terms) > 1:
        some = syntax.any_of(significant(terms))
        rows = _fetch(terms, some, some, limit)
    marker = Marker(completed)
    return [OccupationMatch(code, marker.mark(title), marker.mark(also) if also else ()) for code, title, also in rows]


def _fetch(terms: tuple[Term, ...], whole: str, starts: str, limit: int | None) -> list[tuple[str, str, str]]:
    """Code, title and alternate title of the occupations whose titles match an expression, or another one less well."""
    syntax, words = SYNTAXES[connection.vendor], [term.word for term in terms]
    most = MOST_TITLES if limit else ALL
    equal, start, related = "".join(map(stem, words)), f"{''.join(words)}%", f"% {words[-1][:ROOT]}%"
    matches = (whole, most, starts, most, most)
    parameters = (*matches, equal, start, len(words), related, Release.Table.PROJECTIONS, limit or ALL)
    with connection.cursor() as cursor:
        cursor.execute(f"{syntax.setting}{FIND.format(matches=syntax.matches)}", parameters)
        if syntax.setting:
            cursor.nextset()
        return cursor.fetchall()


@dataclass(frozen=True, slots=True)
class Syntax:
    """How the full-text index of a database is asked for words and prefixes; `setting` runs before the query.

    `matches` takes an expression and the number of titles.
    """

    matches: str
    quote: str
    either: str
    both: str
    prefix: str
    setting: str = ""

    def all_of(self, terms: Iterable[Term]) -> str:
        return self.both.join(f"({self.any_of((term,))})" for term in terms)

    def any_of(self, terms: Iterable[Term]) -> str:
        return self.either.join(form for term in terms for form in self._forms(term))

    def _forms(self, term: Term) -> Iterable[str]:
        yield from map(self._quoted, dict.fromkeys((*term.words, *map(stem, term.words))))
        if term.is_prefix:
            yield from (f"{self._quoted(word)}{self.prefix}" for word in term.prefixes)

    def _quoted(self, word: str) -> str:
        return f"{self.quote}{word}{self.quote}"


SYNTAXES = {
    "sqlite": Syntax(
        "SELECT rowid AS id FROM official_title_words WHERE official_title_words MATCH %s ORDER BY rowid LIMIT %s",
        quote='"',
        either=" OR ",
        both=" AND ",
        prefix=" *",
    ),
    "postgresql": Syntax(
        # Without OFFSET the planner would read all titles by their keys.
        """SELECT id FROM (SELECT id FROM official_occupationtitle WHERE words @@ %s::tsquery OFFSET 0) AS found
           ORDER BY id LIMIT %s""",
        quote="'",
        either=" | ",
        both=" & ",
        prefix=":*",
        setting="SET LOCAL enable_seqscan = off;",  # for frequent words the planner would read all titles
    ),
}
