"""Both real texts and both of ours, line by line: nothing lost, nothing invented, everything in its place."""

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from guides.document import GuideDocument
from guides.document.material import write_term
from guides.document.words import write_provenance
from guides.parsing import Reading, parse_guide, read_guide, write_guide
from guides.parsing.material import KIND_LABELS, LABELS
from tests.parsing.real_texts import OWN, each_own_text, each_seed, each_text

COUNTS = {
    "responsibilities": (7, 7),
    "education_requirements": (5, 5),
    "steps": (5, 5),
    "salary_levels": (6, 7),
    "career_path": (6, 7),
    "specializations": (0, 5),
    "pros": (7, 6),
    "cons": (7, 6),
    "faqs": (8, 8),
    "resources": (6, 6),
    "related": (5, 5),
}
# No official figure fits the seventh level of the specialist, and our texts answer more questions.
OWN_COUNTS = COUNTS | {"salary_levels": (6, 6), "faqs": (12, 10)}
STRUCTURE = {
    "Guide Details", "Key Facts & Statistics", "Median Salary", "Growth Outlook", "Annual Openings", "Top Industries",
    "Typical Education", "openings annually", "What does a {role} do?", "Key Responsibilities",
    "Education Requirements", "Technical Skills", "Soft Skills", "Salary by Experience Level",
    "LevelUS MedianUS Average", "Key Focus Areas", "Pros", "Cons", "View examples", "Explore career guide",
    "See your skills gap", "Assess your readiness",
    "Interview Questions", "Sample Resumes", "Sample Letters", "Job Ad", "Glossary",
    *(f"{label}:" for labels in LABELS.values() for label in labels.values()),
}  # fmt: skip
SALES = "Land your dream job with"


def words_of(raw: str) -> str:
    return raw.strip().removeprefix("• ")


def content(text: str, reading: Reading) -> dict[str, list[str]]:
    """Path → the words of the lines that were reported as its content."""
    lines = text.split("\n")
    found = defaultdict(list)
    for report in reading.lines:
        if report.kind == "content":
            found[report.path].append(words_of(lines[report.number - 1]))
    return found


def without_eg(words: str) -> str:
    """A technical skill without the `e.g., ` of the parenthesis that closes it."""
    return re.sub(r"\(e\.g\., (?=[^()]*\)$)", "(", words)


def without_mark(words: str) -> str:
    """A skill or a requirement without the mark behind it, which stands in the details."""
    return re.sub(r" \{(?:essential|useful)\}$", "", words)


def dollars(amount: int) -> str:
    return f"${amount // 1000}k" if amount % 1000 == 0 else f"${amount:,}"


def expected_content(document: GuideDocument) -> dict[str, list[str]]:
    """Path → the lines that a text must have there: every fact of the document, once, in the layout of the texts."""
    facts, details = document.key_facts, document.details
    expected = {
        "title": [f"Complete {document.title} Career Guide"],
        "summary": [document.summary],
        "key_facts.median_salary": [f"{dollars(facts.median_salary)} {facts.currency}"],
        "key_facts.salary_low": [
            f"Range: {dollars(facts.salary_low)} - {dollars(facts.salary_high)}"
            f"{'+' if facts.salary_high_is_open else ''} {facts.currency}"
        ],
        "key_facts.growth_percent": [f"{facts.growth_percent}%"],
        "key_facts.growth_note": [facts.growth_note],
        "key_facts.annual_openings": [
            f"{'≈' if facts.annual_openings_is_approximate else ''}{dollars(facts.annual_openings).removeprefix('$')}"
        ],
        "key_facts.typical_education": [facts.typical_education],
        "details.category": [f"Category: {details.category}"],
        "details.alternative_titles": [f"Alternative titles: {'; '.join(details.alternative_titles)}"],
        "details.education_level": [f"Education level: {details.education_level}"],
        "details.remote_work": [f"Remote work: {details.remote_work}"],
    }
    if details.time_to_qualify:
        expected["details.time_to_qualify"] = [f"Time to qualify: {details.time_to_qualify}"]
    expected |= {f"key_facts.top_industries[{i}]": [name] for i, name in enumerate(facts.top_industries)}
    expected |= {
        f"details.sources[{i}]": [
            f"Source ({source.covers.replace('_', ' ')}): {source.name}"
            + (f", {source.url}" if source.url else "")
            + (f", as of {source.as_of}" if source.as_of else "")
        ]
        for i, source in enumerate(details.sources)
    }
    expected |= {
        f"details.occupations[{i}]": [f"Occupation{f' ({link.level})' if link.level else ''}: {link.code}"]
        for i, link in enumerate(details.occupations)
    }
    expected |= {f"provenance[{i}]": [write_provenance(known)] for i, known in enumerate(document.provenance)}
    expected |= dict(listed_content(document))
    expected |= dict(material_content(document))
    nothing = ([""], ["Category: None"], ["Alternative titles: "], ["Education level: None"], ["Remote work: None"])
    return {path: lines for path, lines in expected.items() if lines not in nothing}


def listed_content(document: GuideDocument) -> Iterator[tuple[str, list[str]]]:
    for name in ("responsibilities", "education_requirements", "pros", "cons"):
        yield from ((f"{name}[{i}]", [text]) for i, text in enumerate(getattr(document, name)))
    for i, skill in enumerate(document.skills):
        pattern = "{} ({})" if skill.kind == "technical" else "{}: {}"
        yield f"skills[{i}]", [pattern.format(skill.name, skill.detail) if skill.detail else skill.name]
    for i, level in enumerate(document.salary_levels):
        row = f"{level.title}\t{dollars(level.median)} USD\t–"
        if level.average is not None:
            row = f"{level.title}{dollars(level.median)} USD{dollars(level.average)} USD"
        yield f"salary_levels[{i}]", [row]
    texts = {
        "sections": ("body",),
        "steps": ("text",),
        "career_path": ("title", "experience", "description", "focus_areas"),
        "specializations": ("name", "description"),
        "faqs": ("question", "answer"),
        "resources": ("title", "blurb"),
        "related": ("title", "blurb"),
    }
    for name, fields in texts.items():
        for i, part in enumerate(getattr(document, name)):
            yield from ((f"{name}[{i}].{field}", getattr(part, field).split("\n\n")) for field in fields)


def material_content(document: GuideDocument) -> Iterator[tuple[str, list[str]]]:
    """Path → lines, the first with its label unless that stands alone, above a list."""
    for name, labels in LABELS.items():
        for i, row in enumerate(getattr(document, name)):
            if name == "interview":
                yield f"{name}[{i}].question", [f"{KIND_LABELS[row.kind]}: {row.question}"]
            for field, label in labels.items():
                first, *lines = getattr(row, field).split("\n")
                if first and not first.startswith("- "):
                    first = f"{label}: {first}"
                if field == "experience":
                    lines = [line if line.startswith("- ") or not line else f"{label}: {line}" for line in lines]
                if first:
                    yield f"{name}[{i}].{field}", [line.removeprefix("- ") for line in (first, *lines) if line]
    yield from ((f"glossary[{i}]", [write_term(term)]) for i, term in enumerate(document.glossary))


@each_text
def test_every_line_is_content_structure_or_left_out(path: Path):
    text = path.read_text()
    reading = read_guide(text)
    assert [line.number for line in reading.lines] == [
        number for number, raw in enumerate(text.split("\n"), start=1) if raw.strip()
    ]
    assert {line.kind for line in reading.lines} <= {"content", "structure", "left out"}
    assert reading.warnings == ()


@each_text
def test_content_lines_and_the_document_say_the_same(path: Path):
    """Both ways: each line stands at the path reported, and nothing stands in the document without its line."""
    text = path.read_text()
    reading = read_guide(text)
    found = content(text, reading)
    for key in [key for key in found if key.startswith(("skills[", "education_requirements["))]:
        strip = without_eg if key.startswith("skills[") else str
        found[key] = [without_mark(strip(words)) for words in found[key]]
    assert found == expected_content(reading.document)


@each_text
def test_what_no_line_says_as_content_follows_from_the_others(path: Path):
    document = parse_guide(path.read_bytes())
    assert document.slug == path.stem
    assert document.key_facts.country == "US"
    assert [step.number for step in document.steps] == [1, 2, 3, 4, 5]
    for rung in document.career_path:
        years = [int(number) for number in re.findall(r"\d+", rung.experience)]
        assert (rung.years_min, rung.years_max) == (years[0], years[1] if len(years) > 1 else None)


@each_text
def test_structure_lines_are_of_a_closed_set(path: Path):
    text = path.read_text()
    reading = read_guide(text)
    document = reading.document
    known = {line.format(role=document.title) for line in STRUCTURE} | {s.heading for s in document.sections}
    lines = text.split("\n")
    structure = [words_of(lines[line.number - 1]) for line in reading.lines if line.kind == "structure"]
    assert [line for line in structure if line not in known and not re.fullmatch(r"(Step )?\d", line)] == []


@each_text
def test_every_section_has_its_heading_in_the_text_in_the_same_order(path: Path):
    text = path.read_text()
    headings = [section.heading for section in parse_guide(text).sections]
    lines = [raw.strip() for raw in text.split("\n")]
    positions = [lines.index(heading) for heading in headings]
    assert positions == sorted(positions)


@each_text
def test_only_the_sales_block_is_left_out(path: Path):
    text = path.read_text()
    lines = text.split("\n")
    start = next((n for n, raw in enumerate(lines, start=1) if raw.strip().startswith(SALES)), len(lines) + 1)
    left_out = {line.number for line in read_guide(text).lines if line.kind == "left out"}
    assert left_out == {number for number in range(start, len(lines) + 1) if lines[number - 1].strip()}


@each_text
def test_lists_have_as_many_entries_as_the_text(path: Path):
    document = parse_guide(path.read_bytes())
    column = path.stem.endswith("specialist")
    assert {name: len(getattr(document, name)) for name in COUNTS} == {
        name: counts[column] for name, counts in (OWN_COUNTS if path.parent == OWN else COUNTS).items()
    }
    assert len(document.key_facts.top_industries) == 4
    assert [skill.kind for skill in document.skills] == ["technical"] * 10 + ["soft"] * 8


@each_own_text
def test_every_figure_of_our_texts_is_published_or_derived(path: Path):
    document = parse_guide(path.read_bytes())
    assert {known.of: known.value for known in document.provenance} == document.figures
    assert {known.kind for known in document.provenance} == {"published", "derived"}


@each_own_text
def test_figures_of_our_texts_are_those_of_customer_service_representatives(path: Path):
    facts = parse_guide(path.read_bytes()).key_facts
    assert (facts.salary_low, facts.median_salary, facts.salary_high) == (31_750, 44_770, 63_590)
    assert (facts.growth_percent, facts.growth_note, facts.annual_openings) == (-5.5, "decline, 2024–34", 341_700)
    assert (facts.salary_high_is_open, facts.annual_openings_is_approximate) == (False, False)


@each_seed
def test_figures_are_those_of_the_text(path: Path):
    facts = parse_guide(path.read_bytes()).key_facts
    bounds = (30_000, 60_000, 340_000) if path.stem.endswith("specialist") else (29_000, 56_000, 330_000)
    assert (facts.salary_low, facts.salary_high, facts.annual_openings) == bounds
    assert (facts.median_salary, facts.growth_percent, facts.growth_note) == (39_120, 5, "as fast as average")
    assert facts.salary_high_is_open
    assert facts.annual_openings_is_approximate


@each_text
def test_last_and_first_of_neighboring_lists_stay_apart(path: Path):
    document = parse_guide(path.read_bytes())
    first_level = 36_000 if path.stem.endswith("operator") else 35_000
    if path.parent == OWN:
        first_level = 36_870
    assert document.skills[10].name == "Active Listening"
    assert document.skills[9].name.startswith("Social Media Monitoring Tools")
    assert document.salary_levels[0].median == first_level
    assert document.career_path[0].experience == "0-1 year"
    assert document.faqs[0].question.endswith("?")
    assert [resource.kind for resource in document.resources] == [
        "resume",
        "cover_letter",
        "interview",
        "job_description",
        "skills_gap",
        "readiness",
    ]


@each_own_text
def test_own_texts_are_written_back_byte_for_byte(path: Path):
    assert write_guide(parse_guide(path.read_bytes())).encode() == path.read_bytes()


@each_text
def test_no_mark_is_needed(path: Path):
    assert not re.search(r"^\s*(\\|# )|\\", write_guide(parse_guide(path.read_bytes())), re.MULTILINE)


@each_seed
def test_seeds_are_written_back_line_by_line(path: Path):
    """Apart from indentation, `e.g., ` before a skill's detail, a bullet that is a heading, and the sales block."""
    text = path.read_text()
    lines = text.split("\n")
    expected = []
    for report in read_guide(text).lines:
        words = lines[report.number - 1].strip()
        if report.path.startswith("skills["):
            words = without_eg(words)
        if report.kind != "left out":
            expected.append("Technical Skills" if words == "• Technical Skills" else words)
    assert [line for line in write_guide(parse_guide(text)).split("\n") if line] == expected


def indented(text: str) -> str:
    """A text with random indentation, except of material, whose Markdown has lists."""
    chance = random.Random(1)
    guide, heading, material = text.partition("Interview Questions\n\nOpening")
    return "\n".join(" " * chance.randrange(9) + line for line in guide.split("\n")) + heading + material


def tabbed(text: str) -> str:
    return "\n".join("\t" + line.strip() + "\t" for line in text.split("\n"))


def unbroken(text: str) -> str:
    chance = random.Random(2)
    return re.sub(" ", lambda _: chance.choice(" \u00a0"), text)


CHANGES = {
    "random indentation": indented,
    "tabs": tabbed,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "byte-order mark": lambda text: "\ufeff" + text,
    "no-break spaces": unbroken,
    "hyphen bullets": lambda text: text.replace("• ", "- "),
    "star bullets": lambda text: text.replace("• ", "*   "),
    "en dashes in ranges": lambda text: re.sub(r"(?m)^(\s*Range: \S+) - ", r"\1 – ", text),
    "blank lines with spaces": lambda text: text.replace("\n\n", "\n \t \n"),
    "more blank lines": lambda text: re.sub(r"(?m)^$", "\n", text),
    "no blank line at the end": lambda text: text.rstrip(),
}


@each_text
@pytest.mark.parametrize("change", CHANGES)
def test_layout_that_means_nothing_changes_nothing(path: Path, change: str):
    text = path.read_text()
    changed = CHANGES[change](text)
    assert changed != text or change == "no blank line at the end"
    assert parse_guide(changed.encode()) == parse_guide(text)
