"""The template of a job ad: what a guide's own job ads say for each level, or what rules choose from its lists.

A template is stored with its text, so that old links show the same ad under later rules. `first_rules.py` reads the
templates of rules 1 and 2.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

from guides.document.levels import RoleLevel, levels_of
from guides.document.material import JobAd
from guides.document.shape import GuideDocument
from guides.rendering.markdown import plain_lines
from guides.toolkit.job_description.plain_template import PARTS, plain_parts
from guides.toolkit.readiness.ladder import leading_titles

T = TypeVar("T")

RULES = 4  # increase with every change of the output
LISTS = ("duties", "must_haves", "nice_to_haves")
# The parts of an ad with their headings, in the usual order.
HEADINGS = {
    "summary": "About the job",
    "company": "About us",
    "duties": "What you will do",
    "must_haves": "What you need",
    "nice_to_haves": "Good to have",
    "offer": "What we offer",
    "apply": "How to apply",
    "equal_opportunity": "Equal opportunity",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """The ad for a level: paragraphs of the summary, and lists of lines.

    It is written if the guide has a job ad, else put together by rules.
    """

    title: str
    is_written: bool
    summary: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    must_haves: tuple[str, ...] = ()
    nice_to_haves: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A template; `usual_level` is the index in `levels` of the level with the role's own title.

    `currency` and `country` are the guide's, and empty if it states none.
    """

    rules: int
    role: str
    levels: tuple[Level, ...]
    usual_level: int
    currency: str
    country: str

    def canonical(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    def sha256(self) -> str:
        return hashlib.sha256(self.canonical().encode()).hexdigest()


def template_from_data(data: dict[str, Any], kind: type[T], level_kind: type) -> T:
    """Make a template of a kind from its parsed JSON."""
    levels = tuple(_from_data(level_kind, level) for level in data["levels"])
    return _from_data(kind, {**data, "levels": levels})


def _from_data(kind: type[T], data: dict[str, Any]) -> T:
    return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in data.items()})


@dataclass(frozen=True, slots=True)
class Difference:
    """The lines of one part, named by its heading, that differ between two versions of an ad."""

    part: str
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]


def differences(before: Level, after: Level) -> tuple[Difference, ...]:
    """List the differences between the ads for a level, part by part."""
    pairs = ((HEADINGS[name], getattr(before, name), getattr(after, name)) for name in PARTS)
    return tuple(_difference(part, old, new) for part, old, new in pairs if old != new)


def _difference(part: str, old: tuple[str, ...], new: tuple[str, ...]) -> Difference:
    in_old, in_new = set(old), set(new)
    return Difference(part, tuple(w for w in old if w not in in_new), tuple(w for w in new if w not in in_old))


def build_template(document: GuideDocument) -> Template:
    """Build the template of a guide; a short guide gives a short template."""
    found = levels_of(document)
    ads = {ad.level.casefold(): ad for ad in reversed(document.job_ads)}
    leading = leading_titles(document)
    levels = (_level(document, level, ads, leads=level.title.casefold() in leading) for level in found.levels)
    return Template(
        rules=RULES,
        role=document.title,
        levels=tuple(levels),
        usual_level=found.usual_level,
        currency=document.key_facts.currency or "",
        country=document.key_facts.country or "",
    )


def _level(document: GuideDocument, level: RoleLevel, ads: dict[str, JobAd], *, leads: bool) -> Level:
    """Build the ad for a level: its own job ad, completed by the one for every level; without both, a plain one."""
    title, years = level.title, level.step and level.step.years_min
    written = [ad for ad in (ads.get(title.casefold()), ads.get("")) if ad]
    if not written:
        return Level(title=title, is_written=False, **plain_parts(document, title, years, leads=leads))
    texts = {name: next(filter(None, (getattr(ad, name) for ad in written)), "") for name in PARTS}
    return Level(title=title, is_written=True, **{name: tuple(plain_lines(text)) for name, text in texts.items()})
