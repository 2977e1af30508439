"""The search in SQLite: FTS5 with Porter's stems, and FTS5 trigrams for what is only similar."""

from collections.abc import Sequence

from .backend import Backend, fetch
from .words import Term

MOST_RANKED = 2000  # ranking takes 2 µs a match: where there are more, only those by title are ranked
# The weights of title, alternative titles, skills, summary, responsibilities, sections, questions.
RANK = "bm25(guides_search, 10, 8, 5, 3, 2, 1, 1)"


class SQLite(Backend):
    row = "guides_search.rowid"
    matches = "SELECT 1 FROM guides_search WHERE guides_search MATCH %s"
    hits = f"""
        SELECT guides_search.rowid AS id,
               guides_search.rowid IN (SELECT rowid FROM guides_search WHERE guides_search MATCH %s) AS in_titles,
               CASE WHEN (SELECT count(*) FROM ({matches} LIMIT {MOST_RANKED + 1})) <= {MOST_RANKED}
                      OR guides_search.rowid IN (SELECT rowid FROM guides_search WHERE guides_search MATCH %s)
                    THEN {RANK} ELSE 0 END AS score
        FROM guides_search WHERE guides_search MATCH %s
    """
    similar_words = """
        SELECT known.word
        FROM guides_search_words JOIN guides_searchword AS known ON known.id = guides_search_words.rowid
        WHERE guides_search_words MATCH %s ORDER BY rank
    """
    completions = "SELECT word FROM guides_searchword WHERE word GLOB %s ORDER BY length(word), word"
    begins = "GLOB"
    wildcard = "*"

    def expression(self, terms: Sequence[Term], *, any_of: bool = False, in_titles: bool = False) -> str:
        joined = (" OR " if any_of else " AND ").join(f"({_forms(term)})" for term in terms)
        return f"{{title alternative_titles}} : ({joined})" if in_titles else joined

    def hit_parameters(self, matched: str, in_titles: str) -> list[str]:
        return [in_titles, matched, in_titles, matched]

    def pattern(self, word: str) -> str:
        return _trigrams(f"  {word} ")

    def nearest(self, title: str, limit: int) -> list[int]:
        live, moment = self.live("guides_search_titles.rowid")
        sql = f"""
            SELECT rowid FROM guides_search_titles WHERE guides_search_titles MATCH %s AND {live}
            ORDER BY rank LIMIT %s
        """
        return [pk for (pk,) in fetch(sql, [_trigrams(title), *moment, limit])]


def _forms(term: Term) -> str:
    forms = [f'"{word}"' for word in (term.word, *term.others)]
    return " OR ".join([*forms, f'"{term.word}" *'] if term.begins_stems else forms)


def _trigrams(text: str) -> str:
    found = dict.fromkeys(text[place : place + 3] for place in range(max(1, len(text) - 2)))
    return " OR ".join(f'"{trigram}"' for trigram in found)
