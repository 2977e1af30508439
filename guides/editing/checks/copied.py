"""Words of a publisher that a guide started with and nobody has rewritten yet."""

from collections.abc import Iterator, Mapping

from guides.document import GuideDocument
from guides.document.lines import plain_line
from guides.editing.checks.suggestion import SiteContext, Suggestion
from guides.rendering.passages import excerpt

WHY = "A guide started from an occupation has its tasks in the publisher's words. Rewrite them for readers."


def copied_tasks(document: GuideDocument, site: SiteContext) -> Iterator[Suggestion]:
    """One suggestion for each responsibility that is a publisher's task, word for word."""
    for index in tasks_in(document, site.tasks):
        what = f"In the words of O*NET: {excerpt(document.responsibilities[index])}"
        yield Suggestion("sources", f"responsibilities[{index}]", what, WHY)


def tasks_in(document: GuideDocument, tasks: Mapping[str, frozenset[str]]) -> list[int]:
    """The indexes of the responsibilities that are tasks of the guide's occupations."""
    known = {_key(words) for link in document.details.occupations for words in tasks.get(link.code, ())}
    return [index for index, words in enumerate(document.responsibilities) if _key(words) in known]


def _key(words: str) -> str:
    return plain_line(words).casefold().rstrip(".")
