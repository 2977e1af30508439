"""Findings: the result of checking a resume, letter or job description."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A publication that a finding follows: its name with its date, and its address."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of a check; `state` is `fix`, `note` or `good`, `why` gives the reason, `source` where it is from,
    `target` the id of the field to change, empty if there is none."""

    state: str
    what: str
    why: str = ""
    source: Source | None = None
    target: str = ""
