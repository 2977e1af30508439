"""The job ad at an address: a version of its template with the recruiter's form, and its files."""

import json
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from guides.document.numbers import whole_number
from guides.document.tools import JOB_DESCRIPTION
from guides.editing.job_descriptions import Versions
from guides.models import JobDescription
from guides.pages.structured_data import json_for_script
from guides.toolkit.job_description import exports
from guides.toolkit.job_description.ad_form import AdForm
from guides.toolkit.job_description.first_rules import FirstForm, FirstTemplate, first_job_posting
from guides.toolkit.job_description.frame import WIDEST, frame_height
from guides.toolkit.job_description.job_posting import job_posting, missing_for_job_posting
from guides.toolkit.job_description.posting import Posting, PostingForm
from guides.toolkit.job_description.sheet import chosen_level, draft_sheet
from guides.toolkit.job_description.short import short_version
from guides.toolkit.job_description.template import Difference, Level, Template, differences
from guides.toolkit.outline import Outline
from guides.toolkit.writers import FORMATS
from guides.web.toolkit import as_file, download

LONGEST_ADDRESS = 3500  # bytes; some servers and mail programs cut longer ones


@dataclass(frozen=True)
class JobAd:
    """The ad at one address. A version under rules 1 or 2 is shown as it was, and has no form on the page."""

    request: HttpRequest
    versions: Versions
    version: JobDescription
    form: PostingForm

    @classmethod
    def of(cls, request: HttpRequest, versions: Versions, data: QueryDict) -> "JobAd":
        """Return the ad for the data of a form, of the version that they name or else of the present one.

        Raises VersionRemoved.
        """
        version = versions.version(whole_number(data.get("version"))) or versions.present
        return cls(request, versions, version, form_for(version.drawn, data))

    @property
    def template(self) -> Template | FirstTemplate:
        return self.version.drawn

    @property
    def is_first(self) -> bool:
        """Return whether the version is under rules 1 or 2."""
        return isinstance(self.template, FirstTemplate)

    @cached_property
    def posting(self) -> Posting:
        return self.form.posting()

    @cached_property
    def sheet(self) -> Outline:
        return draft_sheet(self.template, self.posting)

    @property
    def level(self) -> Level | None:
        """Return the level of the template that the ad is for; None under rules 1 and 2."""
        return chosen_level(self.template, self.posting) if isinstance(self.template, Template) else None

    @property
    def has_mistakes(self) -> bool:
        return bool(self.form.errors) and not self.is_first

    @property
    def path(self) -> str:
        return reverse(JOB_DESCRIPTION.kind, args=(self.versions.slug,))

    @cached_property
    def query(self) -> str:
        """Return the query string, empty for a blank form."""
        return self.form.query(self.version.number) if self.form.is_filled else ""

    @property
    def address(self) -> str:
        return self.request.build_absolute_uri(f"{self.path}?{self.query}" if self.query else self.path)

    @property
    def is_too_long(self) -> bool:
        return len(self.address.encode()) > LONGEST_ADDRESS

    def with_parameter(self, parameter: str) -> str:
        """Return the address in another format, always with the version, so that its content never changes."""
        return f"{self.path}?{self.form.query(self.version.number) or ''}&{parameter}".replace("?&", "?")

    @property
    def embed(self) -> str:
        return self.with_parameter("embed=1")

    @property
    def title(self) -> str:
        """Return the title of the ad with the employer."""
        return ", ".join(filter(None, (self.sheet.title, self.posting.employer)))

    def frame(self, width: int = WIDEST, highest: int | None = None) -> tuple[SafeString, int]:
        """Return the HTML of a frame that shows the ad on another site, and its height in CSS pixels."""
        height = frame_height(self.sheet, width)
        height = min(height, highest or height)
        source = self.request.build_absolute_uri(self.embed)
        code = '<iframe src="{}" title="{}" width="{}" height="{}"></iframe>'
        return format_html(code, source, self.title, width, height), height

    @property
    def embed_code(self) -> str:
        return self.frame()[0]

    @property
    def oembed(self) -> str:
        """Return the oEmbed address of this ad."""
        address = self.request.build_absolute_uri(f"{self.path}?{self.form.query(self.version.number)}")
        return self.request.build_absolute_uri(f"{reverse('oembed')}?{urlencode({'url': address})}")

    # The newest version

    @property
    def newest(self) -> str:
        """Return the address of the present version with the same details; empty if this is the present one."""
        present, level = self.versions.present, self.posting.level
        if self.version == present:
            return ""
        changes = QueryDict(mutable=True)
        changes.update(self.form.changes())
        if level:
            place = _matching_level(present.drawn, self.template.levels[level - 1].title)
            changes["level"] = f"{place + 1}"
            if isinstance(self.form, FirstForm) and isinstance(present.drawn, Template):
                changes.update(self.form.texts_for(present.drawn.levels[place]))
        return f"{self.path}?{form_for(present.drawn, changes).query(present.number)}"

    @property
    def differences(self) -> tuple[Difference, ...] | None:
        """Return how the present version differs at this level; None if it is under other rules."""
        before, after = self.level, self.versions.present.drawn
        if before is None or not isinstance(after, Template):
            return None
        return differences(before, after.levels[_matching_level(after, before.title)])

    # Files

    def formats(self) -> list[tuple[str, str, str]]:
        """List the name, label and address of each download format."""
        labels = {name: file_format.label for name, file_format in FORMATS.items()}
        labels["job-schema"] = "JSON Resume job schema"
        if not self.is_first:
            labels["short"] = "Short version, 700 characters"
        if self.job_posting:
            labels["job-posting"] = "JobPosting (JSON-LD)"
        return [(name, label, self.with_parameter(f"as={name}")) for name, label in labels.items()]

    def download(self, wanted: str) -> HttpResponse:
        """Return the ad as a file; 404 for an unknown format, or for one that needs missing details."""
        name = f"{self.versions.slug}-{JOB_DESCRIPTION.path}"
        if wanted in FORMATS:
            return download(self.sheet, FORMATS[wanted], self.version.revision, name)
        if wanted == "job-schema":
            return as_file(self.job_schema().encode(), "application/json", f"{name}.json")
        if wanted == "short" and (text := self.short()):
            return as_file(text.encode(), "text/plain; charset=utf-8", f"{name}-short.txt")
        if wanted == "job-posting" and self.job_posting:
            return as_file(self.job_posting.encode(), "application/ld+json", f"{name}.jsonld")
        raise Http404

    def short(self) -> str:
        """Return the short version; empty under rules 1 and 2."""
        return short_version(self.template, self.posting) if isinstance(self.template, Template) else ""

    def job_schema(self) -> str:
        created, number = self.version.drawn_at, self.version.number
        data = exports.job_schema(self.template, self.posting, created=created, address=self.address, version=number)
        return json.dumps(data, ensure_ascii=False, indent=2)

    @cached_property
    def job_posting(self) -> str:
        """Return the JobPosting, ready for a script element; empty if details are missing."""
        if isinstance(self.template, FirstTemplate):
            data = first_job_posting(self.template, self.posting, created=self.version.drawn_at.date())
        else:
            data = {} if self.missing else job_posting(self.template, self.posting)
        return json_for_script(data, indent=2) if data else ""

    @property
    def missing(self) -> list[str]:
        """Return what the form has to state before there is a JobPosting; under rules 1 and 2 there is no form."""
        return [] if self.is_first else missing_for_job_posting(self.posting)


def form_for(template: Template | FirstTemplate, data: QueryDict) -> PostingForm:
    """Return the form with the data of an address, blank if the data have none of its fields."""
    form = FirstForm if isinstance(template, FirstTemplate) else AdForm
    is_filled = any(name in data for name in (*form.base_fields, "drop"))
    return form(template, data if is_filled else None)


def _matching_level(template: Template | FirstTemplate, title: str) -> int:
    """Return the index of the level with a title, else of the usual one."""
    titles = [level.title.casefold() for level in template.levels]
    return titles.index(title.casefold()) if title.casefold() in titles else template.usual_level
