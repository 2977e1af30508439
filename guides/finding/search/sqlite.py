"""Search in SQLite: FTS5 with Porter stemming, and FTS5 trigrams for similar words and titles."""

from collections.abc import Sequence

from guides.document.search_words import Term
from guides.finding.search.backend import KNOWN, Backend


class SQLite(Backend):
    # A word in the title outweighs any number of words in alternative titles. Columns of spellings follow the others.
    typed = """
        SELECT rowid AS id, bm25(guides_search_typed, 100, 1, 100, 1) AS score
        FROM guides_search_typed WHERE guides_search_typed MATCH %s
    """
    # The weights of title, alternative titles, skills.
    named = """
        SELECT rowid AS id, bm25(guides_search_names, 10, 8, 5, 10, 8, 5) AS score
        FROM guides_search_names WHERE guides_search_names MATCH %s
    """
    titled = named.replace("%s", "'{title alternative_titles title_spellings alternative_spellings} : (' || %s || ')'")
    # The + keeps SQLite from querying the index again for each row: with 15,000 guides that took 80 to 380 ms.
    typed_prefixes = f"{typed} AND +rowid IN (SELECT id FROM ({titled}))"
    # The same columns, then summary, responsibilities, sections, questions.
    matching = """
        SELECT rowid AS id, bm25(guides_search, 10, 8, 5, 3, 2, 1, 1, 10, 8, 5, 1) AS score
        FROM guides_search WHERE guides_search MATCH %s
    """
    matches = "SELECT 1 FROM guides_search WHERE guides_search MATCH %s"
    row = "guides_search.rowid"
    words_of_skills = "SELECT rowid AS id FROM guides_search_skills WHERE guides_search_skills MATCH %s"
    words_of_questions = "SELECT rowid AS id FROM guides_search_questions WHERE guides_search_questions MATCH %s"
    similar_words = f"""
        SELECT known.word
        FROM guides_search_words JOIN guides_searchword AS known ON known.id = guides_search_words.rowid
        WHERE guides_search_words MATCH %s AND NOT EXISTS ({KNOWN}) ORDER BY rank
    """
    completions = "SELECT word FROM guides_searchword WHERE word GLOB %s ORDER BY length(word), word"
    prefix_operator = "GLOB"
    wildcard = "*"

    def expression(self, terms: Sequence[Term], *, any_of: bool = False) -> str:
        return (" OR " if any_of else " AND ").join(f"({_forms(term)})" for term in terms)

    def as_typed(self, terms: Sequence[Term], *, any_of: bool, as_prefix: bool) -> str:
        forms = (
            " OR ".join(_as_typed(word, as_prefix and word in term.prefixes) for word in term.words) for term in terms
        )
        return (" OR " if any_of else " AND ").join(f"({words})" for words in forms)

    def pattern(self, word: str) -> str:
        return _trigrams(f"  {word} ")

    def nearest(self, title: str, limit: int) -> list[int]:
        live, moment = self.live("guides_search_titles.rowid")
        sql = f"""
            SELECT rowid FROM guides_search_titles WHERE guides_search_titles MATCH %s AND {live}
            ORDER BY rank LIMIT %s
        """
        return [pk for (pk,) in self.fetch(sql, [_trigrams(title), *moment, limit])]


def _as_typed(word: str, is_prefix: bool) -> str:
    return f'"{word}" *' if is_prefix else f'"{word}"'


def _forms(term: Term) -> str:
    return " OR ".join([*(f'"{word}"' for word in term.forms), *(f'"{word}" *' for word in term.stem_prefixes)])


def _trigrams(text: str) -> str:
    found = dict.fromkeys(text[place : place + 3] for place in range(max(1, len(text) - 2)))
    return " OR ".join(f'"{trigram}"' for trigram in found)
