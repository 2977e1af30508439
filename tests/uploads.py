"""Files of texts as they are uploaded."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.builders import make_text


def archive(entries: dict[str, bytes], compression=zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as target:
        for name, source in entries.items():
            target.writestr(name, source)
    return file.getvalue()


def file_of(source: bytes, name: str = "guide.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, source)


def text_of(number: int, **overrides) -> bytes:
    return make_text(title=f"Keeper {number}", slug=f"keeper-{number}", related=(), **overrides)
