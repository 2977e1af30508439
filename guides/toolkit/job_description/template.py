"""The template: the parts of a guide that make a job description, chosen by numbered rules.

A template is stored with its text, so that old links show the same description under later rules.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from typing import Any

from guides.document.shape import CareerStep, GuideDocument, SalaryLevel, Skill
from guides.pages.provenance import Labelled, notes_in_words, notes_on, sources_in
from guides.rendering.markdown import plain_lines
from guides.rendering.money import format_money
from guides.rendering.passages import split_sentences

RULES = 2  # increase with every change of the output
MOST_MISSION_SENTENCES = 3
MOST_NEXT_LEVELS = 3
EQUAL_OPPORTUNITY = (
    "We welcome applications from people of every background. We decide by what the work needs, and we are glad to "
    "hear what would make applying or working here easier for you."
)
SCHEDULE_WORDS = re.compile(
    r"\b(?:hours?|shifts?|schedules?|evenings?|weekends?|nights?|holidays?|overtime|on[- ]call|(?:full|part)[- ]time"
    r"|offices?|on[- ]?site|remote(?:ly)?|hybrid|home|travel(?:l?ing)?|outdoors?)\b",
    re.IGNORECASE,
)
# The lists of a template in the order of the page; a line is identified by its list and number: `tools-2`.
LISTS = ("responsibilities", "essential", "useful", "unmarked", "tools", "schedule")


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A level to hire for; `pay` is a sentence, `leads_to` describes the next levels."""

    title: str
    experience: str = ""
    about: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    pay: str = ""
    leads_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A template; `usual_level` is the index in `levels` of the level with the role's own title.

    `pay_source` is the source of pay under rules 1; since then, the sentences on pay name it.
    """

    rules: int
    role: str
    mission: str
    levels: tuple[Level, ...]
    usual_level: int
    responsibilities: tuple[str, ...]
    essential: tuple[str, ...]
    useful: tuple[str, ...]
    unmarked: tuple[str, ...]
    tools: tuple[str, ...]
    schedule: tuple[str, ...]
    currency: str
    country: str
    equal_opportunity: str
    pay_source: str = ""

    def canonical(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    def sha256(self) -> str:
        return hashlib.sha256(self.canonical().encode()).hexdigest()

    @classmethod
    def from_json(cls, text: str) -> "Template":
        data = json.loads(text)
        levels = tuple(_from_data(Level, level) for level in data.pop("levels"))
        return _from_data(cls, {**data, "levels": levels})


def _from_data(kind: type, data: dict[str, Any]) -> Any:
    return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in data.items()})


@dataclass(frozen=True, slots=True)
class Difference:
    """The lines of one part that differ between two templates."""

    part: str
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]


def differences(before: Template, after: Template) -> tuple[Difference, ...]:
    """List the differences between two templates, part by part."""
    names = (part.name for part in fields(Template) if part.name != "usual_level")
    found = (_difference(name, getattr(before, name), getattr(after, name)) for name in names)
    return tuple(difference for difference in found if difference is not None)


def _difference(name: str, before: Any, after: Any) -> Difference | None:
    if before == after:
        return None
    old, new = (_in_words(value) for value in (before, after))
    in_old, in_new = set(old), set(new)
    only_before, only_after = tuple(w for w in old if w not in in_new), tuple(w for w in new if w not in in_old)
    return Difference(name.replace("_", " "), only_before, only_after)


def _in_words(value: Any) -> tuple[str, ...]:
    if not isinstance(value, tuple):
        return (str(value),) if value != "" else ()
    return tuple(_level_in_words(item) if isinstance(item, Level) else item for item in value)


def _level_in_words(level: Level) -> str:
    parts = (level.title, level.experience, *level.about, *level.focus, level.pay, *level.leads_to)
    return " · ".join(filter(None, parts))


# From a document


def build_template(document: GuideDocument) -> Template:
    """Build the template of a guide; a short guide gives a short template."""
    levels = tuple(_levels(document))
    titles = [level.title.casefold() for level in levels]
    own = document.title.casefold()
    details, marks = document.details, document.marks
    return Template(
        rules=RULES,
        role=document.title,
        mission=_mission(document),
        levels=levels,
        usual_level=titles.index(own),
        responsibilities=document.responsibilities,
        essential=details.essential,
        useful=details.useful,
        unmarked=tuple(need for need in document.needs if need not in marks),
        tools=tuple(_tools(document.skills)),
        schedule=tuple(_schedule(document)),
        currency=document.key_facts.currency or "",
        country=document.key_facts.country or "",
        equal_opportunity=EQUAL_OPPORTUNITY,
    )


def _mission(document: GuideDocument) -> str:
    """Return the first sentences of the summary, or of the overview if there is no summary."""
    overview = next((section.body for section in document.sections if section.kind == "overview"), "")
    lines = plain_lines(document.summary) or plain_lines(overview)
    return " ".join(split_sentences(lines[0])[:MOST_MISSION_SENTENCES]) if lines else ""


def _tools(skills: Iterable[Skill]) -> Iterator[str]:
    """List the technical skills that name tools, with their tools."""
    return (f"{skill.name}: {skill.detail}" for skill in skills if skill.kind == "technical" and skill.detail)


def _schedule(document: GuideDocument) -> Iterator[str]:
    """Yield the sentences about working hours and place from the section on the work environment."""
    if document.details.remote_work:
        yield f"Remote work in this role: {document.details.remote_work}."
    for section in document.sections:
        if section.kind == "work_environment":
            lines = (sentence for line in plain_lines(section.body) for sentence in split_sentences(line))
            yield from (sentence for sentence in lines if SCHEDULE_WORDS.search(sentence))


# Levels


def _levels(document: GuideDocument) -> Iterator[Level]:
    """Yield the levels of the career path, then those only in the pay table; first the role itself if in neither."""
    paid = {level.title.casefold(): level for level in reversed(document.salary_levels)}
    steps = {step.title.casefold(): step for step in reversed(document.career_path)}
    places = {step.title.casefold(): place for place, step in reversed([*enumerate(document.career_path, start=1)])}
    own = document.title.casefold()
    order = [step.title for step in document.career_path] + [level.title for level in document.salary_levels]
    titles = {title.casefold(): title for title in reversed(order)}
    keys = list(dict.fromkeys(title.casefold() for title in order))
    for key in keys if own in keys else [own, *keys]:
        above = document.career_path[places[key] : places[key] + MOST_NEXT_LEVELS] if key in steps else ()
        yield Level(
            title=titles.get(key, document.title),
            **_step_in_words(steps.get(key)),
            pay=_pay(document, paid.get(key), is_role=key == own),
            leads_to=tuple(_next_in_words(step, paid, document) for step in above),
        )


def _step_in_words(step: CareerStep | None) -> dict[str, Any]:
    if step is None:
        return {}
    about, focus = tuple(plain_lines(step.description)), tuple(plain_lines(step.focus_areas))
    return {"experience": step.experience, "about": about, "focus": focus}


def _pay(document: GuideDocument, level: SalaryLevel | None, *, is_role: bool) -> str:
    """Describe the pay for a level and its source, or for the role as a whole if the pay table does not contain it."""
    facts, known = document.key_facts, sources_in(document)
    where = f" ({facts.country})" if facts.country else ""
    if level:
        median = f"median {format_money(level.median, facts.currency)}"
        average = "" if level.average is None else f", average {format_money(level.average, facts.currency)}"
        sources = known.of_level(level.title, has_average=level.average is not None)
        return f"Typical pay at this level: {median}{average} a year{where}.{_source(sources)}"
    if is_role and facts.median_salary is not None:
        median = format_money(facts.median_salary, facts.currency)
        sources = {"": known.of("median_salary")}
        return f"Typical pay in this role: median {median} a year{where}.{_source(sources)}"
    return ""


def _source(sources: Labelled) -> str:
    """A sentence for the sources of pay; empty if the guide states none."""
    return (
        f" Source: {notes_in_words(notes_on(sources))}." if all(source.is_stated for source in sources.values()) else ""
    )


def _next_in_words(step: CareerStep, paid: dict[str, SalaryLevel], document: GuideDocument) -> str:
    words = f"{step.title} ({step.experience})" if step.experience else step.title
    level = paid.get(step.title.casefold())
    if level is None:
        return words
    source = sources_in(document).of("median", level.title)
    source_words = f" ({source.words})" if source.is_stated else ""
    return f"{words}, median {format_money(level.median, document.key_facts.currency)} a year{source_words}"
