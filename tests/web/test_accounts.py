"""Logins: wrong tries, how long they last, the second factor; and that readers notice nothing of it."""

import re
from base64 import b32decode
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import connection
from django.db.models import F
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from guides.models import Throttle
from guides.web.clients import client_network
from guides.web.second_factor import NEW_KEY
from guides.web.throttling import KNOWN_BROWSER
from tests.builders import make_live

pytestmark = pytest.mark.django_db
PASSWORD = "a keeper of the light"
SECOND = "/admin/second-factor/"
LIST = "/admin/guides/role/"
CHANGE = "/admin/password_change/"


@pytest.fixture
def account():
    user = get_user_model().objects.create_user("ed", password=PASSWORD, is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="guides"))
    return user


def log_in(client, password=PASSWORD, username="ed", address="192.0.2.1", **headers):
    data = {"username": username, "password": password, "next": LIST}
    return client.post("/admin/login/", data, REMOTE_ADDR=address, **headers)


def wrong_tries(client, number, **headers):
    """Try a wrong password so many times, with a pause after each that is longer than any delay."""
    for _ in range(number):
        pass_time(seconds=30)
        assert log_in(client, "wrong", **headers).status_code == 200


def pass_time(**units):
    """Move all tries into the past."""
    time = timedelta(**units)
    Throttle.objects.update(last_at=F("last_at") - time, ends_at=F("ends_at") - time)


def without_token(page):
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", page)


def test_a_login_works(client, account):
    assert log_in(client)["Location"] == LIST


def test_wrong_tries_make_a_name_wait_even_for_the_right_password(client, account):
    assert [log_in(client, "wrong").status_code for _ in range(4)] == [200, 200, 200, 429]
    answer = log_in(client)
    assert (answer.status_code, answer["Retry-After"]) == (429, "1")
    assert client.get(LIST).status_code == 302


def test_the_right_password_works_after_the_delay(client, account):
    wrong_tries(client, 5)
    pass_time(seconds=4)
    assert log_in(client).status_code == 302


def test_the_delay_grows_up_to_thirty_seconds(client, account):
    waits = []
    for _ in range(12):
        answer = log_in(client, "wrong")
        if answer.status_code == 200:
            answer = log_in(client, "wrong")
        waits.append(int(answer.get("Retry-After", 0)))
        pass_time(seconds=30)
    assert waits == sorted(waits)
    assert (waits[1], waits[-1]) == (1, 30)


def test_tries_during_the_delay_do_not_lengthen_it(client, account):
    wrong_tries(client, 5)
    pass_time(seconds=1)
    assert log_in(client, "wrong").status_code == 429
    pass_time(seconds=3)
    assert log_in(client).status_code == 302


def test_the_page_of_a_delay_is_the_login_with_the_name_still_typed(client, account):
    wrong_tries(client, 5)
    page = log_in(client).content.decode()
    assert "Too many wrong tries. Wait 4 seconds, then try again." in page
    assert 'name="username" value="ed"' in page
    assert PASSWORD not in page


def test_unknown_names_and_names_without_the_right_to_log_in_wait_as_well(client, account):
    get_user_model().objects.create_user("reader", password=PASSWORD)
    get_user_model().objects.create_user("former", password=PASSWORD, is_staff=True, is_active=False)

    def answers(name):
        found = [log_in(client, username=name, password="wrong" if name == "ed" else PASSWORD) for _ in range(5)]
        return [(answer.status_code, answer.content.replace(name.encode(), b"ed")) for answer in found]

    pages = {name: [(status, without_token(page)) for status, page in answers(name)] for name in ("ed", "nobody")}
    assert pages["ed"] == pages["nobody"]
    for name in ("reader", "former"):
        assert [status for status, _ in answers(name)] == [200, 200, 200, 429, 429]


def test_an_unknown_name_costs_as_many_queries_as_a_known_one(client, account):
    counts = []
    for name in ("ed", "nobody"):
        with CaptureQueriesContext(connection) as queries:
            log_in(client, "wrong", username=name)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_another_name_need_not_wait(client, account):
    wrong_tries(client, 6)
    get_user_model().objects.create_user("di", password=PASSWORD, is_staff=True)
    assert log_in(client, username="di").status_code == 302


def test_another_address_does_not_spare_a_name_its_delay(client, account):
    wrong_tries(client, 5)
    assert log_in(client, address="192.0.2.2").status_code == 429


def test_strangers_cannot_make_a_browser_wait_that_logged_in_before(client, account):
    log_in(client)
    client.post("/admin/logout/")
    wrong_tries(Client(), 9)
    assert log_in(Client()).status_code == 429
    assert log_in(client).status_code == 302


def test_a_browser_that_logged_in_before_waits_for_its_own_wrong_tries(client, account):
    log_in(client)
    client.post("/admin/logout/")
    wrong_tries(client, 3)
    assert log_in(client).status_code == 429


def test_the_cookie_of_a_known_browser_is_for_one_account_and_the_admin_alone(client, account):
    get_user_model().objects.create_user("di", password=PASSWORD, is_staff=True)
    cookie = log_in(client, username="di").cookies[KNOWN_BROWSER]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/admin/", True, "Lax")
    wrong_tries(Client(), 5)
    assert log_in(client).status_code == 429


def test_an_address_has_fifty_wrong_tries_for_all_names_in_half_an_hour(client, account):
    for number in range(50):
        assert log_in(client, "wrong", username=f"name{number}", address=f"2001:db8::{number:x}").status_code == 200
    answer = log_in(client, address="2001:db8::ffff")
    assert answer.status_code == 429
    assert 1790 <= int(answer["Retry-After"]) <= 1800
    assert b"Wait 30 minutes, then try again." in answer.content
    assert log_in(Client(), address="2001:db8:0:1::1").status_code == 302
    pass_time(minutes=30)
    assert log_in(client, address="2001:db8::ffff").status_code == 302


def test_right_logins_do_not_count_for_an_address(client, account):
    for _ in range(51):
        assert log_in(client).status_code == 302


def test_a_right_login_does_not_make_an_address_start_anew(client, account):
    wrong_tries(client, 2)
    log_in(client)
    assert Throttle.objects.get().tries == 2


def test_a_right_login_forgets_the_wrong_ones_of_its_name(client, account):
    for _ in range(3):
        wrong_tries(client, 2)
        assert log_in(client).status_code == 302


def test_a_name_in_other_letters_is_the_same_name(client, account):
    for name in ("ed", "ｅd", "eｄ", "ed", "ｅｄ"):
        log_in(client, "wrong", username=name)
    assert log_in(client).status_code == 429


def test_a_form_without_a_password_is_no_try(client, account):
    for _ in range(9):
        log_in(client, "")
    assert log_in(client).status_code == 302


def test_old_tries_are_deleted_and_refused_ones_not_stored(client, account):
    for number in range(60):
        log_in(client, "wrong", username=f"name{number}")
    assert Throttle.objects.count() == 51
    pass_time(minutes=31)
    log_in(client, "wrong")
    assert Throttle.objects.count() == 2


def test_nothing_typed_is_stored(client, account):
    log_in(client, "wrong", username="a password in the wrong field")
    assert "password" not in str(list(Throttle.objects.values()))


@pytest.mark.django_db(transaction=True)
def test_tries_at_the_same_time_do_not_outrun_the_limit(monkeypatch):
    moment = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: moment)  # a busy machine takes longer than the first wait

    def wrong(number):
        try:
            return log_in(Client(), "wrong", username="nobody").status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        statuses = list(pool.map(wrong, range(16)))
    assert (statuses.count(200), statuses.count(429)) == (3, 13)


def test_the_old_password_is_limited_like_a_login(client, account):
    client.force_login(account)
    new = {"new_password1": "another long one", "new_password2": "another long one"}
    for _ in range(4):
        answer = client.post(CHANGE, {"old_password": "wrong", **new})
    assert (answer.status_code, answer["Retry-After"]) == (429, "1")
    assert b"Too many wrong tries" in answer.content
    assert log_in(Client()).status_code == 429
    pass_time(seconds=1)
    assert client.post(CHANGE, {"old_password": PASSWORD, **new}).status_code == 302


def test_new_passwords_that_do_not_fit_are_no_wrong_tries(client, account):
    client.force_login(account)
    for _ in range(9):
        answer = client.post(CHANGE, {"old_password": PASSWORD, "new_password1": "x", "new_password2": "y"})
    assert answer.status_code == 200


def test_passwords_have_twelve_characters(client, account):
    client.force_login(account)
    for password, status in (("elevenchars", 200), ("twelve chars", 302)):
        new = {"new_password1": password, "new_password2": password}
        assert client.post(CHANGE, {"old_password": PASSWORD, **new}).status_code == status


@pytest.mark.parametrize("name", ["long" * 2_500, "\0", "<script>alert(1)</script>", "مرحبا", "🌳"])
def test_odd_names_are_no_error(client, name):
    for _ in range(6):
        response = log_in(client, "wrong", username=name)
    assert response.status_code in (200, 429)
    assert b"<script>alert" not in response.content


# The address of a client


@pytest.mark.parametrize(
    ("header", "value", "network"),
    [
        ("X-Forwarded-For", "203.0.113.9, 198.51.100.7", "198.51.100.7"),
        ("X-Forwarded-For", "198.51.100.7:4711", "198.51.100.7"),
        ("X-Forwarded-For", "2001:db8::1:2:3:4", "2001:db8::/64"),
        ("X-Forwarded-For", "[2001:db8::1]", "2001:db8::/64"),
        ("X-Forwarded-For", "[2001:db8::1]:443", "2001:db8::/64"),
        ("X-Forwarded-For", "fe80::1%eth0", "fe80::/64"),
        ("X-Forwarded-For", "::ffff:198.51.100.7", "198.51.100.7"),
        ("X-Real-IP", "198.51.100.7", "198.51.100.7"),
        ("Forwarded", "for=203.0.113.9, for=198.51.100.7;proto=https", "198.51.100.7"),
        ("Forwarded", 'proto=https; For="[2001:db8:cafe::17]:4711"', "2001:db8:cafe::/64"),
        ("Forwarded", "for=_hidden", "192.0.2.1"),
        ("X-Forwarded-For", "198.51.100.7, unknown", "192.0.2.1"),
        ("X-Forwarded-For", "_SEVKISEK", "192.0.2.1"),
        ("X-Forwarded-For", "999.1.1.1", "192.0.2.1"),
        ("X-Forwarded-For", "[", "192.0.2.1"),
        ("X-Forwarded-For", "", "192.0.2.1"),
        ("", "198.51.100.7", "192.0.2.1"),
    ],
)
def test_a_client_is_the_last_address_of_the_proxys_header_or_else_the_peer(settings, header, value, network):
    settings.CLIENT_ADDRESS = header
    request = RequestFactory().get("/", headers={header or "X-Forwarded-For": value}, REMOTE_ADDR="192.0.2.1")
    assert client_network(request) == network


@pytest.mark.parametrize("peer", ["", "unix:"])
def test_a_peer_without_an_address_is_no_error(client, account, peer):
    assert log_in(client, address=peer).status_code == 302


@pytest.mark.parametrize("value", ["unknown", "_hidden", "192.0.2.7:4711", "[2001:db8::1]:443", "\0", "é" * 999])
def test_no_header_breaks_a_login(client, account, settings, value):
    settings.CLIENT_ADDRESS = "X-Forwarded-For"
    wrong_tries(client, 1, HTTP_X_FORWARDED_FOR=value)
    assert log_in(client, HTTP_X_FORWARDED_FOR=value).status_code == 302


def test_in_production_without_the_header_no_address_is_limited(client, account, settings):
    settings.PRODUCTION = True
    for number in range(51):
        log_in(client, "wrong", username=f"name{number}")
    assert log_in(client).status_code == 302


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


def key_shown(client):
    """The key of a new app, as its page shows it, in hexadecimal digits."""
    key = re.search(r'second-factor__key">(\w+)<', client.get(SECOND).content.decode())[1]
    return b32decode(key).hex()


def test_a_first_login_sets_the_app_up(client, account, settings):
    settings.TWO_FACTOR = True
    log_in(client)
    page = client.get(f"{SECOND}?next={LIST}").content.decode()
    device = TOTPDevice(key=key_shown(client))
    assert 'class="second-factor__picture"' in page
    assert "<svg" in page
    assert "style=" not in page
    assert not TOTPDevice.objects.exists()
    response = client.post(SECOND, {"token": f" {number(device)[:3]} {number(device)[3:]}", "next": LIST})
    assert response["Location"] == LIST
    assert client.get(LIST).status_code == 200
    assert TOTPDevice.objects.get().confirmed
    assert LogEntry.objects.get().change_message == "Set up a second factor."


def test_a_wrong_code_stores_no_app_and_keeps_the_key(client, account, settings):
    settings.TWO_FACTOR = True
    log_in(client)
    key = key_shown(client)
    assert b"does not match the key" in client.post(SECOND, {"token": "000000"}).content
    assert not TOTPDevice.objects.exists()
    assert key_shown(client) == key


def test_another_session_gets_another_key_and_only_the_first_to_confirm_counts(account, settings):
    settings.TWO_FACTOR = True
    first, second = Client(), Client()
    log_in(first)
    log_in(second)
    keys = [key_shown(first), key_shown(second)]
    assert keys[0] != keys[1]
    assert second.post(SECOND, {"token": number(TOTPDevice(key=keys[0]))}).status_code == 200
    pass_time(seconds=30)
    assert first.post(SECOND, {"token": number(TOTPDevice(key=keys[0]))}).status_code == 302
    assert second.post(SECOND, {"token": number(TOTPDevice(key=keys[1]))}).status_code == 200
    assert TOTPDevice.objects.get().key == keys[0]
    assert second.get(LIST).status_code == 302


def test_an_unused_key_expires(client, account, settings):
    settings.TWO_FACTOR = True
    log_in(client)
    old = key_shown(client)
    session = client.session
    session[NEW_KEY] = [old, 0]
    session.save()
    assert client.post(SECOND, {"token": number(TOTPDevice(key=old))}).status_code == 200
    assert key_shown(client) != old


def test_the_key_leaves_the_session_once_it_was_used(client, account, settings):
    settings.TWO_FACTOR = True
    log_in(client)
    before = client.session.session_key
    client.post(SECOND, {"token": number(TOTPDevice(key=key_shown(client)))})
    assert NEW_KEY not in client.session
    assert client.session.session_key != before


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
    assert client.post(SECOND, {"token": number(device)}).status_code == 302
    client.logout()
    log_in(client)
    assert client.post(SECOND, {"token": number(device)}).status_code == 200
    assert client.get(LIST).status_code == 302


def test_codes_are_limited_like_passwords(client, account, settings):
    settings.TWO_FACTOR = True
    device = TOTPDevice.objects.create(user=account, confirmed=True)
    log_in(client)
    for _ in range(3):
        client.post(SECOND, {"token": "000000"})
    answer = client.post(SECOND, {"token": number(device)})
    assert (answer.status_code, answer["Retry-After"]) == (429, "1")
    pass_time(seconds=1)
    assert client.post(SECOND, {"token": number(device)}).status_code == 302


def test_many_wrong_codes_block_nobody_for_long(client, account, settings):
    settings.TWO_FACTOR = True
    device = TOTPDevice.objects.create(user=account, confirmed=True)
    log_in(client)
    for _ in range(20):
        client.post(SECOND, {"token": "000000"})
        pass_time(seconds=30)
    assert client.post(SECOND, {"token": number(device)}).status_code == 302


def test_the_right_password_does_not_forget_wrong_codes(client, account, settings):
    settings.TWO_FACTOR = True
    TOTPDevice.objects.create(user=account, confirmed=True)
    for _ in range(3):
        log_in(client)
        answer = client.post(SECOND, {"token": "000000"})
        client.post("/admin/logout/")
    log_in(client)
    answer = client.post(SECOND, {"token": "000000"})
    assert answer.status_code == 429


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
