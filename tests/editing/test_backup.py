"""Backup and restore: everything is restored, only from an intact archive, all or nothing."""

import hashlib
import json
import zipfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection, models, transaction
from django_otp.plugins.otp_totp.models import TOTPDevice
from hypothesis import HealthCheck, given, settings, strategies

from guides.document import shape
from guides.editing import backup, private_files, restoring
from guides.editing.preview_links import create_link
from guides.editing.withdrawals import withdraw
from guides.finding.occupations import find_occupations
from guides.models import LiveInterval, Picture, Revision, Role
from tests.builders import make_document, make_editor, make_live, make_picture, make_role
from tests.official.occupations import CLERK, load_occupations
from tests.processes import start

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive(tmp_path, media):
    """An archive of a site with a guide, a withdrawn revision with a preview link, a picture and an editor."""
    make_editor()
    picture = make_picture()
    role = make_role()
    create_link(role.revisions.get())
    withdraw(role.revisions.get(), reason="Wrong.")
    make_live(make_document(picture=shape.Picture(name=picture.name, alt="Two halves")))
    return save(tmp_path)


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


def save(folder, name="site.zip"):
    call_command("backup", folder / name, stdout=StringIO())
    return folder / name


def damaged(path):
    """The reason why an archive is refused."""
    with pytest.raises(CommandError, match=r"^Nothing was changed\. ") as refusal:
        restore(path)
    return str(refusal.value)


def restore(path):
    call_command("restore", path, "--no-input", stdout=StringIO())


def kept(model):
    """The columns but the lock token of a role: a form that was open before a restore shall be stale after it."""
    return [field.name for field in model._meta.local_concrete_fields if field.name != "lock_token"]


def everything(media):
    """All rows, column by column, and all files."""
    tables = {
        model._meta.label: list(backup.all_rows(model).values_list(*kept(model))) for model in backup.saved_models()
    }
    return tables | {path.name: path.read_bytes() for path in media.rglob("*") if path.is_file()}


def destroy(media):
    with transaction.atomic():
        for model in backup.saved_models():
            models.QuerySet(model)._raw_delete("default")
    for path in media.rglob("*.webp"):
        path.unlink()


def rewrite(path, change):
    """The archive with its files changed by a function, and a manifest that knows nothing of it."""
    with zipfile.ZipFile(path) as old:
        files, comment = {name: old.read(name) for name in old.namelist()}, old.comment
    change(files)
    with zipfile.ZipFile(path, "w") as new:
        for name, content in files.items():
            new.writestr(name, content)
        new.comment = comment


def forge(path, change):
    """The archive with its files and its manifest changed so that everything seems sound."""

    def all_of_it(files):
        manifest = json.loads(files.pop("manifest.json"))
        change(files, manifest)
        manifest["files"] = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
        files["manifest.json"] = json.dumps(manifest).encode()

    rewrite(path, all_of_it)
    with zipfile.ZipFile(path, "a") as again:
        again.comment = hashlib.sha256(again.read("manifest.json")).hexdigest().encode()


def test_everything_comes_back_after_it_was_destroyed(archive, media, client):
    before = everything(media)
    page = client.get("/guides/lighthouse-keeper/").content
    destroy(media)
    assert not Role.objects.exists()
    restore(archive)
    assert everything(media) == before
    assert client.get("/guides/lighthouse-keeper/").content == page
    assert b"/guides/lighthouse-keeper/" in client.get("/search/?q=lighthouse").content
    assert client.get(Picture.objects.get().file.address).status_code == 200


def test_what_came_since_is_gone(archive, media):
    before = everything(media)
    make_picture(alt="Later")
    make_role(make_document(title="Later", slug="later"))
    restore(archive)
    assert everything(media) == before


def test_the_site_can_be_written_to_after_a_restore(archive, media):
    destroy(media)
    restore(archive)
    make_live(make_document(title="Later", slug="later"))
    assert Revision.objects.live().count() == 2


def test_moments_keep_all_their_digits(archive, media):
    assert any(moment.microsecond % 1000 for moment in LiveInterval.objects.values_list("live_from", flat=True))
    before = list(LiveInterval.objects.values())
    restore(archive)
    assert list(LiveInterval.objects.values()) == before


def test_times_of_creation_are_kept(media, tmp_path):
    long_ago = datetime(2020, 2, 2, tzinfo=UTC)
    TOTPDevice.objects.create(user=make_editor())
    TOTPDevice.objects.update(created_at=long_ago)
    restore(save(tmp_path))
    assert TOTPDevice.objects.get().created_at == long_ago


def test_tables_of_more_rows_than_are_written_at_once_come_back(media, tmp_path, monkeypatch):
    monkeypatch.setattr(backup, "AT_ONCE", 2)
    load_occupations()
    before = everything(media)
    restore(save(tmp_path))
    assert everything(media) == before
    assert [match.code for match in find_occupations("dockside")] == [CLERK]


def test_a_password_still_opens_and_no_session_does(archive, media, client, tmp_path):
    get_user_model().objects.create_user("di", password="long and winding", is_staff=True)
    path = save(tmp_path, "later.zip")
    client.force_login(get_user_model().objects.get(username="di"))
    restore(path)
    assert not Session.objects.exists()
    assert get_user_model().objects.get(username="di").check_password("long and winding")
    assert get_user_model().objects.get(username="ed").has_perm("guides.publish_role")


def damage(kind, path):
    content = bytearray(path.read_bytes())
    if kind == "cut":
        path.write_bytes(content[: len(content) // 2])
    elif kind == "a byte":
        with zipfile.ZipFile(path) as archive:
            place = archive.getinfo("rows/guides.revision.jsonl").header_offset + 120
        content[place] ^= 1
        path.write_bytes(content)
    elif kind == "no zip":
        path.write_bytes(b"no archive at all")
    elif kind == "empty":
        path.write_bytes(b"")
    elif kind == "rows":
        rewrite(path, lambda files: files.update({"rows/guides.skill.jsonl": b""}))
    elif kind == "manifest":
        rewrite(path, lambda files: files.update({"manifest.json": files["manifest.json"].replace(b"1", b"2")}))
    elif kind == "missing":
        rewrite(path, lambda files: files.pop("rows/guides.role.jsonl"))
    elif kind == "more":
        rewrite(path, lambda files: files.update({"more.txt": b"more"}))


@pytest.mark.parametrize("kind", ["cut", "a byte", "no zip", "empty", "rows", "manifest", "missing", "more"])
def test_a_damaged_archive_is_refused_before_anything_is_touched(archive, media, kind, monkeypatch):
    damage(kind, archive)
    before = everything(media)
    monkeypatch.setattr(restoring, "_replace_rows", lambda *arguments: 1 / 0)
    with pytest.raises(CommandError, match=r"Nothing was changed. The archive is damaged"):
        restore(archive)
    assert everything(media) == before


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda files, manifest: manifest["migrations"].append("guides.9999_later"), "another version"),
        (lambda files, manifest: manifest.update(format=2), "format 2"),
        (lambda files, manifest: files.update({"../evil.webp": b"x"}), "not a picture"),
        (lambda files, manifest: files.update({"pictures/evil.svg": b"x"}), "not a picture"),
        (lambda files, manifest: files.update({"rows/guides.role.jsonl": b"{"}), "inconsistent"),
        (lambda files, manifest: files.update({"rows/guides.role.jsonl": b""}), "rows"),
        (lambda files, manifest: manifest["rows"].update({"guides.role": 7}), "different number of rows"),
        (
            lambda files, manifest: files.update({"rows/guides.skill.jsonl": files["rows/guides.role.jsonl"]}),
            "another table",
        ),
        (
            lambda files, manifest: (
                files.update({"rows/guides.picture.jsonl": b""}),
                manifest["rows"].update({"guides.picture": 0}),
            ),
            "inconsistent",
        ),
    ],
)
def test_an_archive_that_does_not_fit_leaves_everything_as_it_was(archive, media, change, message):
    forge(archive, change)
    before = everything(media)
    with pytest.raises(CommandError, match=message):
        restore(archive)
    assert everything(media) == before


def test_a_restore_that_fails_at_the_pictures_takes_the_rows_back(archive, media, monkeypatch):
    destroy(media)
    before = everything(media)
    saved, save_file = [], default_storage.save

    def fail_at_the_third(name, content):
        saved.append(name)
        if len(saved) == 3:
            raise OSError("no room")
        return save_file(name, content)

    monkeypatch.setattr(default_storage, "save", fail_at_the_third)
    with pytest.raises(CommandError, match="no room"):
        restore(archive)
    assert everything(media) == before


def test_a_damaged_picture_is_mended(archive, media):
    before = everything(media)
    next(media.rglob("*.webp")).write_bytes(b"damaged")
    restore(archive)
    assert everything(media) == before


def test_an_archive_is_not_written_over_and_is_its_owners_alone(archive, tmp_path):
    content = archive.read_bytes()
    with pytest.raises(CommandError, match="already exists"):
        save(tmp_path)
    assert archive.read_bytes() == content
    assert archive.stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["site.zip"]


def test_a_picture_without_its_file_is_reported_and_the_rest_is_kept(archive, media, tmp_path):
    missing = next(media.rglob("*.webp"))
    missing.unlink()
    errors = StringIO()
    call_command("backup", tmp_path / "again.zip", stdout=StringIO(), stderr=errors)
    assert missing.stem in errors.getvalue()
    assert backup.check_backup(tmp_path / "again.zip")["rows"]["guides.role"] == Role.objects.count()


def test_a_backup_that_fails_leaves_no_half_archive(tmp_path, media):
    with pytest.raises(CommandError, match="The backup failed"):
        call_command("backup", tmp_path / "nowhere" / "site.zip")
    assert not any(path.is_file() for path in tmp_path.rglob("*"))


@pytest.mark.parametrize("answer", ["", "n", "no", "perhaps"])
def test_without_a_yes_nothing_is_replaced(archive, media, monkeypatch, answer):
    before = everything(media)
    monkeypatch.setattr("builtins.input", lambda question: answer)
    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("restore", archive)
    assert everything(media) == before


@pytest.mark.django_db(transaction=True)
def test_others_write_during_a_backup_and_it_has_nothing_of_that(tmp_path, media):
    def write_in_another_thread():
        with ThreadPoolExecutor(1) as threads:
            threads.submit(make_and_close).result()

    def make_and_close():
        make_role(make_document(title="Later", slug="later"))
        connection.close()

    make_role()
    roles, calls = Role.objects.count(), []

    def progress(number):
        calls.append(number)
        if len(calls) == 1:
            write_in_another_thread()

    backup.write_backup(tmp_path / "site.zip", progress)
    assert Role.objects.filter(slug="later").exists()
    assert backup.check_backup(tmp_path / "site.zip")["rows"]["guides.role"] == roles


# Odd archives


def test_an_archive_that_is_cut_anywhere_is_refused(archive, tmp_path):
    content = archive.read_bytes()
    for length in range(0, len(content), 1000):
        (tmp_path / "cut.zip").write_bytes(content[:length])
        with pytest.raises(backup.BackupError):
            backup.check_backup(tmp_path / "cut.zip")


ODD = [None, True, -1, 2**70, 1.5, "x", "../x", "\ud800\x1b[2J", [], [[]], {}, {"x": {}}, {"../x": "y"}, {"x": -1}]


@pytest.mark.parametrize("key", ["format", "made_at", "migrations", "rows", "files"])
def test_a_manifest_with_something_odd_or_missing_is_refused(archive, media, key):
    original = archive.read_bytes()
    manifest = json.loads(zipfile.ZipFile(archive).read("manifest.json"))
    inner = (
        [manifest[key] | {name: odd} for name in [*manifest[key]][:1] for odd in ODD]
        if key in ("rows", "files")
        else []
    )
    without = {name: value for name, value in manifest.items() if name != key}
    for odd in [without, *({**manifest, key: value} for value in [*ODD, *inner])]:
        archive.write_bytes(original)
        if odd != manifest:
            with_manifest(archive, json.dumps(odd))
            assert damaged(archive).isascii()


@pytest.mark.parametrize("text", ["", "null", "[]", "7", "{", "[" * 100_000, "1" * 10_000, '{"format": 1e999}', "\x00"])
def test_what_is_no_manifest_is_refused(archive, media, text):
    with_manifest(archive, text)
    assert "damaged" in damaged(archive)


def with_manifest(path, text):
    """The archive with another manifest, and the comment that belongs to it."""
    rewrite(path, lambda files: files.update({"manifest.json": text.encode()}))
    with zipfile.ZipFile(path, "a") as again:
        again.comment = hashlib.sha256(text.encode()).hexdigest().encode()


def test_a_file_that_is_in_the_archive_twice_is_refused(archive, media):
    with zipfile.ZipFile(archive, "a") as again, pytest.warns(UserWarning, match="Duplicate name"):
        again.writestr("rows/guides.role.jsonl", b"")
    assert "do not match its manifest" in damaged(archive)


@pytest.mark.parametrize("name", ["manifest.json", "pictures/bomb.webp"])
def test_a_file_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(archive, media, monkeypatch, name):
    monkeypatch.setattr(backup.hashlib, "file_digest", lambda *arguments: 1 / 0)
    rewrite_packed(archive, {name: bytes(backup.LARGEST_FILE + 1)})
    assert f"'{name}' is too large" in damaged(archive)


def test_a_file_that_unpacks_to_more_than_it_states_is_refused(archive, media):
    rewrite_packed(archive, {"rows/guides.skill.jsonl": bytes(5_000_000)})
    content = archive.read_bytes().replace((5_000_000).to_bytes(4, "little"), (5_000).to_bytes(4, "little"))
    archive.write_bytes(content)
    assert "damaged" in damaged(archive)


def rewrite_packed(path, changes, compression=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path) as old:
        files = {name: old.read(name) for name in old.namelist()} | changes
        comment = old.comment
    with zipfile.ZipFile(path, "w", compression) as new:
        for name, content in files.items():
            new.writestr(name, content)
        new.comment = comment


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_compression_whose_memory_has_no_limit_is_refused(archive, media, compression):
    rewrite_packed(archive, {}, compression)
    assert "compressed in another way" in damaged(archive)


def test_an_encrypted_file_is_refused(archive, media):
    content = bytearray(archive.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1  # the flags of the first file in the directory
    archive.write_bytes(content)
    assert "is encrypted" in damaged(archive)


def test_a_row_that_is_too_long_is_refused(archive, media, monkeypatch):
    monkeypatch.setattr(restoring, "LONGEST_ROW", 100)
    assert "a row is too long" in damaged(archive)


@pytest.mark.parametrize("line", [b"7", b"[]", b"null", b'{"model": 7}', b"\xff", b"[" * 100_000, b"NaN", b'"x"'])
def test_lines_that_are_no_rows_are_refused(archive, media, line):
    forge(archive, lambda files, manifest: files.update({"rows/guides.skill.jsonl": line}))
    assert "inconsistent" in damaged(archive)


VALUES = (None, True, -1, 10**30, 1.5, float("nan"), "x", "\0", "\ud800", "x" * 70_000, [], ["x"], {}, {"x": [1]})


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(data=strategies.data())
def test_a_row_with_an_odd_value_is_refused_or_restored_and_never_a_traceback(archive, media, data):
    original = archive.read_bytes()

    def change(files, manifest):
        name = data.draw(
            strategies.sampled_from(sorted(name for name in files if name.startswith("rows/") and files[name]))
        )
        row, *others = files[name].splitlines()
        row = json.loads(row)
        column = data.draw(strategies.sampled_from(["pk", "model", "fields", *row["fields"]]))
        (row if column in row else row["fields"])[column] = data.draw(strategies.sampled_from(VALUES))
        files[name] = b"\n".join([json.dumps(row).encode(), *others, b""])

    try:
        forge(archive, change)
        with suppress(CommandError), transaction.atomic():
            restore(archive)
            transaction.set_rollback(True)
    finally:
        archive.write_bytes(original)


# Failures


def test_a_picture_that_is_not_in_the_archive_and_cannot_be_deleted_is_reported(archive, media, monkeypatch):
    other = make_picture(alt="Later").file
    delete = default_storage.delete

    def refuse(name):
        if other.uuid in name:
            raise PermissionError("not allowed")
        delete(name)

    monkeypatch.setattr(default_storage, "delete", refuse)
    errors = StringIO()
    call_command("restore", archive, "--no-input", stdout=StringIO(), stderr=errors)
    assert f"The picture {other.name}.webp is not in the archive and could not be deleted." in errors.getvalue()


@pytest.mark.parametrize("is_linux", [True, False])
def test_a_backup_that_fails_leaves_the_archive_that_it_was_to_replace(archive, tmp_path, monkeypatch, is_linux):
    hide_nameless_files(monkeypatch, is_linux)
    monkeypatch.setattr(backup, "check_backup", lambda file: 1 / 0)
    content = archive.read_bytes()
    with pytest.raises(ZeroDivisionError):
        call_command("backup", archive, "--replace", stdout=StringIO())
    assert archive.read_bytes() == content
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["site.zip"]


@pytest.mark.parametrize("is_linux", [True, False])
def test_an_archive_is_replaced_and_its_owners_alone_on_every_system(archive, tmp_path, monkeypatch, is_linux):
    hide_nameless_files(monkeypatch, is_linux)
    make_role(make_document(title="Later", slug="later"))
    call_command("backup", archive, "--replace", stdout=StringIO())
    assert backup.check_backup(archive)["rows"]["guides.role"] == Role.objects.count()
    assert archive.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["site.zip"]


def hide_nameless_files(monkeypatch, is_linux):
    if not is_linux:
        monkeypatch.setattr(private_files, "_open_nameless", lambda folder: None)


KILLED = """
import os, signal
os.environ["DJANGO_SETTINGS_MODULE"] = "careerguide.settings"
import django
django.setup()
from django.core.management import execute_from_command_line
from guides.editing import backup, private_files
if {is_hidden}:
    private_files._open_nameless = lambda folder: None
backup.check_backup = lambda file: os.kill(os.getpid(), signal.{signal})
execute_from_command_line(["manage.py", "backup", {path!r}])
"""


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("signal", "is_hidden", "code"), [("SIGKILL", False, -9), ("SIGTERM", False, 143), ("SIGTERM", True, 143)]
)
def test_a_backup_that_is_killed_leaves_nothing(tmp_path, signal, is_hidden, code):
    path = str(tmp_path / "site.zip")
    process = start("-c", KILLED.format(signal=signal, is_hidden=is_hidden, path=path))
    assert process.wait() == code
    assert list(tmp_path.iterdir()) == []
