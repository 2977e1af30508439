"""Search in PostgreSQL: stored vectors with Porter stemming, and pg_trgm for similar words and titles."""

from collections.abc import Sequence

from guides.document.search_words import Term
from guides.finding.search.backend import KNOWN, Backend

MOST_RANKED = 100  # more matches are not ranked: the full vector is stored outside the row and slow to read
TITLES = "ts_filter(names, '{a,b}')"  # the same expression as in the index
MAX_DISTANCE = 0.9  # the trigram distance (0 to 1) from which words or titles are unrelated


class PostgreSQL(Backend):
    # Divided by the length, because a title with fewer other words is a better match.
    typed = """
        SELECT revision_id AS id, -ts_rank('{0, 0, 0.01, 1}', typed, asked, 2) AS score
        FROM guides_searchentry, to_tsquery('simple', %s) AS asked WHERE typed @@ asked
    """
    typed_prefixes = f"{typed} AND {TITLES} @@ to_tsquery('guides', %s)"
    ranked = """
        SELECT revision_id AS id, -ts_rank('{0, 0.5, 0.8, 1}', names, asked) AS score
        FROM guides_searchentry, to_tsquery('guides', %s) AS asked
    """
    titled = f"{ranked} WHERE {TITLES} @@ asked"
    named = f"{ranked} WHERE names @@ asked"
    row = "guides_searchentry.revision_id"
    matches = "SELECT 1 FROM guides_searchentry WHERE vector @@ to_tsquery('guides', %s)"
    words_of_skills = "SELECT id FROM guides_skill WHERE vector @@ to_tsquery('guides', %s)"
    words_of_questions = "SELECT id FROM guides_searchquestion WHERE vector @@ to_tsquery('guides', %s)"
    matching = f"""
        SELECT revision_id AS id,
               CASE WHEN (SELECT count(*) FROM (SELECT 1 FROM guides_searchentry WHERE vector @@ asked
                                                LIMIT {MOST_RANKED + 1}) AS few) <= {MOST_RANKED}
                    THEN -ts_rank('{{0.1, 0.2, 0.5, 1}}', vector, asked) ELSE 0 END AS score
        FROM guides_searchentry, to_tsquery('guides', %s) AS asked WHERE vector @@ asked
    """
    similar_words = f"""
        SELECT word FROM guides_searchword, (SELECT %s AS asked) AS asked
        WHERE word <-> asked < {MAX_DISTANCE} AND NOT EXISTS ({KNOWN}) ORDER BY word <-> asked
    """
    completions = "SELECT word FROM guides_searchword WHERE word LIKE %s ORDER BY length(word), word"
    prefix_operator = "LIKE"
    wildcard = "%"
    # For frequent words the planner would scan all vectors instead of the index, as it does not know their size,
    # and all live intervals instead of looking up that of each entry.
    fence = "OFFSET 0"
    setting = "SET LOCAL enable_seqscan = off;"

    def expression(self, terms: Sequence[Term], *, any_of: bool = False) -> str:
        return (" | " if any_of else " & ").join(f"({_forms(term)})" for term in terms)

    def as_typed(self, terms: Sequence[Term], *, any_of: bool, as_prefix: bool) -> str:
        forms = (
            " | ".join(_as_typed(word, as_prefix and word in term.prefixes) for word in term.words) for term in terms
        )
        return (" | " if any_of else " & ").join(f"({words})" for words in forms)

    def pattern(self, word: str) -> str:
        return word

    def nearest(self, title: str, limit: int) -> list[int]:
        live, moment = self.live(self.row)
        sql = f"""
            SELECT id FROM (
                SELECT revision_id AS id, title_key <-> %s AS distance FROM guides_searchentry
                WHERE {live} ORDER BY distance LIMIT %s
            ) AS closest WHERE distance < {MAX_DISTANCE} ORDER BY distance
        """
        return [pk for (pk,) in self.fetch(sql, [title, *moment, limit])]


def _as_typed(word: str, is_prefix: bool) -> str:
    return f"{word}:*" if is_prefix else word


def _forms(term: Term) -> str:
    return " | ".join([*term.forms, *(f"{word}:*" for word in term.stem_prefixes)])
