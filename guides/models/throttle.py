"""How often passwords and codes were tried lately, shared by all processes of the site."""

from django.db import models


class Throttle(models.Model):
    """The tries for one account or from one address. The key is a hash, so nothing typed at a login is stored."""

    key = models.CharField(max_length=64, unique=True)
    tries = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField()
    ends_at = models.DateTimeField(db_index=True, help_text="When the tries are forgotten.")

    def __str__(self) -> str:
        return self.key
