"""The keywords that recruiters search for in a role, and whether a text contains them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from guides.document.needs import skills_by_importance
from guides.document.shape import GuideDocument, Skill
from guides.document.skill_names import spelled_out, without_purpose
from guides.toolkit.ad_match.words import form_of_name, read_words, runs_of
from guides.toolkit.lists import COMMA, split_list

MOST_WORDS_OF_A_NAME = 4
END_OF_NAME = re.compile(rf"\s*(?:[:;]|{COMMA})")  # before an explanation
IN_BRACKETS = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Keyword:
    """A name with its synonyms, such as an acronym, and parts, such as tools."""

    name: str
    others: tuple[str, ...]
    kind: str
    importance: str


def build_keywords(document: GuideDocument) -> tuple[Keyword, ...]:
    """List the title, then technical and soft skills, each by importance, then by the guide's order."""
    title = Keyword(document.title, document.details.alternative_titles, "title", "")
    skills = (skill for kind in ("technical", "soft") for skill in skills_by_importance(document, kind))
    marks = document.marks
    return (title, *(_keyword(skill, marks.get(skill.name, "")) for skill in skills))


def _keyword(skill: Skill, importance: str) -> Keyword:
    listed = [skill.detail if skill.kind == "technical" else "", *IN_BRACKETS.findall(skill.name)]
    others = (name for words in listed for name in split_list(words))
    names = tuple(name for name in others if len(IN_BRACKETS.sub(" ", name).split()) <= MOST_WORDS_OF_A_NAME)
    name = END_OF_NAME.split(without_purpose(skill.name), maxsplit=1)[0].strip() or skill.name
    known = filter(None, [spelled_out(skill.name)])
    return Keyword(name, (*names, *known), skill.kind, importance)


def named_keywords(keywords: Iterable[Keyword], text: str) -> list[tuple[Keyword, bool]]:
    """Pair keywords with whether a text has the name or one of the others, in any form of the words."""
    runs = {run for line in text.splitlines() for run in runs_of(read_words(line))}
    return [(keyword, not runs.isdisjoint(_forms(keyword))) for keyword in keywords]


def _forms(keyword: Keyword) -> set[str]:
    names = (part for name in (keyword.name, *keyword.others) for part in _parts(name))
    return {form for name in names if (form := form_of_name(name))}


def _parts(name: str) -> tuple[str, ...]:
    """The name without its brackets, then what is listed in them: `Office (Word, Excel)` has three parts."""
    return (IN_BRACKETS.sub(" ", name), *(part for words in IN_BRACKETS.findall(name) for part in split_list(words)))
