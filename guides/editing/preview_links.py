"""Preview links for reviewers without an account: signed, and valid for a few days."""

from datetime import timedelta

from django.core import signing

from guides.models import Revision

LIFETIME = timedelta(days=7)
SALT = "guides.preview"


def token_for(revision: Revision) -> str:
    return signing.dumps(revision.pk, salt=SALT)


def revision_for(token: str) -> Revision | None:
    """The revision of a link; None if the link expired or was forged, or the guide is deleted."""
    try:
        pk = signing.loads(token, salt=SALT, max_age=LIFETIME)
    except signing.BadSignature:
        return None
    return Revision.objects.select_related("role").filter(pk=pk, role__deleted_at=None).first()
