"""The skills that an ad is searched for: each with all its names, of which any may be in the ad or the resume."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from guides.document.search_words import fold
from guides.document.skill_names import core_words, without_purpose
from guides.toolkit.ad_match.common_skills import COMMON_SKILLS, SAYS_NOTHING
from guides.toolkit.ad_match.words import content_of, form_of_name, read_words, set_of

# Makers that people leave out: `Excel` is Microsoft Excel.
_MAKERS = ("Microsoft", "Adobe", "Atlassian", "Autodesk", "Google", "Intuit", "ESRI", "Oracle", "Apache", "Cisco")
# Products named by everyday words, which mean the product only with their capital inside a sentence.
EVERYDAY = set_of(
    "Access Bash Bootstrap C Chef Go Puppet R React Safari Slack Swift Teams Word Zoom Outlook Excel Illustrator"
)
# These name no product without their maker.
_NEVER_ALONE = set_of(
    "Analytics Cloud Database Docs Drive Dynamics Edge Framework Office Project Sheets Windows Workspace"
)


@dataclass(frozen=True)
class Vocabulary:
    """Skills by their number: `names` are all names of each, `by_form` is the number by the form of a name.

    `words` are the names of one word and their plurals: an ad that says “stock shelves” does not ask for stocking.
    `cased` has the names, by their form, that count only in the same capitals. `used_for` has the forms of the words
    that say what a product is for, by its number; it may be for several things.
    """

    names: tuple[tuple[str, ...], ...] = ()
    by_form: dict[str, int] = field(default_factory=dict)
    words: frozenset[str] = frozenset()
    cased: dict[str, str] = field(default_factory=dict)
    used_for: dict[int, tuple[frozenset[str], ...]] = field(default_factory=dict)


@lru_cache(maxsize=4)
def build_vocabulary(
    skills: tuple[tuple[str, ...], ...] = (), products: tuple[tuple[str, str], ...] = ()
) -> Vocabulary:
    """Build the vocabulary of skills, each given by all its names, of products, each with what it is for, and of
    common skills."""
    names: list[list[str]] = []
    by_form: dict[str, int] = {}
    cased: dict[str, str] = {}
    words: set[str] = set()
    used_for: dict[int, tuple[frozenset[str], ...]] = {}
    named_products = ((tuple(dict.fromkeys(_product_names(name))), purpose) for name, purpose in products)
    for group, purpose in (*((group, "") for group in (*COMMON_SKILLS, *skills)), *named_products):
        forms = {form: name for name in group for form in _forms(name)}
        known = (by_form[form] for form in forms if form in by_form)
        if (number := next(known, None)) is None:
            number = len(names)
            names.append([])
        names[number] += (name for name in group if name not in names[number])
        words.update(f"{fold(name)}{ending}" for name in group if " " not in name for ending in ("", "s"))
        if purpose:
            used_for[number] = (*used_for.get(number, ()), content_of(read_words(purpose)))
        for form, name in forms.items():
            by_form.setdefault(form, number)
            if name in EVERYDAY:
                cased[form] = name
    for name in SAYS_NOTHING:
        by_form.pop(form_of_name(name), None)
    return Vocabulary(tuple(map(tuple, names)), by_form, frozenset(words), cased, used_for)


def _forms(name: str) -> Iterator[str]:
    """Yield the forms of a name: as it is, without its purpose and words such as “software”, and each half of two
    skills in one name, `Data Entry and Record Keeping`."""
    plain = without_purpose(name)
    halves = plain.replace("&", "and").split(" and ")
    parts = halves if len(halves) == 2 and all(len(half.split()) > 1 for half in halves) else ()
    for words in (name, plain, *parts):
        for form in (form_of_name(words), form_of_name(" ".join(core_words(words)))):
            if len(form) > 1 or words in EVERYDAY:
                yield form


def _product_names(name: str) -> Iterator[str]:
    """Yield the names of a product: `Microsoft Excel`, then `Excel`."""
    name = name.removesuffix(" software")
    yield name
    maker, _, product = name.partition(" ")
    if maker in _MAKERS and product and product not in _NEVER_ALONE:
        yield product
