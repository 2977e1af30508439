"""The admin under the strict content security policy: no page has inline styles or scripts."""

import html5lib
import pytest
from django.urls import reverse

from guides.models import Industry, Role, Skill, Upload
from guides.official.models import Release
from tests.admin.uploads import upload
from tests.admin_pages import admin_pages, inline_code, make_boss
from tests.builders import disagree, make_document, make_live, make_picture, make_text
from tests.official.occupations import load_occupations
from tests.uploads import file_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss(client, media):
    """Somebody who may do everything, on a site that has something of everything."""
    client.force_login(make_boss())
    make_live(make_document(title="Pilot", slug="pilot"))
    disagree({"summary": "Better."}, {"summary": "New."})
    make_picture()
    upload(client, file_of(make_text(title="Diver", slug="diver")))
    Skill.objects.create(name="Unused", slug="unused")
    Industry.objects.create(name="Unused")
    load_occupations()
    return client


def starts():
    role = Role.objects.get(slug="lighthouse-keeper")
    names = ("change", "conflicts", "revisions", "preview", "publication")
    pages = [reverse(f"admin:guides_role_{name}", args=(role.pk,)) for name in names]
    compare = reverse("admin:guides_role_compare", args=(role.pk,))
    upload_page = reverse("admin:guides_upload_change", args=(Upload.objects.get().pk,))
    revision = reverse("admin:guides_role_revision", args=(role.pk, 1))
    # Only what nothing uses has a page to delete it.
    unused = [
        reverse(f"admin:guides_{model._meta.model_name}_change", args=(model.objects.get(name="Unused").pk,))
        for model in (Skill, Industry)
    ]
    keys = "&".join(f"_selected_action={skill.pk}" for skill in Skill.objects.all()[:2])
    merge = f"{reverse('admin:guides_skill_merge')}?{keys}"
    show = reverse("admin:official_release_show", args=(Release.objects.filter(is_current=False).first().pk,))
    return [*pages, *unused, merge, f"{compare}?old=1&new=2", revision, upload_page, show, "/admin/"]


def test_no_page_of_the_admin_has_inline_code(boss):
    found = {path: list(inline_code(page)) for path, page in admin_pages(boss, starts=starts())}
    assert {path: code for path, code in found.items() if code} == {}
    assert len(found) > 50


def test_the_pages_before_a_login_have_no_inline_code(client, settings):
    settings.TWO_FACTOR = True
    pages = [client.get("/admin/login/")]
    pages += [client.post("/admin/login/", {"username": "x", "password": "y"}) for _ in range(5)]
    client.force_login(make_boss())
    pages.append(client.get("/admin/second-factor/"))
    for page in pages:
        assert list(inline_code(html5lib.parse(page.content.decode()))) == []
    assert (pages[5].status_code, pages[6].status_code) == (429, 200)


@pytest.mark.parametrize("path", ["/admin/", "/admin/login/", "/admin/guides/role/add/", "/", "/nowhere/"])
def test_the_policy_allows_nothing_inline(client, path):
    client.force_login(make_boss())
    policy = client.get(path)["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in f"{policy};"
    assert "style-src 'self';" in f"{policy};"
    assert "unsafe" not in policy
