"""The skills of the site and the software that employers ask for, as the vocabulary that job ads are searched for."""

from collections import defaultdict

from guides.document.shape import GuideDocument
from guides.models import Skill
from guides.official.models import Release, Technology
from guides.toolkit.ad_match import Vocabulary, build_vocabulary
from guides.toolkit.resume.keywords import build_keywords


def read_vocabulary(document: GuideDocument) -> Vocabulary:
    """Read the vocabulary in two queries, with the skills and tools of a guide.

    Names that an editor made one skill are one skill here.
    """
    names: dict[str, list[str]] = defaultdict(list)
    for name, alias in Skill.objects.order_by("key", "aliases__key").values_list("name", "aliases__name"):
        names[name] += [alias] if alias else []
    skills = [(name, *aliases) for name, aliases in names.items()]
    own = [keyword for keyword in build_keywords(document) if keyword.kind != "title"]
    skills += [(keyword.name,) for keyword in own]
    tools = [(tool, keyword.name) for keyword in own for tool in keyword.others]
    current = Release.objects.current().filter(table=Release.Table.TECHNOLOGIES)
    hot = Technology.objects.filter(release__in=current, is_hot=True)
    software = hot.order_by("name", "category").values_list("name", "category").distinct()
    return build_vocabulary(tuple(skills), (*tools, *software))
