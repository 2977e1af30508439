"""Exporting guides: one as a file, several as a zip archive. Importing the texts again changes nothing."""

import tempfile
from collections.abc import Callable, Iterable
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from guides.document import GuideDocument
from guides.editing.rows import read_document
from guides.models import Role
from guides.parsing import write_guide

FORMATS: dict[str, tuple[str, Callable[[GuideDocument], str]]] = {
    "txt": ("text/plain; charset=utf-8", write_guide),
    "json": ("application/json", GuideDocument.canonical),
}
IN_MEMORY = 5 * 1024 * 1024
ANY_DATE = (1980, 1, 1, 0, 0, 0)  # fixed, so that the same guides give the same bytes


def export_guide(role: Role, suffix: str) -> bytes:
    """The working copy of a guide in a format."""
    return FORMATS[suffix][1](read_document(role)).encode()


def export_archive(roles: Iterable[Role], suffix: str) -> IO[bytes]:
    """A zip archive with one file for each guide, named by its slug; open, at the start."""
    file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115, closed by the response
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for role in roles:
            entry = ZipInfo(f"{role.slug}.{suffix}", ANY_DATE)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, export_guide(role, suffix))
    file.seek(0)
    return file
