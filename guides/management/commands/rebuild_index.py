"""`manage.py rebuild_index`: the index tables anew, out of the revisions, and the job descriptions that are missing."""

from django.core.management.base import BaseCommand
from django.db import transaction
from tqdm import tqdm

from guides.editing.job_descriptions import write_missing_versions
from guides.editing.publishing import published_revisions, write_index


class Command(BaseCommand):
    help = "Write the index of all published revisions anew, and their job descriptions under the present rules."

    @transaction.atomic
    def handle(self, **options):
        revisions = published_revisions()
        for revision in tqdm(revisions.iterator(), total=revisions.count(), unit="guide", leave=False, disable=None):
            write_index(revision)
        self.stdout.write(f"{revisions.count()} revisions indexed.")
        self.stdout.write(f"{write_missing_versions()} job descriptions drawn up.")
