"""`manage.py rebuild_search`: rebuild what the search finds from the revisions and the official figures."""

from django.db import connection, transaction
from django.template.defaultfilters import pluralize
from tqdm import tqdm

from careerguide.commands import BaseCommand
from guides.editing.publishing import published_revisions
from guides.editing.search_entries import write_entry
from guides.models import SearchEntry, SearchWord
from guides.official.releases import index_titles

# Updates the planner's statistics and, in PostgreSQL, merges pending entries into the full-text indexes.
TIDY = {
    "sqlite": "ANALYZE",
    "postgresql": "VACUUM ANALYZE guides_searchentry, guides_searchword, guides_searchquestion, guides_skill,"
    " official_occupationtitle",
}


class Command(BaseCommand):
    help = "Rebuild the search entries of all published revisions, the known words, and the titles of occupations."

    @transaction.atomic
    def handle(self, **options):
        SearchEntry.objects.all().delete()
        SearchWord.objects.all().delete()
        revisions = published_revisions()
        for revision in tqdm(revisions.iterator(), total=revisions.count(), unit="guide", leave=False, disable=None):
            write_entry(revision)
        index_titles()
        transaction.on_commit(tidy)
        number = revisions.count()
        self.stdout.write(f"{number} revision{pluralize(number)} indexed for search.")


def tidy() -> None:
    """Tidy up after the transaction, because databases cannot do this during one."""
    with connection.cursor() as cursor:
        cursor.execute(TIDY[connection.vendor])
