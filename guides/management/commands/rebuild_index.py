"""`manage.py rebuild_index`: rebuild the index tables from the revisions, and create missing job descriptions."""

from django.db import transaction
from django.template.defaultfilters import pluralize
from tqdm import tqdm

from careerguide.commands import BaseCommand
from guides.editing.indexing import write_index
from guides.editing.job_descriptions import write_missing_versions
from guides.editing.publishing import published_revisions


class Command(BaseCommand):
    help = "Rebuild the index of all published revisions, and create their job descriptions under the current rules."

    @transaction.atomic
    def handle(self, **options):
        revisions = published_revisions()
        for revision in tqdm(revisions.iterator(), total=revisions.count(), unit="guide", leave=False, disable=None):
            write_index(revision)
        indexed, created = revisions.count(), write_missing_versions()
        self.stdout.write(f"{indexed} revision{pluralize(indexed)} indexed.")
        self.stdout.write(f"{created} job description{pluralize(created)} created.")
