"""Opening ZIP files, xlsx workbooks included, without trusting them."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from guides.official.reading.errors import FileError

BYTE_ORDER_MARK, OLD_WORKBOOK = b"\xef\xbb\xbf", b"\xd0\xcf\x11\xe0"
MOST_FILES = 1_000
LARGEST_FILE = 1_000_000_000  # bytes unpacked; a sheet with all metropolitan areas has 240 million
LARGEST_RATIO = 200  # unpacked to packed; sheets of figures have about 10, Deflate reaches 1,000


class Archive:
    """The files of a ZIP file by their paths; each is checked before it is read."""

    def __init__(self, path: Path, zipped: zipfile.ZipFile) -> None:
        self.path = path
        self._zip = zipped
        self._files = {info.filename: info for info in zipped.infolist() if not info.is_dir()}
        self._check()

    def _check(self) -> None:
        if len(self._files) > MOST_FILES:
            raise FileError(f"{self.path.name} has more than {MOST_FILES:,} files.")
        for name, info in self._files.items():
            path = PurePosixPath(name.replace("\\", "/"))
            if path.is_absolute() or ".." in path.parts:
                raise FileError(f"{self.path.name} has a file outside its own folder: {name}")
            if info.flag_bits & 0x1:
                raise FileError(f"{self.path.name} is encrypted.")
            if info.file_size > LARGEST_FILE or info.file_size > LARGEST_RATIO * max(info.compress_size, 1_000):
                raise FileError(f"{name} in {self.path.name} is suspiciously large: {info.file_size:,} bytes unpacked.")

    def names(self) -> list[str]:
        return list(self._files)

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        """Open a file for reading. Raises FileError if it is missing or damaged."""
        if name not in self._files:
            raise FileError(f"{self.path.name} has no {name}, so it is incomplete.")
        with _damage_told(self.path), self._zip.open(self._files[name]) as file:
            yield file


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """Open a ZIP file. Raises FileError if it is damaged, cut off, or unsafe to unpack."""
    _check_kind(path)
    with _damage_told(path), zipfile.ZipFile(path) as zipped:
        yield Archive(path, zipped)


def _check_kind(path: Path) -> None:
    """Refuse what is no ZIP file from its first bytes, with what it is instead."""
    try:
        with path.open("rb") as file:
            start = file.read(100).lstrip(BYTE_ORDER_MARK).lstrip()
    except OSError as error:
        raise FileError(f"{path.name} cannot be read: {error.strerror}.") from error
    if not start:
        raise FileError(f"{path.name} is empty. Download it again.")
    if start.startswith(b"<"):
        raise FileError(f"{path.name} is a web page in place of the file. Download it again in a browser.")
    if start.startswith(OLD_WORKBOOK):
        raise FileError(f"{path.name} is a workbook of the old kind (.xls). Save it as .xlsx.")
    if not start.startswith(b"PK"):
        raise FileError(f"{path.name} is no .xlsx or .zip file.")


@contextmanager
def _damage_told(path: Path) -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError) as error:
        raise FileError(f"{path.name} is damaged or not complete: {error}") from error
