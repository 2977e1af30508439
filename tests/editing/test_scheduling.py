"""Publication by the hour: nothing shows before its hour or after it, and nobody has to be awake."""

from datetime import timedelta

import pytest
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from guides.document.shape import RelatedRole, SalaryLevel, Skill
from guides.editing.publishing import PublishError, cancel, move, publish, set_end, unpublish
from guides.editing.revisions import record_revision
from guides.editing.rows import write_document
from guides.models import GuideIndex, LiveInterval, PublishedSlug, Revision
from tests.builders import make_document, make_live, make_role

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
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


def hours(number):
    return timezone.now() + number * HOUR


def pass_hours(number):
    """Let time go by: everything that has or had an hour comes this much sooner."""
    LiveInterval.objects.update(live_from=F("live_from") - number * HOUR, live_until=F("live_until") - number * HOUR)
    PublishedSlug.objects.update(public_from=F("public_from") - number * HOUR)


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


def test_what_replaces_a_guide_later_leaves_it_until_then():
    role = make_live()
    later = publish(changed(role, summary="Newer."), at=hours(2))
    first = role.live_intervals.order_by("live_from").first()
    assert first.live_until == later.live_from
    assert Revision.objects.live().get().number == 1
    assert Revision.objects.live(at=hours(3)).get().number == 2


def test_a_cancelled_change_leaves_what_was_live_and_gives_its_address_free():
    role = make_live()
    cancel(publish(changed(role, title="Light Warden", slug="light-warden"), at=hours(2)))
    assert role.live_intervals.get().live_until is None
    assert not PublishedSlug.objects.filter(slug="light-warden").exists()
    assert PublishedSlug.objects.filter(slug="lighthouse-keeper").exists()


def test_a_change_can_be_moved_to_another_hour():
    role = make_live()
    later = publish(changed(role, slug="light-warden"), at=hours(2))
    moved = move(later, hours(5))
    assert role.live_intervals.order_by("live_from").first().live_until == moved.live_from
    assert PublishedSlug.objects.get(slug="light-warden").public_from == moved.live_from


def test_a_change_is_not_moved_into_the_past_or_behind_its_end():
    later = publish(make_role().revisions.get(), at=hours(2), until=hours(4))
    for at in (hours(-1), hours(4)):
        with pytest.raises(PublishError):
            move(later, at)
    assert LiveInterval.objects.get().live_from == later.live_from


def test_what_has_begun_is_neither_cancelled_nor_moved():
    begun = make_live().live_intervals.get()
    with pytest.raises(PublishError, match="has begun"):
        cancel(begun)
    with pytest.raises(PublishError, match="has begun"):
        move(begun, hours(1))


def test_the_end_of_a_guide_can_be_set_moved_and_taken_back():
    interval = make_live().live_intervals.get()
    for until in (hours(2), hours(5), hours(1), None):
        assert set_end(interval, until).live_until == until
    with pytest.raises(PublishError, match="is over"):
        set_end(interval, hours(-1))


def test_a_newer_revision_keeps_the_hour_at_which_the_guide_leaves():
    role = make_live()
    end = hours(4)
    set_end(role.live_intervals.get(), end)
    assert publish(changed(role, summary="Newer.")).live_until == end


def test_a_guide_cannot_end_after_the_next_revision_begins():
    role = make_live()
    first = role.live_intervals.get()
    publish(changed(role, summary="Newer."), at=hours(2))
    with pytest.raises(PublishError, match="move or cancel"):
        set_end(first, hours(3))


def test_a_guide_that_would_leave_before_it_comes_is_refused():
    with pytest.raises(PublishError, match="before it comes"):
        publish(make_role().revisions.get(), at=hours(3), until=hours(2))
    assert not PublishedSlug.objects.exists()


def test_a_guide_is_taken_off_at_an_hour():
    role = make_live()
    assert unpublish(role, at=hours(2))
    assert Revision.objects.live(at=hours(1)).exists()
    assert not GuideIndex.objects.live(at=hours(3)).exists()


def test_publishing_now_what_is_scheduled_says_which_hour_to_move():
    role = make_role()
    publish(role.revisions.get(), at=hours(2))
    with pytest.raises(PublishError, match="move or cancel"):
        publish(changed(role, summary="Newer."))


SECRET, IN_ADDRESSES = "Zwxq", "zwxq"  # a name that no page may say before its hour
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
