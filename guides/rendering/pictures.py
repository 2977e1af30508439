"""Picture files by name: `<uuid>-<width>x<height>` determines the paths and sizes of all files of a picture.

So pages show pictures without a query, and the content at an address never changes.
"""

import re
from dataclasses import dataclass

from django.urls import reverse

from guides.document.words import PICTURE_NAME

FOLDER = "pictures"  # in the storage of uploaded files
ROUTE = f"media/{FOLDER}/"  # before the name in an address
WIDTHS = (400, 800, 1600)
_PARTS = re.compile(r"(?P<uuid>.{36})-(?P<width>\d+)x(?P<height>\d+)")
_BRACKETS = re.compile(r"[\\\[\]]")


@dataclass(frozen=True, slots=True)
class PictureFile:
    """One of the files of a picture; sizes in pixels."""

    uuid: str
    width: int
    height: int

    @property
    def name(self) -> str:
        return f"{self.uuid}-{self.width}x{self.height}"

    @property
    def path(self) -> str:
        """The path in the storage."""
        return f"{FOLDER}/{self.name}.webp"

    @property
    def address(self) -> str:
        return reverse("picture", args=(self.name,))

    def sizes(self) -> tuple["PictureFile", ...]:
        """All files of the picture, narrowest first; this must be the largest."""
        widths = (*(width for width in WIDTHS if width < self.width), self.width)
        return tuple(PictureFile(self.uuid, width, self._height_for(width)) for width in widths)

    def _height_for(self, width: int) -> int:
        return max(1, round(self.height * width / self.width))


def picture_file(name: str) -> PictureFile:
    """The largest file of a picture. Raises ValueError for an invalid name."""
    parts = _PARTS.fullmatch(name) if PICTURE_NAME.fullmatch(name) else None
    if parts is None:
        raise ValueError(f"not the name of a picture: {name!r}")
    return PictureFile(parts["uuid"], int(parts["width"]), int(parts["height"]))


def markdown_code(alt: str, file: PictureFile) -> str:
    """The Markdown code of a picture."""
    return f"![{_BRACKETS.sub(lambda match: chr(92) + match[0], alt)}]({file.address})"


def image_attributes(name: str, sizes: str) -> dict[str, str]:
    """The attributes of an `img` element except `alt`; `sizes` is the displayed width, as in HTML."""
    largest = picture_file(name)
    files = largest.sizes()
    usual = [file for file in files if file.width <= WIDTHS[1]] or files
    return {
        "src": usual[-1].address,
        "srcset": ", ".join(f"{file.address} {file.width}w" for file in files),
        "sizes": sizes,
        "width": f"{largest.width}",
        "height": f"{largest.height}",
    }
