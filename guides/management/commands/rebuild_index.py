"""`manage.py rebuild_index`: the index tables anew, out of the revisions."""

from django.core.management.base import BaseCommand
from django.db import transaction
from tqdm import tqdm

from guides.publishing import published_revisions, write_index


class Command(BaseCommand):
    help = "Write the index of all published revisions anew."

    @transaction.atomic
    def handle(self, **options):
        revisions = published_revisions()
        for revision in tqdm(revisions.iterator(), total=revisions.count(), unit="guide", leave=False, disable=None):
            write_index(revision)
        self.stdout.write(f"{revisions.count()} revisions indexed.")
