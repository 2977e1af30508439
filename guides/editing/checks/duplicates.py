"""Text that two guides share, found by prints of runs of words, in time linear in all texts.

A print is the hash of RUN consecutive words. Of every WINDOW neighboring prints only the smallest is kept (winnowing;
Schleimer, Wilkerson, Aiken 2003). This finds every shared run of at least RUN + WINDOW - 1 words and keeps about a
quarter of the prints.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import islice

from guides.document import GuideDocument
from guides.editing.checks.suggestion import SiteContext, Suggestion
from guides.rendering.passages import LISTS, markdown_texts, words_of

RUN, WINDOW = 12, 6
MOST_GUIDES = 3  # shown with a passage
BOILERPLATE = ("resources", "related")  # the same text in every guide, under different names


def prints_of(document: GuideDocument) -> frozenset[int]:
    """The prints of a guide, as signed 64-bit integers."""
    return frozenset(value for _, words in _own_words(document) for value, _ in _prints(words))


def index_prints(guides: Iterable[tuple[str, Iterable[int]]]) -> Mapping[int, tuple[str, ...]]:
    """The slugs of the guides that have each print, as many as a suggestion needs."""
    index: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    for slug, prints in guides:
        for value in prints:
            if len(index[value]) <= MOST_GUIDES:  # one more than are shown, as one may be the guide itself
                index[value] += (slug,)
    return dict(index)


def duplicate_text(document: GuideDocument, site: SiteContext) -> Iterator[Suggestion]:
    """One suggestion for each passage and each other guide (the first few), with the first shared words."""
    for path, words in _own_words(document) if site.prints else ():
        first: dict[str, int] = {}
        for value, start in _prints(words):
            for slug in site.prints.get(value, ()):
                if slug != document.slug:
                    first.setdefault(slug, start)
        for slug, start in islice(first.items(), MOST_GUIDES):
            what = f"Also in “{slug}”: “{' '.join(words[start : start + RUN])} …”"
            yield Suggestion("duplicates", path, what, "Readers of both guides learn nothing new.")


def _own_words(document: GuideDocument) -> Iterator[tuple[str, list[str]]]:
    """The guide's own passages, as words. Markdown is not rendered first, which would take most of the time."""
    texts = [*markdown_texts(document)]
    texts += [(f"{name}[{i}]", text) for name in LISTS for i, text in enumerate(getattr(document, name))]
    return ((path, words_of(text)) for path, text in texts if path.partition("[")[0] not in BOILERPLATE)


def _prints(words: list[str]) -> list[tuple[int, int]]:
    """The prints of a passage, each with the index of its first word."""
    keys = [word.casefold() for word in words]
    hashes = [(_hash(keys[start : start + RUN]), start) for start in range(len(keys) - RUN + 1)]
    kept = {min(hashes[start : start + WINDOW]) for start in range(max(1, len(hashes) - WINDOW + 1))} if hashes else ()
    return sorted(kept, key=lambda found: found[1])


def _hash(words: list[str]) -> int:
    return int.from_bytes(blake2b(" ".join(words).encode(), digest_size=8).digest(), "big", signed=True)
