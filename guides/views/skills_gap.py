"""`/guides/<slug>/skills-gap/`."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from guides.models import GuideIndex, Revision
from guides.neighbours import nearest, same_skills, skills_of
from guides.parsing import GuideDocument
from guides.toolkit import skills_gap as rules
from guides.toolkit.registry import SKILLS_GAP

from .toolkit import for_live_guide, kept_revision, render_tool


@require_safe
@for_live_guide
def skills_gap(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Rate oneself, and the result at an address of its own: `v` is the revision it was made with, `with` another role,
    `s-<skill>` are the ratings."""
    used, is_unknown = kept_revision(request, revision)
    document, other = used.guide, other_guide(request, revision.guide.slug)
    same = keys_of_first(document, other.revision.guide) if other else {}
    skills = rules.skills_of(document)
    offered = (*skills, *(rules.skills_of(other.revision.guide) if other else ()))
    ratings = rules.read_ratings(request.GET.dict(), offered)
    context = {
        "revision": used,
        "is_unknown": is_unknown,
        "changed": rules.skills_changed(document, revision.guide) if used != revision else None,
        "steps": rules.STEPS,
        "ratings": ratings,
        "groups": form_groups(rules.measure(document, ratings.steps), ratings, other, same),
        "gap": rules.measure(document, ratings.steps),
        "is_marked": any(skill.importance for skill in skills),
        "other": other,
        "way": rules.way(document, other.revision.guide, ratings.steps, same) if other else None,
        "other_gap": rules.measure(other.revision.guide, ratings.steps, same) if other else None,
        "near": () if other else near_guides(document, ratings.steps),
        "unknown_other": request.GET.get("with", "") if not other else "",
        "present_address": address(revision.guide.slug, ratings.steps, other),
        "query": urlencode(rules.unchanged(ratings.steps)),
    }
    return render_tool(request, "guides/skills_gap.html", SKILLS_GAP, revision.guide, context)


def other_guide(request: HttpRequest, own: str) -> GuideIndex | None:
    """The live guide that `with` names, by its slug or a former one; not the guide itself."""
    slug = request.GET.get("with", "").replace("\0", "")[:200]
    if not slug:
        return None
    return GuideIndex.objects.live().known_as([slug]).exclude(slug=own).select_related("revision").first()


def keys_of_first(first: GuideDocument, other: GuideDocument) -> dict[str, str]:
    """From the key of a skill in the other guide to that in the first, where both name one skill in different words."""
    skills = same_skills((first, other))
    own = {skills.get(skill.name.casefold()): rules.skill_key(skill.name) for skill in first.skills}
    pairs = {rules.skill_key(skill.name): own.get(skills.get(skill.name.casefold())) for skill in other.skills}
    return {key: known for key, known in pairs.items() if known and known != key}


def form_groups(gap: rules.Gap, ratings: rules.Ratings, other: GuideIndex | None, same: dict[str, str]) -> list:
    """The scales of the form: technical skills, soft skills, and those that only the other role asks for."""
    groups = [(kind, [row for row in gap.rows if row.skill.kind == kind]) for kind in ("technical", "soft")]
    if other:
        own = {row.skill.key for row in gap.rows}
        rows = rules.measure(other.revision.guide, ratings.steps, same).rows
        groups.append(("other", [row for row in rows if not own & {row.skill.key, same.get(row.skill.key)}]))
    return [(kind, [(row, ratings.mistakes.get(row.skill.key, "")) for row in rows]) for kind, rows in groups if rows]


def near_guides(document: GuideDocument, ratings: dict[str, int]) -> list[tuple[GuideIndex, int, int]]:
    """The nearest guides with what the ratings cover of this guide and of theirs, in percent; best covered first."""
    guides = nearest(document, skills_of(document), met=(), named={document.slug})
    revisions = Revision.objects.in_bulk([guide.revision_id for guide in guides])
    own = rules.measure(document, ratings).coverage
    found = [(guide, own, rules.measure(revisions[guide.revision_id].guide, ratings).coverage) for guide in guides]
    return sorted(found, key=lambda entry: -entry[2])


def address(slug: str, ratings: dict[str, int], other: GuideIndex | None) -> str:
    """The same ratings against the present guide."""
    parameters = {**rules.unchanged(ratings), **({"with": other.slug} if other else {})}
    return f"{reverse(SKILLS_GAP.kind, args=(slug,))}?{urlencode(parameters)}"
