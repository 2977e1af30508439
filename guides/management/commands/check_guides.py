"""`manage.py check_guides [SLUG…]`: what editors should look at, in all guides."""

import json
from collections import Counter
from dataclasses import asdict
from functools import partial

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from guides.editing.checking import check_all, newest_revisions
from guides.editing.checks import TOPICS, Remark


class Command(BaseCommand):
    help = (
        "Check the newest revision of all guides, or of those named: missing parts, contradictions, old figures, "
        "broken links, doubled and hard text. The exit status is 1 where there is something to look at."
    )

    def add_arguments(self, parser):
        parser.add_argument("slugs", nargs="*", metavar="SLUG")
        parser.add_argument("--format", choices=("table", "json"), default="table")
        parser.add_argument("--only", choices=tuple(TOPICS), action="append", help="this topic alone; may be repeated")

    def handle(self, *, slugs, format, only, **options):
        revisions = newest_revisions()
        if slugs:
            revisions = revisions.filter(role__slug__in=slugs)
            if unknown := sorted(set(slugs) - set(revisions.values_list("role__slug", flat=True))):
                raise CommandError(f"There is no guide {', '.join(unknown)}.")
        # None: a bar on a terminal, nothing where the output goes elsewhere.
        bar = partial(tqdm, unit="guide", leave=False, disable=None)
        topics = only or tuple(TOPICS)
        found = {
            revision.role.slug: [remark for remark in remarks if remark.topic in topics]
            for revision, remarks in check_all(list(revisions), bar)
        }
        self.write_json(found) if format == "json" else self.write_table(found, topics)
        if number := sum(map(len, found.values())):
            raise CommandError(f"{number} remarks on {sum(map(bool, found.values()))} of {len(found)} guides.")

    def write_json(self, found: dict[str, list[Remark]]) -> None:
        guides = {slug: [asdict(remark) for remark in remarks] for slug, remarks in found.items()}
        self.stdout.write(json.dumps(guides, ensure_ascii=False, indent=1))

    def write_table(self, found: dict[str, list[Remark]], topics: tuple[str, ...]) -> None:
        """Every remark on a line of its own, then the number of each topic a guide."""
        for slug, remarks in found.items():
            for remark in remarks:
                self.stdout.write(f"{slug}: {remark.path}: {remark.what}")
        width = max((len(slug) for slug in found), default=0)
        self.stdout.write(" ".join((" " * width, *(f"{topic:>8}" for topic in topics))))
        for slug, remarks in found.items():
            counts = Counter(remark.topic for remark in remarks)
            self.stdout.write(" ".join((f"{slug:<{width}}", *(f"{counts[topic]:>8}" for topic in topics))))
