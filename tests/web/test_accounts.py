"""Logins: wrong tries, how long they last, the second factor; and that readers notice nothing of it."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import RequestFactory
from django.utils import timezone
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from guides.web.accounts import client_address
from tests.builders import make_live

pytestmark = pytest.mark.django_db
PASSWORD = "a keeper of the light"
SECOND = "/admin/second-factor/"
LIST = "/admin/guides/role/"


@pytest.fixture
def account():
    user = get_user_model().objects.create_user("ed", password=PASSWORD, is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="guides"))
    return user


def log_in(client, password=PASSWORD, username="ed", address="192.0.2.1", **headers):
    data = {"username": username, "password": password, "next": LIST}
    return client.post("/admin/login/", data, REMOTE_ADDR=address, **headers)


def test_a_login_works(client, account):
    assert log_in(client)["Location"] == LIST


def test_after_five_wrong_tries_the_right_password_is_refused_too(client, account):
    answers = [log_in(client, "wrong") for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 429]
    answer = log_in(client)
    assert answer.status_code == 429
    assert b"Too many failed logins" in answer.content
    assert client.get(LIST).status_code == 302


def test_other_names_and_other_addresses_are_let_in_meanwhile(client, account):
    for _ in range(6):
        log_in(client, "wrong")
    get_user_model().objects.create_user("di", password=PASSWORD, is_staff=True)
    assert log_in(client, username="di").status_code == 302
    assert log_in(client, address="192.0.2.2").status_code == 302


def test_a_name_in_other_letters_is_the_same_name(client, account):
    for name in ("ed", "ｅd", "eｄ", "ed", "ｅｄ"):
        log_in(client, "wrong", username=name)
    assert log_in(client).status_code == 429


def test_the_lock_opens_by_itself(client, account, settings):
    for _ in range(5):
        log_in(client, "wrong")
    settings.AXES_COOLOFF_TIME = timedelta(microseconds=1)
    assert log_in(client).status_code == 302


def test_a_right_login_forgets_the_wrong_ones(client, account):
    for _ in range(2):
        for _ in range(4):
            log_in(client, "wrong")
        assert log_in(client).status_code == 302


@pytest.mark.parametrize("name", ["long" * 2_500, "\0", "<script>alert(1)</script>", "مرحبا", "🌳"])
def test_odd_names_are_no_error(client, name):
    for _ in range(6):
        response = log_in(client, "wrong", username=name)
    assert response.status_code in (200, 429)
    assert b"<script>alert" not in response.content


@pytest.mark.parametrize(
    ("setting", "address"), [("", "192.0.2.1"), ("X-Forwarded-For", "198.51.100.7"), ("X-Real-IP", "192.0.2.1")]
)
def test_the_address_is_the_proxys_last_word_where_there_is_one(settings, setting, address):
    settings.CLIENT_ADDRESS = setting
    forged = {"HTTP_X_FORWARDED_FOR": "203.0.113.9, 198.51.100.7", "REMOTE_ADDR": "192.0.2.1"}
    assert client_address(RequestFactory().get("/", **forged)) == address


def test_a_login_ends_after_its_hours(client, account, settings):
    log_in(client)
    expiry = client.session.get_expiry_date() - timezone.now()
    assert timedelta(hours=11) < expiry <= timedelta(hours=12)
    session = client.session
    session.set_expiry(-1)
    session.save()
    assert client.get(LIST).status_code == 302


def test_readers_pages_ask_nothing_of_accounts(client, account, django_assert_num_queries, settings):
    make_live()
    settings.TWO_FACTOR = True
    with django_assert_num_queries(2):
        response = client.get("/guides/lighthouse-keeper.json")
    assert response.status_code == 200
    log_in(client)
    with django_assert_num_queries(2):
        response = client.get("/guides/lighthouse-keeper.json")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


# The second factor


def number(device, steps=0):
    return f"{totp(device.bin_key, drift=steps):06}"


def test_without_the_setting_nobody_is_asked_for_a_second_factor(client, account):
    TOTPDevice.objects.create(user=account, confirmed=True)
    log_in(client)
    assert client.get(LIST).status_code == 200


@pytest.mark.parametrize("path", [LIST, "/admin/", "/admin/password_change/", "/admin/autocomplete/"])
def test_with_the_setting_a_password_alone_opens_no_page(client, account, settings, path):
    settings.TWO_FACTOR = True
    log_in(client)
    assert client.get(path)["Location"].startswith(SECOND)


@pytest.mark.parametrize("path", ["/editor/preview/", "/editor/upload/", LIST])
def test_with_the_setting_a_password_alone_posts_nothing(client, account, settings, path):
    settings.TWO_FACTOR = True
    log_in(client)
    assert client.post(path, {"content": "x"}).status_code == 403
    assert client.get("/admin/login/", follow=True).redirect_chain[-1][0].startswith(SECOND)


def test_a_first_login_sets_the_app_up(client, account, settings):
    settings.TWO_FACTOR = True
    log_in(client)
    page = client.get(f"{SECOND}?next={LIST}").content.decode()
    device = TOTPDevice.objects.get()
    assert 'class="second-factor__picture"' in page
    assert "<svg" in page
    assert "style=" not in page
    assert not device.confirmed
    response = client.post(SECOND, {"token": f" {number(device)[:3]} {number(device)[3:]}", "next": LIST})
    assert response["Location"] == LIST
    assert client.get(LIST).status_code == 200
    assert LogEntry.objects.get().change_message == "Set up a second factor."


def test_the_key_is_shown_until_it_was_used_and_never_again(client, account, settings):
    settings.TWO_FACTOR = True
    device = TOTPDevice.objects.create(user=account, confirmed=True)
    log_in(client)
    page = client.get(SECOND)
    assert b"second-factor__picture" not in page.content
    assert {"private", "no-store"} <= set(page["Cache-Control"].split(", "))
    client.post(SECOND, {"token": number(device)})
    assert client.get(LIST).status_code == 200


def test_a_wrong_number_and_one_that_was_used_are_refused(client, account, settings):
    settings.TWO_FACTOR = True
    device = TOTPDevice.objects.create(user=account, confirmed=True)
    log_in(client)
    assert b"wrong or has already been used" in client.post(SECOND, {"token": "000000"}).content
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    assert client.post(SECOND, {"token": number(device)}).status_code == 302
    client.logout()
    log_in(client)
    assert client.post(SECOND, {"token": number(device)}).status_code == 200
    assert client.get(LIST).status_code == 302


def test_tries_in_a_row_are_refused_even_when_right(client, account, settings):
    settings.TWO_FACTOR = True
    device = TOTPDevice.objects.create(user=account, confirmed=True)
    log_in(client)
    client.post(SECOND, {"token": "000000"})
    assert client.post(SECOND, {"token": number(device)}).status_code == 200


def test_a_code_for_a_lost_telephone_works_once(client, account, settings):
    settings.TWO_FACTOR = True
    TOTPDevice.objects.create(user=account, confirmed=True)
    StaticDevice.objects.create(user=account).token_set.create(token="abcdefgh")
    log_in(client)
    assert client.post(SECOND, {"token": "abcdefgh"}).status_code == 302
    client.logout()
    log_in(client)
    assert client.post(SECOND, {"token": "abcdefgh"}).status_code == 200


@pytest.mark.parametrize("way", ["https://example.org/", "//example.org", "javascript:alert(1)", "\0", ""])
def test_nobody_is_led_to_another_site(client, account, settings, way):
    settings.TWO_FACTOR = True
    device = TOTPDevice.objects.create(user=account, confirmed=True)
    log_in(client)
    assert client.post(SECOND, {"token": number(device), "next": way})["Location"] == "/admin/"


def test_the_second_factor_asks_for_the_first(client):
    assert client.get(SECOND)["Location"].startswith("/admin/login/")


@pytest.mark.parametrize("token", ["\0", "1" * 10_000, "<script>", "١٢٣٤٥٦", ""])
def test_odd_numbers_are_no_error(client, account, settings, token):
    settings.TWO_FACTOR = True
    TOTPDevice.objects.create(user=account, confirmed=True)
    log_in(client)
    assert client.post(SECOND, {"token": token}).status_code == 200
