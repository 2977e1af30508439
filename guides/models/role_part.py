"""The base of the rows of a role: its columns come from the list of the document that it stores."""

from django.db import models
from django.db.models import Q

from guides.document.choices import IMPORTANCES
from guides.document.shape import LISTS
from guides.models.columns import columns_of, relation_of
from guides.models.fields import IMPORTANCE_CHOICES
from guides.models.role import Role


class RolePartManager(models.Manager):
    def get_by_natural_key(self, import_key, position):
        return self.get(role__import_key=import_key, position=position)


class RowsOfList(models.base.ModelBase):
    """Adds the role and the columns to the model of a list; `options` are field options by column name."""

    def __new__(mcs, name, bases, attrs, rows_of="", options=None, **kwargs):
        if rows_of:
            role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name=relation_of(rows_of))
            attrs = {"role": role, **columns_of(rows_of, options or {}), "rows_of": rows_of, **attrs}
        return super().__new__(mcs, name, bases, attrs, **kwargs)


class RolePart(models.Model, metaclass=RowsOfList):
    """A row of a role. Positions count from 1 without gaps; `editing.rows` writes them."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE)
    position = models.PositiveIntegerField()

    objects = RolePartManager()
    rows_of = ""

    class Meta:
        abstract = True
        ordering = ("role_id", "position")
        constraints = (models.UniqueConstraint(fields=("role", "position"), name="%(class)s_position_unique"),)

    def __str__(self):
        return str(getattr(self, LISTS[self.rows_of].rows.name))

    def natural_key(self):
        return (self.role.import_key, self.position)

    natural_key.dependencies = ("guides.role",)


class Marked(models.Model):
    """A requirement of the role that editors can mark as a must-have or nice-to-have."""

    importance = models.CharField(
        max_length=10,
        blank=True,
        choices=IMPORTANCE_CHOICES,
        help_text="Mark as must-have or nice-to-have for recruiters. Unmarked items keep the guide's order.",
    )

    class Meta:
        abstract = True
        constraints = (
            *RolePart.Meta.constraints,
            models.CheckConstraint(condition=Q(importance__in=("", *IMPORTANCES)), name="%(class)s_importance_known"),
        )
