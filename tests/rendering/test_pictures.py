"""The names of pictures."""

import pytest

from guides.rendering.pictures import picture_file
from tests.pictures import UUID


@pytest.mark.parametrize("name", ["", "loaf.webp", f"{UUID}", f"{UUID}-0x1", f"{UUID}-1x1/../x", "\0"])
def test_a_name_that_is_none_is_told(name):
    with pytest.raises(ValueError, match="not the name of a picture"):
        picture_file(name)
