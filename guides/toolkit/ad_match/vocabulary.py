"""The skills that an ad is searched for: each with all its names, of which any may be in the ad or the resume."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from guides.document.skill_names import core_words, without_purpose
from guides.toolkit.ad_match.common_skills import COMMON_SKILLS, SAYS_NOTHING
from guides.toolkit.ad_match.words import form_of_name, set_of

# Makers that people leave out: `Excel` is Microsoft Excel.
_MAKERS = ("Microsoft", "Adobe", "Atlassian", "Autodesk", "Google", "Intuit", "ESRI", "Oracle", "Apache", "Cisco")
# Products named by everyday words, which mean the product only with their capital inside a sentence.
EVERYDAY = set_of(
    "Access Bash Bootstrap C Chef Edge Go Office Project Puppet R React Safari Slack Swift Teams Windows Word"
    " Workspace Zoom Sheets Docs Framework Dynamics Database Analytics Bash Outlook Excel Illustrator"
)


@dataclass(frozen=True)
class Vocabulary:
    """Names of skills; `names` are those of each skill, `by_form` the number of the skill by the form of a name.

    `cased` has the names, by their form, that count only in the same capitals.
    """

    names: tuple[tuple[str, ...], ...] = ()
    by_form: dict[str, int] = field(default_factory=dict)
    cased: dict[str, str] = field(default_factory=dict)

    @cached_property
    def forms(self) -> tuple[frozenset[str], ...]:
        """The forms of the names of each skill."""
        found: list[set[str]] = [set() for _ in self.names]
        for form, number in self.by_form.items():
            found[number].add(form)
        return tuple(map(frozenset, found))


@lru_cache(maxsize=4)
def build_vocabulary(skills: tuple[tuple[str, ...], ...] = (), technologies: tuple[str, ...] = ()) -> Vocabulary:
    """Build the vocabulary of skills, each given by all its names, of technologies, and of common skills."""
    names: list[list[str]] = []
    by_form: dict[str, int] = {}
    cased: dict[str, str] = {}
    products = (tuple(dict.fromkeys(_product_names(name))) for name in technologies)
    for group in (*COMMON_SKILLS, *skills, *products):
        forms = {form: name for name in group for form in _forms(name)}
        known = (by_form[form] for form in forms if form in by_form)
        if (number := next(known, None)) is None:
            number = len(names)
            names.append([])
        names[number] += (name for name in group if name not in names[number])
        for form, name in forms.items():
            by_form.setdefault(form, number)
            if name in EVERYDAY:
                cased[form] = name
    for name in SAYS_NOTHING:
        by_form.pop(form_of_name(name), None)
    return Vocabulary(tuple(map(tuple, names)), by_form, cased)


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
    if maker in _MAKERS and product:
        yield product


def with_names(skills: Iterable[tuple[str, Sequence[str]]]) -> tuple[tuple[str, ...], ...]:
    """Return names of skills with their other names as `build_vocabulary` takes them."""
    return tuple((name, *others) for name, others in skills)
