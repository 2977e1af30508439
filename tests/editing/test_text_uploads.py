"""Uploaded texts: read within limits, and imported a few at a time."""

import zipfile

import pytest
from django.utils import timezone

from guides.editing import text_uploads
from guides.editing.text_uploads import UploadError, read_upload, store_upload, waiting, work
from guides.models import Role
from tests.builders import make_editor
from tests.uploads import archive, file_of, text_of

pytestmark = pytest.mark.django_db


def problems(*files) -> list[str]:
    return [item.problem for item in read_upload(files)]


# -- what is taken --


def test_texts_and_archives_of_texts_are_read():
    items = read_upload(
        [file_of(b"one", "a.txt"), file_of(archive({"b.txt": b"two", "sub/C.TXT": b"three"}), "all.zip")]
    )
    assert [(item.name, item.source) for item in items] == [
        ("a.txt", b"one"),
        ("b.txt", b"two"),
        ("sub/C.TXT", b"three"),
    ]


def test_leftovers_of_macos_and_windows_are_passed_over():
    names = ("__MACOSX/._a.txt", "sub/.DS_Store", "._a.txt", "sub/._b.txt", "Thumbs.db", "sub/Desktop.ini")
    source = archive(dict.fromkeys(names, b"x") | {"a.txt": b"one"})
    files = [file_of(source, "a.zip"), file_of(b"x", "._c.txt"), file_of(b"x", "Thumbs.db")]
    assert [item.name for item in read_upload(files)] == ["a.txt"]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("../escape.txt", "“../escape.txt”"),
        ("/etc/passwd.txt", "“/etc/passwd.txt”"),
        ("a\\b.txt", "“a\\b.txt”"),
        ("line\nbreak.txt", "“line�break.txt”"),
    ],
)
def test_a_path_that_leads_elsewhere_is_refused(name, found):
    (problem,) = problems(file_of(archive({name: b"x"}), "a.zip"))
    assert problem.endswith(f"found {found}")


def test_what_is_no_text_is_refused_one_by_one():
    source = archive({"picture.png": b"x", "inner.zip": archive({"a.txt": b"x"}), "a.txt": b"one"})
    assert [bool(problem) for problem in problems(file_of(source, "a.zip"), file_of(b"x", "a.docx"))] == [
        True,
        True,
        False,
        True,
    ]


def test_a_bomb_is_refused_by_its_ratio():
    assert "100 times its size" in problems(file_of(archive({"a.txt": b"a" * 900_000}), "a.zip"))[0]


def test_an_archive_that_lies_about_its_sizes_is_read_no_further_than_a_text_may_be_long():
    source = archive({"a.txt": bytes(range(256)) * 8192}, zipfile.ZIP_STORED)
    lying = source.replace((256 * 8192).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert problems(file_of(lying, "a.zip"))[0]


@pytest.mark.parametrize("source", [b"PK\x03\x04nonsense", b"", b"PK\x05\x06" + b"\0" * 5])
def test_a_damaged_archive_is_refused(source):
    assert "cannot be read" in problems(file_of(source, "a.zip"))[0]


def test_an_encrypted_text_is_refused():
    source = bytearray(archive({"a.txt": b"one"}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        source[source.index(mark) + (6 if mark == b"PK\x03\x04" else 8)] |= 1
    assert "password" in problems(file_of(bytes(source), "a.zip"))[0]


def test_a_text_that_is_too_long_is_refused():
    assert "at most 1024 KB" in problems(file_of(b"a" * (text_uploads.LONGEST_TEXT + 1)))[0]


def test_too_many_texts_are_refused_as_a_whole():
    source = archive({f"{n}.txt": b"x" for n in range(text_uploads.MOST_TEXTS + 1)})
    with pytest.raises(UploadError, match="more than 500 texts"):
        read_upload([file_of(source, "a.zip")])


def test_too_many_bytes_are_refused_before_they_are_read():
    huge = file_of(b"")
    huge.size = text_uploads.MOST_BYTES + 1
    with pytest.raises(UploadError, match="larger than 20 MB"):
        read_upload([huge])


def test_an_empty_archive_is_refused():
    with pytest.raises(UploadError, match="no text"):
        read_upload([file_of(archive({}), "a.zip")])


def test_many_texts_are_done_a_few_at_a_time_and_go_on_where_they_ended(db):
    items = read_upload([file_of(archive({f"{n}.txt": text_of(n) for n in range(4)}), "a.zip")])
    kept = store_upload(items, make_editor())
    assert len(list(work(kept, seconds=0))) == 1
    assert waiting(kept).count() == 3
    list(work(kept))
    kept.confirmed_at = timezone.now()
    kept.save()
    assert len(list(work(kept, seconds=0))) == 1
    assert Role.objects.count() == 1
    list(work(kept))
    assert (Role.objects.count(), waiting(kept).count()) == (4, 0)
