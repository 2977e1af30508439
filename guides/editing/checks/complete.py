"""Whether a guide has what readers come for, in more than a word or two."""

import re
from collections.abc import Iterator
from itertools import pairwise

from guides.document import GuideDocument
from guides.editing.checks.remark import Remark, Surroundings
from guides.rendering.passages import excerpt, markdown_texts, passages

FEWEST_WORDS = {"summary": 20, "body": 25, "answer": 8}
# Lists, how many rows a good guide has at least, and what their absence costs the reader.
FEWEST_ROWS = {
    "responsibilities": (5, "Readers come to see what a day is made of."),
    "steps": (3, "A reader who wants the work needs a way in."),
    "salary_levels": (2, "Pay by level shows what staying is worth."),
    "career_path": (2, "The ladder shows where the work leads."),
    "pros": (2, "A guide that names one side alone is not believed."),
    "cons": (2, "A guide that names one side alone is not believed."),
    "faqs": (3, "Questions are what people type into a search."),
    "related": (1, "Who finds the role does not fit looks for the next."),
}
FACTS = {
    "median_salary": "median pay",
    "growth_percent": "growth",
    "annual_openings": "openings a year",
    "typical_education": "typical education",
}
DETAILS = {"category": "category", "education_level": "education level", "remote_work": "remote work"}
# What a row says besides its name.
SAYS = {
    "skills": ("name", "detail"),
    "career_path": ("title", "description"),
    "specializations": ("name", "description"),
    "faqs": ("question", "answer"),
    "resources": ("title", "blurb"),
}
_HEADING = re.compile(r" {0,3}(#{1,6})\s+\S")


def missing_facts(document: GuideDocument, around: Surroundings) -> Iterator[Remark]:
    """The figures and labels that lists, filters and comparison ask for."""
    facts, details = document.key_facts, document.details
    missing = [(f"key_facts.{name}", words) for name, words in FACTS.items() if getattr(facts, name) in (None, "")]
    missing += [(f"details.{name}", words) for name, words in DETAILS.items() if getattr(details, name) is None]
    if facts.salary_low is None and facts.salary_high is None:
        missing.append(("key_facts.salary_low", "pay range"))
    for path, words in missing:
        yield Remark("complete", path, f"No {words}.", "Without it the guide falls out of filters and comparisons.")


def missing_parts(document: GuideDocument, around: Surroundings) -> Iterator[Remark]:
    if not document.summary:
        yield Remark("complete", "summary", "No summary.", "It is the first thing a reader and a search engine see.")
    if all(section.kind != "overview" for section in document.sections):
        yield Remark("complete", "sections", "No overview section.", "It says what the work is before the lists begin.")
    for kind in ("technical", "soft"):
        if all(skill.kind != kind for skill in document.skills):
            yield Remark("complete", "skills", f"No {kind} skills.", "Skills connect the guide with others.")
    for name, (fewest, why) in FEWEST_ROWS.items():
        if (found := len(getattr(document, name))) < fewest:
            words = name.replace("_", " ")
            yield Remark("complete", name, f"{found or 'No'} {words}, at least {fewest} expected.", why)


def thin_texts(document: GuideDocument, around: Surroundings) -> Iterator[Remark]:
    """Passages of very few words."""
    for passage in passages(document):
        fewest = FEWEST_WORDS.get(passage.path.rpartition(".")[2], 0)
        if (length := len(passage.words)) < fewest and not _introduces_a_list(document, passage.path):
            what = f"{length} word{'' if length == 1 else 's'}: {excerpt(passage.lines[0])}"
            yield Remark("complete", passage.path, what, f"Under {fewest} words there is little to learn.")


def _introduces_a_list(document: GuideDocument, path: str) -> bool:
    """Whether a body stands above a list of its own, where a few words are enough."""
    kinds = ("responsibilities", "qualifications", "salary_outlook", "career_path", "pros_cons", "faq", "toolkit")
    index = re.fullmatch(r"sections\[(\d+)\]\.body", path)
    return bool(index) and document.sections[int(index[1])].kind in (*kinds, "related", "readiness")


def names_without_words(document: GuideDocument, around: Surroundings) -> Iterator[Remark]:
    """Rows that name something and do not say anything of it."""
    for name, (title, words) in SAYS.items():
        for index, part in enumerate(getattr(document, name)):
            if not getattr(part, words) and getattr(part, "kind", "") != "technical":
                path = f"{name}[{index}].{words}"
                what = f"{excerpt(getattr(part, title))} has no {words}."
                yield Remark("complete", path, what, "A heading without words below it promises what is not there.")


def headings_without_body(document: GuideDocument, around: Surroundings) -> Iterator[Remark]:
    """Headings in Markdown that are followed by one of their own or a higher rank, or by nothing."""
    for path, text in markdown_texts(document):
        lines = [line for line in text.split("\n") if line.strip()]
        ranks = [len(match[1]) if (match := _HEADING.match(line)) else 0 for line in lines]
        for line, (rank, below) in zip(lines, pairwise([*ranks, 1]), strict=True):
            if rank and 0 < below <= rank:
                what = f"The heading {excerpt(line.lstrip('# '))} has nothing below it."
                yield Remark("complete", path, what, "A heading without words below it promises what is not there.")
