"""Completeness: parts that are missing or too short."""

import re
from collections.abc import Iterator
from itertools import pairwise

from django.template.defaultfilters import pluralize

from guides.document import GuideDocument
from guides.editing.checks.suggestion import SiteContext, Suggestion
from guides.rendering.passages import excerpt, markdown_texts, passages

FEWEST_WORDS = {"summary": 20, "body": 25, "answer": 8, "sample": 60}
# Lists, the fewest rows of a good guide, the words for one and for several rows, and why readers need them.
FEWEST_ROWS = {
    "responsibilities": (5, "responsibility,responsibilities", "Readers want to know what a typical day looks like."),
    "steps": (3, "step,steps", "Readers need to know how to get started."),
    "salary_levels": (2, "salary level,salary levels", "Pay by level shows how pay grows with experience."),
    "career_path": (2, "career level,career levels", "The career path shows where the job can lead."),
    "pros": (2, "pro,pros", "Readers trust guides that show both sides."),
    "cons": (2, "con,cons", "Readers trust guides that show both sides."),
    "faqs": (3, "question,questions", "People search with questions."),
    "related": (1, "related role,related roles", "Readers need alternatives if this role isn't for them."),
}
FACTS = {
    "median_salary": "median pay",
    "growth_percent": "growth",
    "annual_openings": "openings a year",
    "typical_education": "typical education",
}
DETAILS = {"education_level": "education level", "remote_work": "remote work"}
# By list, the name of a row and the text below it.
NAME_AND_TEXT = {
    "skills": ("name", "detail"),
    "career_path": ("title", "description"),
    "specializations": ("name", "description"),
    "faqs": ("question", "answer"),
    "resources": ("title", "blurb"),
}
# Lists that most guides have, and the words for several rows.
USUAL_LISTS = {"sections": "sections", "skills": "skills"} | {
    name: words.rpartition(",")[2] for name, (_, words, _) in FEWEST_ROWS.items()
}
_HEADING = re.compile(r" {0,3}(#{1,6})\s+\S")


def missing_facts(document: GuideDocument, site: SiteContext) -> Iterator[Suggestion]:
    """Missing figures and labels that lists, filters and comparisons use."""
    facts, details = document.key_facts, document.details
    missing = [(f"key_facts.{name}", words) for name, words in FACTS.items() if getattr(facts, name) in (None, "")]
    missing += [(f"details.{name}", words) for name, words in DETAILS.items() if getattr(details, name) is None]
    if details.field is None:
        missing.append(("details.category", "category"))
    if facts.salary_low is None and facts.salary_high is None:
        missing.append(("key_facts.salary_low", "pay range"))
    for path, words in missing:
        yield Suggestion("complete", path, f"No {words}.", "Filters and comparisons need it.")


def missing_parts(document: GuideDocument, site: SiteContext) -> Iterator[Suggestion]:
    if not document.summary:
        yield Suggestion("complete", "summary", "No summary.", "Readers and search engines see it first.")
    if all(section.kind != "overview" for section in document.sections):
        yield Suggestion("complete", "sections", "No overview section.", "It explains the job before the lists.")
    for kind in ("technical", "soft"):
        if all(skill.kind != kind for skill in document.skills):
            yield Suggestion("complete", "skills", f"No {kind} skills.", "Skills link this guide to others.")
    for name, (fewest, words, why) in FEWEST_ROWS.items():
        if (found := len(getattr(document, name))) < fewest:
            what = f"{found or 'No'} {pluralize(found, words)}, at least {fewest} expected."
            yield Suggestion("complete", name, what, why)


def missing_in_thin(document: GuideDocument) -> list[str]:
    """What a thin guide lacks; empty unless it has no summary or lacks more than half of the usual lists."""
    lists = [words for name, words in USUAL_LISTS.items() if not getattr(document, name)]
    if document.summary and len(lists) * 2 <= len(USUAL_LISTS):
        return []
    return [*([] if document.summary else ["summary"]), *lists]


def thin_texts(document: GuideDocument, site: SiteContext) -> Iterator[Suggestion]:
    """Passages that are too short."""
    for passage in passages(document):
        fewest = FEWEST_WORDS.get(passage.path.rpartition(".")[2], 0)
        if (length := len(passage.words)) < fewest and not _introduces_a_list(document, passage.path):
            what = f"Only {length} word{pluralize(length)}: {excerpt(passage.lines[0])}"
            yield Suggestion("complete", passage.path, what, f"Readers learn little from fewer than {fewest} words.")


def _introduces_a_list(document: GuideDocument, path: str) -> bool:
    """Whether a body introduces a list, where a few words are enough."""
    kinds = ("responsibilities", "qualifications", "salary_outlook", "career_path", "pros_cons", "faq", "toolkit")
    index = re.fullmatch(r"sections\[(\d+)\]\.body", path)
    return bool(index) and document.sections[int(index[1])].kind in (*kinds, "related", "readiness")


def names_without_text(document: GuideDocument, site: SiteContext) -> Iterator[Suggestion]:
    """Rows that have a name but no text."""
    for name, (title, words) in NAME_AND_TEXT.items():
        for index, part in enumerate(getattr(document, name)):
            if not getattr(part, words) and getattr(part, "kind", "") != "technical":
                path = f"{name}[{index}].{words}"
                what = f"{excerpt(getattr(part, title))} has no {words}."
                yield Suggestion("complete", path, what, "A name alone tells readers little.")


def headings_without_body(document: GuideDocument, site: SiteContext) -> Iterator[Suggestion]:
    """Markdown headings with no text below them."""
    for path, text in markdown_texts(document):
        lines = [line for line in text.split("\n") if line.strip()]
        ranks = [len(match[1]) if (match := _HEADING.match(line)) else 0 for line in lines]
        for line, (rank, below) in zip(lines, pairwise([*ranks, 1]), strict=True):
            if rank and 0 < below <= rank:
                what = f"The heading {excerpt(line.lstrip('# '))} has nothing below it."
                yield Suggestion("complete", path, what, "Add text, or remove the heading.")
