"""The pages of resume and letter have two tabs: an example, which is one of the guide's samples or a template without
one, and the form for one's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from guides.document import GuideDocument
from guides.document.tools import Tool
from guides.rendering.markdown import render_markdown
from guides.toolkit.outline import Outline
from guides.toolkit.placeholders import write_marked_html
from guides.toolkit.samples import Choice, Sample, choose_sample


@dataclass(frozen=True, slots=True)
class Download:
    """A file to download: `name` in addresses and buttons, `label` on them, and what it is for."""

    name: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """An example of a guide: `page` is the chosen sample, or the template."""

    document: GuideDocument
    tool: Tool
    choice: Choice
    page: Outline

    @property
    def position(self) -> str:
        """The job that the example applies for: the level of its situation, else the role."""
        document, sample = self.document, self.choice.sample
        levels = {level.title for level in (*document.career_path, *document.salary_levels)}
        return sample.situation if sample and sample.situation in levels else document.title

    @property
    def query(self) -> str:
        """The query string of its address, empty for the template."""
        return f"situation={self.choice.key}" if self.choice.key else ""

    @property
    def file(self) -> str:
        """The name of its file without the ending."""
        kind = f"example-{self.choice.key}" if self.choice.key else "template"
        return f"{self.document.slug}-{self.tool.path}-{kind}"

    def context(self, request: HttpRequest) -> dict[str, Any]:
        """Return what the template of the page needs."""
        sample = self.choice.sample
        return {
            "is_mine": request.method == "POST" or request.GET.get("tab") == "mine",
            "choice": self.choice,
            "query": self.query,
            "sheet": write_marked_html(self.page),
            "notes": render_markdown(sample.notes) if sample else "",
        }


def chosen_sample(request: HttpRequest, document: GuideDocument, samples: Sequence[Sample]) -> Choice:
    """Return the sample for `situation` or, in older addresses, `level`."""
    return choose_sample(samples, document, request.GET.get("situation", ""), request.GET.get("level", ""))
