"""Every page type of the admin in Chromium: nothing that its security policy had to stop, and no script that fails."""

from django.conf import settings
from django.test import Client

from tests.admin_pages import admin_pages, make_boss
from tests.builders import make_picture


def test_no_page_of_the_admin_makes_the_browser_complain(site, open_page, media):
    make_picture()
    client = Client(SERVER_NAME="localhost")
    client.force_login(make_boss())
    paths = [path for path, _ in admin_pages(client)]
    assert len(paths) > 40
    page = open_page(f"{site}/about/")
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": site}])
    for path in paths:
        page.goto(site + path)
        assert page.url == site + path
