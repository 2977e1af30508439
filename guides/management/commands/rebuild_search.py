"""`manage.py rebuild_search`: what the search looks into anew, out of the revisions."""

from django.core.management.base import BaseCommand
from django.db import transaction
from tqdm import tqdm

from guides.models import SearchEntry, SearchWord
from guides.publishing import published_revisions
from guides.search.entries import write_entry


class Command(BaseCommand):
    help = "Write the search entries of all published revisions, and the known words, anew."

    @transaction.atomic
    def handle(self, **options):
        SearchEntry.objects.all().delete()
        SearchWord.objects.all().delete()
        revisions = published_revisions()
        for revision in tqdm(revisions.iterator(), total=revisions.count(), unit="guide", leave=False, disable=None):
            write_entry(revision)
        self.stdout.write(f"{revisions.count()} revisions can be searched.")
