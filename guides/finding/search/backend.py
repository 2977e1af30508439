"""What both databases are asked for; `sqlite` and `postgres` say how, each in its own SQL."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from django.db import connection
from django.db.models.expressions import RawSQL
from django.utils import timezone

from guides.finding.search.words import Term
from guides.models import LiveInterval

MOST_FOUND = 200  # of the guides that match: nobody turns more pages, and frequent words cost no more than rare ones
MOST_SIMILAR = 20  # words that a typing error may have meant, and words that half a word is completed to
ENTRIES = "SELECT revision_id AS id, length(title_key) AS score FROM guides_searchentry WHERE title_key {}"
KNOWN = "SELECT word FROM guides_searchword WHERE word = %s"
ROW = "row_at_hand"


@dataclass(frozen=True, slots=True)
class Found:
    """The best of the revisions that were found, best first, and how many there are, counted up to MOST_FOUND + 1."""

    revisions: list[int]
    total: int


class Backend(ABC):
    """One database's search. It answers with revisions, and only with those that are live now.

    The queries have the columns id and score (the lower the better) and take one expression, `begun` takes two.
    """

    typed: str  # what has words as they are written in titles and alternative titles
    begun: str  # what has words there that begin so, of those that `titled` finds by a second expression
    titled: str  # what matches in titles and alternative titles
    named: str  # what matches in titles, alternative titles and skills
    matching: str  # what matches in any column
    matches: str  # the same, without columns
    row: str  # the revision of the entry at hand there
    fence = ""  # what keeps the look into the live intervals from being planned together with the query around it
    similar_words: str  # takes a pattern, and the word itself: where that is known no other was meant
    completions: str
    begins: str  # the operator for words that begin as a pattern says, and that pattern's end
    wildcard: str
    setting = ""  # a statement that is run before each query

    @abstractmethod
    def expression(self, terms: Sequence[Term], *, any_of: bool = False) -> str:
        """What matches all terms or any of them."""

    @abstractmethod
    def as_typed(self, terms: Sequence[Term], *, any_of: bool, begin: bool) -> str:
        """What has all terms or any of them as whole words, or as beginnings of words."""

    @abstractmethod
    def pattern(self, word: str) -> str:
        """The parameter of `similar_words`."""

    @abstractmethod
    def nearest(self, title: str, limit: int) -> list[int]:
        """The revisions whose titles are similar, the most similar first."""

    def find(self, terms: Sequence[Term], best: int, *, first: str, any_of: bool = False) -> Found:
        """The revisions that match, the `best` of them: as many as that says, MOST_FOUND at most.

        The title `first` leads; titles with the words as they were typed follow, then those that match by other forms
        of them, then by their names (skills too), then all others; among these the best match is first.
        """
        matched = self.expression(terms, any_of=any_of)
        return self._in_tiers(
            best,
            # PostgreSQL would look for an equal title in the index of trigrams.
            (ENTRIES.format("BETWEEN %s AND %s"), first, first),
            *self._as_typed(terms, any_of=any_of),
            (self.titled, matched),
            (self.named, matched),
            (self.matching, matched),
        )

    def find_titles(self, terms: Sequence[Term], best: int, *, first: str) -> Found:
        """The revisions that match by their titles alone; those whose title begins with `first` lead."""
        return self._in_tiers(
            best,
            (ENTRIES.format(f"{self.begins} %s"), first + self.wildcard),
            *self._as_typed(terms),
            (self.titled, self.expression(terms)),
        )

    def _as_typed(self, terms: Sequence[Term], *, any_of: bool = False) -> Iterator[tuple[str, ...]]:
        """Whole words, then those that begin so: `customer` and `customs` have one stem, and are not one word."""
        whole, begun = (self.as_typed(terms, any_of=any_of, begin=begin) for begin in (False, True))
        yield self.typed, whole
        yield self.begun, begun, self.expression(terms, any_of=any_of)

    def _in_tiers(self, best: int, *tiers: tuple[str, ...]) -> Found:
        """What queries find, each with its parameters: all of the first, then of the next what is new.

        Where one finds as many as are looked through, the next are not run.
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
        """For each expression whether anything live matches it."""
        live, moment = self.live(self.row)
        columns = ", ".join([f"EXISTS ({self.matches} AND {live})"] * len(expressions))
        (row,) = self.fetch(f"SELECT {columns}", [each for matched in expressions for each in (matched, *moment)])
        return [bool(answer) for answer in row]

    def known_words(self, asked: Sequence[str], beginning: str = "") -> list[str]:
        """Words of titles and skills: for each that is asked for itself, else the most similar ones, and the shortest
        with a beginning."""
        queries = [(KNOWN, word) for word in asked]
        queries += [(f"{self.similar_words} LIMIT {MOST_SIMILAR}", self.pattern(word), word) for word in asked]
        if beginning:
            queries.append((f"{self.completions} LIMIT {MOST_SIMILAR}", beginning + self.wildcard))
        if not queries:
            return []
        sql = " UNION ".join(f"SELECT word FROM ({query}) AS known" for query, *_ in queries)
        return [word for (word,) in self.fetch(sql, [each for _, *parameters in queries for each in parameters])]

    def live(self, row: str) -> tuple[str, list[object]]:
        """The condition that a revision is live now, and its parameters."""
        sql, moments = _live_intervals()
        return f"EXISTS ({sql.replace(ROW, row)} {self.fence})", [self._now] * moments

    @cached_property
    def _now(self) -> object:
        """One moment a search, as the database takes it."""
        return connection.ops.adapt_datetimefield_value(timezone.now())

    def fetch(self, sql: str, parameters: Sequence[object]) -> list[tuple]:
        with connection.cursor() as cursor:
            cursor.execute(f"{self.setting}{sql}", parameters)
            if self.setting:
                cursor.nextset()
            return cursor.fetchall()


@cache
def _live_intervals() -> tuple[str, int]:
    """The live intervals of ROW at a moment, and how often the moment is asked for: made once, it takes as long as
    many a query."""
    intervals = LiveInterval.objects.at(timezone.now()).filter(revision_id=RawSQL(ROW, ()))
    sql, moments = intervals.order_by().values("pk").query.sql_with_params()
    return sql, len(moments)
