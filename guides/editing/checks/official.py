"""Figures that differ from the release that they name, or whose release has a successor."""

from collections import Counter
from collections.abc import Iterator

from django.template.defaultfilters import pluralize

from guides.document import GuideDocument
from guides.document.labels import label_of
from guides.document.provenance import Provenance
from guides.editing.checks.suggestion import SiteContext, Suggestion
from guides.editing.linked_figures import MISSING_WORDS, Official, linked, official
from guides.official.series import Missing


def differing_figures(document: GuideDocument, site: SiteContext) -> Iterator[Suggestion]:
    """Published and derived figures that are not what their release has."""
    for index, known in linked(document):
        if site.readings is None:
            return
        found = official(known, site.readings)
        if found.missing != Missing.NOT_LOADED and not found.agrees_with(known):
            what = f"{_name(known)} is {known.value:,}, but in {known.source}, {known.release} it is {_words(found)}."
            why = "Readers who follow the source find another figure. Correct the figure or how it is known."
            yield Suggestion("figures", f"provenance[{index}].value", what, why)


def older_releases(document: GuideDocument, site: SiteContext) -> Iterator[Suggestion]:
    """Figures from an earlier release than the one on the site."""
    behind: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], int] = {}
    for index, known in linked(document):
        names = site.releases.get(known.source, ())
        if names and known.release not in names:
            behind[known.source, known.release] += 1
            first.setdefault((known.source, known.release), index)
    for (source, release), number in behind.items():
        are = f"{number} figure{pluralize(number, ' is,s are')}"
        what = f"{are} from {source}, {release}. The site shows {site.releases[source][0]}."
        why = "Readers expect the newest figures. Accept them on the release's page in the admin."
        yield Suggestion("sources", f"provenance[{first[source, release]}].release", what, why)


def _name(known: Provenance) -> str:
    name = f"“{label_of(known.figure)}”"
    return f"{name} of {known.level}" if known.level else name


def _words(found: Official) -> str:
    if found.value is not None:
        return f"{found.value:,}"
    return f"at least {found.least:,}" if found.least else MISSING_WORDS[found.missing]
