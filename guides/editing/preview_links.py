"""Preview links for reviewers without an account: signed, valid for a few days, and recalled when they must end."""

from django.core import signing
from django.db import transaction
from django.utils import timezone

from guides.editing.revisions import lock
from guides.models import PreviewLink, Revision, Withdrawal

SALT = "guides.preview_link"


class PreviewLinkError(Exception):
    """A preview link that cannot be created; the message explains why to the user."""


@transaction.atomic
def create_link(revision: Revision, *, by=None) -> PreviewLink:
    """Create a link to a revision. Raises PreviewLinkError if its guide is deleted or its text withdrawn."""
    role = lock(revision.role)
    if role.deleted_at or Withdrawal.objects.of_text(role, revision.sha256).exists():
        raise PreviewLinkError(f"Revision {revision.number} of “{role}” is withdrawn or deleted, so it has no preview.")
    return PreviewLink.objects.create(revision=revision, created_by=by)


def recall(links, *, by=None) -> int:
    """End those links of a queryset that work now; returns the number."""
    return links.open().update(recalled_at=timezone.now(), recalled_by=by)


def token_for(link: PreviewLink) -> str:
    return signing.dumps(link.pk, salt=SALT)


def revision_for(token: str) -> Revision | None:
    """The revision of a link; None if the link expired, was recalled or was forged."""
    try:
        pk = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    link = PreviewLink.objects.open().select_related("revision").filter(pk=pk).first()
    return link and link.revision
