"""Guides and texts of any size for `growth.py`."""

import random
from dataclasses import replace

from guides.document.licenses import License
from guides.document.other_pay import OtherPay, read_other_pay
from guides.document.shape import (
    FAQ,
    CareerStep,
    Details,
    GuideDocument,
    KeyFacts,
    RelatedRole,
    Resource,
    SalaryLevel,
    Section,
    Skill,
    Source,
    Specialization,
    Step,
)

SEED = 1871
SENTENCE = "Dough is mixed before dawn, rests while the ovens heat, and is shaped by hand in the hours that follow. "
BODY = SENTENCE.strip()
TITLE = "Complete Baker Career Guide\n\n"

# Texts to parse: a start, and a piece that is repeated until the text is long enough.
TEXTS = {
    "prose": ("", SENTENCE * 5 + "\n\n"),
    "interview questions": ("Interview Questions\n\n", "Opening: Why bake?\nPlan: Say why.\n• It smells\n\n"),
    "jobs": ("Sample Resumes\n\nSituation: First job\n", "Job: Baker; Oven; Tulsa; 2024\n• Baked\n"),
    "wrapped duty": ("Job Ad\n\nDuties:\n• Bake\n", "bread\n"),
    "terms": ("Glossary\n\n", "Crumb: The inside.\n"),
    "headings of material": ("", "Glossary\n\n"),
    "headings only": ("", "Work Environment\n\nCareer Path\n\nBread\n\n"),
    "unknown headings": ("", "On Flour\n\n" + SENTENCE + "\n\n"),
    "almost headings": ("", "career path for " * 9 + "a?\n\n"),
    "bullets only": ("Key Responsibilities\n\n", "• Shape loaves\n"),
    "wrapped bullet": ("Key Responsibilities\n\n• Shape loaves\n", "and rolls\n"),
    "one endless line": ("", SENTENCE),
    "control characters": ("", "\b"),
    "endless bullet": ("Technical Skills\n\n• ", "Mixing (e.g., "),
    "blank lines": ("", "\n"),
    "tabs and spaces": ("", " \t"),
    "numbers": ("Career Path\n\n", "1\n\n"),
    "numbered steps": ("How to Become a Baker\n\n", "1\n\nStep 1\n\nMix.\n\n"),
    "pay rows": ("Salary by Experience Level\n\nLevelUS MedianUS Average\n", "Baker$36k USD$38k USD\n"),
    "refused pay rows": ("Salary by Experience Level\n\nLevelUS MedianUS Average\n", "Baker$36k\n"),
    "endless pay row": ("Salary by Experience Level\n\nLevelUS MedianUS Average\n", "1,000 $1k "),
    "digits": ("Salary by Experience Level\n\nLevelUS MedianUS Average\n", "1" * 400 + "\n"),
    "parentheses": ("Technical Skills\n\n• Mixing ", "("),
    "closed parentheses": ("Technical Skills\n\n• Mixing ", ")"),
    "backslashes": ("", "\\"),
    "marks": ("", "# Bread {other}\n\n"),
    "braces": ("", "# {a {"),
    "questions": ("FAQ\n\n", "Why bake at night?\n\nBecause people eat bread in the morning.\n\n"),
    "resources": ("Job Application Toolkit\n\n", "Baker Resume Examples\n\nShow your bread.\n\nView examples\n\n"),
    "related roles": ("Related Careers\n\n", "Miller\n\nMills the flour.\n\nExplore career guide\n\n"),
    "marked skills": ("Technical Skills\n\n", "• Mixing {essential}\n"),
    "sources": ("Guide Details\n\n", "Source (key facts): Census of ovens, https://example.org, as of 2025-05\n"),
    "endless source": ("Guide Details\n\nSource (key facts): Census", ", https://example.org, as of 2025-05"),
    "accents": ("", "e\u0323\u0301"),
    "endless accents": ("", "\u0301\u0323"),
    "stars": ("", "*"),
    "star pairs": ("", "*a* "),
    "brackets": ("", "[a]("),
    "angle brackets": ("", "<a:"),
    "ampersands": ("", "&amp;"),
    "backticks": ("", "`a``b"),
    "table rows": ("", "|-|\n"),
    "nested list": ("", "• Flour\n  • Rye\n    • Wholemeal\n"),
}

# Markdown to render: a piece that is repeated.
MARKDOWN = {
    "paragraphs": SENTENCE + "\n\n",
    "one line": SENTENCE,
    "links": "[bread](https://example.org/bread) ",
    "open links": "[a](",
    "brackets": "[",
    "closed brackets": "]",
    "angle brackets": "<a:",
    "emphasis": "*a* **b** _c_ ",
    "open emphasis": "*a _b ",
    "stars": "*",
    "strikethrough": "~~a~~ ",
    "open strikethrough": "~~a ",
    "code": "`a` ",
    "open code": "`a``b```c",
    "backslashes": "\\*",
    "entities": "&amp;",
    "tables": "| a | b |\n| --- | --- |\n| 1 | 2 |\n\n",
    "table rows": "| 1 | 2 |\n",
    "nested quotes": "> > > > > a\n",
    "quotes": "> a\n",
    "endless quote": "> ",
    "nested lists": "- a\n  - b\n    - c\n",
    "lists of one line": "- - - - a\n",
    "headings": "# a\n",
    "rules": "***\n",
    "pictures": "![a](/pictures/b.webp) ",
    "bare addresses": "https://example.org ",
}


def text_of(start: str, piece: str, size: int) -> str:
    """A guide text of about `size` bytes: the start, then the repeated piece."""
    return TITLE + start + piece * (size // len(piece.encode()))


def guide(rows: int, slug: str = "baker", *, word: str = "bread") -> GuideDocument:
    """A guide with this many different rows in each list, each row with the word."""
    numbers = range(1, rows + 1)
    pay = read_other_pay("median", "$18.50 an hour")
    return GuideDocument(
        title=slug.title(),
        slug=slug,
        summary=BODY,
        details=Details(
            alternative_titles=tuple(f"{word} maker {number}" for number in numbers),
            sources=tuple(Source(covers="key_facts", name=f"Census of {word} {number}") for number in numbers),
            licenses=tuple(License(name=f"License for {word} {number}", body="the town") for number in numbers),
            essential=tuple(f"Baking {word} {number}" for number in numbers if number % 2),
            useful=tuple(f"Baking {word} {number}" for number in numbers if not number % 2),
        ),
        key_facts=KeyFacts(currency="USD", top_industries=tuple(f"{word} trade {number}" for number in numbers)),
        sections=tuple(Section(kind="other", heading=f"On {word} {number}", body=BODY) for number in numbers),
        responsibilities=tuple(f"Bake {word} {number}." for number in numbers),
        education_requirements=tuple(f"Certificate in {word} {number}" for number in numbers),
        skills=tuple(Skill(kind="technical", name=f"Baking {word} {number}", detail="by hand") for number in numbers),
        steps=tuple(Step(number=number, text=f"Learn to bake {word} {number}.") for number in numbers),
        salary_levels=tuple(SalaryLevel(title=f"{word} baker {n}", median=40_000 + n, average=41_000) for n in numbers),
        career_path=tuple(CareerStep(title=f"{word} baker {n}", description=f"Bakes {word} {n}.") for n in numbers),
        specializations=tuple(Specialization(name=f"{word} {n}", description=f"Bakes {word} {n}.") for n in numbers),
        pros=tuple(f"Fresh {word} {number}" for number in numbers),
        cons=tuple(f"Old {word} {number}" for number in numbers),
        faqs=tuple(FAQ(question=f"How is {word} {n} baked?", answer=f"{word} {n} is baked at night.") for n in numbers),
        resources=tuple(Resource(kind="resume", title=f"Resume of {word} {n}", blurb="To start.") for n in numbers),
        related=tuple(RelatedRole(title=f"{word} {n}", slug=f"{slug}-{word}-{n}", blurb="Near.") for n in numbers),
        other_pay=tuple(
            OtherPay(level=f"Apprentice {n}", figure="median", words="$18.50 an hour", currency="USD", **pay)
            for n in numbers
        ),
    )


LISTS = tuple(name for name in GuideDocument.__dataclass_fields__ if isinstance(getattr(guide(1), name), tuple))


def with_rows(document: GuideDocument, change) -> GuideDocument:
    """A guide in which each list is changed by a function on its rows."""
    changed = replace(document, **{name: tuple(change(getattr(document, name))) for name in LISTS})
    steps = tuple(replace(step, number=number) for number, step in enumerate(changed.steps, start=1))
    names = [skill.name for skill in changed.skills]
    marks = {mark: tuple(names[at::2]) for at, mark in enumerate(("essential", "useful"))}
    return replace(changed, steps=steps, details=replace(document.details, **marks))


def reworded(row):
    """A row with other words in its text, or in its name if it has no text."""
    if isinstance(row, str):
        return f"Now {row}"
    field = next(name for name in ("body", "description", "answer", "blurb", "text", "detail", "median", "level")
                 if hasattr(row, name))  # fmt: skip
    value = getattr(row, field)
    return replace(row, **{field: value + 1 if isinstance(value, int) else f"Now {value}"})


def some_changed(rows):
    """Each tenth row reworded, chosen at random."""
    chance = random.Random(SEED)
    return [reworded(row) if chance.random() < 0.1 else row for row in rows]


def all_changed(rows):
    return [reworded(row) for row in rows]


def first_gone(rows):
    """All rows one place to the front."""
    return rows[1:]


def shuffled(rows):
    return random.Random(SEED).sample(rows, len(rows))


CHANGES = {
    "some rows changed": lambda document: with_rows(document, some_changed),
    "all rows changed": lambda document: with_rows(document, all_changed),
    "first rows removed": lambda document: with_rows(document, first_gone),
    "rows shuffled": lambda document: with_rows(document, shuffled),
    "all rows replaced": lambda document: replace(guide(len(document.skills), word="cake"), slug=document.slug),
}


# Two versions of a text


def moved_words(size: int) -> tuple[str, str]:
    """One line, with its words shuffled."""
    words = [f"word{number}" for number in range(size // 9)]
    return " ".join(words), " ".join(shuffled(words))


def repeated_words(vocabulary: int, length: int):
    """Make two texts of lines of `length` words from a small vocabulary, all changed, between unchanged lines."""

    def texts(size: int) -> tuple[str, str]:
        chance, count = random.Random(SEED), size // (length * 3)

        def text() -> str:
            lines = (" ".join(f"w{chance.randrange(vocabulary)}" for _ in range(length)) for _ in range(count))
            return "\n".join(f"line {number}\n{line}" for number, line in enumerate(lines))

        return text(), text()

    return texts


def changed_lines(size: int) -> tuple[str, str]:
    """Short lines, every other one changed."""
    numbers = range(size // 12)
    return "\n".join(f"line {n}" for n in numbers), "\n".join(f"line {n}" + " too" * (n % 2) for n in numbers)


VERSIONS = {
    "words in another order": moved_words,
    "two words, 300 a line": repeated_words(2, 300),
    "two words, 1,000 a line": repeated_words(2, 1000),
    "thirty words, 1,000 a line": repeated_words(30, 1000),
    "every other line changed": changed_lines,
}
