"""What tests of pictures share."""

from guides.document import shape
from tests.builders import make_document

UUID = "0f8b6a52-3c1d-4e7f-9a2b-5d6c7e8f9012"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'


def stored(media):
    """The names of the files that are kept."""
    return sorted(path.name for path in media.rglob("*") if path.is_file())


def led(picture, **values):
    """The guide of `make_document` with this lead picture."""
    return make_document(picture=shape.Picture(**{"name": picture.name, "alt": "A lit beacon"} | values))
