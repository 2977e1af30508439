"""`/guides/<slug>/readiness/`."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_safe

from guides.document import GuideDocument
from guides.document.tools import READINESS
from guides.models import Revision
from guides.toolkit.readiness import LED, RULES, Answers, assess, first_sentence, read_answers
from guides.toolkit.readiness.education import read_requirements
from guides.toolkit.readiness.first_rules import FIRST_RULES, assess_by_first_rules
from guides.toolkit.readiness.person import place_person
from guides.toolkit.skills_gap import PREFIX, compare_skills, measure
from guides.web.toolkit import for_live_guide, render_tool, requested_revision, requested_rules


@require_safe
@for_live_guide
def readiness(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Show the questions, and the result of the answers in the address: `years`, `led`, `has`, `done` and ratings; `v`
    is the revision and `rules` the number of the rules."""
    used, is_unknown = requested_revision(request, revision)
    rules, has_unknown_rules = requested_rules(request, RULES)
    document, answers = used.guide, answers_of(request, used.guide)
    is_first_rules = rules == FIRST_RULES and not answers.is_empty
    result = assess_by_first_rules(document, answers) if is_first_rules else assess(document, answers)
    is_sent = "rules" in request.GET
    context = {
        "is_result": is_sent or not answers.is_empty,
        "is_empty": is_sent and answers.is_empty and not answers.errors,
        "is_first_rules": is_first_rules,
        "has_unknown_rules": has_unknown_rules,
        "rules": FIRST_RULES if is_first_rules else RULES,
        "todays_rules": RULES,
        "revision": used,
        "is_unknown": is_unknown,
        "changed": compare_skills(document, revision.guide) if used != revision else None,
        "current_address": address(revision, request.GET, v=None),
        "todays_address": address(revision, request.GET, rules=RULES),
        "answers": answers,
        "result": None if answers.is_empty else result,
        **questions(document, answers, request.GET),
        "years": request.GET.get("years", "")[:20],
        "query": request.GET.urlencode(),
    }
    return render_tool(request, "guides/readiness.html", READINESS, revision.guide, context)


def answers_of(request: HttpRequest, document: GuideDocument) -> Answers:
    return read_answers(request.GET.dict(), dict(request.GET.lists()), document)


def questions(document: GuideDocument, answers: Answers, query: QueryDict) -> dict[str, object]:
    """Return what the form asks for. Skills come with what is wrong in the address; `more_skills` are those that do not
    change the level."""
    gap = measure(document, answers.ratings)
    person = place_person(document, answers, gap)
    wrong = {name: query[name] for name in answers.errors}
    rows = [(row, wrong.get(f"{PREFIX}{row.skill.key}", "")) for row in gap.rows]
    counted = {row.skill.key for row in person.skills}
    more = [entry for entry in rows if entry[0].skill.key not in counted]
    return {
        "levels": document.career_path,
        "leading": LED if any(person.ladder.leads) else (),
        "gap": gap,
        "skills": [entry for entry in rows if entry[0].skill.key in counted],
        "more_skills": more,
        "has_more": any(row.step is not None or error for row, error in more),
        "requirements": read_requirements(document),
        "guide_steps": [(step.number, first_sentence(step)) for step in document.steps],
    }


def address(revision: Revision, query: QueryDict, **changes: object) -> str:
    """Return the address of the same answers with changed parameters; None leaves one out."""
    return f"{reverse(READINESS.kind, args=(revision.guide.slug,))}?{changed_query(query, **changes)}"


def changed_query(query: QueryDict, **changes: object) -> str:
    changed = query.copy()
    for name, value in changes.items():
        changed.pop(name, None)
        if value is not None:
            changed[name] = value
    return changed.urlencode()
