"""`/guides/<slug>/skills-gap/`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from guides.document import GuideDocument
from guides.document.tools import SKILLS_GAP
from guides.finding.neighbors import nearest, same_skills, skills_of
from guides.models import GuideIndex, Revision
from guides.toolkit import readiness
from guides.toolkit import skills_gap as rules
from guides.toolkit.skills_gap_first_rules import RULES as FIRST_RULES
from guides.toolkit.skills_gap_first_rules import FirstResult
from guides.toolkit.transition import transition
from guides.web.toolkit import for_live_guide, render_tool, requested_revision, requested_rules


@dataclass(frozen=True, slots=True)
class SecondRole:
    """The role to compare with: its live guide, the requested revision, whether the requested one is unknown, and a
    mapping from the keys of its skills to the same skills in the first guide."""

    guide: GuideIndex
    revision: Revision
    is_unknown: bool
    same: dict[str, str]

    @property
    def document(self) -> GuideDocument:
        return self.revision.guide

    @property
    def is_revised(self) -> bool:
        return self.revision != self.guide.revision


@require_safe
@for_live_guide
def skills_gap(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Show the rating form, and the result of the ratings `s-<skill>` in the address; `v` is the revision, `rules` the
    number of the rules, `with` another role and `with-v` the revision of that role."""
    used, is_unknown = requested_revision(request, revision)
    number, has_unknown_rules = requested_rules(request, rules.RULES)
    document, slug = used.guide, revision.guide.slug
    second = second_role(request, slug, document)
    given = read_ratings(request, document, second)
    ratings = rules.todays_ratings(given.steps)
    gap = rules.measure(document, ratings)
    others = () if second else nearest(document, skills_of(document), sharing=(), shown={slug})
    if given.steps and number == FIRST_RULES:
        result = first_result(document, second, others, given.steps)
    else:
        result = today_result(document, second, others, ratings)
    context = {
        "is_result": bool(gap.rated or second),
        "is_empty": "rules" in request.GET and not (given.steps or given.errors or second),
        "revision": used,
        "is_unknown": is_unknown,
        "has_unknown_rules": has_unknown_rules,
        "changed": rules.compare_skills(document, revision.guide) if used != revision else None,
        "ratings": given,
        "groups": form_groups(gap, given, second),
        "gap": gap,
        "second": second,
        "others": others,
        "unknown_other": request.GET.get("with", "") if not second else "",
        "newest_rules": rules.RULES,
        **links(request, slug, used, second, ratings),
        **result,
    }
    return render_tool(request, "guides/skills_gap.html", SKILLS_GAP, revision.guide, context)


def read_ratings(request: HttpRequest, document: GuideDocument, second: SecondRole | None) -> rules.Ratings:
    """Read the ratings of the skills of one guide or of two."""
    documents = (document, second.document) if second else (document,)
    return rules.read_ratings(request.GET.dict(), [skill for one in documents for skill in rules.skills_of(one)])


def second_role(request: HttpRequest, own: str, document: GuideDocument) -> SecondRole | None:
    """Find the other role by the current or a former slug in `with`; None for the guide itself."""
    slug = request.GET.get("with", "").replace("\0", "")[:200]
    if not slug:
        return None
    found = GuideIndex.objects.live().known_as([slug]).exclude(slug=own).select_related("revision").first()
    if found is None:
        return None
    revision, is_unknown = requested_revision(request, found.revision, "with-v")
    other = revision.guide
    return SecondRole(found, revision, is_unknown, keys_of_first(document, other, same_skills((document, other))))


def keys_of_first(first: GuideDocument, other: GuideDocument, skills: Mapping[str, int]) -> dict[str, str]:
    """Map keys of the other guide's skills to keys of the first guide, for the same skills under different names;
    `skills` are those of both, as `same_skills` returns them."""
    firsts, others = (rules.skill_keys(skill.name for skill in document.skills) for document in (first, other))
    own = {skills.get(name.casefold()): key for name, key in firsts.items()}
    pairs = {key: own.get(skills.get(name.casefold())) for name, key in others.items()}
    return {key: known for key, known in pairs.items() if known and known != key}


def form_groups(gap: rules.Gap, given: rules.Ratings, second: SecondRole | None) -> list[tuple[str, list]]:
    """Group the questions of the form, each with what is wrong in the address: essential skills first, then technical
    and soft ones, then those that only the other role needs."""
    groups: dict[str, list] = {"essential": [], "technical": [], "soft": [], "other": []}
    for row in gap.rows:
        groups["essential" if row.skill.importance == "essential" else row.skill.kind].append(row)
    if second:
        own = {row.skill.key for row in gap.rows}
        rows = rules.measure(second.document, rules.todays_ratings(given.steps), second.same).rows
        groups["other"] = [row for row in rows if not own & {row.skill.key, second.same.get(row.skill.key)}]
    return [
        (kind, [(row, given.errors.get(row.skill.key, "")) for row in rows]) for kind, rows in groups.items() if rows
    ]


def today_result(
    document: GuideDocument, second: SecondRole | None, others: Sequence[GuideIndex], ratings: dict[str, int]
) -> dict[str, Any]:
    has_near = others and rules.measure(document, ratings).score is not None
    return {
        "rules": rules.RULES,
        "near": near_guides(document, others, ratings) if has_near else (),
        "transition": second and transition(document, second.document, ratings, second.same),
        "other_gap": second and rules.measure(second.document, ratings, second.same),
    }


def first_result(
    document: GuideDocument, second: SecondRole | None, others: Sequence[GuideIndex], ratings: dict[str, int]
) -> dict[str, Any]:
    """Return the result under the first rules; `near` are guides with what the ratings cover of them in percent."""
    near = [(guide, FirstResult(rules.measure(other, ratings)).coverage) for guide, other in with_documents(others)]
    return {
        "rules": FIRST_RULES,
        "first": FirstResult(rules.measure(document, ratings)),
        "near": sorted(near, key=lambda entry: -entry[1]),
        "has_steps": bool(document.steps),
        "transition": second and transition(document, second.document, ratings, second.same),
        "other_coverage": second and FirstResult(rules.measure(second.document, ratings, second.same)).coverage,
    }


def near_guides(
    document: GuideDocument, others: Sequence[GuideIndex], ratings: dict[str, int]
) -> list[tuple[GuideIndex, rules.Gap]]:
    """List the similar guides that the ratings are near to, each with its gap, best met first."""
    documents = with_documents(others)
    skills = same_skills((document, *(other for _, other in documents)))
    gaps = (
        (guide, rules.measure(other, ratings, keys_of_first(document, other, skills))) for guide, other in documents
    )
    return sorted(((guide, gap) for guide, gap in gaps if gap.is_near), key=lambda entry: len(entry[1].missing))


def with_documents(guides: Sequence[GuideIndex]) -> list[tuple[GuideIndex, GuideDocument]]:
    revisions = Revision.objects.in_bulk([guide.revision_id for guide in guides])
    return [(guide, revisions[guide.revision_id].guide) for guide in guides]


def links(
    request: HttpRequest, slug: str, used: Revision, second: SecondRole | None, ratings: dict[str, int]
) -> dict[str, str]:
    """Return the links to the same ratings under the rules of today: the result with its revisions, the one with those
    that are live, and the parameters for the other assessments."""
    pinned: dict[str, object] = {"v": used.number, "rules": rules.RULES}
    current: dict[str, object] = {"rules": rules.RULES}
    if second:
        pinned |= {"with": second.guide.slug, "with-v": second.revision.number}
        current |= {"with": second.guide.slug}
    return {
        "permalink": request.build_absolute_uri(address(slug, ratings, pinned)),
        "current_address": address(slug, ratings, current),
        "onward": urlencode({**rules.as_parameters(ratings), "rules": readiness.RULES}),
    }


def address(slug: str, ratings: dict[str, int], parameters: dict[str, object]) -> str:
    return f"{reverse(SKILLS_GAP.kind, args=(slug,))}?{urlencode({**rules.as_parameters(ratings), **parameters})}"
