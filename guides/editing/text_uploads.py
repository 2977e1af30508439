"""Text uploads: read with limits, stored in the database, then previewed and imported a few at a time.

Uploaded files are never written to disk under their own names. Only the user who uploaded them sees them; after a day
they are removed, finished or not.
"""

import time
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from guides.editing.import_outcomes import Outcome, Status
from guides.editing.importing import Importer, Options
from guides.editing.text_files import is_leftover
from guides.models import Upload, UploadedText

MEGABYTE = 1024 * 1024
MOST_BYTES = 20 * MEGABYTE  # of all files of an upload together, as sent
MOST_UNPACKED = 60 * MEGABYTE
LONGEST_TEXT = MEGABYTE
MOST_TEXTS = 500
HIGHEST_RATIO = 100  # texts compress to about a third; a much higher ratio means a zip bomb
KEPT_FOR = timedelta(days=1)
SECONDS_A_TURN = 3
UNREADABLE = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


class UploadError(ValueError):
    """An upload that is refused as a whole; the message explains why to the user."""


@dataclass(frozen=True, slots=True)
class Item:
    """A text from an upload, or the problem with it."""

    name: str
    source: bytes = b""
    problem: str = ""


def read_upload(files: Iterable[UploadedFile]) -> list[Item]:
    """All texts of some files: texts, or zip archives of texts. Raises UploadError if a limit is exceeded."""
    files = list(files)
    if sum(file.size for file in files) > MOST_BYTES:
        raise UploadError(f"These files are larger than {MOST_BYTES // MEGABYTE} MB in total.")
    items: list[Item] = []
    unpacked = 0
    for item in (item for file in files for item in _read_file(file)):
        unpacked += len(item.source)
        items.append(item)
        if len(items) > MOST_TEXTS:
            raise UploadError(f"These are more than {MOST_TEXTS} texts. Upload them in batches.")
        if unpacked > MOST_UNPACKED:
            raise UploadError(
                f"The texts are larger than {MOST_UNPACKED // MEGABYTE} MB in total. Upload them in batches."
            )
    if not items:
        raise UploadError("The upload contains no texts.")
    return items


def _read_file(file: UploadedFile) -> Iterator[Item]:
    name = plain_name(file.name or "text")
    start = file.read(4)
    file.seek(0)
    if is_leftover(PurePosixPath(name)):
        return
    if start == b"PK\x03\x04" or start == b"PK\x05\x06" or name.lower().endswith(".zip"):
        yield from _read_archive(file, name)
    elif not name.lower().endswith(".txt"):
        yield Item(name, problem=expected("a .txt file, or a .zip of them", f"“{name}”"))
    elif file.size > LONGEST_TEXT:
        yield Item(name, problem=expected(f"a text of at most {LONGEST_TEXT // 1024} KB", f"{file.size // 1024} KB"))
    else:
        yield Item(name, file.read())


def _read_archive(file: UploadedFile, name: str) -> Iterator[Item]:
    try:
        with ZipFile(file) as archive:
            files = (entry for entry in archive.infolist() if not entry.is_dir())
            entries = [entry for entry in files if not is_leftover(PurePosixPath(entry.filename))]
            if len(entries) > MOST_TEXTS:
                raise UploadError(f"“{name}” contains more than {MOST_TEXTS} texts. Upload them in batches.")
            for entry in entries:
                yield _read_entry(archive, entry)
    except UploadError:
        raise
    except UNREADABLE:
        yield Item(name, problem=expected("a zip archive", f"“{name}”, which cannot be read as one"))


def _read_entry(archive: ZipFile, entry: ZipInfo) -> Item:
    """One text of an archive. Its stated sizes are only used to refuse it, never trusted."""
    name, path = plain_name(entry.filename), PurePosixPath(entry.filename)
    if path.is_absolute() or ".." in path.parts or "\\" in entry.filename or name != entry.filename:
        return Item(name, problem=expected("a plain path in the archive", f"“{name}”"))
    if path.suffix.lower() != ".txt":
        return Item(name, problem=expected("a .txt file", f"“{path.name}”"))
    if entry.flag_bits & 1:
        return Item(name, problem=expected("a text without a password", "an encrypted one"))
    if entry.file_size > HIGHEST_RATIO * max(entry.compress_size, 1):
        return Item(name, problem=expected("a text", f"what unpacks to more than {HIGHEST_RATIO} times its size"))
    try:
        with archive.open(entry) as text:
            source = text.read(LONGEST_TEXT + 1)
    except UNREADABLE:
        return Item(name, problem=expected("a text", "what cannot be unpacked"))
    if len(source) > LONGEST_TEXT:
        return Item(name, problem=expected(f"a text of at most {LONGEST_TEXT // 1024} KB", "a longer one"))
    return Item(name, source)


def plain_name(name: str) -> str:
    """A file name that is safe to show and store."""
    return "".join(letter if letter.isprintable() else "�" for letter in name)[:200]


def expected(what: str, found: str) -> str:
    return f"1: expected {what}, found {found}"


@transaction.atomic
def store_upload(items: list[Item], owner) -> Upload:
    """Store the texts of an upload until they are imported; unreadable ones are refused at once."""
    remove_old()
    upload = Upload.objects.create(owner=owner)
    UploadedText.objects.bulk_create(
        UploadedText(upload=upload, position=position, name=item.name, source=item.source, preview=_refusal(item))
        for position, item in enumerate(items, start=1)
    )
    return upload


def _refusal(item: Item) -> dict | None:
    if not item.problem:
        return None
    return Outcome(item.name, Status.REFUSED, problems=(f"{item.name}:{item.problem}",)).report()


def remove_old() -> None:
    Upload.objects.filter(created_at__lt=timezone.now() - KEPT_FOR).delete()


def waiting(upload: Upload):
    """The texts still to preview or, once the upload is confirmed, to import."""
    if upload.confirmed_at is None:
        return upload.texts.filter(preview__isnull=True)
    return upload.texts.filter(result__isnull=True).exclude(preview__status=Status.REFUSED)


def renaming(upload: Upload):
    """The previewed texts that give another title to the guide at their address."""
    return upload.texts.defer("source").exclude(preview__former_title="").filter(preview__has_key="former_title")


@transaction.atomic
def confirm(upload: Upload, *, publish: bool, rename: Iterable[int]) -> None:
    """Confirm the import of the previewed texts; the ones in `rename` may give their guides another title."""
    renaming(upload).filter(pk__in=rename).update(may_rename=True)
    upload.publish, upload.confirmed_at = publish, timezone.now()
    upload.save(update_fields=("publish", "confirmed_at"))


def work(upload: Upload, *, publish: bool = False, seconds: float = SECONDS_A_TURN) -> Iterator[Outcome]:
    """Preview or import texts for some seconds, at least one, each in its own transaction; yields the outcomes.

    The next call continues where this one ended, even after a crash.
    """
    end = time.monotonic() + seconds
    options = Options(publish=publish, by=upload.owner, dry_run=upload.confirmed_at is None)
    earlier = _Earlier(upload)
    for pk in list(waiting(upload).values_list("pk", flat=True)):
        with transaction.atomic():
            text = waiting(upload).select_for_update().filter(pk=pk).first()
            outcome = _import_one(text, options, earlier.than(text)) if text else None
        if outcome:
            yield outcome
        if time.monotonic() > end:
            return


class _Earlier:
    """The names of the texts before one, by the slug of their guide; each text is looked up once."""

    def __init__(self, upload: Upload) -> None:
        self.texts = upload.texts.exclude(slug="").order_by("position")
        self.names: dict[str, str] = {}
        self.last = 0

    def than(self, text: UploadedText) -> dict[str, str]:
        new = self.texts.filter(position__gt=self.last, position__lt=text.position)
        for slug, name in new.values_list("slug", "name"):
            self.names.setdefault(slug, name)
        self.last = text.position - 1
        return self.names


def _import_one(text: UploadedText, options: Options, earlier: dict[str, str]) -> Outcome:
    importer = Importer(replace(options, rename=options.dry_run or text.may_rename))
    importer.seen = earlier
    outcome = importer.import_text(bytes(text.source), text.name)
    text.slug = outcome.slug
    if options.dry_run:
        text.preview = outcome.report()
    else:
        text.result = outcome.report()
    if not options.dry_run or outcome.status == Status.REFUSED:
        text.source = b""
    text.save()
    return outcome
