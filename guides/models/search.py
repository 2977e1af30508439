"""What the search looks into. `guides.search.entries` writes it, nobody edits it.

The migration that makes these tables adds what Django has no words for: full-text indexes that the database keeps up
to date by itself, whatever writes the rows.
"""

from django.db import models

from guides.models.fields import NameField
from guides.models.revision import Revision


class SearchEntryManager(models.Manager):
    def get_by_natural_key(self, import_key, number):
        return self.get(revision__role__import_key=import_key, revision__number=number)


class SearchEntry(models.Model):
    """The words of a revision that was published, as plain text, in columns of falling weight.

    Lines part what stands apart: a title, a skill, a paragraph. `title_key` is the title as `words.key` writes it.
    It hangs on the revision and not on the index row, so that whether it is live is one look into the intervals.
    """

    revision = models.OneToOneField(Revision, on_delete=models.CASCADE, related_name="search_entry")
    title_key = models.CharField(max_length=200, db_index=True)
    title = NameField()
    alternative_titles = models.TextField(blank=True)
    skills = models.TextField(blank=True)
    summary = models.TextField(blank=True)
    responsibilities = models.TextField(blank=True)
    sections = models.TextField(blank=True)
    questions = models.TextField(blank=True)

    objects = SearchEntryManager()

    class Meta:
        ordering = ("title", "pk")
        verbose_name_plural = "search entries"

    def __str__(self):
        return self.title

    def natural_key(self):
        return self.revision.natural_key()

    natural_key.dependencies = ("guides.revision",)


class SearchWordManager(models.Manager):
    def get_by_natural_key(self, word):
        return self.get(word=word)


class SearchWord(models.Model):
    """A word of a title or a skill, folded: what a typing error is compared with and half a word is completed to."""

    word = models.CharField(max_length=200, unique=True)

    objects = SearchWordManager()

    class Meta:
        ordering = ("word",)

    def __str__(self):
        return self.word

    def natural_key(self):
        return (self.word,)
