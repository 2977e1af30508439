"""The Atom feed of new and revised guides."""

from uuid import UUID, uuid5

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import F
from django.urls import reverse, reverse_lazy
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe

from guides.document.lines import INVISIBLE, plain_line
from guides.editing.publishing import publication_dates
from guides.models import GuideIndex
from guides.rendering.markdown import render_markdown

NEWEST = 50
# The ID of the feed. Entry IDs are derived from it and from import keys, which survive changes of slug and host.
NAMES = UUID("7a1d3c52-5f0e-4a44-9d35-3f6f0a9b8c21")


class GuideFeed(Feed):
    """The most recently changed guides, newest first.

    Older revisions may have code points that are no characters, at which readers of XML stop: they are left out.
    """

    feed_type = Atom1Feed
    title = f"{settings.SITE_NAME}: new and revised guides"
    subtitle = "What jobs pay, where they lead, what speaks against them."
    author_name = settings.SITE_NAME
    feed_guid = NAMES.urn
    link = reverse_lazy("guide_list")

    def items(self):
        dates = publication_dates("revision__role")
        guides = GuideIndex.objects.live().annotate(import_key=F("revision__role__import_key"), **dates)
        return guides.order_by("-live_since", "slug")[:NEWEST]

    def item_title(self, item):
        return plain_line(item.title)

    def item_description(self, item):
        return INVISIBLE.sub("", render_markdown(item.summary))

    def item_link(self, item):
        return reverse("guide", args=(item.slug,))

    def item_guid(self, item):
        return uuid5(NAMES, item.import_key).urn

    def item_pubdate(self, item):
        return item.published

    def item_updateddate(self, item):
        return item.live_since

    def item_categories(self, item):
        return (plain_line(item.category),) if item.category else ()


feed = require_safe(GuideFeed())
