"""`manage.py rebuild_search`: what the search looks into anew, out of the revisions."""

from django.core.management.base import BaseCommand
from django.db import connection, transaction
from tqdm import tqdm

from guides.editing.publishing import published_revisions
from guides.editing.search_entries import write_entry
from guides.models import SearchEntry, SearchWord

# Counts what the planner goes by, and in PostgreSQL puts what waits for it into the full-text indexes.
TIDY = {"sqlite": "ANALYZE", "postgresql": "VACUUM ANALYZE guides_searchentry, guides_searchword"}


class Command(BaseCommand):
    help = "Rebuild the search entries of all published revisions, and the known words."

    @transaction.atomic
    def handle(self, **options):
        SearchEntry.objects.all().delete()
        SearchWord.objects.all().delete()
        revisions = published_revisions()
        for revision in tqdm(revisions.iterator(), total=revisions.count(), unit="guide", leave=False, disable=None):
            write_entry(revision)
        transaction.on_commit(tidy)
        self.stdout.write(f"{revisions.count()} revisions can be searched.")


def tidy() -> None:
    """For the database, which cannot do it while it writes."""
    with connection.cursor() as cursor:
        cursor.execute(TIDY[connection.vendor])
