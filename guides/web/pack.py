"""`/guides/<slug>/pack/`."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from guides.document.tools import PACK
from guides.models import Revision
from guides.pages import guide_page
from guides.toolkit.pack import FILES, PARTS, Pack, choose_parts
from guides.toolkit.readiness import RULES
from guides.toolkit.skills_gap import compare_skills
from guides.toolkit.writers import FORMATS, write_html
from guides.web.indentation import without_indentation
from guides.web.readiness import answers_of, changed_query
from guides.web.toolkit import as_file, for_live_guide, render_tool, requested_revision, requested_rules


@require_safe
@for_live_guide
def pack(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Show the parts that the address chooses (`part`, several), with a plan from the answers in it, as one page to
    print; `as` downloads them in a format."""
    used, is_unknown = requested_revision(request, revision)
    rules, has_unknown_rules = requested_rules(request, RULES)
    chosen = choose_parts(request.GET.getlist("part"))
    wanted = Pack(used.guide, answers_of(request, used.guide), chosen, rules)
    if file_format := request.GET.get("as"):
        return download_pack(wanted, file_format, used)
    query = changed_query(request.GET, **{"as": None})
    others = [(name, values) for name, values in request.GET.lists() if name not in ("part", "as")]
    context = {
        "is_result": True,  # also without answers, because the page repeats the guide
        "is_first_rules": rules < RULES and not wanted.answers.is_empty,
        "has_unknown_rules": has_unknown_rules,
        "revision": used,
        "is_unknown": is_unknown,
        "changed": compare_skills(used.guide, revision.guide) if used != revision else None,
        "current_address": f"?{changed_query(request.GET, v=None)}",
        "todays_address": f"?{changed_query(request.GET, rules=RULES)}",
        "answers": wanted.answers,
        "parts": [(name, part.label, name in chosen) for name, part in PARTS.items()],
        "others": [(name, value) for name, values in others for value in values],
        "pages": [write_html(page) for page in wanted.outlines(without="guide")],
        "page": guide_page(used.guide) if "guide" in chosen else None,
        "formats": [FORMATS[name] for name in FILES],
        "query": query,
    }
    return without_indentation(render_tool(request, "guides/pack.html", PACK, revision.guide, context))


def download_pack(pack: Pack, name: str, revision: Revision) -> HttpResponse:
    """Return the pack as a file; 404 for an unknown format."""
    if name not in FILES:
        raise Http404
    content = FILES[name](pack, revision.created_at)
    return as_file(content, FORMATS[name].content_type, f"{pack.document.slug}-{PACK.path}.{name}")
