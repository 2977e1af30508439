"""Pictures uploaded in the editor of texts: what is taken and refused, what is kept of a file."""

import io
import struct
import zlib

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image, ImageCms, ImageFile

from guides.editing import picture_uploads
from guides.models import Picture
from guides.rendering.markdown import render_markdown
from tests.builders import make_editor, make_image, make_picture
from tests.pictures import SVG, stored

pytestmark = pytest.mark.django_db
UPLOAD = "/editor/upload/"


def upload(client, content, name="photo.jpg", alt="A red and a blue half.", content_type="image/jpeg"):
    return client.post(UPLOAD, {"image": SimpleUploadedFile(name, content, content_type), "alt": alt})


def png(width, height, data=b""):
    """A PNG that says it has a size, whatever its data is."""

    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_an_uploaded_picture_is_kept_as_webp_in_three_sizes(editor_client, media, kind):
    response = upload(editor_client, make_image(kind=kind))
    picture = Picture.objects.get()
    assert response.json() == {"image_code": f"![A red and a blue half.](/media/pictures/{picture.name}.webp)"}
    assert stored(media) == sorted(f"{picture.uuid}-{size}.webp" for size in ("400x267", "800x534", "1600x1067"))
    assert picture.uploaded_by.username == "ed"
    for name in stored(media):
        with Image.open(media / "pictures" / name) as image:
            assert (image.format, f"{image.width}x{image.height}") == ("WEBP", name[37:-5])


def test_the_answer_to_an_upload_shows_the_picture(editor_client, media):
    code = upload(editor_client, make_image(), alt="Brackets [and] a \\").json()["image_code"]
    html = render_markdown(code)
    assert 'alt="Brackets [and] a \\"' in html
    source = html.partition('src="')[2].partition('"')[0]
    assert editor_client.get(source).status_code == 200


def test_an_upload_is_logged(editor_client, media):
    upload(editor_client, make_image())
    assert str(LogEntry.objects.get().get_edited_object()) == "A red and a blue half."


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.svg", SVG, "Upload a JPEG, PNG or WebP"),
        ("a.png", SVG, "Upload a JPEG, PNG or WebP"),
        ("a.gif", b"<html><script>alert(1)</script></html>", "Upload a JPEG, PNG or WebP"),
        ("a.gif", make_image((200, 200), "GIF", "P"), "Upload a JPEG, PNG or WebP"),
        ("a.jpg", b"GIF89a/*<svg onload=alert(1)>*/=1;", "Upload a JPEG, PNG or WebP"),
        ("a.pdf", b"%PDF-1.7\n" + make_image((200, 200)), "Upload a JPEG, PNG or WebP"),
        ("a.tiff", make_image((200, 200), "TIFF"), "Upload a JPEG, PNG or WebP"),
        ("a.jpg", b"\xff\xd8\xff", "Upload a JPEG, PNG or WebP"),
        ("a.jpg", make_image()[:5000], "damaged or incomplete"),
        ("a.png", make_image(kind="PNG")[:-40], "damaged or incomplete"),
        ("a.webp", make_image(kind="WEBP")[:-40], "damaged or incomplete"),
        ("a.png", png(200, 200, b"too little"), "damaged or incomplete"),
        ("a.png", png(60_000, 60_000), "too many pixels"),
        ("a.png", png(10_000, 6_000, bytes(1000)), "too many pixels"),
        ("a.png", png(2**31 - 1, 1), "too many pixels"),
        ("a.jpg", make_image((99, 200)), "too small"),
        ("a.png", make_image((6000, 100), "PNG"), "too small"),
        ("a.jpg", b"", "empty"),
    ],
)
def test_hostile_and_broken_files_are_refused_and_leave_nothing(editor_client, media, name, content, message):
    response = upload(editor_client, content, name)
    assert response.status_code == 400
    assert message in response.json()["image"][0]
    assert (stored(media), Picture.objects.count()) == ([], 0)


def test_a_bomb_is_refused_before_it_is_decoded(editor_client, media, monkeypatch):
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda self: 1 / 0)
    bomb = png(20_000, 20_000, bytes(60_001 * 100))
    assert "too many pixels" in upload(editor_client, bomb).json()["image"][0]


def test_only_the_pixels_of_a_polyglot_file_are_kept(editor_client, media):
    script = b"<script>alert('polyglot')</script>"
    upload(editor_client, make_image(comment=script) + b"PK\x03\x04" + script)
    assert len(stored(media)) == 3
    assert all(b"script" not in (media / "pictures" / name).read_bytes() for name in stored(media))


def test_metadata_is_left_behind_and_the_rotation_applied(editor_client, media):
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera lay on its side
    exif[0x010E] = "Secret garden"
    upload(editor_client, make_image((1200, 800), exif=exif, xmp=b"<x:xmpmeta>Secret</x:xmpmeta>"))
    picture = Picture.objects.get()
    assert (picture.width, picture.height) == (800, 1200)
    with Image.open(media / picture.file.path) as image:
        assert not image.getexif()
        assert {"icc_profile", "xmp"}.isdisjoint(image.info)
        upper, lower = image.getpixel((400, 300)), image.getpixel((400, 900))
    assert upper[0] > 200 > lower[0]
    assert b"Secret" not in (media / picture.file.path).read_bytes()


@pytest.mark.parametrize(
    ("kind", "mode", "red"),
    [("JPEG", "L", None), ("JPEG", "CMYK", 200), ("PNG", "P", 200), ("PNG", "RGBA", 200), ("PNG", "1", None)],
)
def test_every_colour_mode_is_taken(editor_client, media, kind, mode, red):
    assert upload(editor_client, make_image((300, 200), kind, mode)).status_code == 200
    with Image.open(media / Picture.objects.get().file.path) as image:
        assert red is None or image.convert("RGB").getpixel((10, 100))[0] > red


def test_sixteen_bits_of_grey_keep_their_shade(editor_client, media):
    file = io.BytesIO()
    Image.new("I;16", (200, 200), 40_000).save(file, "PNG")
    upload(editor_client, file.getvalue())
    with Image.open(media / Picture.objects.get().file.path) as image:
        assert abs(image.convert("L").getpixel((100, 100)) - 40_000 // 256) < 4


def test_transparency_stays(editor_client, media):
    upload(editor_client, _transparent())
    with Image.open(media / Picture.objects.get().file.path) as image:
        assert image.getpixel((100, 100))[3] == 0


def _transparent():
    file = io.BytesIO()
    Image.new("RGBA", (200, 200), (0, 0, 0, 0)).save(file, "PNG")
    return file.getvalue()


def test_colours_of_another_profile_become_those_of_the_web(editor_client, media):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    assert upload(editor_client, make_image((300, 200), icc_profile=profile)).status_code == 200
    assert upload(editor_client, make_image((300, 200), icc_profile=b"no profile at all")).status_code == 200


def test_an_animation_is_its_first_picture(editor_client, media):
    frames = [Image.new("RGB", (200, 200), color) for color in ("red", "blue")]
    file = io.BytesIO()
    frames[0].save(file, "WEBP", save_all=True, append_images=frames[1:])
    upload(editor_client, file.getvalue())
    with Image.open(media / Picture.objects.get().file.path) as image:
        assert getattr(image, "n_frames", 1) == 1


@pytest.mark.parametrize("alt", ["", "   ", "a\0b", "x" * 201])
def test_a_picture_without_words_or_with_odd_ones_is_refused(editor_client, media, alt):
    response = upload(editor_client, make_image((200, 200)), alt=alt)
    assert response.status_code == 400
    assert response.json()["alt"]
    assert stored(media) == []


def test_words_are_kept_on_one_line(editor_client, media):
    upload(editor_client, make_image((200, 200)), alt="  شجرة \n 🌳 ")
    assert Picture.objects.get().alt == "شجرة 🌳"


def test_a_file_that_is_too_large_is_refused(editor_client, media, monkeypatch):
    monkeypatch.setattr(picture_uploads, "MOST_BYTES", 1000)
    assert "too large" in upload(editor_client, make_image()).json()["image"][0]
    assert stored(media) == []


def test_a_request_that_is_too_large_is_refused_before_it_is_read(editor_client, media):
    response = editor_client.post(UPLOAD, CONTENT_LENGTH=str(30 * 1024**2), headers={"Accept": "application/json"})
    assert response.status_code == 413
    assert "at most 20 MB" in response.json()["error"]


def test_nothing_is_kept_where_a_file_cannot_be_written(editor_client, media, monkeypatch):
    save = default_storage.save

    def fail_on_the_largest(name, content):
        if "1600x" in name:
            raise OSError("no room")
        return save(name, content)

    monkeypatch.setattr(default_storage, "save", fail_on_the_largest)
    with pytest.raises(OSError, match="no room"):
        upload(editor_client, make_image())
    assert (stored(media), Picture.objects.count()) == ([], 0)


def test_an_upload_needs_the_token_of_the_form(media):
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_editor())
    assert upload(client, make_image((200, 200))).status_code == 403
    token = client.get("/admin/guides/picture/add/").context["csrf_token"]
    image = SimpleUploadedFile("a.jpg", make_image((200, 200)))
    data = {"image": image, "alt": "A", "csrfmiddlewaretoken": str(token)}
    assert client.post(UPLOAD, data).status_code == 200


def test_a_reader_uploads_nothing(client, media, django_user_model):
    assert upload(client, make_image()).status_code == 403
    client.force_login(django_user_model.objects.create(username="staff", is_staff=True))
    assert upload(client, make_image()).status_code == 403
    assert client.get("/admin/guides/picture/add/").status_code == 403
    assert stored(media) == []


def test_the_picture_to_choose_a_focus_on_is_for_editors(editor_client, client, media):
    picture = make_picture()
    assert b"400w" not in editor_client.get(f"/editor/picture/{picture.pk}/").content
    assert picture.file.sizes()[0].address in editor_client.get(f"/editor/picture/{picture.pk}/").content.decode()
    client.logout()
    assert client.get(f"/editor/picture/{picture.pk}/").status_code == 403
