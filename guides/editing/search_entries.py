"""Search entries: the words of a guide as plain text, written at publication."""

from collections.abc import Iterable
from itertools import chain

from django.db import transaction

from guides.document import GuideDocument
from guides.document.kinds import LONGEST_NAME
from guides.document.material import write_term
from guides.document.search_words import key, words_of
from guides.document.shape import LISTS, Skill
from guides.document.skill_names import spelled_out
from guides.document.spellings import spelling_columns, title_keys
from guides.finding.search.spelling import SHORTEST
from guides.models import Revision, SearchEntry, SearchTitle, SearchWord
from guides.parsing.headings import PLAIN_LISTS
from guides.rendering.markdown import plain_lines

LONGEST_COLUMN = 50_000  # characters; PostgreSQL refuses a vector of more than 1 MB


@transaction.atomic
def write_entry(revision: Revision) -> SearchEntry:
    """Write the search entry of a revision, replacing an earlier one."""
    columns = entry_columns(revision.guide)
    words = known_words(columns)
    new = words - SearchWord.objects.in_bulk(list(words), field_name="word").keys()
    SearchWord.objects.bulk_create((SearchWord(word=word) for word in sorted(new)), ignore_conflicts=True)
    entry = SearchEntry.objects.update_or_create(revision=revision, defaults=columns)[0]
    entry.titles.all().delete()
    SearchTitle.objects.bulk_create(title_rows(entry))
    return entry


def title_rows(entry: SearchEntry) -> list[SearchTitle]:
    """The rows for all titles of an entry."""
    keys = title_keys(entry.title, entry.alternative_titles)
    return [SearchTitle(entry=entry, key=key, is_alternative=is_only) for key, is_only in keys.items()]


def known_words(columns: dict[str, str]) -> set[str]:
    """The words of an entry's titles and skills that are long enough for spelling suggestions."""
    texts = (columns[name] for name in ("title", "alternative_titles", "skills"))
    return {word for text in texts for word in words_of(text) if len(word) >= SHORTEST}


def entry_columns(document: GuideDocument) -> dict[str, str]:
    """The text columns of a guide's entry, by name. `sections` includes the lists that belong to sections."""
    lists = (
        *(step.text for step in document.steps),
        *document.education_requirements,
        *chain.from_iterable((known.name, known.body) for known in document.details.licenses),
        *chain.from_iterable((step.title, step.description, step.focus_areas) for step in document.career_path),
        *chain.from_iterable((item.name, item.description) for item in document.specializations),
        *document.pros,
        *document.cons,
        *chain.from_iterable(LISTS[name].name_and_text(row) for name in PLAIN_LISTS for row in getattr(document, name)),
    )
    sections = chain.from_iterable((section.heading, section.body) for section in document.sections)
    questions = chain.from_iterable((faq.question, faq.answer) for faq in document.faqs)
    columns = {
        "title_key": key(document.title)[:LONGEST_NAME],
        "title": document.title,
        "alternative_titles": _lines(document.details.alternative_titles),
        "skills": _lines(map(_skill_words, document.skills)),
        "summary": _lines(plain_lines(document.summary)),
        "responsibilities": _lines(document.responsibilities),
        "sections": _lines(
            (*chain.from_iterable(map(plain_lines, (*sections, *lists))), *map(write_term, document.glossary))
        ),
        "questions": _lines(chain.from_iterable(map(plain_lines, questions))),
    }
    return columns | spelling_columns(columns)


def _skill_words(skill: Skill) -> str:
    """`CRM: Salesforce; Customer Relationship Management (CRM)`: a guide is found by an acronym and in full."""
    known = spelled_out(skill.name)
    words = f"{skill.name}: {skill.detail}" if skill.detail else skill.name
    return words if known in words else f"{words}; {known}"


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(filter(None, texts))[:LONGEST_COLUMN]
