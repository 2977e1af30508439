"""The titles by which occupations are found."""

from django.db import models

from guides.official.models.occupation import Occupation


class OccupationTitle(models.Model):
    """A title of an O*NET occupation in the current releases: its own, an alternate or a short one.

    `key` has its words in lower case and without accents, then their other spellings (`document.spellings`); `stems`
    has the stems of its words. The ids are in the order in which titles are looked at: own ones first, then the
    shortest. The migration that creates the table adds a full-text index of both columns in SQL, which the database
    keeps up to date.
    """

    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="titles")
    title = models.CharField(max_length=200)
    is_own = models.BooleanField()
    key = models.TextField()
    stems = models.TextField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("occupation", "key"), name="official_title_unique"),)

    def __str__(self):
        return self.title
