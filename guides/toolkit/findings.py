"""What a tool finds when it looks at what was drawn up."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """`state` is `fix`, `note` or `good`."""

    state: str
    what: str
    why: str = ""
