"""Errors in texts and documents."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineError:
    """An error in a text: its line (1-based), what was expected and what was found."""

    line: int
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.line}: expected {self.expected}, found {self.found}"


class GuideError(ValueError):
    """A text that cannot be read as a guide; `errors` lists all errors in the order of their lines."""

    def __init__(self, errors: list[LineError], name: str = "guide") -> None:
        self.errors = sorted(errors, key=lambda error: error.line)
        self.name = name
        super().__init__(str(self))

    def __str__(self) -> str:
        return "\n".join(f"{self.name}:{error}" for error in self.errors)


def quoted(words: str) -> str:
    """Quote words for a message, cut after 60 characters."""
    return f"“{words if len(words) <= 60 else words[:59] + '…'}”"


class DocumentError(ValueError):
    """Data that does not have the shape of a guide document."""
