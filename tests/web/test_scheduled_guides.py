"""What pages show before, between and after the hours of a guide."""

import pytest
from django.urls import reverse

from guides.document.shape import RelatedRole, SalaryLevel, Skill
from guides.editing.publishing import publish
from guides.editing.revisions import record_revision
from guides.editing.rows import write_document
from guides.models import Revision
from tests.builders import make_document, make_live, make_role
from tests.hours import hours, pass_hours

pytestmark = pytest.mark.django_db
SECRET, IN_ADDRESSES = "Zwxq", "zwxq"  # a name that no page may say before its hour
PAGE = "/guides/lighthouse-keeper/"
LISTS = [
    "/",
    "/guides/",
    "/guides/?category=Coast",
    "/search/?q=lighthouse",
    "/search/suggestions/?q=light",
    "/salaries/",
    "/skills/lamp-maintenance/",
    "/compare/?find=light",
    "/guides.json",
    "/sitemap.xml",
    "/guides/feed.atom",
]


def changed(role, **parts):
    write_document(role, make_document(**parts))
    return record_revision(role, Revision.Kind.EDIT)


def shows(answer):
    return answer.status_code == 200 and "lighthouse-keeper" in answer.content.decode()


@pytest.mark.parametrize("path", [PAGE, *LISTS])
def test_a_guide_shows_from_its_hour_until_its_hour(client, path):
    other = make_live(title="Diver", slug="diver", related=())
    publish(make_role().revisions.get(), at=hours(1), until=hours(3))
    assert not shows(client.get(path))
    pass_hours(2)
    assert shows(client.get(path))
    pass_hours(2)
    assert not shows(client.get(path))
    assert Revision.objects.live().get().role == other


def test_the_tag_of_a_page_changes_with_the_hour_and_not_before(client):
    role = make_live()
    publish(changed(role, summary="Newer."), at=hours(1))
    tag = client.get(PAGE)["ETag"]
    assert client.get(PAGE, headers={"If-None-Match": tag}).status_code == 304
    pass_hours(2)
    answer = client.get(PAGE, headers={"If-None-Match": tag})
    assert (answer.status_code, "Newer." in answer.content.decode()) == (200, True)


@pytest.mark.parametrize("form", ["guide", "guide_json", "guide_text", "guide_markdown"])
def test_a_new_address_says_nothing_before_its_hour(client, form):
    role = make_live()
    publish(changed(role, title="Light Warden", slug="light-warden"), at=hours(1))
    new, old = (reverse(form, args=(slug,)) for slug in ("light-warden", "lighthouse-keeper"))
    assert client.get(new).status_code == 404
    assert client.get(old).status_code == 200
    pass_hours(2)
    assert client.get(new).status_code == 200
    assert client.get(old).headers["Location"] == new


def test_a_new_address_cannot_be_compared_before_its_hour(client):
    publish(changed(make_live(), title="Light Warden", slug="light-warden"), at=hours(1))
    assert client.get("/compare/?roles=light-warden").status_code == 404


ADDRESSES = [
    *LISTS,
    "/skills/",
    "/salaries/?currency=EUR",
    "/sitemap-guides.xml",
    "/guides/harbor-pilot/",
    *(PAGE + path for path in ("", "job-description/", "job-description/v/2/", "interview/", "readiness/", "pack/")),
    *(f"{PAGE[:-1]}.{suffix}" for suffix in ("json", "txt", "md")),
    *(f"/guides/zwxq{path}" for path in ("/", ".json", "/job-description/", "/job-description/v/1/", "/interview/")),
    "/guides/zwxq-pilot/",
    "/skills/zwxq-repair/",
    "/search/?q=zwxq",
    "/search/suggestions/?q=zwxq",
]


def secret_parts():
    """What other pages show of a guide."""
    return {
        "title": f"{SECRET} Keeper",
        "skills": (Skill(kind="technical", name=f"{SECRET} Repair", detail="x"), Skill(kind="soft", name="Patience")),
        "salary_levels": (SalaryLevel(title=f"{SECRET} Hand", median=1_000, average=1_000),),
        "related": (RelatedRole(title=f"{SECRET} Pilot", slug="zwxq-pilot", blurb="Goes out."),),
    }


def says(client, address) -> bool:
    """Whether an answer has the name; an address that has it may be repeated."""
    answer = client.get(address, follow=True).content.decode()
    return SECRET in answer or (IN_ADDRESSES not in address and IN_ADDRESSES in answer)


def test_no_page_says_anything_of_what_comes_before_its_hour(client):
    """Neither of a new guide nor of the next state of one that is live; at its hour they do."""
    next_state = changed(make_live(), **secret_parts())
    new = make_role(slug="zwxq", **secret_parts()).revisions.latest()
    for revision in (next_state, new):
        publish(revision, at=hours(2))
    assert [address for address in ADDRESSES if says(client, address)] == []
    pass_hours(3)
    assert len([address for address in ADDRESSES if says(client, address)]) > 20
