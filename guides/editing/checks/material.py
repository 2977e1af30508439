"""Tool material: lists that are missing or thin, and levels that the guide does not have."""

from collections.abc import Iterator
from dataclasses import astuple

from django.template.defaultfilters import pluralize

from guides.document import GuideDocument
from guides.document.material import FIRST_JOB, SITUATIONS
from guides.editing.checks.suggestion import SiteContext, Suggestion
from guides.rendering.passages import excerpt
from guides.toolkit.placeholders import placeholders_in

FEWEST_QUESTIONS = 8
MISSING = {
    "letters": ("No sample letters.", "Applicants look for a letter to start from."),
    "job_ads": ("No job ad.", "Recruiters look for a text to start from."),
    "glossary": ("No glossary.", "Newcomers don't know the words of the job."),
}
# Fields of a question that may be empty in a document, and what is missing without them.
OF_A_QUESTION = {
    "plan": ("plan", "Applicants need to know how to build an answer."),
    "sample": ("sample answer", "Applicants learn from an example."),
}


def missing_material(document: GuideDocument, site: SiteContext) -> Iterator[Suggestion]:
    if (found := len(document.interview)) < FEWEST_QUESTIONS:
        what = f"{found or 'No'} interview question{pluralize(found)}, at least {FEWEST_QUESTIONS} expected."
        yield Suggestion("complete", "interview", what, "Fewer make no interview to practice.")
    if all(resume.situation.casefold() != FIRST_JOB.casefold() for resume in document.resumes):
        why = "Many readers have no experience to write about yet."
        yield Suggestion("complete", "resumes", "No sample resume for a first job.", why)
    for name, (what, why) in MISSING.items():
        if not getattr(document, name):
            yield Suggestion("complete", name, what, why)


def questions_without_answer(document: GuideDocument, site: SiteContext) -> Iterator[Suggestion]:
    """Questions without a plan or a sample answer. The interviewer answers those that applicants ask back."""
    for index, question in enumerate(document.interview):
        for name, (words, why) in OF_A_QUESTION.items():
            if not getattr(question, name) and (question.kind, name) != ("ask_back", "sample"):
                what = f"{excerpt(question.question)} has no {words}."
                yield Suggestion("complete", f"interview[{index}].{name}", what, why)


def unknown_situations(document: GuideDocument, site: SiteContext) -> Iterator[Suggestion]:
    """Resumes, letters and job ads for levels that the guide does not have, such as one that was renamed."""
    levels = {level.title.casefold() for level in (*document.salary_levels, *document.career_path)}
    for name, field in (("resumes", "situation"), ("letters", "situation"), ("job_ads", "level")):
        known = levels | {words.casefold() for words in SITUATIONS.get(name, ("",))}
        for index, row in enumerate(getattr(document, name)):
            if (title := getattr(row, field)).casefold() not in known:
                what = f"{excerpt(title)} is not a level of this guide."
                why = (
                    "If the level was renamed, change its title here, too. Readers still see the text under this title."
                )
                yield Suggestion("complete", f"{name}[{index}].{field}", what, why)


def unfinished_samples(document: GuideDocument, site: SiteContext) -> Iterator[Suggestion]:
    """Resumes without jobs, and samples with blanks in square brackets."""
    for index, resume in enumerate(document.resumes):
        if not resume.experience:
            why = "Readers see a resume without experience."
            yield Suggestion("complete", f"resumes[{index}].experience", "A sample resume without jobs.", why)
    for name in ("resumes", "letters"):
        for index, sample in enumerate(getattr(document, name)):
            for blank in placeholders_in("\n".join(astuple(sample))):
                what = f"A blank is left: {excerpt(blank)}."
                why = "A sample is finished. Write what an invented person would write."
                yield Suggestion("complete", f"{name}[{index}]", what, why)
