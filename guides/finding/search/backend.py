"""The search interface of both databases; `sqlite` and `postgres` implement it in SQL."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from django.db import connection
from django.db.models.expressions import RawSQL
from django.utils import timezone

from guides.document.search_words import Term
from guides.models import LiveInterval

MOST_FOUND = 200  # matching guides; nobody opens later pages, and the limit keeps frequent words as fast as rare ones
MOST_SIMILAR = 20  # corrections of a typo, and completions of a partial word
EQUAL = """
    SELECT entry.revision_id AS id, CASE WHEN title.is_alternative THEN 1 ELSE 0 END AS score
    FROM guides_searchtitle AS title JOIN guides_searchentry AS entry ON entry.id = title.entry_id WHERE title.key = %s
"""
ENTRIES = "SELECT revision_id AS id, length(title_key) AS score FROM guides_searchentry WHERE title_key {}"
KNOWN = "SELECT word FROM guides_searchword WHERE word = %s"
# The first skills and questions with some words, in any order, which live guides have.
SKILLS = """
    SELECT skill.name, skill.slug FROM ({}) AS found JOIN guides_skill AS skill ON skill.id = found.id WHERE EXISTS (
        SELECT 1 FROM guides_skillindex AS used JOIN guides_guideindex AS guide ON guide.id = used.guide_id
        WHERE used.skill_id = found.id AND {}
    ) LIMIT %s
"""
QUESTIONS = """
    SELECT asked.question, guide.slug, asked.anchor FROM ({}) AS found
    JOIN guides_searchquestion AS asked ON asked.id = found.id
    JOIN guides_searchentry AS entry ON entry.id = asked.entry_id
    JOIN guides_guideindex AS guide ON guide.revision_id = entry.revision_id
    WHERE {} LIMIT %s
"""
GUIDES = """
    SELECT entry.revision_id, entry.title, entry.alternative_titles, guide.slug FROM guides_searchentry AS entry
    JOIN guides_guideindex AS guide ON guide.revision_id = entry.revision_id WHERE entry.revision_id IN ({})
"""
MOST_COMPARED = 40  # skills or questions, for a few suggestions
ROW = "current_row"


@dataclass(frozen=True, slots=True)
class Found:
    """The best matching revisions, best first, and the number of all matches, counted up to MOST_FOUND + 1."""

    revisions: list[int]
    total: int


class Backend(ABC):
    """The search of one database. It returns only revisions that are live now.

    The queries return the columns id and score (lower is better). They take one expression; `typed_prefixes` takes two.
    """

    typed: str  # matches whole words in titles and alternative titles, as typed
    typed_prefixes: str  # matches prefixes there, among the matches of `titled` for a second expression
    titled: str  # matches titles and alternative titles
    named: str  # matches titles, alternative titles and skills
    matching: str  # matches any column
    matches: str  # the same, without columns
    row: str  # the revision column in `matches`
    words_of_skills: str  # matches skills and returns their ids, without a score
    words_of_questions: str  # the same for questions
    fence = ""  # keeps the planner from merging the lookup of live intervals into the outer query
    similar_words: str  # takes a pattern and the word itself; finds nothing for a known word
    completions: str
    prefix_operator: str  # its pattern ends with `wildcard`
    wildcard: str
    setting = ""  # a statement to run before each query

    @abstractmethod
    def expression(self, terms: Sequence[Term], *, any_of: bool = False) -> str:
        """Return an expression that matches all terms or any of them."""

    @abstractmethod
    def as_typed(self, terms: Sequence[Term], *, any_of: bool, as_prefix: bool) -> str:
        """Return an expression for all terms or any of them as whole words or as prefixes."""

    @abstractmethod
    def pattern(self, word: str) -> str:
        """Return the pattern parameter of `similar_words`."""

    @abstractmethod
    def nearest(self, title: str, limit: int) -> list[int]:
        """Return the revisions with similar titles, the most similar first."""

    def find(self, terms: Sequence[Term], best: int, *, first: str, any_of: bool = False) -> Found:
        """Return the `best` matching revisions, MOST_FOUND at most.

        The title `first` comes first, then other spellings of it and equal alternative titles, guides with the symbols
        as typed, titles with the words as typed, titles with other forms of the words, names (including skills), and
        all others; within each group, the best match is first.
        """
        matched = self.expression(terms, any_of=any_of)
        return self._in_tiers(
            best,
            *_equal(first),
            *self._with_symbols(terms, self.named, self.matching, any_of=any_of),
            *self._as_typed(terms, any_of=any_of),
            (self.titled, matched),
            (self.named, matched),
            (self.matching, matched),
        )

    def find_titles(self, terms: Sequence[Term], best: int, *, first: str) -> Found:
        """Return the revisions that match by title: titles equal to `first`, titles that start with it, all others."""
        return self._in_tiers(
            best,
            *_equal(first),
            *self._with_symbols(terms),
            (ENTRIES.format(f"{self.prefix_operator} %s"), first + self.wildcard),
            *self._as_typed(terms),
            (self.titled, self.expression(terms)),
        )

    def _with_symbols(self, terms: Sequence[Term], *queries: str, any_of: bool = False) -> Iterator[tuple[str, ...]]:
        """Yield tiers for `C#` without `C`, if the terms have symbols: titles as typed, then the queries."""
        exact = [term.exact for term in terms]
        if exact != list(terms):
            yield self.typed, self.as_typed(exact, any_of=any_of, as_prefix=False)
            yield from ((query, self.expression(exact, any_of=any_of)) for query in queries)

    def _as_typed(self, terms: Sequence[Term], *, any_of: bool = False) -> Iterator[tuple[str, ...]]:
        """Yield tiers for whole words, then prefixes: `customer` and `customs` share a stem but differ as words."""
        whole, prefixes = (self.as_typed(terms, any_of=any_of, as_prefix=as_prefix) for as_prefix in (False, True))
        yield self.typed, whole
        yield self.typed_prefixes, prefixes, self.expression(terms, any_of=any_of)

    def _in_tiers(self, best: int, *tiers: tuple[str, ...]) -> Found:
        """Run queries with their parameters in order, adding only the new results of each.

        Once a query finds more than MOST_FOUND results, the next ones are skipped.
        """
        tables, parameters = [], []
        for number, (query, *expressions) in enumerate(tiers):
            live, moment = self.live("found.id")
            wanted = f"(SELECT count(*) FROM tier{number - 1}) <= {MOST_FOUND} AND " if number else ""
            found = f"SELECT id, {number} AS tier, score FROM ({query}) AS found WHERE {wanted}{live}"
            tables.append(f"tier{number} AS ({found} LIMIT {MOST_FOUND + 1})")
            parameters += [*expressions, *moment]
        union = " UNION ALL ".join(f"SELECT id, tier, score FROM tier{number}" for number in range(len(tiers)))
        placed = (
            f"SELECT id, tier, score, row_number() OVER (PARTITION BY id ORDER BY tier) AS turn FROM ({union}) AS each"
        )
        sql = f"""
            WITH {", ".join(tables)} SELECT id, count(*) OVER ()
            FROM ({placed}) AS placed WHERE turn = 1 ORDER BY tier, score, id LIMIT %s
        """
        rows = self.fetch(sql, [*parameters, min(best, MOST_FOUND)])
        return Found([pk for pk, _ in rows], min(rows[0][1], MOST_FOUND + 1) if rows else 0)

    def found(self, expressions: Sequence[str]) -> list[bool]:
        """Return for each expression whether a live revision matches it."""
        live, moment = self.live(self.row)
        columns = ", ".join([f"EXISTS ({self.matches} AND {live})"] * len(expressions))
        (row,) = self.fetch(f"SELECT {columns}", [each for matched in expressions for each in (matched, *moment)])
        return [bool(answer) for answer in row]

    def known_words(self, words: Sequence[str], prefix: str = "") -> list[str]:
        """Return known words of titles and skills: each of `words`, or else the most similar ones, and the shortest
        words that start with `prefix`."""
        queries = [(KNOWN, word) for word in words]
        queries += [(f"{self.similar_words} LIMIT {MOST_SIMILAR}", self.pattern(word), word) for word in words]
        if prefix:
            queries.append((f"{self.completions} LIMIT {MOST_SIMILAR}", prefix + self.wildcard))
        if not queries:
            return []
        sql = " UNION ".join(f"SELECT word FROM ({query}) AS known" for query, *_ in queries)
        return [word for (word,) in self.fetch(sql, [each for _, *parameters in queries for each in parameters])]

    def guides(self, revisions: Sequence[int]) -> list[tuple[int, str, str, str]]:
        """Return revision, title, alternative titles and slug of guides. The ORM would take twice the time."""
        return self.fetch(GUIDES.format(", ".join(["%s"] * len(revisions))), revisions) if revisions else []

    def skills(self, terms: Sequence[Term]) -> list[tuple[str, str]]:
        """Return name and slug of skills of live guides that have all terms."""
        live, moment = self.live("guide.revision_id")
        sql = SKILLS.format(self.words_of_skills, live)
        return self.fetch(sql, [self.expression(terms), *moment, MOST_COMPARED])

    def questions(self, terms: Sequence[Term]) -> list[tuple[str, str, str]]:
        """Return question, slug of the guide and anchor of questions of live guides that have all terms."""
        live, moment = self.live("guide.revision_id")
        sql = QUESTIONS.format(self.words_of_questions, live)
        return self.fetch(sql, [self.expression(terms), *moment, MOST_COMPARED])

    def live(self, row: str) -> tuple[str, list[object]]:
        """Return the condition that a revision is live now, and its parameters."""
        sql, moments = _live_intervals()
        return f"EXISTS ({sql.replace(ROW, row)} {self.fence})", [self._now] * moments

    @cached_property
    def _now(self) -> object:
        """The moment of the search, in the format of the database."""
        return connection.ops.adapt_datetimefield_value(timezone.now())

    def fetch(self, sql: str, parameters: Sequence[object]) -> list[tuple]:
        with connection.cursor() as cursor:
            cursor.execute(f"{self.setting}{sql}", parameters)
            if self.setting:
                cursor.nextset()
            return cursor.fetchall()


def _equal(title: str) -> Iterator[tuple[str, ...]]:
    """Yield tiers for the titles equal to one, and for those equal but for spaces, alternative titles last."""
    yield ENTRIES.format("BETWEEN %s AND %s"), title, title  # PostgreSQL would use the index of trigrams for =
    yield EQUAL, title.replace(" ", "")


@cache
def _live_intervals() -> tuple[str, int]:
    """Return the SQL of ROW's live intervals and its number of moments, cached because building it is slow."""
    intervals = LiveInterval.objects.at(timezone.now()).filter(revision_id=RawSQL(ROW, ()))
    sql, moments = intervals.order_by().values("pk").query.sql_with_params()
    return sql, len(moments)
