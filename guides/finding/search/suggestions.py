"""Suggestions while a text is being typed: guides, skills, questions and official occupations."""

from collections.abc import Sequence
from dataclasses import dataclass

from guides.document.search_words import Query, Term, key
from guides.finding.occupations import OccupationMatch, find_occupations
from guides.finding.search.backend import Backend
from guides.finding.search.completing import SHORTEST_PREFIX, backend_of, completed, prefix_of
from guides.finding.search.snippets import Marker, Part
from guides.models import SearchEntry

MOST = 8  # in all
# How many of each there are at least, if so many are found; the rest goes to the first kinds that have more.
AT_LEAST = {"guides": 3, "skills": 2, "questions": 1, "occupations": 2}
MOST_OF = {"guides": MOST, "skills": 3, "questions": 2, "occupations": 3}


@dataclass(frozen=True, slots=True)
class GuideSuggestion:
    """A guide by its title, or by the alternative title that matches the text."""

    slug: str
    title: tuple[Part, ...]
    also: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class SkillSuggestion:
    """A skill of live guides."""

    slug: str
    name: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class QuestionSuggestion:
    """A question of a guide, by the anchor of its answer."""

    slug: str
    anchor: str
    question: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What may be meant by an incomplete text: at most MOST in all."""

    guides: Sequence[GuideSuggestion] = ()
    skills: Sequence[SkillSuggestion] = ()
    questions: Sequence[QuestionSuggestion] = ()
    occupations: Sequence[OccupationMatch] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.guides or self.skills or self.questions or self.occupations)


def suggest(text: str) -> Suggestions:
    """Suggest what has the words of a text; its last word may be incomplete."""
    query = Query.read(text)
    first = key(query.text)
    if len(first) < SHORTEST_PREFIX:
        return Suggestions()
    backend, terms = backend_of(), query.all_terms
    if len(terms[-1].spelled or terms[-1].word) < SHORTEST_PREFIX and len(terms) > 1:  # one letter of the next word
        terms = terms[:-1]
    known = backend.known_words((), prefix_of(terms[-1]))
    meant = tuple(term for term in terms if term in query.terms) or terms
    terms = completed(terms, known)
    found = {
        "guides": _guides(backend, terms, first),
        "skills": _skills(backend, terms, first),
        "questions": _questions(backend, completed(meant, known), first),
        "occupations": find_occupations(text, MOST_OF["occupations"]),
    }
    return Suggestions(**_share(found))


def _share(found: dict[str, list]) -> dict[str, list]:
    """Return the first of each kind, MOST in all."""
    room = {kind: min(number, len(found[kind])) for kind, number in AT_LEAST.items()}
    for kind, each in found.items():
        room[kind] += min(len(each) - room[kind], MOST - sum(room.values()))
    return {kind: each[: room[kind]] for kind, each in found.items()}


def _guides(backend: Backend, terms: tuple[Term, ...], first: str) -> list[GuideSuggestion]:
    revisions = backend.find_titles(terms, MOST_OF["guides"], first=first).revisions
    rows = SearchEntry.objects.filter(revision__in=revisions).values_list(
        "revision", "title", "alternative_titles", "revision__index__slug"
    )
    marker = Marker(terms)
    found = {revision: _guide(marker, *columns) for revision, *columns in rows}
    return [found[revision] for revision in revisions]


def _guide(marker: Marker, title: str, alternative_titles: str, slug: str) -> GuideSuggestion:
    """Build a suggestion, with the alternative title that has more of the words than the title, if any."""
    also = max(alternative_titles.split("\n"), key=marker.count)
    has_more = marker.count(also) > marker.count(title)
    return GuideSuggestion(slug, marker.mark(title), marker.mark(also) if has_more else ())


def _skills(backend: Backend, terms: tuple[Term, ...], first: str) -> list[SkillSuggestion]:
    marker = Marker(terms)
    found = sorted(backend.skills(terms), key=lambda row: _rank(row[0], first))
    return [SkillSuggestion(slug, marker.mark(name)) for name, slug in found[: MOST_OF["skills"]]]


def _questions(backend: Backend, terms: tuple[Term, ...], first: str) -> list[QuestionSuggestion]:
    marker = Marker(terms)
    found = sorted(backend.questions(terms), key=lambda row: _rank(row[0], first))[: MOST_OF["questions"]]
    return [QuestionSuggestion(slug, anchor, marker.mark(question)) for question, slug, anchor in found]


def _rank(name: str, first: str) -> tuple[bool, int, str]:
    """Sort names that start with the text first, then short ones."""
    return (not key(name).startswith(first), len(name), name)
