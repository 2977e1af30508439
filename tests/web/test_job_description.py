"""The page of the job description."""

import hashlib
import json
from datetime import timedelta
from io import StringIO

import html5lib
import pytest
from django.contrib.admin.models import LogEntry
from django.core.management import call_command
from django.db.models import QuerySet
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from guides.document import GuideDocument
from guides.document.material import JobAd
from guides.document.shape import Section
from guides.document.tools import TOOLS
from guides.editing.job_descriptions import set_removed
from guides.editing.publishing import publish, unpublish
from guides.editing.revisions import record_revision
from guides.editing.rows import write_document
from guides.models import JobDescription, Revision
from guides.toolkit.job_description.template import RULES
from tests.builders import FIRST_RULES, make_document, make_editor, make_live, make_live_unedited

pytestmark = pytest.mark.django_db

PAGE = "/guides/lighthouse-keeper/job-description/"
SPARSE = GuideDocument(
    title="Diver", slug="diver", sections=(Section(kind="other", heading="Weather", body="It is wet."),)
)


def test_a_guide_leads_to_its_tools_and_they_lead_back(client):
    make_live_unedited()
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
def test_the_description_downloads_with_the_same_bytes_each_time(client, form):
    make_live_unedited()
    first, second = (client.get(f"{PAGE}?as={form}") for _ in range(2))
    assert first.content == second.content
    assert first["Content-Disposition"] == f'attachment; filename="lighthouse-keeper-job-description.{form}"'


def test_an_unknown_format_is_not_found(client):
    make_live_unedited()
    assert client.get(f"{PAGE}?as=exe").status_code == 404


# The page


def page(client, query="", **options):
    return client.get(f"{PAGE}?{query}" if query else PAGE, **options)


def words(response) -> str:
    tree = html5lib.parse(response.content.decode(), namespaceHTMLElements=False)
    return " ".join("".join(tree.itertext()).split())


FILLED = "version=1&employer=Harbor+Board&place=Cork&country=IE&workplace=on-site"
POSTED = f"{FILLED}&region=Munster&posted=2026-11-28"


def test_the_address_of_a_filled_form_is_the_description(client):
    make_live_unedited()
    response = page(client, FILLED)
    assert "Harbor Board" in words(response)
    assert f'value="http://testserver{PAGE}?version=1&amp;employer=Harbor+Board' in response.content.decode()
    assert b'<meta name="robots" content="noindex">' in response.content
    assert b"noindex" not in page(client).content


def test_nothing_typed_is_lost_when_something_is_wrong(client):
    make_live_unedited()
    html = page(client, "employer=%3Cscript%3E&pay_low=much&pay_high=40k&benefits=One%0ATwo").content.decode()
    for typed in ('value="&lt;script&gt;"', 'value="much"', 'value="40k"', "One\nTwo"):
        assert typed in html
    assert "Write an amount or a range" in html


@pytest.mark.parametrize(
    "typed", ["%00", "x" * 10_000, "%F0%9F%8D%9E", "%D7%A9%D7%9C%D7%95%D7%9D", "%ED%A0%80", "%EF%BF%BE"]
)
@pytest.mark.parametrize(
    "name",
    ["employer", "region", "benefits", "pay_low", "level", "version", "drop", "posted", "currency", "duties", "order"],
)
def test_hostile_input_is_answered_in_every_form(client, name, typed):
    make_live_unedited()
    for form in ("", "txt", "docx", "html", "job-schema", "short"):
        response = page(client, f"{name}={typed}&as={form}")
        assert response.status_code in ((200, 400, 404) if form else (200,))


def test_what_is_too_long_for_an_address_is_offered_by_post(client):
    make_live_unedited()
    data = {"version": "1", "employer": "Board", "benefits": "é" * 2000}
    response = client.post(PAGE, data)
    assert response.status_code == 200
    assert "too long for a link" in words(response)
    assert response["Cache-Control"] == "private, no-store"
    assert b'formmethod="post" name="as" value="docx"' in response.content
    file = client.post(PAGE, {**data, "as": "txt"})
    assert "é" * 2000 in file.content.decode()
    assert file["Cache-Control"] == "private, no-store"


def test_a_short_form_redirects_to_its_address(client):
    make_live_unedited()
    data = {"employer": "Board", "place": "", "currency": "EUR", "posted": "2026-11-01"}
    response = client.post(PAGE, data)
    address = f"http://testserver{PAGE}?version=1&employer=Board&posted=2026-11-01"
    assert (response.status_code, response["Location"]) == (302, address)


def test_the_button_writes_today_into_the_address_as_the_date_posted(client):
    make_live_unedited()
    response = client.post(PAGE, {"employer": "Board", "posted": ""})
    assert response["Location"].endswith(f"?version=1&employer=Board&posted={timezone.localdate()}")
    assert "posted" not in page(client, FILLED).context["ad"].query


def test_an_invalid_form_redirects_too_and_shows_its_errors(client):
    make_live_unedited()
    response = client.post(PAGE, {"pay_low": "much", "posted": "2026-11-01"}, follow=True)
    assert response.redirect_chain == [(f"http://testserver{PAGE}?version=1&pay_low=much&posted=2026-11-01", 302)]
    assert "Please look at this again" in words(response)


def test_posting_sets_no_cookie_and_needs_none():
    make_live_unedited()
    response = Client(enforce_csrf_checks=True).post(PAGE, {"employer": "Board", "as": "txt"})
    assert response.status_code == 200
    assert not response.cookies


@pytest.mark.parametrize("wanted", ["txt", "docx", "short", "job-schema", "job-posting"])
def test_no_file_is_given_while_a_field_is_wrong(client, wanted):
    make_live_unedited()
    for response in (
        page(client, f"{FILLED}&pay_low=much&as={wanted}"),
        client.post(PAGE, {"employer": "Board", "place": "Cork", "pay_low": "much", "as": wanted}),
    ):
        assert response.status_code == 400
        assert 'value="much"' in response.content.decode()
    assert b'id="job-posting"' in page(client, POSTED).content
    assert b'id="job-posting"' not in page(client, f"{POSTED}&pay_low=much").content


def test_a_wrong_field_is_neither_embedded_nor_linked(client):
    make_live_unedited()
    assert page(client, f"{FILLED}&pay_low=much&embed=1").status_code == 400
    response = page(client, f"{FILLED}&pay_low=much")
    assert b"oembed" not in response.content
    assert "Fix the marked fields" in words(response)


def test_the_page_says_whether_it_shows_an_ad_or_a_template(client):
    make_live_unedited()
    assert "This is a template" in words(page(client))
    make_live(title="Diver", slug="diver", related=(), job_ads=(JobAd(summary="We need a diver."),))
    written = words(client.get("/guides/diver/job-description/"))
    assert "We need a diver." in written
    assert "This is a template" not in written


def test_the_short_version_is_a_file(client):
    make_live_unedited()
    response = page(client, f"{FILLED}&as=short")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().startswith("Lighthouse Keeper, Harbor Board, Cork\n")


def test_changed_lists_are_kept_in_the_address(client):
    make_live_unedited()
    response = client.post(PAGE, {"duties": "Log every ship.\r\nPaint.", "nice_to_haves": "", "posted": "2026-11-01"})
    assert (
        response["Location"] == f"http://testserver{PAGE}?version=1&posted=2026-11-01&duties=~2%0APaint.&nice_to_haves="
    )
    assert "Log every ship. Paint." in words(client.get(response["Location"]))


def test_pay_that_does_not_fit_its_period_is_asked_about_at_its_field(client):
    make_live_unedited()
    html = page(client, "pay_low=40000&period=hour").content.decode()
    assert 'id="id_period_error"' in html
    assert "Is it €40,000 an hour?" in html
    assert "€40,000 an hour." not in html


def test_findings_link_to_their_sources(client):
    make_live_unedited()
    html = page(client, "must_haves=Digital+native&country=US&region=CO").content.decode()
    for address in (
        "http://plansponsor.com/EEOC-Hearing-Witnesses-Call-for-Help-With-Older-Worker-Employment/",
        "https://cdle.colorado.gov/dlss/equal-pay-for-equal-work-act",
        "https://doi.org/10.1037/a0022530",
    ):
        assert f'<a href="{address}"' in html


def test_job_posting_data_are_offered_once_the_form_has_all_that_they_need(client):
    make_live_unedited()
    assert b"JobPosting (JSON-LD)" not in page(client).content
    assert page(client, "as=job-posting").status_code == 404
    assert "Still needed: the date posted, the state or region." in words(page(client, FILLED))
    assert page(client, f"{FILLED}&region=Munster&as=job-posting").status_code == 404
    assert "belongs on your own page for this job" in words(page(client, POSTED))
    response = page(client, f"{POSTED}&as=job-posting")
    assert response["Content-Type"] == "application/ld+json"
    assert json.loads(response.content)["hiringOrganization"]["name"] == "Harbor Board"
    assert b'"@type": "JobPosting"' not in page(client).content


def test_the_page_costs_few_queries_whatever_is_asked(client, django_assert_max_num_queries):
    role = make_live()
    for number in range(3):
        write_document(role, make_document(summary=f"Summary {number}."))
        publish(record_revision(role, Revision.Kind.EDIT))
    for query in ("", FILLED, "version=2", "as=docx", "embed=1"):
        with django_assert_max_num_queries(6):
            page(client, query)
    with django_assert_max_num_queries(6):
        client.get(f"{PAGE}v/1/")


# Versions


def revise(role, **overrides):
    write_document(role, make_document(**overrides))
    return publish(record_revision(role, Revision.Kind.EDIT))


def test_publishing_keeps_a_version_and_the_page_names_it(client):
    role = make_live()
    (version,) = role.job_descriptions.all()
    assert (version.number, version.rules, version.sha256) == (1, RULES, version.drawn.sha256())
    assert version.drawn_at == role.live_intervals.get().live_from
    assert "Version 1 · " in words(page(client))


def test_a_version_never_changes(client):
    role = make_live()
    before = client.get(f"{PAGE}v/1/?as=txt").content
    revise(role, responsibilities=("Paint the tower.",))
    assert client.get(f"{PAGE}v/1/?as=txt").content == before
    assert b"Paint the tower." in client.get(f"{PAGE}v/2/?as=txt").content
    version = role.job_descriptions.first()
    with pytest.raises(TypeError):
        version.save()
    with pytest.raises(TypeError):
        version.delete()


def test_a_version_is_served_as_the_data_that_its_hash_names(client):
    role = make_live()
    content = client.get(f"{PAGE}v/1/?as=data").content
    assert hashlib.sha256(content).hexdigest() == role.job_descriptions.get().sha256


def test_a_form_address_keeps_its_version_and_says_how_the_newest_differs(client):
    role = make_live()
    before = page(client, f"{FILLED}&as=txt").content
    revise(role, responsibilities=("Paint the tower.",))
    assert page(client, f"{FILLED}&as=txt").content == before
    text = words(page(client, FILLED))
    assert "The latest version differs in: What you will do" in text
    assert "No longer: Trim the wick." in text
    assert "New: Paint the tower." in text
    assert b"?version=2&amp;employer=Harbor+Board" in page(client, FILLED).content


def test_a_form_address_says_when_the_newest_says_the_same(client):
    revise(make_live(), pros=("Another view",))
    assert "The latest version says the same" in words(page(client, FILLED))


def test_an_address_without_a_version_shows_the_newest_with_a_note(client):
    make_live_unedited()
    assert "version “77”, which does not exist" in words(page(client, "version=77&employer=Board"))
    assert client.get(f"{PAGE}v/77/").status_code == 404
    for alone in ("as=txt", "embed=1"):
        assert page(client, f"version=77&{alone}").status_code == 404


def test_a_version_is_not_seen_before_its_guide(client):
    role = make_live()
    write_document(role, make_document(responsibilities=("Paint the tower.",)))
    publish(record_revision(role, Revision.Kind.EDIT), at=timezone.now() + timedelta(hours=1))
    assert role.job_descriptions.count() == 2
    assert client.get(f"{PAGE}v/2/").status_code == 404
    assert "Version 1 · " in words(page(client))


def test_an_unpublished_guide_keeps_its_descriptions_with_a_note(client):
    role = make_live(related=())
    unpublish(role)
    for path in (PAGE, f"{PAGE}?{FILLED}", f"{PAGE}v/1/"):
        response = client.get(path)
        assert response.status_code == 200
        assert "is no longer published" in words(response)
        assert b'<meta name="robots" content="noindex">' in response.content
        assert b'href="/guides/lighthouse-keeper/"' not in response.content


def test_every_address_of_a_description_moves_with_its_guide(client):
    role = make_live()
    revise(role, slug="keeper")
    for path in ("?version=1&employer=A", "v/1/?as=txt"):
        response = client.get(PAGE + path)
        assert (response.status_code, response["Location"]) == (301, f"/guides/keeper/job-description/{path}")
    posted = client.post(PAGE, {"employer": "A"})
    assert (posted.status_code, posted["Location"]) == (308, "/guides/keeper/job-description/")


def test_a_publisher_removes_a_version_for_good_or_until_it_is_brought_back(editor_client):
    role = make_live()
    revise(role, responsibilities=("Paint the tower.",))
    known = page(editor_client)["ETag"]
    first = role.job_descriptions.get(number=1)
    act(editor_client, "remove_selected", first)
    for path in (f"{PAGE}v/1/", f"{PAGE}?{FILLED}"):
        assert editor_client.get(path).status_code == 410
    assert page(editor_client, headers={"If-None-Match": known}).status_code == 200
    assert LogEntry.objects.get().get_change_message() == "Removed from the site."
    act(editor_client, "restore_selected", first)
    assert editor_client.get(f"{PAGE}v/1/").status_code == 200


def act(client, action, version):
    url = reverse("admin:guides_jobdescription_changelist")
    return client.post(url, {"action": action, "_selected_action": [version.pk]}, follow=True)


def test_an_editor_who_may_not_publish_removes_nothing(client):
    version = make_live().job_descriptions.get()
    client.force_login(make_editor(may_publish=False))
    act(client, "remove_selected", version)
    version.refresh_from_db()
    assert version.removed_at is None


def test_where_all_versions_were_removed_the_page_is_gone(client):
    role = make_live()
    set_removed(role.job_descriptions.all())
    for path in (PAGE, f"{PAGE}v/1/"):
        assert client.get(path).status_code == 410


def test_a_removed_newest_version_gives_way_to_the_one_before(client):
    role = make_live()
    revise(role, responsibilities=("Paint the tower.",))
    set_removed(role.job_descriptions.filter(number=2))
    assert "Version 1 · " in words(page(client))


def test_a_guide_that_was_published_before_versions_were_kept_has_a_description(client):
    make_live_unedited()
    QuerySet(JobDescription).delete()
    assert "Trim the wick" in words(page(client))
    assert page(client, "employer=Board&as=docx").status_code == 200
    assert client.get(f"/oembed/?url=http://testserver{PAGE}").status_code == 404
    call_command("rebuild_index", stdout=StringIO())
    assert "Version 1 · " in words(page(client))


def store_first_rules(role):
    """Replace the versions of a guide by one under rules 2."""
    QuerySet(JobDescription).delete()
    text = (FIRST_RULES / "rules-2.json").read_text(encoding="utf-8")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    revision, at = role.revisions.get(), role.live_intervals.get().live_from
    return JobDescription.objects.create(
        role=role, revision=revision, number=1, rules=2, template=text, sha256=sha256, drawn_at=at
    )


OLD = "version=1&employer=Board&add_essential=Swims&drop=responsibilities-1"


def test_a_version_under_the_first_rules_is_shown_as_it_was(client):
    version = store_first_rules(make_live())
    content = client.get(f"{PAGE}v/1/?as=data").content
    assert hashlib.sha256(content).hexdigest() == version.sha256
    html5lib.HTMLParser(strict=True).parse(page(client, OLD).content.decode())
    kept = words(page(client, OLD))
    assert "Also asked for" in kept
    assert "Swims" in kept
    assert "Trim the wick." not in kept
    assert "Log every ship." in page(client, f"{OLD}&as=txt").content.decode()
    assert client.post(PAGE, {"version": "1", "add_essential": "x" * 3500, "as": "txt"}).status_code == 200


def test_a_version_under_the_first_rules_leads_to_the_latest_with_its_details_and_lines(client):
    store_first_rules(make_live())
    before = page(client, f"{OLD}&as=txt").content
    assert f'href="{PAGE}?employer=Board&amp;' in page(client, OLD).content.decode()
    assert "This is a template" in words(page(client))
    call_command("rebuild_index", stdout=StringIO())
    kept = page(client, OLD)
    assert page(client, f"{OLD}&as=txt").content == before
    latest = client.get(kept.context["ad"].newest)
    assert latest.context["ad"].version.number == 2
    assert latest.context["ad"].posting.employer == "Board"
    text = latest.context["text"]
    assert "Swims" in text
    assert "Log every ship." in text
    assert "Trim the wick." not in text


def test_a_job_posting_of_the_first_rules_is_given_as_it_was(client):
    store_first_rules(make_live())
    response = page(client, "version=1&employer=Board&place=Cork&as=job-posting")
    assert json.loads(response.content)["jobLocation"]["address"]["addressLocality"] == "Cork"
    assert page(client, "version=1&employer=Board&as=job-posting").status_code == 404
    assert "Still needed" not in words(page(client, OLD))


def test_new_rules_create_versions_for_live_guides_and_keep_sent_links(client, monkeypatch):
    role = make_live()
    unpublish(make_live(title="Diver", slug="diver", related=()))
    before = page(client, f"{FILLED}&as=txt").content
    monkeypatch.setattr("guides.editing.job_descriptions.RULES", RULES + 1)
    out = StringIO()
    call_command("rebuild_index", stdout=out)
    assert "1 job description created." in out.getvalue()
    assert list(role.job_descriptions.values_list("number", "rules")) == [(1, RULES), (2, RULES + 1)]
    assert page(client, f"{FILLED}&as=txt").content == before
    assert "Version 2 · " in words(page(client))


# Elsewhere


def test_only_the_embedded_description_may_stand_in_a_frame(client):
    make_live_unedited()
    embedded = page(client, f"{FILLED}&embed=1")
    assert "frame-ancestors *" in embedded["Content-Security-Policy"]
    assert "X-Frame-Options" not in embedded.headers
    plain = page(client, FILLED)
    assert "frame-ancestors 'none'" in plain["Content-Security-Policy"]
    assert plain["X-Frame-Options"] == "DENY"


def test_oembed_is_found_on_the_page_and_leads_to_the_embedded_description(client):
    make_live_unedited()
    tree = html5lib.parse(page(client, FILLED).content.decode(), namespaceHTMLElements=False)
    (link,) = [link for link in tree.iter("link") if link.get("type") == "application/json+oembed"]
    answer = client.get(link.get("href"))
    data = answer.json()
    assert (data["version"], data["type"], data["width"]) == ("1.0", "rich", 640)
    assert data["title"] == "Lighthouse Keeper, Harbor Board"
    frame = html5lib.parseFragment(data["html"], namespaceHTMLElements=False).find("iframe")
    assert client.get(frame.get("src")).status_code == 200
    assert "version=1&employer=Harbor+Board" in frame.get("src")
    assert answer["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 404),
        ("url=http://elsewhere.example/guides/lighthouse-keeper/job-description/", 404),
        ("url=http://testserver/", 404),
        ("url=http://testserver/guides/nobody/job-description/", 404),
        ("url=http://[", 404),
        ("url=x&format=xml", 501),
        ("url=http://testserver/guides/lighthouse-keeper/job-description/%3Fversion%3D7", 404),
        ("url=http://testserver/guides/lighthouse-keeper/job-description/%3Fpay_low%3Dmuch", 400),
        ("url=http://testserver/guides/lighthouse-keeper/job-description/&maxwidth=300&maxheight=500", 200),
    ],
)
def test_oembed_answers_for_its_own_pages_alone(client, query, status):
    make_live_unedited()
    response = client.get(f"/oembed/?{query}")
    assert response.status_code == status
    if status == 200:
        assert (response.json()["width"], response.json()["height"]) == (300, 500)


def test_every_frame_names_the_version_that_it_shows(client):
    make_live_unedited()
    answer = client.get(f"/oembed/?url=http://testserver{PAGE}")
    assert "?version=1&amp;embed=1" in answer.json()["html"]
    assert "?version=1&amp;amp;embed=1" in page(client).content.decode()
