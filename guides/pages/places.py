"""The places of a guide's texts on its page, for links from other pages.

They are stored when a guide is published: after a change of anchors run `rebuild_search`.
"""

from collections import defaultdict
from dataclasses import dataclass, replace

from guides.document.shape import GuideDocument, Section
from guides.pages.blocks import Block, blocks_of
from guides.pages.neighbors import NO_NEIGHBORS
from guides.pages.part import Part


@dataclass(frozen=True, slots=True)
class Place:
    """An element of a guide page, by its anchor.

    `label` is its heading; if `kind` is `question`, `step`, `level` or `term`, it is the name of that one.
    """

    anchor: str
    label: str
    kind: str = ""


class Places:
    """The places of a document's sections, lists and rows; None for what the page does not show."""

    def __init__(self, document: GuideDocument) -> None:
        self._sections: dict[tuple[str, str], list[Block]] = defaultdict(list)
        self._parts: dict[str, tuple[Block, Part]] = {}
        for block in blocks_of(document, NO_NEIGHBORS):
            self._sections[block.kind, block.heading].append(block)
            for part in block.parts:
                self._parts.setdefault(part.kind, (block, part))

    def section(self, section: Section) -> Place | None:
        """Return the place of the next section with this kind and heading."""
        blocks = self._sections[section.kind, section.heading]
        return Place(blocks[0].anchor, blocks.pop(0).label) if blocks else None

    def part(self, kind: str) -> Place | None:
        """Return the place of a list: its own heading, or that of its section."""
        if kind not in self._parts:
            return None
        block, part = self._parts[kind]
        return Place(part.anchor, part.heading) if part.anchor else Place(block.anchor, block.label)

    def side(self, heading: str) -> Place | None:
        """Return the place of the pros or the cons."""
        place = self.part("pros_cons")
        return place and replace(place, label=heading)

    def questions(self) -> list[Place]:
        """Return the places of the answers, which open the questions."""
        return [Place(f"{row.anchor}-answer", row.name, "question") for row in self._items("questions")]

    def steps(self) -> list[Place]:
        return [Place(f"step_{row.number}", str(row.number), "step") for row in self._items("steps")]

    def terms(self) -> list[Place]:
        return [Place(row.anchor, row.name, "term") for row in self._items("glossary")]

    def levels(self) -> list[Place]:
        """Return the places of the levels of the career path in words."""
        return [Place(level.words_anchor, level.title, "level") for level in self._items("career_path")]

    def _items(self, kind: str) -> tuple:
        return self._parts[kind][1].items if kind in self._parts else ()
