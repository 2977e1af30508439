"""What publishers keep for the whole site, in the admin."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from guides.models import JobSearch

pytestmark = pytest.mark.django_db

FORM = {"label": "Job Bank", "address": "https://example.org/?q={title}", "kind": "jobs", "position": "1"}
ADD = "/admin/guides/jobsearch/add/"


def test_a_search_is_added_with_its_country_by_name(admin_client):
    assert admin_client.post(ADD, {**FORM, "country": "United Kingdom", "is_shown": "on"}).status_code == 302
    assert JobSearch.objects.get().country == "GB"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("country", "Atlantis", "Enter a country, or its two-letter code such as US."),
        ("address", "https://example.org/", "Put {title} or {code} where the search takes the job, once."),
        ("address", "http://example.org/{title}", "Enter an address that begins with https://."),
    ],
)
def test_a_search_that_cannot_be_used_is_refused_in_plain_words(admin_client, field, value, words):
    assert words in admin_client.post(ADD, {**FORM, field: value}).content.decode()
    assert not JobSearch.objects.exists()


def test_editors_may_read_the_searches_and_publishers_may_change_them(client):
    for group, status in (("Editor", 403), ("Publisher", 200)):
        user = get_user_model().objects.create(username=group, is_staff=True)
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        assert client.get("/admin/guides/jobsearch/").status_code == 200
        assert client.get(ADD).status_code == status
