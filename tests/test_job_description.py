"""The page of the job description."""

import html5lib
import pytest
from django.urls import reverse

from guides.documents import write_document
from guides.models import Revision
from guides.parsing import GuideDocument
from guides.parsing.document import Section
from guides.publishing import publish
from guides.revisions import record_revision
from guides.toolkit.registry import TOOLS

from .builders import make_document, make_live

pytestmark = pytest.mark.django_db

PAGE = "/guides/lighthouse-keeper/job-description/"
SPARSE = GuideDocument(
    title="Diver", slug="diver", sections=(Section(kind="other", heading="Weather", body="It is wet."),)
)


def test_a_guide_leads_to_its_tools_and_they_lead_back(client):
    make_live()
    guide = client.get("/guides/lighthouse-keeper/").content.decode()
    for tool in TOOLS:
        address = reverse(tool.kind, args=("lighthouse-keeper",))
        assert f'href="{address}"' in guide
        assert 'href="/guides/lighthouse-keeper/"' in client.get(address).content.decode()


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.kind)
def test_every_tool_works_for_a_guide_with_a_title_and_one_section(client, tool):
    make_live(SPARSE)
    response = client.get(reverse(tool.kind, args=("diver",)))
    assert response.status_code == 200
    html5lib.HTMLParser(strict=True).parse(response.content.decode())


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.kind)
def test_every_tool_moves_with_its_guide_in_one_step(client, tool):
    role = make_live()
    for slug in ("second", "third"):
        write_document(role, make_document(slug=slug))
        publish(record_revision(role, Revision.Kind.EDIT))
    response = client.get(f"{reverse(tool.kind, args=('lighthouse-keeper',))}?a=1&b=%20")
    assert (response.status_code, response["Location"]) == (301, f"{reverse(tool.kind, args=('third',))}?a=1&b=%20")


@pytest.mark.parametrize("form", ["txt", "md", "html", "docx"])
def test_the_description_is_taken_away_with_the_same_bytes_each_time(client, form):
    make_live()
    first, second = (client.get(f"{PAGE}?as={form}") for _ in range(2))
    assert first.content == second.content
    assert first["Content-Disposition"] == f'attachment; filename="lighthouse-keeper-job-description.{form}"'


def test_a_form_that_is_none_is_not_found(client):
    make_live()
    assert client.get(f"{PAGE}?as=exe").status_code == 404
