"""Errors that the parser reports when it refuses a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One reason to refuse a text: the line (1-based) what was expected and what was found."""

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
    """Words of a text as they stand in a message: in quotation marks, cut after 60 characters."""
    return f"“{words if len(words) <= 60 else words[:59] + '…'}”"


class DocumentError(ValueError):
    """Data that does not have the shape of a guide document."""
