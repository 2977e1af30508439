"""One line on what was read from a text, to compare with what its author wrote."""

from collections.abc import Iterator

from guides.document.shape import LISTS, GuideDocument

MATERIAL_WORDS = (
    ("interview", "interview question", "interview questions"),
    ("resumes", "sample resume", "sample resumes"),
    ("letters", "sample letter", "sample letters"),
    ("job_ads", "job ad", "job ads"),
    ("glossary", "term", "terms"),
)


def summarize(document: GuideDocument) -> str:
    """Count what a document has: `7 duties, no requirements, 12 skills, median pay, 4 pay levels, …, 8 questions`."""
    counts = (
        (len(document.responsibilities), "duty", "duties"),
        (len(document.education_requirements), "requirement", "requirements"),
        (len(document.skills), "skill", "skills"),
        (len(document.steps), "step", "steps"),
        (len(document.career_path), "career level", "career levels"),
        (len(document.pros), "pro", "pros"),
        (len(document.cons), "con", "cons"),
        (len(document.faqs), "question", "questions"),
        (len(document.related), "related career", "related careers"),
        (len(document.sections), "section", "sections"),
        *_material(document),
    )
    words = [f"{count} {one if count == 1 else many}" for count, one, many in counts]
    return ", ".join([words[0], _pay(document), *words[1:]])


def _material(document: GuideDocument) -> Iterator[tuple[int, str, str]]:
    """Counts of the lists of material that a document has; most have none."""
    for name, one, many in MATERIAL_WORDS:
        if count := len(getattr(document, name)):
            yield count, one, many


def is_thin(document: GuideDocument) -> bool:
    """Whether a document has neither a list nor a figure, so that most of its text may have been misread."""
    facts = document.key_facts
    figures = (facts.median_salary, facts.salary_low, facts.salary_high, facts.growth_percent, facts.annual_openings)
    lists = (getattr(document, name) for name in LISTS if "." not in name and name != "sections")
    return not any(lists) and all(figure is None for figure in figures)


def _pay(document: GuideDocument) -> str:
    facts, levels = document.key_facts, len(document.salary_levels)
    found = [
        *(["median pay"] if facts.median_salary is not None else []),
        *(["a pay range"] if facts.salary_low is not None or facts.salary_high is not None else []),
        *([f"{levels} pay level{'' if levels == 1 else 's'}"] if levels else []),
    ]
    return ", ".join(found) or "no pay"
