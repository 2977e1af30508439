"""Taking a picture from an editor: whatever the file is, what is kept was drawn anew from its pixels.

Nothing but pixels survives: no metadata (the place where a photograph was taken), no bytes that another program could
read as something else. The rotation that a camera noted and its colours are applied first.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import Any, BinaryIO

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

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
    """A picture as WebP: the size of its largest file, and by width the bytes of each."""

    width: int
    height: int
    files: dict[int, bytes]


def encode(file: BinaryIO) -> Encoded:
    """The files of a picture. Raises ValidationError, with words for who uploaded it, for what is none."""
    image = _read(file)
    image.thumbnail(LARGEST)
    if min(image.size) < LEAST_SIDE:
        raise ValidationError(f"The picture is too small: each side needs {LEAST_SIDE} pixels.")
    sizes = PictureFile("", *image.size).sizes()
    return Encoded(*image.size, {size.width: _webp(image, (size.width, size.height)) for size in sizes})


def _read(file: BinaryIO) -> Image.Image:
    """The pixels, upright and in RGB."""
    try:
        image = Image.open(file, formats=FORMATS)
        if image.width * image.height <= MOST_PIXELS:
            image.draft(None, LARGEST)  # a large JPEG is decoded at a size near to what is kept
            image.load()
            ImageOps.exif_transpose(image, in_place=True)
            return _in_rgb(image)
    except UnidentifiedImageError:
        raise ValidationError("This is no picture of a kind that is taken: JPEG, PNG or WebP.") from None
    except Image.DecompressionBombError:
        pass
    except Exception:  # decoders trip over broken files in as many ways as there are formats
        raise ValidationError("The picture is damaged or not complete.") from None
    raise ValidationError(f"The picture has too many pixels; at most {MOST_PIXELS // 1_000_000} million are taken.")


def _in_rgb(image: Image.Image) -> Image.Image:
    """The picture in the colours of the web, with its transparency if it has any, and without all that is no pixel."""
    if image.mode.startswith("I"):  # 16 bits of grey
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
        return image  # a profile that is none says nothing about colours


def _webp(image: Image.Image, size: tuple[int, int]) -> bytes:
    scaled = image if image.size == size else image.resize(size, Image.Resampling.LANCZOS)
    file = BytesIO()
    scaled.save(file, "WEBP", quality=QUALITY)
    return file.getvalue()


@transaction.atomic
def store(picture: Picture, encoded: Encoded) -> Picture:
    """Keep a picture and its files; if that fails, nothing of it."""
    picture.width, picture.height = encoded.width, encoded.height
    picture.save()
    try:
        for file in picture.file.sizes():
            default_storage.save(file.path, ContentFile(encoded.files[file.width]))
    except Exception:
        forget_files(picture.file)
        raise
    return picture


def is_in_use(picture: Picture) -> bool:
    """Whether a role or any revision names a picture: a guide can go back to every state that it had."""
    return Revision.objects.filter(document__contains=str(picture.uuid)).exists() or picture.led_roles.exists()


def forget_files(file: PictureFile) -> None:
    """Remove the files of a picture that is no more."""
    for size in file.sizes():
        default_storage.delete(size.path)


class PictureForm(forms.ModelForm):
    """A new picture; its cleaned `image` is Encoded."""

    image = forms.FileField(
        label="Picture",
        help_text=f"JPEG, PNG or WebP, at most {MOST_BYTES // 1024**2} MB. It is kept without its metadata.",
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )

    class Meta:
        model = Picture
        fields = ("image", "alt")

    def clean_image(self) -> Encoded:
        file: Any = self.cleaned_data["image"]
        if file.size > MOST_BYTES:
            raise ValidationError(too_large())
        return encode(file)


def too_large() -> str:
    return f"The file is too large; at most {MOST_BYTES // 1024**2} MB are taken."
