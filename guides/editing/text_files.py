"""The files of guide texts, in folders and archives."""

from pathlib import Path, PurePath

LEFTOVERS = {".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini"}


def find_texts(paths: list[Path]) -> list[Path]:
    """The given files, and every `.txt` file in the given folders, sorted; without leftovers of archives."""
    files: list[Path] = []
    for path in paths:
        below = (
            file
            for file in path.rglob("*")
            if file.suffix.lower() == ".txt" and file.is_file() and not is_leftover(file.relative_to(path))
        )
        files += sorted(below) if path.is_dir() else [path]
    return files


def is_leftover(path: PurePath) -> bool:
    """Whether a file was left behind by macOS or Windows: `._a.txt`, `__MACOSX/…`, `Thumbs.db`, `desktop.ini`."""
    return path.name.startswith("._") or path.name.casefold() in LEFTOVERS or "__MACOSX" in path.parts
