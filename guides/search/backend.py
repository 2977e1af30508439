"""What both databases are asked for; `sqlite` and `postgres` say how, each in its own SQL."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.models.expressions import RawSQL
from django.utils import timezone

from guides.models import LiveInterval

from .words import Term

MOST_SIMILAR = 20  # words that a typing error may have meant, and words that half a word is completed to


class Backend(ABC):
    """One database's search. It answers with revisions, and only with those that are live now."""

    row: str  # the revision of the entry at hand in `matches` and `hits`
    matches: str  # a query for entries that match
    hits: str  # the same, with the columns id, in_titles, and score: the lower the better
    similar_words: str
    completions: str
    begins: str  # the operator for words that begin as a pattern says, and that pattern's end
    wildcard: str

    @abstractmethod
    def expression(self, terms: Sequence[Term], *, any_of: bool = False, in_titles: bool = False) -> str:
        """What matches all terms or any of them, in all columns or only in titles and alternative titles."""

    @abstractmethod
    def hit_parameters(self, matched: str, in_titles: str) -> list[str]:
        """The parameters of `hits`: the expression that matches, and the same in titles alone."""

    @abstractmethod
    def pattern(self, word: str) -> str:
        """The parameter of `similar_words`."""

    @abstractmethod
    def nearest(self, title: str, limit: int) -> list[int]:
        """The revisions whose titles are similar, the most similar first."""

    def find(
        self, terms: Sequence[Term], *, first: str, limit: int, offset: int = 0, any_of: bool = False
    ) -> tuple[list[int], int]:
        """A page of the revisions that match, and how many match in all.

        The title `first` leads, those that match by their titles alone follow, then all others, best match first.
        """
        matched, in_titles = (self.expression(terms, any_of=any_of, in_titles=titles) for titles in (False, True))
        return self._page(matched, in_titles, ("= %s", first), limit, offset)

    def find_titles(self, terms: Sequence[Term], *, first: str, limit: int) -> list[int]:
        """The revisions that match by their titles alone; those whose title begins with `first` lead."""
        in_titles = self.expression(terms, in_titles=True)
        return self._page(in_titles, in_titles, (f"{self.begins} %s", first + self.wildcard), limit, 0)[0]

    def _page(
        self, matched: str, in_titles: str, leads: tuple[str, str], limit: int, offset: int
    ) -> tuple[list[int], int]:
        """The row without an id counts all; the others are the page."""
        live, moment = self.live(self.row)
        sql = f"""
            WITH hits AS MATERIALIZED ({self.hits} AND {live})
            SELECT NULL, count(*) FROM hits UNION ALL SELECT id, 0 FROM (
                SELECT id FROM hits
                ORDER BY id IN (SELECT revision_id FROM guides_searchentry WHERE title_key {leads[0]}) DESC,
                         in_titles DESC, score, id
                LIMIT %s OFFSET %s
            ) AS page
        """
        rows = fetch(sql, [*self.hit_parameters(matched, in_titles), *moment, leads[1], limit, offset])
        return [pk for pk, _ in rows if pk is not None], sum(count for _, count in rows)

    def found(self, expressions: Sequence[str]) -> list[bool]:
        """For each expression whether anything live matches it."""
        live, moment = self.live(self.row)
        columns = ", ".join([f"EXISTS ({self.matches} AND {live})"] * len(expressions))
        (row,) = fetch(f"SELECT {columns}", [each for matched in expressions for each in (matched, *moment)])
        return [bool(answer) for answer in row]

    def known_words(self, similar_to: Iterable[str], beginning: str = "") -> list[str]:
        """Words of titles and skills: the most similar to each of some words, and the shortest with a beginning."""
        asked = [(self.similar_words, self.pattern(word)) for word in similar_to]
        asked += [(self.completions, beginning + self.wildcard)] if beginning else []
        if not asked:
            return []
        sql = " UNION ".join(f"SELECT word FROM ({query} LIMIT {MOST_SIMILAR}) AS known" for query, _ in asked)
        return [word for (word,) in fetch(sql, [parameter for _, parameter in asked])]

    def live(self, row: str) -> tuple[str, tuple[object, ...]]:
        """The condition that a revision is live now, and its parameters."""
        intervals = LiveInterval.objects.at(timezone.now()).filter(revision_id=RawSQL(row, ()))
        sql, parameters = intervals.order_by().values("pk").query.sql_with_params()
        return f"EXISTS ({sql})", parameters


def fetch(sql: str, parameters: Sequence[object]) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()
