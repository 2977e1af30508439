"""Files that only their owner can read, and that have a name only once they are complete."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

OPEN_FILES = Path("/proc/self/fd")  # on Linux


@contextmanager
def private_file(path: Path, *, replace: bool) -> Iterator[BinaryIO]:
    """A file to write and read that gets its name at the end, if nothing fails.

    On Linux, even a process that is killed leaves nothing. Elsewhere it leaves a hidden file of its owner. Raises
    FileExistsError if the name is taken and not to be replaced.
    """
    with _open_nameless(path.parent) or _open_hidden(path) as file:
        try:
            yield file
            file.flush()
            os.fsync(file.fileno())
            _name(file, path, replace=replace)
        finally:
            if isinstance(file.name, str):
                Path(file.name).unlink(missing_ok=True)


def _open_nameless(folder: Path) -> BinaryIO | None:
    """Open a file without a name, where the system and the file system have those."""
    if not hasattr(os, "O_TMPFILE") or not OPEN_FILES.is_dir():
        return None
    try:
        return os.fdopen(os.open(folder, os.O_TMPFILE | os.O_RDWR, 0o600), "w+b")
    except OSError:
        return None


def _open_hidden(path: Path) -> BinaryIO:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    os.close(handle)
    return open(name, "w+b")


def _name(file: BinaryIO, path: Path, *, replace: bool) -> None:
    if not replace:
        _link(file, path)
        return
    beside = path.with_name(f".{path.name}-{token_hex(8)}")
    _link(file, beside)
    beside.replace(path)


def _link(file: BinaryIO, path: Path) -> None:
    if isinstance(file.name, str):
        os.link(file.name, path)
    else:  # any `src_dir_fd` lets Python follow the link from the open file
        os.link(OPEN_FILES / str(file.name), path, src_dir_fd=file.name)
