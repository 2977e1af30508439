"""`/guides/<slug>/skills-gap/`."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from guides.document import GuideDocument
from guides.document.tools import SKILLS_GAP
from guides.finding.neighbors import nearest, same_skills, skills_of
from guides.models import GuideIndex, Revision
from guides.toolkit import skills_gap as rules
from guides.web.toolkit import for_live_guide, render_tool, requested_revision


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
    """Show the rating form, and the result of the ratings `s-<skill>` in the address; `v` is the revision, `with`
    another role and `with-v` the revision of that role."""
    used, is_unknown = requested_revision(request, revision)
    document, slug = used.guide, revision.guide.slug
    second = second_role(request, slug, document)
    skills = rules.skills_of(document)
    ratings = rules.read_ratings(request.GET.dict(), (*skills, *(rules.skills_of(second.document) if second else ())))
    gap = rules.measure(document, ratings.steps)
    context = {
        "is_result": bool(gap.rated or second),
        "rules": rules.RULES,
        "revision": used,
        "is_unknown": is_unknown,
        "changed": rules.compare_skills(document, revision.guide) if used != revision else None,
        "steps": rules.STEPS,
        "ratings": ratings,
        "groups": form_groups(gap, ratings, second),
        "gap": gap,
        "is_marked": any(skill.importance for skill in skills),
        "has_steps": bool(document.steps),
        "second": second,
        "near": () if second else near_guides(document, ratings.steps),
        "unknown_other": request.GET.get("with", "") if not second else "",
        "current_address": address(slug, ratings.steps, {"with": second.guide.slug} if second else {}),
        "permalink": request.build_absolute_uri(address(slug, ratings.steps, revision_parameters(used, second))),
        "query": urlencode(rules.as_parameters(ratings.steps)),
        **(transition_context(document, second, ratings.steps) if second else {}),
    }
    return render_tool(request, "guides/skills_gap.html", SKILLS_GAP, revision.guide, context)


def second_role(request: HttpRequest, own: str, document: GuideDocument) -> SecondRole | None:
    """Find the other role by the current or a former slug in `with`; None for the guide itself."""
    slug = request.GET.get("with", "").replace("\0", "")[:200]
    if not slug:
        return None
    found = GuideIndex.objects.live().known_as([slug]).exclude(slug=own).select_related("revision").first()
    if found is None:
        return None
    revision, is_unknown = requested_revision(request, found.revision, "with-v")
    return SecondRole(found, revision, is_unknown, keys_of_first(document, revision.guide))


def transition_context(document: GuideDocument, second: SecondRole, ratings: dict[str, int]) -> dict[str, object]:
    return {
        "transition": rules.transition(document, second.document, ratings, second.same),
        "other_gap": rules.measure(second.document, ratings, second.same),
    }


def keys_of_first(first: GuideDocument, other: GuideDocument) -> dict[str, str]:
    """Map keys of the other guide's skills to keys of the first guide, for the same skills under different names."""
    skills = same_skills((first, other))
    firsts, others = (rules.skill_keys(skill.name for skill in document.skills) for document in (first, other))
    own = {skills.get(name.casefold()): key for name, key in firsts.items()}
    pairs = {key: own.get(skills.get(name.casefold())) for name, key in others.items()}
    return {key: known for key, known in pairs.items() if known and known != key}


def form_groups(gap: rules.Gap, ratings: rules.Ratings, second: SecondRole | None) -> list:
    """Group the scales of the form: technical skills, soft skills, and those that only the other role needs."""
    groups = [(kind, [row for row in gap.rows if row.skill.kind == kind]) for kind in ("technical", "soft")]
    if second:
        own = {row.skill.key for row in gap.rows}
        rows = rules.measure(second.document, ratings.steps, second.same).rows
        groups.append(("other", [row for row in rows if not own & {row.skill.key, second.same.get(row.skill.key)}]))
    return [(kind, [(row, ratings.errors.get(row.skill.key, "")) for row in rows]) for kind, rows in groups if rows]


def near_guides(document: GuideDocument, ratings: dict[str, int]) -> list[tuple[GuideIndex, int, int]]:
    """List similar guides with the coverage of this guide and of theirs in percent, best covered first."""
    guides = nearest(document, skills_of(document), sharing=(), shown={document.slug})
    revisions = Revision.objects.in_bulk([guide.revision_id for guide in guides])
    own = rules.measure(document, ratings).coverage
    found = [(guide, own, rules.measure(revisions[guide.revision_id].guide, ratings).coverage) for guide in guides]
    return sorted(found, key=lambda entry: -entry[2])


def revision_parameters(used: Revision, second: SecondRole | None) -> dict[str, object]:
    """Return the parameters that pin the result to the revisions used."""
    other = {"with": second.guide.slug, "with-v": second.revision.number} if second else {}
    return {"v": used.number, **other}


def address(slug: str, ratings: dict[str, int], parameters: dict[str, object]) -> str:
    return f"{reverse(SKILLS_GAP.kind, args=(slug,))}?{urlencode({**rules.as_parameters(ratings), **parameters})}"
