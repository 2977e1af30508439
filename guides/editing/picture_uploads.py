"""Picture uploads: every picture is encoded again from its pixels.

Only pixels survive: no metadata (such as where a photo was taken) and no bytes that another program could read as
something else. The camera's rotation and color profile are applied first.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import Any, BinaryIO

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from guides.editing.files import files_and_rows
from guides.models import Picture, Revision
from guides.rendering.pictures import WIDTHS, PictureFile

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 50_000_000
LEAST_SIDE = 100  # pixels, once it has its largest stored size
LARGEST = (WIDTHS[-1], 2400)
QUALITY = 80


@dataclass(frozen=True, slots=True)
class Encoded:
    """A picture as WebP: the size of its largest file, and the bytes of each file by width."""

    width: int
    height: int
    files: dict[int, bytes]


def encode(file: BinaryIO) -> Encoded:
    """Encode a picture. Raises ValidationError, with a message for the editor, if the file is not usable."""
    image = _read(file)
    image.thumbnail(LARGEST)
    if min(image.size) < LEAST_SIDE:
        raise ValidationError(f"The picture is too small: each side must be at least {LEAST_SIDE} pixels.")
    sizes = PictureFile("", *image.size).sizes()
    return Encoded(*image.size, {size.width: _webp(image, (size.width, size.height)) for size in sizes})


def _read(file: BinaryIO) -> Image.Image:
    """The pixels, upright and in RGB."""
    try:
        image = Image.open(file, formats=FORMATS)
        if image.width * image.height <= MOST_PIXELS:
            image.draft(None, LARGEST)  # decode a large JPEG near its stored size
            image.load()
            ImageOps.exif_transpose(image, in_place=True)
            return _in_rgb(image)
    except UnidentifiedImageError:
        raise ValidationError("Upload a JPEG, PNG or WebP picture.") from None
    except Image.DecompressionBombError:
        pass
    except Exception:  # decoders fail on broken files in many ways
        raise ValidationError("The picture is damaged or incomplete.") from None
    raise ValidationError(f"The picture has too many pixels; the limit is {MOST_PIXELS // 1_000_000} million.")


def _in_rgb(image: Image.Image) -> Image.Image:
    """The picture in sRGB, with its transparency and without metadata."""
    if image.mode.startswith("I"):  # 16-bit gray
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "CMYK", "L"):
        image = _in_srgb(image, profile)
    image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    image.info = {}
    return image


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        source, target = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return image  # an invalid profile is ignored


def _webp(image: Image.Image, size: tuple[int, int]) -> bytes:
    scaled = image if image.size == size else image.resize(size, Image.Resampling.LANCZOS)
    file = BytesIO()
    scaled.save(file, "WEBP", quality=QUALITY)
    return file.getvalue()


@files_and_rows()
def store(picture: Picture, encoded: Encoded) -> Picture:
    """Store a picture and its files: all or nothing."""
    picture.width, picture.height = encoded.width, encoded.height
    picture.save()
    for file in picture.file.sizes():
        default_storage.save(file.path, ContentFile(encoded.files[file.width]))
    return picture


def is_in_use(picture: Picture) -> bool:
    """Whether a role or any revision uses a picture: every revision can be restored."""
    return Revision.objects.filter(document__contains=str(picture.uuid)).exists() or picture.led_roles.exists()


def delete_files(file: PictureFile) -> None:
    """Delete the files of a deleted picture."""
    for size in file.sizes():
        default_storage.delete(size.path)


class PictureForm(forms.ModelForm):
    """A new picture; its cleaned `image` is Encoded."""

    image = forms.FileField(
        label="Picture",
        help_text=f"JPEG, PNG or WebP, at most {MOST_BYTES // 1024**2} MB. Metadata is removed.",
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )

    class Meta:
        model = Picture
        fields = ("image", "alt")

    def clean_image(self) -> Encoded:
        file: Any = self.cleaned_data["image"]
        if file.size > MOST_BYTES:
            raise ValidationError(f"The file is too large; the limit is {MOST_BYTES // 1024**2} MB.")
        return encode(file)
