"""What the work of an O*NET occupation is: tasks, technologies, skills, knowledge, interests, preparation."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from guides.official.models.occupation import Occupation, OccupationRow


class Element(models.Model):
    """A skill, a field of knowledge or an interest in the content model of O*NET, under its element ID."""

    code = models.CharField(max_length=20, primary_key=True)
    name = models.CharField(max_length=100)

    class Meta:
        ordering = ("code",)

    def __str__(self):
        return self.name


class Rating(OccupationRow):
    """How much an element matters in an occupation, in hundredths.

    Skills and knowledge: importance from 100 (not important) to 500 (extremely important). Interests: from 100 (not
    characteristic) to 700.
    """

    element = models.ForeignKey(Element, on_delete=models.PROTECT, related_name="ratings")
    value = models.PositiveSmallIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("release", "occupation", "element"), name="official_rating_unique"),
            models.CheckConstraint(condition=Q(value__range=(0, 700)), name="official_rating_value"),
        )

    def __str__(self):
        return f"{self.element_id} of {self.occupation_id}: {self.value / 100}"


class JobZone(OccupationRow):
    """How much preparation an occupation takes: from 1 (little or none) to 5 (extensive)."""

    zone = models.PositiveSmallIntegerField(validators=(MinValueValidator(1), MaxValueValidator(5)))

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("release", "occupation"), name="official_jobzone_unique"),
            models.CheckConstraint(condition=Q(zone__range=(1, 5)), name="official_jobzone_zone"),
        )

    def __str__(self):
        return f"{self.occupation_id}: {self.zone}"


class Technology(OccupationRow):
    """A technology that people in an occupation use, in a category; hot: many employers ask for it, in any job."""

    name = models.CharField(max_length=200)
    category = models.CharField(max_length=200)
    is_hot = models.BooleanField()
    is_in_demand = models.BooleanField(help_text="Employers often ask for it in this occupation.")

    class Meta:
        verbose_name_plural = "technologies"
        constraints = (
            models.UniqueConstraint(
                fields=("release", "occupation", "name", "category"), name="official_technology_unique"
            ),
        )

    def __str__(self):
        return self.name


class RelatedOccupation(OccupationRow):
    """An occupation like another, from the most alike (position 1)."""

    related = models.ForeignKey(Occupation, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    is_primary = models.BooleanField(help_text="One of the ten that are most alike.")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("release", "occupation", "related"), name="official_related_unique"),
        )

    def __str__(self):
        return f"{self.occupation_id} and {self.related_id}"


class Task(OccupationRow):
    """A task of an occupation in the publisher's words, under its number."""

    number = models.PositiveIntegerField()
    words = models.TextField()
    is_core = models.BooleanField(null=True, help_text="Unknown for tasks that are not rated yet.")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("release", "occupation", "number"), name="official_task_unique"),
        )

    def __str__(self):
        return self.words
