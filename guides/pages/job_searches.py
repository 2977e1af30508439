"""Where to look for work: public searches on other sites, with the job filled in."""

from dataclasses import dataclass
from urllib.parse import quote

TITLE, CODE = "{title}", "{code}"


@dataclass(frozen=True, slots=True)
class SearchLink:
    """A link to a search for a job on another site; `kind` says what it finds: Jobs or Apprenticeships."""

    label: str
    address: str
    kind: str


def fill(pattern: str, title: str, code: str | None) -> str | None:
    """The address of a search for a job; None if the pattern needs the code of an occupation and there is none."""
    if CODE in pattern:
        return pattern.replace(CODE, quote(code, safe="")) if code else None
    return pattern.replace(TITLE, quote(title, safe=""))
