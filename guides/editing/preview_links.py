"""Links to a revision for a reviewer without an account: signed, so nobody can make one up, and good for some days."""

from datetime import timedelta

from django.core import signing

from guides.models import Revision

LIFETIME = timedelta(days=7)
SALT = "guides.preview"


def token_for(revision: Revision) -> str:
    return signing.dumps(revision.pk, salt=SALT)


def revision_for(token: str) -> Revision | None:
    """The revision that a link shows; None once its days are over, for a forged one, and for a deleted guide."""
    try:
        pk = signing.loads(token, salt=SALT, max_age=LIFETIME)
    except signing.BadSignature:
        return None
    return Revision.objects.select_related("role").filter(pk=pk, role__deleted_at=None).first()
