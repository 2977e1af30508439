"""Long pages lose the indentation of their templates and nothing else."""

import pytest
from django.http import HttpResponse

from guides.web.indentation import without_indentation


def test_a_page_loses_its_indentation():
    response = without_indentation(HttpResponse("<ul>\n  <li>a <b>b</b>\n\n    c</li>\n</ul>\n"))
    assert response.content == b"<ul>\n<li>a <b>b</b>\nc</li>\n</ul>\n"


@pytest.mark.parametrize("html", ["<pre>if a:\n    b</pre>\n  <p>", "<textarea>\n  a</textarea>", "<pre\nid=a>\n  a"])
def test_a_page_with_text_that_keeps_its_spaces_stays_as_it_is(html):
    assert without_indentation(HttpResponse(html)).content == html.encode()
