"""Education in the requirements of a guide: which degrees a line names, and what is asked of a beginner.

A line such as `Bachelor's degree (master's preferred), or equivalent experience` is read in parts, split at commas,
semicolons, brackets and dashes. A part that only recommends, or is about later levels, and names education of its own
is left out; one that names none is about the whole line. Degrees within a line are alternatives, so the lowest counts.
"""

import re
from collections.abc import Set
from dataclasses import dataclass
from enum import IntEnum

from guides.document.shape import GuideDocument
from guides.toolkit.skills_gap import skill_keys


class Degree(IntEnum):
    """Degrees, each of which includes those before it."""

    NONE = 0
    HIGH_SCHOOL = 1
    SOME_COLLEGE = 2
    ASSOCIATE = 3
    BACHELOR = 4
    MASTER = 5
    DOCTORATE = 6


_DEGREES = {
    Degree.HIGH_SCHOOL: r"high[- ]school|secondary (?:school|education)|ged|hiset",
    Degree.SOME_COLLEGE: r"some (?:college|university)|(?:college|university) courses?(?:work)?"
    r"|(?:post-?secondary|college|undergraduate) (?:certificate|non-?degree award)|certificate program",
    Degree.ASSOCIATE: r"associate['’]s|associates['’]?(?= degree)|associate(?= (?:degree|of|or bachelor))"
    r"|(?:two|2)[- ]year (?:college )?degree|a\.a\.s?\.|a\.s\.|aas|adn",
    Degree.BACHELOR: r"bachelor(?:['’]s|s['’]?)?|undergraduate degree|(?:college|university|(?:four|4)[- ]year) degree"
    r"|b\.a\.|b\.s\.|b\.ed\.|bsc|bsn|bba",
    Degree.MASTER: r"master['’]s|masters['’]?(?= degree)|master (?:of|in) (?:\w+ ){0,2}?(?:arts|science|education|laws"
    r"|administration|engineering|social work|public health|nursing)|(?:graduate|advanced|postgraduate) degree"
    r"|m\.a\.|m\.s\.|m\.ed\.|msc|msn|msw|mba",
    Degree.DOCTORATE: r"doctor(?:al|ate)s?|doctor of|juris doctor|ph\.?d\.?|m\.d\.|j\.d\.|ed\.d\.",
}
_NAMED = {degree: re.compile(rf"(?<![\w-])(?:{words})(?!\w)", re.IGNORECASE) for degree, words in _DEGREES.items()}
_EDUCATION = re.compile(
    r"\b(?:degrees?|diplomas?|certifi\w+|licen[sc]\w+|courses?|training|education|apprenticeship|experience)\b",
    re.IGNORECASE,
)
_NOT_OF_A_BEGINNER = re.compile(
    r"\b(?:prefer\w*|helps?(?! desk)|helpful|useful|optional\w*|advantage\w*|a plus|bonus|ideal\w*|desir\w*|benefi\w+"
    r"|recommend\w*|can|may|might|could|often|sometimes|instead of|in place of|in lieu of|not|no|rarely|seldom"
    r"|to advance|advancement|promotions?|supervisory|senior|later"
    r"|for (?!(?:all|any|entry|junior|many|most|the|these|this)\b)(?:[\w-]+,? ){1,5}(?:role|position|job|level)s?)\b",
    re.IGNORECASE,
)
_REQUIRED = re.compile(r"\b(?:requir\w+|must|mandatory|need\w*|licen[sc](?:e|ed|es|ure))\b", re.IGNORECASE)
_OR_EXPERIENCE = re.compile(r"\bor (?:[\w-]+ ){0,4}(?:experience|training)\b", re.IGNORECASE)
_INSTEAD_OF_A_DEGREE = re.compile(
    r"\b(?:instead of|in place of|in lieu of|substitutes? for|replaces?) (?:[\w-]+ ){0,3}(?:degree|education)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[;,()\[\]–—]| - |(?<=[a-z]{2})\. ")


@dataclass(frozen=True, slots=True)
class Line:
    """What the words of a requirement say: the lowest of its degrees, whether they ask it of a beginner and call it
    required, whether it takes the place of a degree, and whether experience takes its place."""

    degree: Degree
    is_asked: bool
    is_required: bool
    replaces_degree: bool
    or_experience: bool


def read_line(text: str) -> Line:
    parts = [part for part in _PARTS.split(text) if part.strip()]
    kept = [part for part in parts if not (_NOT_OF_A_BEGINNER.search(part) and _names_education(part))]
    return Line(
        degree=min(filter(None, map(_lowest_degree, kept or parts)), default=Degree.NONE),
        is_asked=bool(kept) and not any(map(_NOT_OF_A_BEGINNER.search, kept)),
        is_required=any(map(_REQUIRED.search, kept)),
        replaces_degree=bool(_INSTEAD_OF_A_DEGREE.search(text)),
        or_experience=bool(_OR_EXPERIENCE.search(text)),
    )


def _names_education(part: str) -> bool:
    return bool(_lowest_degree(part) or _EDUCATION.search(part))


def _lowest_degree(part: str) -> Degree:
    return next((degree for degree, words in _NAMED.items() if words.search(part)), Degree.NONE)


@dataclass(frozen=True, slots=True)
class Requirement:
    """A requirement of a guide; `key` is its name in addresses, `is_asked` whether a beginner needs it."""

    key: str
    text: str
    mark: str
    line: Line
    is_asked: bool


def read_requirements(document: GuideDocument) -> tuple[Requirement, ...]:
    """Read the requirements of a guide, each once, in its order.

    Where the guide marks some as essential, these are asked of a beginner. Elsewhere these are the lowest degree that
    the guide asks for, and what it says is required, such as a license.
    """
    marks, keys = document.marks, skill_keys(document.education_requirements)
    lines = {text: read_line(text) for text in keys}
    is_marked = any(marks.get(text) == "essential" for text in keys)
    asked = {text for text, line in lines.items() if line.is_asked and marks.get(text) != "useful"}
    lowest = min((lines[text].degree for text in asked if lines[text].degree), default=Degree.NONE)

    def is_asked(text: str) -> bool:
        if is_marked:
            return marks.get(text) == "essential"
        line = lines[text]
        return text in asked and (line.degree == lowest if line.degree else line.is_required)

    return tuple(Requirement(key, text, marks.get(text, ""), lines[text], is_asked(text)) for text, key in keys.items())


def unmet(requirements: tuple[Requirement, ...], has: Set[str]) -> tuple[Requirement, ...]:
    """List the requirements that somebody who `has` those with these keys does not meet.

    A degree includes the lower ones. What employers accept instead of a degree counts as the one that is asked for,
    but not as a high school diploma.
    """
    own = [requirement.line for requirement in requirements if requirement.key in has]
    highest = max((line.degree for line in own if not line.or_experience), default=Degree.NONE)
    has_replacement = any(line.replaces_degree for line in own)

    def is_met(requirement: Requirement) -> bool:
        degree = requirement.line.degree
        is_replaced = has_replacement and requirement.is_asked and degree > Degree.HIGH_SCHOOL
        return requirement.key in has or Degree.NONE < degree <= highest or is_replaced

    return tuple(requirement for requirement in requirements if not is_met(requirement))
