"""Findings: the result of checking a resume, letter or job description."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of a check; `state` is `fix`, `note` or `good`, `why` gives the reason."""

    state: str
    what: str
    why: str = ""
