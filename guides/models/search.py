"""The search tables, written by `guides.editing.search_entries` and never edited.

The migration that creates them adds full-text indexes in SQL. The database keeps these up to date itself.
"""

from django.db import models

from guides.models.fields import LineField, NameField
from guides.models.revision import Revision


class SearchEntryManager(models.Manager):
    def get_by_natural_key(self, import_key, number):
        return self.get(revision__role__import_key=import_key, revision__number=number)


class SearchEntry(models.Model):
    """The text of a published revision as plain words, in columns of decreasing weight.

    Line breaks separate titles, skills and paragraphs. `title_key` is the title as `search_words.key` returns it, and
    the spellings are those of `document.spellings`. An entry belongs to the revision and not to the index row, so
    one lookup in the intervals tells whether it is live.
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
    title_spellings = models.TextField(blank=True)
    alternative_spellings = models.TextField(blank=True)
    skill_spellings = models.TextField(blank=True)
    text_spellings = models.TextField(blank=True)

    objects = SearchEntryManager()

    class Meta:
        ordering = ("title", "pk")
        verbose_name_plural = "search entries"

    def __str__(self):
        return self.title

    def natural_key(self):
        return self.revision.natural_key()

    natural_key.dependencies = ("guides.revision",)


class SearchTitleManager(models.Manager):
    def get_by_natural_key(self, import_key, number, key):
        return self.get(entry__revision__role__import_key=import_key, entry__revision__number=number, key=key)


class SearchTitle(models.Model):
    """A title or alternative title of an entry, as `search_words.joined_key` returns it, to find equal titles."""

    entry = models.ForeignKey(SearchEntry, on_delete=models.CASCADE, related_name="titles")
    key = models.CharField(max_length=200, db_index=True)
    is_alternative = models.BooleanField()

    objects = SearchTitleManager()

    class Meta:
        ordering = ("entry", "pk")
        constraints = [models.UniqueConstraint(fields=["entry", "key"], name="searchtitle_key_unique")]

    def __str__(self):
        return self.key

    def natural_key(self):
        return (*self.entry.natural_key(), self.key)

    natural_key.dependencies = ("guides.searchentry",)


class SearchPlacesManager(models.Manager):
    def get_by_natural_key(self, import_key, number):
        return self.get(entry__revision__role__import_key=import_key, entry__revision__number=number)


class SearchPlaces(models.Model):
    """The places of an entry's lines on the page of the guide.

    By the name of a column: rows of the number of their first line, from 0 on, and anchor, label and kind of a
    `pages.places.Place`. Lines without a place have an empty anchor.
    """

    entry = models.OneToOneField(SearchEntry, on_delete=models.CASCADE, related_name="places")
    columns = models.JSONField(default=dict)

    objects = SearchPlacesManager()

    class Meta:
        ordering = ("entry",)
        verbose_name_plural = "search places"

    def __str__(self):
        return str(self.entry)

    def natural_key(self):
        return self.entry.natural_key()

    natural_key.dependencies = ("guides.searchentry",)


class SearchQuestionManager(models.Manager):
    def get_by_natural_key(self, import_key, number, position):
        return self.get(entry__revision__role__import_key=import_key, entry__revision__number=number, position=position)


class SearchQuestion(models.Model):
    """A question of an entry, with the anchor of its answer on the page of the guide."""

    entry = models.ForeignKey(SearchEntry, on_delete=models.CASCADE, related_name="asked_questions")
    position = models.PositiveIntegerField()
    question = LineField()
    anchor = models.CharField(max_length=100)

    objects = SearchQuestionManager()

    class Meta:
        ordering = ("entry", "position")
        constraints = [models.UniqueConstraint(fields=["entry", "position"], name="searchquestion_position_unique")]

    def __str__(self):
        return self.question

    def natural_key(self):
        return (*self.entry.natural_key(), self.position)

    natural_key.dependencies = ("guides.searchentry",)


class SearchWordManager(models.Manager):
    def get_by_natural_key(self, word):
        return self.get(word=word)


class SearchWord(models.Model):
    """A folded word of a title or skill, used to correct typos and complete partial words."""

    word = models.CharField(max_length=200, unique=True)

    objects = SearchWordManager()

    class Meta:
        ordering = ("word",)

    def __str__(self):
        return self.word

    def natural_key(self):
        return (self.word,)
