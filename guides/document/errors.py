"""Errors of texts and documents, and their messages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """A reason to refuse a text: its line (1-based), what was expected and what was found."""

    line: int
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.line}: expected {self.expected}, found {self.found}"


class GuideError(ValueError):
    """A text that cannot be read as a guide; `problems` lists every reason, in the order of the lines."""

    def __init__(self, problems: list[Problem], name: str = "guide") -> None:
        self.problems = sorted(problems, key=lambda problem: problem.line)
        self.name = name
        super().__init__(str(self))

    def __str__(self) -> str:
        return "\n".join(f"{self.name}:{problem}" for problem in self.problems)


def quoted(words: str) -> str:
    """Quote words for a message, cut after 60 characters."""
    return f"“{words if len(words) <= 60 else words[:59] + '…'}”"


class DocumentError(ValueError):
    """Data that does not have the shape of a guide document."""
