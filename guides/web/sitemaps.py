"""The sections of `/sitemap.xml`, with the dates of real changes."""

from datetime import datetime
from functools import cached_property
from urllib.parse import urlencode

from django.contrib.sitemaps import Sitemap
from django.db.models import F, Max
from django.urls import reverse

from guides.document.tools import PACK, TOOLS
from guides.finding.fields import live_fields
from guides.models import LiveInterval, Skill
from guides.official.models import Occupation, Release

PAGE_SIZE = 5_000


class DatedSitemap(Sitemap):
    """A sitemap that last changed when the newest guide went live."""

    limit = PAGE_SIZE

    @cached_property
    def paginator(self):
        return super().paginator  # counts once

    @cached_property
    def newest(self) -> datetime | None:
        return LiveInterval.objects.at().aggregate(newest=Max("live_from"))["newest"]

    def get_latest_lastmod(self):
        return self.newest


class SitePages(DatedSitemap):
    """The pages that exist once. Those that cover all guides change with any guide."""

    def items(self):
        return ("home", "guide_list", "skill_list", "salary_list", "about", "corrections")

    def location(self, item):
        return reverse(item)

    def lastmod(self, item):
        return None if item in ("about", "corrections") else self.newest


class GuidePages(DatedSitemap):
    """Guides and their tools, which change when a revision goes live; without the pack, which repeats the guide."""

    names = ("guide", *(tool.kind for tool in TOOLS if tool != PACK))

    def items(self):
        live = LiveInterval.objects.at().annotate(slug=F("revision__index__slug"))
        guides = live.values_list("slug", "live_from", named=True).order_by("slug")
        return [(guide, name) for guide in guides for name in self.names]

    def location(self, item):
        guide, name = item
        return reverse(name, args=(guide.slug,))

    def lastmod(self, item):
        guide, _ = item
        return guide.live_from


class FieldPages(DatedSitemap):
    """The list of guides in each field, which changes with any guide."""

    def items(self):
        return [field.name for field in live_fields()]

    def location(self, item):
        return f"{reverse('guide_list')}?{urlencode({'category': item})}"

    def lastmod(self, item):
        return self.newest


class SkillPages(DatedSitemap):
    """Skills, which change with any guide that requires them."""

    def items(self):
        interval = "index_rows__guide__revision__live_intervals"
        live = Skill.objects.filter(**{f"{interval}__in": LiveInterval.objects.at()})
        return live.annotate(live_since=Max(f"{interval}__live_from")).order_by("slug")

    def location(self, item):
        return reverse("skill", args=(item.slug,))

    def lastmod(self, item):
        return item.live_since


class OccupationPages(DatedSitemap):
    """The list of occupations, each, and its pay by place: they change when a release is shown on the site."""

    @cached_property
    def newest(self) -> datetime | None:
        return Release.objects.current().aggregate(newest=Max("activated_at"))["newest"]

    def items(self):
        occupations = Occupation.objects.filter(level=Occupation.Level.ONET).order_by("code")
        occupations = list(
            occupations.filter(occupationentrys__release__is_current=True).values_list("code", "paid_as")
        )
        pages = [("occupation_list",)] if occupations else []
        pages += [("occupation", code) for code, _ in occupations]
        return pages + [("occupation_pay", code) for code, paid_as in occupations if paid_as]

    def location(self, item):
        name, *args = item
        return reverse(name, args=args)

    def lastmod(self, item):
        return self.newest


def sitemaps() -> dict[str, DatedSitemap]:
    return {
        "site": SitePages(),
        "guides": GuidePages(),
        "fields": FieldPages(),
        "skills": SkillPages(),
        "occupations": OccupationPages(),
    }
