"""Search entries: the words of a guide as plain text and where they are on its page, written at publication."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, zip_longest

from django.db import transaction

from guides.document import GuideDocument
from guides.document.kinds import LONGEST_NAME
from guides.document.material import write_term
from guides.document.search_words import key, words_of
from guides.document.shape import LISTS, Skill
from guides.document.skill_names import spelled_out
from guides.document.spellings import spelling_columns, title_keys
from guides.finding.search.spelling import SHORTEST
from guides.models import Revision, SearchEntry, SearchPlaces, SearchQuestion, SearchTitle, SearchWord
from guides.pages.places import Place, Places
from guides.parsing.headings import PLAIN_LISTS
from guides.rendering.markdown import plain_lines

LONGEST_COLUMN = 50_000  # characters; PostgreSQL refuses a vector of more than 1 MB


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines of text that are in one place of the guide's page."""

    place: Place | None
    lines: list[str]


@transaction.atomic
def write_entry(revision: Revision) -> SearchEntry:
    """Write the search entry of a revision, replacing an earlier one."""
    passages = passages_of(revision.guide)
    columns = entry_columns(revision.guide, passages)
    words = known_words(columns)
    new = words - SearchWord.objects.in_bulk(list(words), field_name="word").keys()
    SearchWord.objects.bulk_create((SearchWord(word=word) for word in sorted(new)), ignore_conflicts=True)
    entry = SearchEntry.objects.update_or_create(revision=revision, defaults=columns)[0]
    entry.titles.all().delete()
    SearchTitle.objects.bulk_create(title_rows(entry))
    SearchPlaces.objects.update_or_create(entry=entry, defaults={"columns": place_columns(passages)})
    entry.asked_questions.all().delete()
    SearchQuestion.objects.bulk_create(question_rows(entry, passages))
    return entry


def title_rows(entry: SearchEntry) -> list[SearchTitle]:
    """The rows for all titles of an entry."""
    keys = title_keys(entry.title, entry.alternative_titles)
    return [SearchTitle(entry=entry, key=key, is_alternative=is_only) for key, is_only in keys.items()]


def question_rows(entry: SearchEntry, passages: dict[str, list[Passage]]) -> list[SearchQuestion]:
    """The rows for all questions of an entry."""
    places = [passage.place for passage in passages["questions"] if passage.place]
    return [
        SearchQuestion(entry=entry, position=position, question=place.label, anchor=place.anchor)
        for position, place in enumerate(places, start=1)
    ]


def known_words(columns: dict[str, str]) -> set[str]:
    """The words of an entry's titles and skills that are long enough for spelling suggestions."""
    texts = (columns[name] for name in ("title", "alternative_titles", "skills"))
    return {word for text in texts for word in words_of(text) if len(word) >= SHORTEST}


def passages_of(document: GuideDocument) -> dict[str, list[Passage]]:
    """The passages of a guide by the column of its entry. `sections` includes the lists that belong to sections."""
    places = Places(document)
    responsibilities = Passage(places.part("responsibilities"), [*filter(None, document.responsibilities)])
    return {
        "responsibilities": [responsibilities],
        "skills": [Passage(places.part(f"{skill.kind}_skills"), [_skill_words(skill)]) for skill in document.skills],
        "sections": [
            *(_passage(places.section(section), section.heading, section.body) for section in document.sections),
            *_lists(document, places),
        ],
        "questions": [
            _passage(place, faq.question, faq.answer) for faq, place in zip_longest(document.faqs, places.questions())
        ],
    }


def _lists(document: GuideDocument, places: Places) -> Iterator[Passage]:
    for step, place in zip_longest(document.steps, places.steps()):
        yield _passage(place, step.text)
    yield _passage(places.part("education"), *document.education_requirements)
    licenses = chain.from_iterable((known.name, known.body) for known in document.details.licenses)
    yield Passage(places.part("qualifying"), [*filter(None, licenses)])
    for level, place in zip_longest(document.career_path, places.levels()):
        yield _passage(place, level.title, level.description, level.focus_areas)
    names = chain.from_iterable((item.name, item.description) for item in document.specializations)
    yield _passage(places.part("specializations"), *names)
    yield _passage(places.side("Pros"), *document.pros)
    yield _passage(places.side("Cons"), *document.cons)
    for name in PLAIN_LISTS:
        texts = chain.from_iterable(map(LISTS[name].name_and_text, getattr(document, name)))
        yield _passage(places.part(name), *texts)
    for term, place in zip_longest(document.glossary, places.terms()):
        yield Passage(place, [write_term(term)])


def _passage(place: Place | None, *texts: str) -> Passage:
    """A passage of Markdown texts."""
    return Passage(place, [*filter(None, chain.from_iterable(map(plain_lines, texts)))])


def entry_columns(document: GuideDocument, passages: dict[str, list[Passage]]) -> dict[str, str]:
    """The text columns of a guide's entry, by name."""
    columns = {
        "title_key": key(document.title)[:LONGEST_NAME],
        "title": document.title,
        "alternative_titles": _lines(document.details.alternative_titles),
        "summary": _lines(plain_lines(document.summary)),
        **{name: _lines(line for each in rows for line in each.lines) for name, rows in passages.items()},
    }
    return columns | spelling_columns(columns)


def place_columns(passages: dict[str, list[Passage]]) -> dict[str, list[tuple[int, str, str, str]]]:
    """The places of each column, as rows of the number of their first line, anchor, label and kind."""
    return {name: list(_place_rows(rows)) for name, rows in passages.items()}


def _place_rows(passages: Iterable[Passage]) -> Iterator[tuple[int, str, str, str]]:
    number, before = 0, None
    for passage in passages:
        if passage.lines and passage.place != before:
            place = passage.place or Place("", "")
            yield number, place.anchor, place.label, place.kind
            before = passage.place
        number += len(passage.lines)


def _skill_words(skill: Skill) -> str:
    """`CRM: Salesforce; Customer Relationship Management (CRM)`: a guide is found by an acronym and in full."""
    known = spelled_out(skill.name)
    words = f"{skill.name}: {skill.detail}" if skill.detail else skill.name
    return words if known in words else f"{words}; {known}"


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(filter(None, texts))[:LONGEST_COLUMN]
