"""Other spellings of the words of guides and titles, for the index: `frontend` for `Front End`, `rn` for `R.N.`.

Neighbors in titles and skills are joined, those in long texts only across a hyphen or the like. A query joins its words
too, so that compounds are found however they are written.
"""

import re
from collections.abc import Iterator, Mapping

from guides.document.search_words import TOKEN, compound, fold, joined_key, spell, undotted, word_of

_LINKS = frozenset("-‐‑/&'’")
_NAME_LINKS = _LINKS | {" ", ". "}
_MAY_HAVE_SPELLINGS = re.compile(r"[-‐‑/&'’.+#]")


def spelling_columns(columns: Mapping[str, str]) -> dict[str, str]:
    """Return the columns of spellings for the other columns of an entry."""
    texts = "\n".join(columns[name] for name in ("summary", "responsibilities", "sections", "questions"))
    linked = (part for part in texts.split() if _MAY_HAVE_SPELLINGS.search(part))
    return {
        "title_spellings": name_spellings(columns["title"]),
        "alternative_spellings": name_spellings(columns["alternative_titles"]),
        "skill_spellings": name_spellings(columns["skills"]),
        "text_spellings": _spellings("\n".join(linked), _LINKS),
    }


def title_keys(title: str, alternative_titles: str) -> dict[str, bool]:
    """Return the joined keys of all titles, and whether each is only that of an alternative title."""
    keys = {joined_key(line): True for line in alternative_titles.split("\n")} | {joined_key(title): False}
    return {key: is_alternative for key, is_alternative in keys.items() if key}


def name_spellings(names: str) -> str:
    """Return the other spellings of the words of titles or skills, separated by spaces."""
    return _spellings(names, _NAME_LINKS)


def _spellings(text: str, links: frozenset[str]) -> str:
    return " ".join(filter(None, dict.fromkeys(_find_spellings(fold(text), links))))


def _find_spellings(text: str, links: frozenset[str]) -> Iterator[str]:
    before, end = "", 0
    for found in TOKEN.finditer(text):
        token = undotted(found[0])
        word = word_of(token)
        if token != word:
            yield spell(token)
        elif token != found[0]:
            yield word
        if before and text[end : found.start()] in links:
            yield compound(before, word)
        before, end = word, found.end()
