"""No page of the admin is stored, at any address and for any role."""

import re

import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import URLResolver
from django.urls.resolvers import RoutePattern

from guides.web.caching import PRIVATE
from tests.admin_pages import make_boss
from tests.builders import keeper, make_live

pytestmark = pytest.mark.django_db


def addresses(patterns, key, prefix="/admin/"):
    """An address for each pattern, with this key in every place for one."""
    for pattern in patterns:
        route = prefix + re.sub(r"<[^>]+>", str(key), str(pattern.pattern))
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, key, route)
        elif isinstance(pattern.pattern, RoutePattern):
            yield route


def make_user(role):
    if role == "superuser":
        return make_boss()
    user = get_user_model().objects.create_user(role, is_staff=role != "reader")
    user.groups.set(Group.objects.filter(name=role))
    return user


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("role", ["nobody", "reader", "Editor", "Publisher", "superuser"])
def test_no_page_of_editors_is_stored(client, role, method):
    make_live()
    user = None if role == "nobody" else make_user(role)
    walk = [
        *addresses(admin.site.urls[0], keeper().pk),
        "/admin/guides/",
        "/admin/nowhere/",
        "/admin",
        "/admin/second-factor/",
    ]
    walk += ["/editor/preview/", "/editor/upload/", "/editor/picture/1/", "/preview/x/"]
    statuses = set()
    for address in walk:
        if user:
            client.force_login(user)  # again after logout
        response = getattr(client, method)(address)
        statuses.add(response.status_code)
        assert response["Cache-Control"] == PRIVATE, (address, response.status_code)
        assert "ETag" not in response.headers, address
    assert len(walk) > 90
    assert {301, 302} <= statuses
