"""`manage.py check_guides [SLUG…]`: suggestions for editors, for all guides."""

import json
from collections import Counter
from dataclasses import asdict
from functools import partial

from django.core.management.base import CommandError
from django.template.defaultfilters import pluralize
from tqdm import tqdm

from careerguide.commands import BaseCommand
from guides.editing.checking import check_all, crowded_axes, latest_revisions
from guides.editing.checks import TOPICS, Suggestion


class Command(BaseCommand):
    help = (
        "Check the latest revision of all guides, or of the given ones: missing parts, contradictions, old figures, "
        "broken links, duplicate text and hard text. The exit status is 1 if there are suggestions."
    )

    def add_arguments(self, parser):
        parser.add_argument("slugs", nargs="*", metavar="SLUG")
        parser.add_argument("--format", choices=("table", "json"), default="table")
        parser.add_argument("--only", choices=tuple(TOPICS), action="append", help="check this topic only; repeatable")

    def handle(self, *, slugs, format, only, **options):
        revisions = latest_revisions()
        if slugs:
            revisions = revisions.filter(role__slug__in=slugs)
            if unknown := sorted(set(slugs) - set(revisions.values_list("role__slug", flat=True))):
                raise CommandError(f"Unknown guides: {', '.join(unknown)}.")
        # None: a bar on a terminal, nothing where the output goes elsewhere.
        bar = partial(tqdm, unit="guide", leave=False, disable=None)
        topics = only or tuple(TOPICS)
        found = {
            revision.role.slug: [suggestion for suggestion in suggestions if suggestion.topic in topics]
            for revision, suggestions in check_all(list(revisions), bar)
        }
        self.write_json(found) if format == "json" else self.write_table(found, topics)
        self.warn_of_crowded_axes()
        if number := sum(map(len, found.values())):
            suggestions, guides = f"{number} suggestion{pluralize(number)}", f"guide{pluralize(len(found))}"
            raise CommandError(f"{suggestions} for {sum(map(bool, found.values()))} of {len(found)} {guides}.")

    def warn_of_crowded_axes(self) -> None:
        for axis in crowded_axes():
            beyond = f"{axis.beyond} of {axis.amounts} amounts in {axis.currency} are beyond {axis.end:,}"
            advice = "Raise it in AXIS_ENDS (guides/rendering/charts/pay_strip.py)."
            self.stderr.write(self.style.WARNING(f"{beyond}, where pay charts end. {advice}"))

    def write_json(self, found: dict[str, list[Suggestion]]) -> None:
        guides = {slug: [asdict(suggestion) for suggestion in suggestions] for slug, suggestions in found.items()}
        self.stdout.write(json.dumps(guides, ensure_ascii=False, indent=1))

    def write_table(self, found: dict[str, list[Suggestion]], topics: tuple[str, ...]) -> None:
        """Write every suggestion on its own line, then the number of suggestions by guide and topic."""
        for slug, suggestions in found.items():
            for suggestion in suggestions:
                self.stdout.write(f"{slug}: {suggestion.path}: {suggestion.what}")
        width = max((len(slug) for slug in found), default=0)
        self.stdout.write(" ".join((" " * width, *(f"{topic:>10}" for topic in topics))))
        for slug, suggestions in found.items():
            counts = Counter(suggestion.topic for suggestion in suggestions)
            self.stdout.write(" ".join((f"{slug:<{width}}", *(f"{counts[topic]:>10}" for topic in topics))))
