"""Text that stands in another guide too, found by prints of runs of words, in time linear in all texts.

A print is the hash of RUN words in a row. Of every WINDOW neighbouring prints the least is kept (winnowing; Schleimer,
Wilkerson, Aiken 2003), so that whatever two guides share of RUN + WINDOW - 1 words or more is found while a quarter
of the prints is kept.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import islice

from guides.document import GuideDocument
from guides.editing.checks.remark import Remark, Surroundings
from guides.rendering.passages import LISTS, markdown_texts, words_of

RUN, WINDOW = 12, 6
BOILERPLATE = ("resources", "related")  # the same promise in every guide, with another name


def prints_of(document: GuideDocument) -> frozenset[int]:
    """The prints of a guide, signed numbers of 64 bits."""
    return frozenset(value for _, words in _own_words(document) for value, _ in _prints(words))


def index_prints(guides: Iterable[tuple[str, Iterable[int]]]) -> Mapping[int, tuple[str, ...]]:
    """For each print the guides, by slug, that have it."""
    index: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    for slug, prints in guides:
        for value in prints:
            index[value] += (slug,)
    return dict(index)


def doubled_text(document: GuideDocument, around: Surroundings) -> Iterator[Remark]:
    """For each passage and each other guide, at most three, one remark with the first words that both have."""
    for path, words in _own_words(document) if around.prints else ():
        first: dict[str, int] = {}
        for value, start in _prints(words):
            for slug in around.prints.get(value, ()):
                if slug != document.slug:
                    first.setdefault(slug, start)
        for slug, start in islice(first.items(), 3):
            what = f"In “{slug}” too: “{' '.join(words[start : start + RUN])} …”"
            yield Remark("doubled", path, what, "Readers of both guides learn nothing new here.")


def _own_words(document: GuideDocument) -> Iterator[tuple[str, list[str]]]:
    """The passages that are the guide's own, as words; rendering their Markdown first would cost more than all else."""
    texts = [*markdown_texts(document)]
    texts += [(f"{name}[{i}]", text) for name in LISTS for i, text in enumerate(getattr(document, name))]
    return ((path, words_of(text)) for path, text in texts if path.partition("[")[0] not in BOILERPLATE)


def _prints(words: list[str]) -> list[tuple[int, int]]:
    """The prints of a passage with the place of their first words."""
    keys = [word.casefold() for word in words]
    hashes = [(_hash(keys[start : start + RUN]), start) for start in range(len(keys) - RUN + 1)]
    kept = {min(hashes[start : start + WINDOW]) for start in range(max(1, len(hashes) - WINDOW + 1))} if hashes else ()
    return sorted(kept, key=lambda found: found[1])


def _hash(words: list[str]) -> int:
    return int.from_bytes(blake2b(" ".join(words).encode(), digest_size=8).digest(), "big", signed=True)
