"""Suggestions: the checks on documents, compared with other guides, and the command for all guides."""

import json
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from guides.document import GuideDocument
from guides.document.material import InterviewQuestion, JobAd, SampleLetter, SampleResume
from guides.document.provenance import OEWS, Provenance
from guides.document.shape import FAQ, CareerStep, Details, KeyFacts, SalaryLevel, Section, Skill, Source, Step
from guides.editing.checking import check_all, check_one, latest_revisions, update_prints
from guides.editing.checks import TOPICS, SiteContext, check_guide
from guides.editing.checks.complete import missing_in_thin
from guides.editing.checks.duplicates import index_prints, prints_of
from guides.editing.revisions import record_revision
from guides.editing.rows import write_document
from guides.models import Revision, Role, TextPrints
from guides.rendering.passages import Passage, grade_of, split_lead, split_sentences
from tests.builders import MATERIAL, make_document, make_live, make_role

LONG = "word " * 31 + "ends."
SHARED = "Every keeper writes down the hour at which each ship went past and what flag it was seen to fly that night."
SITE = SiteContext(guides=frozenset({"diver"}), skills=frozenset({"patience"}), today=date(2026, 1, 1))


def suggestions(topic: str = "", **parts) -> list[tuple[str, str]]:
    """The paths and words of the suggestions on a guide with these parts."""
    found = check_guide(make_document(**parts), SITE)
    return [(suggestion.path, suggestion.what) for suggestion in found if topic in ("", suggestion.topic)]


def paths(topic: str, **parts) -> list[str]:
    return [path for path, _ in suggestions(topic, **parts)]


def facts(**values) -> dict:
    return {"key_facts": replace(make_document().key_facts, **values)}


def section(body: str, kind: str = "other") -> dict:
    return {"sections": (Section(kind=kind, heading="Weather", body=body),)}


def test_a_level_paid_as_another_occupation_may_lie_outside_the_pay_range():
    pay = {"kind": "published", "source": OEWS, "release": "May 2025"}
    low = Provenance(figure="salary_low", value=35_000, series="43-4051 annual 10th percentile", **pay)
    level = make_document().salary_levels[0]
    known = Provenance(figure="median", level=level.title, value=level.median, **pay)
    own, other = (replace(known, series=f"{code} annual median") for code in ("43-4051", "43-1011"))
    parts = facts(salary_low=35_000)
    assert paths("figures", **parts, provenance=(low, own)) == ["salary_levels[0].median"]
    assert paths("figures", **parts, provenance=(low, other)) == []


def test_a_sound_guide_has_no_figures_that_disagree_and_no_broken_links():
    details = replace(make_document().details, cost_to_qualify=None)
    assert {topic for topic in TOPICS if paths(topic, details=details)} == {"complete"}


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        (facts(median_salary=29_999), "key_facts.median_salary"),
        (facts(salary_high=40_000, salary_high_is_open=False), "key_facts.median_salary"),
        (facts(salary_low=35_000), "salary_levels[0].median"),
        (facts(salary_high=51_000, salary_high_is_open=False), "salary_levels[1].median"),
        ({"summary": "The median salary of a keeper is €44,000."}, "summary"),
        ({"faqs": (FAQ(question="Pay?", answer="Keepers earn between €30k and €99k."),)}, "faqs[0].answer"),
        (section("Average pay is €70,000.", "salary_outlook"), "sections[0].body"),
        ({"summary": "Jobs are projected to grow by 7%."}, "summary"),
    ],
)
def test_figures_that_contradict_the_facts_are_found(parts, path):
    assert path in paths("figures", **parts)


def test_a_ladder_whose_pay_or_years_fall_is_found():
    levels = (
        SalaryLevel(title="A", median=50_000, average=40_000),
        SalaryLevel(title="B", median=45_000, average=41_000),
    )
    steps = (
        CareerStep(title="A", experience="5+ years", years_min=5),
        CareerStep(title="B", experience="2+ years", years_min=2),
    )
    levels += (SalaryLevel(title="C", median=46_000),)
    found = paths("figures", salary_levels=levels, career_path=steps)
    assert found == ["salary_levels[1].median", "career_path[1].experience"]


@pytest.mark.parametrize(
    "summary",
    [
        "The median salary of a keeper is about €41k.",
        "Keepers earn €34,000 at first and €52,000 later.",
        "Keepers are paid €20 an hour.",
        "The course costs €5,000, and pay follows.",
        "In the US keepers earn $90,000.",
        "Jobs shrink by 2.5%.",
        "The tower of 1850 pays tribute to 1,000 sailors.",
    ],
)
def test_words_that_agree_or_speak_of_something_else_are_left_alone(summary):
    assert paths("figures", summary=summary) == []


def test_an_open_upper_end_bounds_no_pay():
    assert paths("figures", **facts(median_salary=70_000)) == []


def ascii_start(text: str) -> str:
    return ascii(text[:9])


def sourced(*sources: Source) -> dict:
    return {"details": replace(make_document().details, sources=sources, cost_to_qualify=None)}


@pytest.mark.parametrize(
    ("as_of", "old"),
    [
        ("2024", True),
        ("2025", False),
        ("2024-12", True),
        ("2025-01", False),
        ("2024-12-31", True),
        ("2025-02-31", False),
    ],
)
def test_figures_older_than_a_year_are_found(as_of, old):
    parts = sourced(Source(covers="key_facts", name="Board", as_of=as_of))
    assert ("details.sources[0].as_of" in paths("sources", **parts)) is old


def test_figures_without_a_source_and_sources_without_a_date_are_found():
    assert paths("sources", **sourced()) == ["details.sources", "details.sources"]
    assert paths("sources", **sourced(Source(covers="key_facts", name="Board"))) == ["details.sources[0].as_of"]
    known = {"kind": "editor", "source": "Board", "checked": "2026-11"}
    provenance = (
        Provenance(figure=name, level=level, value=value, **known)
        for (name, level), value in make_document().figures.items()
    )
    assert paths("sources", **sourced(), provenance=tuple(provenance)) == []
    nothing = GuideDocument(title="Diver", slug="diver")
    assert not [suggestion for suggestion in check_guide(nothing) if suggestion.topic == "sources"]


@pytest.mark.parametrize(("covers", "found"), [("key_facts", 1), ("cost_to_qualify", 0), ("qualifying", 0)])
def test_a_cost_to_qualify_without_a_source_is_found(covers, found):
    source = Source(covers=covers, name="Board", as_of="2026-11")
    details = Details(cost_to_qualify="$900", sources=(source,))
    assert paths("sources", details=details).count("details.cost_to_qualify") == found


@pytest.mark.parametrize(
    ("link", "broken"),
    [
        ("/guides/diver/", False),
        ("/guides/diver/#pay", False),
        ("/guides/pilot/", True),
        ("/guides/pilot.json", True),
        ("/skills/patience/", False),
        ("/skills/wrath/", True),
        ("/nowhere/", True),
        ("guides/diver/", True),
        ("https://example.org/nowhere", False),
        ("//example.org/nowhere", False),
        ("mailto:a@example.org", False),
        ("#pay", False),
        ("/salaries/?currency=EUR", False),
    ],
)
def test_links_of_this_site_that_lead_nowhere_are_found(link, broken):
    assert paths("links", **section(f"See [there]({link}).")) == (["sections[0].body"] if broken else [])


def test_links_are_not_doubted_where_nobody_knows_the_guides():
    found = check_guide(make_document(**section("See [it](/guides/pilot/).")))
    assert not [suggestion for suggestion in found if suggestion.topic == "links"]


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        ({"summary": ""}, "summary"),
        ({"summary": "Short."}, "summary"),
        ({"faqs": ()}, "faqs"),
        ({"steps": ()}, "steps"),
        ({"cons": ()}, "cons"),
        ({"sections": ()}, "sections"),
        ({"skills": (Skill(kind="soft", name="Calm", detail="Always."),)}, "skills"),
        ({"skills": (Skill(kind="soft", name="Calm"),)}, "skills[0].detail"),
        ({"faqs": (FAQ(question="Why?"),)}, "faqs[0].answer"),
        ({"career_path": (CareerStep(title="Keeper"),)}, "career_path[0].description"),
        ({"details": Details()}, "details.category"),
        ({"key_facts": KeyFacts()}, "key_facts.median_salary"),
        (section("It blows."), "sections[0].body"),
        (section("### Rain\n\n### Snow\n\nIt falls."), "sections[0].body"),
        (section("It falls.\n\n## Rain"), "sections[0].body"),
        ({"interview": ()}, "interview"),
        ({"interview": (InterviewQuestion(kind="opening", question="Why?", plan="Say it."),)}, "interview[0].sample"),
        ({"interview": (InterviewQuestion(kind="opening", question="Why?", sample="So."),)}, "interview[0].plan"),
        ({"interview": (InterviewQuestion(kind="opening", question="Why?", sample="So."),)}, "interview[0].sample"),
        ({"resumes": (SampleResume(situation="Assistant Keeper"),)}, "resumes"),
        ({"resumes": (SampleResume(situation="Diver"),)}, "resumes[0].situation"),
        ({"resumes": (SampleResume(situation="First job"),)}, "resumes[0].experience"),
        ({"resumes": (SampleResume(situation="First job", skills="[skill]"),)}, "resumes[0]"),
        ({"letters": ()}, "letters"),
        ({"letters": (SampleLetter(situation="First job", body="Dear [name],"),)}, "letters[0]"),
        ({"letters": (SampleLetter(situation="Diver", body="Dear Board,"),)}, "letters[0].situation"),
        ({"job_ads": ()}, "job_ads"),
        ({"job_ads": (JobAd(summary="Keep it."), JobAd(level="Diver"))}, "job_ads[1].level"),
        ({"glossary": ()}, "glossary"),
    ],
)
def test_what_is_missing_or_thin_is_found(parts, path):
    assert path in paths("complete", **parts)


def test_a_question_that_applicants_ask_needs_no_sample_answer():
    asked = InterviewQuestion(kind="ask_back", question="Who relieves me?", plan="Ask it early.")
    assert "interview[0].sample" not in paths("complete", interview=(asked,))


@pytest.mark.parametrize("situation", ["First job", "career change", "Experienced", "Short email", "assistant keeper"])
def test_a_letter_may_be_for_a_level_or_a_known_situation(situation):
    letters = (SampleLetter(situation=situation, body="Dear Board,"),)
    assert "letters[0].situation" not in paths("complete", letters=letters)


def test_tool_material_is_complete_with_eight_questions_and_all_other_lists():
    asked = replace(MATERIAL["interview"][0], sample="word " * 60)
    lists = ("interview", "resumes", "letters", "job_ads", "glossary")
    assert not {
        path.partition("[")[0] for path in paths("complete", **{**MATERIAL, "interview": (asked,) * 7})
    }.isdisjoint(lists)
    found = [path for path in paths("complete", **{**MATERIAL, "interview": (asked,) * 8}) if path.startswith(lists)]
    assert found == ["letters[0].body", "job_ads[0].summary"]  # a few words each


def test_a_guide_is_incomplete_without_a_summary_or_without_most_lists():
    half = {"sections": (), "skills": (), "steps": (), "responsibilities": (), "salary_levels": ()}
    assert missing_in_thin(make_document()) == []
    assert missing_in_thin(make_document(summary="")) == ["summary"]
    assert missing_in_thin(make_document(**half)) == []
    most = {**half, "faqs": ()}
    assert set(missing_in_thin(make_document(**most))) == {
        *("sections", "skills", "steps", "responsibilities", "salary levels", "questions"),
    }


def test_a_heading_above_a_lower_heading_has_a_body():
    body = "## Rain\n\n### Warm\n\n" + "It falls on roofs and stairs. " * 5
    assert "sections[0].body" not in paths("complete", **section(body))


def test_sentences_over_thirty_words_are_found_wherever_they_are():
    parts = {"responsibilities": (LONG,), "steps": (Step(number=1, text=f"Short. {LONG}"),), "faqs": ()}
    assert set(paths("clear", **parts)) >= {"responsibilities[0]", "steps[0].text"}
    assert paths("clear", summary="word " * 29 + "ends.") == []


def test_an_abbreviation_ends_no_sentence():
    assert split_sentences("Ask Dr. Lamp, e.g. Mary J. Beam. She knows! Does she? (Yes.)") == [
        "Ask Dr. Lamp, e.g. Mary J. Beam.",
        "She knows!",
        "Does she?",
        "(Yes.)",
    ]


def test_a_sentence_keeps_its_closing_quotes():
    assert split_sentences('They say "Go." Then go.') == ['They say "Go."', "Then go."]


@pytest.mark.parametrize(
    ("text", "lead", "rest"),
    [
        ("One. Two.", "One.", "Two."),
        ("**One. Two.** Three.\n\nFour.", "**One. Two.** Three.", "Four."),
        ("Only one", "Only one", ""),
        ("- One. Two.\n- Three", "", "- One. Two.\n- Three"),
        ("", "", ""),
    ],
)
def test_the_lead_of_a_text_is_its_first_sentence(text, lead, rest):
    assert split_lead(text) == (lead, rest)


def test_the_reading_level_is_that_of_the_formula():
    words = Passage("summary", ("The cat sat on the mat. " * 12,))
    assert grade_of([words]) == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)
    assert grade_of([Passage("summary", ("The cat sat.",))]) is None


def test_hard_text_is_found():
    hard = "Organisational responsibilities necessitate interdisciplinary communication capabilities. " * 12
    assert "sections[0].body" in paths("clear", **section(hard))


def test_text_that_another_guide_has_is_found_under_that_guides_name():
    other = replace(make_document(), slug="warden", summary=f"Wardens differ. {SHARED}")
    site = SiteContext(prints=index_prints([("warden", prints_of(other))]))
    found = [r for r in check_guide(make_document(**section(f"At night: {SHARED}")), site) if r.topic == "duplicates"]
    assert [suggestion.path for suggestion in found] == ["sections[0].body"]
    assert "“warden”" in found[0].what


def test_a_guide_is_not_a_double_of_itself():
    document = make_document(summary=SHARED)
    site = SiteContext(prints=index_prints([(document.slug, prints_of(document))]))
    assert not [suggestion for suggestion in check_guide(document, site) if suggestion.topic == "duplicates"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\u202eاللغة العربية\u202c",
        "🧭" * 5_000,
        "[" * 10_000,
        "a" * 10_000,
        "<script>alert(1)</script>",
        "#" * 9_999,
        "$" * 9_999,
    ],
    ids=ascii_start,
)
def test_any_text_is_checked_without_an_error(text):
    check_guide(make_document(summary=text, **section(text), responsibilities=(text,)), SITE)


# With the database


@pytest.mark.django_db
def test_one_guide_is_checked_beside_the_newest_state_of_the_others():
    keeper, warden = make_live(summary=SHARED), make_role(title="Warden", slug="warden", summary=SHARED)
    document = keeper.revisions.latest().guide
    assert [r.path for r in check_one(document, keeper.pk) if r.topic == "duplicates"][:1] == ["summary"]
    write_document(warden, GuideDocument(title="Warden", slug="warden", summary="Something else."))
    record_revision(warden, Revision.Kind.EDIT)
    assert not [r for r in check_one(document, keeper.pk) if r.topic == "duplicates"]


@pytest.mark.django_db
def test_prints_are_made_once_for_each_state():
    role = make_role()
    update_prints()
    made = TextPrints.objects.get()
    update_prints()
    assert (TextPrints.objects.get(), made.sha256) == (made, role.revisions.latest().sha256)


@pytest.mark.django_db
def test_checking_one_guide_costs_as_many_queries_beside_many_as_beside_few(django_assert_num_queries):
    for number in range(5):
        make_role(title=f"Role {number}", slug=f"role-{number}")
    update_prints()
    with django_assert_num_queries(5):
        check_one(make_document())


@pytest.mark.django_db
def test_a_link_to_a_guide_that_is_not_live_is_found():
    make_live(title="Warden", slug="warden")
    make_role(title="Diver", slug="diver")
    links = "[a](/guides/warden/) [b](/guides/diver/) [c](/guides/harbor-pilot/)"
    found = [r.what for r in check_one(make_document(summary=links)) if r.topic == "links"]
    assert len(found) == 1
    assert "/guides/diver/" in found[0]


@pytest.mark.django_db
def test_all_guides_are_checked_and_those_that_share_text_are_found():
    for slug in ("keeper", "warden", "diver"):
        make_role(title=slug, slug=slug, related=(), summary=SHARED if slug != "diver" else "Under water.")
    found = {revision.role.slug: suggestions for revision, suggestions in check_all(latest_revisions())}
    doubled = {
        slug
        for slug, suggestions in found.items()
        if any(r.path == "summary" and r.topic == "duplicates" for r in suggestions)
    }
    assert doubled == {"keeper", "warden"}


@pytest.mark.django_db
def test_the_command_lists_every_suggestion_and_fails_if_there_is_one():
    make_role()
    out = StringIO()
    with pytest.raises(CommandError, match="for 1 of 1 guide\\."):
        call_command("check_guides", stdout=out)
    assert "lighthouse-keeper: summary: Only 11 words" in out.getvalue()


@pytest.mark.django_db
def test_the_command_writes_json_of_the_guides_and_topics_asked_for():
    make_role()
    make_role(title="Warden", slug="warden")
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("check_guides", "warden", "--format=json", "--only=complete", stdout=out)
    found = json.loads(out.getvalue())
    assert list(found) == ["warden"]
    assert {suggestion["topic"] for suggestion in found["warden"]} == {"complete"}


@pytest.mark.django_db
def test_the_command_is_content_where_nothing_is_found_and_names_what_it_does_not_know():
    make_role()
    call_command("check_guides", "--only=figures", stdout=StringIO())
    with pytest.raises(CommandError, match="Unknown guides: nobody"):
        call_command("check_guides", "nobody", stdout=StringIO())


@pytest.mark.django_db
def test_the_command_says_when_too_much_pay_is_beyond_the_end_of_an_axis(capsys):
    make_live(key_facts=KeyFacts(currency="EUR", median_salary=900_000))
    make_live(title="Warden", slug="warden")
    with pytest.raises(CommandError):
        call_command("check_guides")
    assert "1 of 12 amounts in EUR are beyond 160,000, where pay charts end" in capsys.readouterr().err


@pytest.mark.django_db
def test_a_role_without_a_revision_is_not_checked():
    make_role()
    assert Role.objects.count() == 2
    assert [revision.role.slug for revision in latest_revisions()] == ["lighthouse-keeper"]


@pytest.mark.django_db
def test_a_deleted_role_is_neither_checked_nor_compared():
    keeper, warden = make_role(summary=SHARED), make_role(title="Warden", slug="warden", summary=SHARED)
    update_prints()
    Role.objects.filter(pk=warden.pk).update(deleted_at=timezone.now())
    assert [revision.role for revision in latest_revisions()] == [keeper]
    assert not [r for r in check_one(keeper.revisions.latest().guide, keeper.pk) if r.topic == "duplicates"]
