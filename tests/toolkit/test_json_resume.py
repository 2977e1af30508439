"""JSON Resume: reading files of all kinds, writing them, and losing no word in between."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides.toolkit.fields import MOST_LINES
from guides.toolkit.resume.form import ResumeForm, as_data, person_data
from guides.toolkit.resume.json_resume import (
    LARGEST_FILE,
    LONGEST_REST,
    NOT_A_RESUME,
    ResumeFileError,
    read_resume,
    write_resume,
)
from guides.toolkit.resume.person import (
    Award,
    Certificate,
    Job,
    Person,
    Profile,
    Project,
    Publication,
    Reference,
    Study,
    Volunteering,
)
from guides.toolkit.resume.sections import ORDERS, USUAL_ORDER
from guides.toolkit.rows import MOST_ROW_FIELDS, MOST_ROWS

# A file that uses every part of the schema, of an invented person.
WHOLE = {
    "basics": {
        "name": "Imke Dahl",
        "label": "Lighthouse keeper",
        "image": "https://imke.example/imke.jpg",
        "email": "imke@dahl.example",
        "phone": "(207) 555-0134",
        "url": "https://imke.example",
        "summary": "Twelve years on the coast.\n\nLooking for a quieter tower.",
        "location": {
            "address": "4 Harbor Road\nUpper floor",
            "postalCode": "04101",
            "city": "Portland",
            "countryCode": "US",
            "region": "Maine",
        },
        "profiles": [{"network": "Mastodon", "username": "imke", "url": "https://coast.example/@imke"}],
    },
    "work": [
        {
            "name": "Northern Lights Board",
            "location": "Cape Ann",
            "description": "Keeps 40 towers",
            "position": "Keeper",
            "url": "https://nlb.example",
            "startDate": "2014-04",
            "endDate": "2019-09-30",
            "summary": "Kept the tower.\nTrained relief keepers.",
            "highlights": ["Kept the lamp lit for 1,900 nights", "Wrote the fog manual"],
        }
    ],
    "volunteer": [
        {
            "organization": "Sea Rescue",
            "position": "Radio watch",
            "url": "https://rescue.example",
            "startDate": "2012",
            "endDate": "2013",
            "summary": "Night watches.",
            "highlights": ["Answered 60 calls"],
        }
    ],
    "education": [
        {
            "institution": "Maritime School",
            "url": "https://school.example",
            "area": "Navigation",
            "studyType": "Certificate",
            "startDate": "2010-09-01",
            "endDate": "2012-06-01",
            "score": "3.70",
            "courses": ["NAV101 - Charts", "RAD201 - Radio"],
        }
    ],
    "awards": [
        {"title": "Bell of Honor", "date": "2018-05-01", "awarder": "Harbor Guild", "summary": "For one storm."}
    ],
    "certificates": [{"name": "First aid", "date": "2021-11-07", "url": "https://cert.example", "issuer": "Red Cross"}],
    "publications": [
        {
            "name": "Fog, a manual",
            "publisher": "Tide Press",
            "releaseDate": "2017-10-01",
            "url": "https://tide.example/fog",
            "summary": "How to sound a horn.",
        }
    ],
    "skills": [{"name": "Lamps", "level": "Master", "keywords": ["Fresnel", "LED"]}, {"name": "Patience"}],
    "languages": [{"language": "English", "fluency": "Native speaker"}],
    "interests": [{"name": "Birds", "keywords": ["Terns", "Gannets"]}],
    "references": [{"name": "Olaf Berg", "reference": "The light never failed.\nNot once."}],
    "projects": [
        {
            "name": "Quiet horn",
            "description": "A horn that sleeps.",
            "highlights": ["Halved complaints"],
            "keywords": ["Acoustics", "Steel"],
            "startDate": "2016-01-01",
            "endDate": "2017-01-01",
            "url": "https://horn.example",
            "roles": ["Lead", "Welder"],
            "entity": "Harbor Guild",
            "type": "application",
        }
    ],
    "meta": {"canonical": "https://imke.example/resume.json", "version": "v1.0.0", "theme": "tide"},
}


def read(data):
    return read_resume(json.dumps(data).encode())


def read_into_form(data):
    return ResumeForm(as_data(read(data)))


def written(data):
    """What a file says after it was read into the form and downloaded again."""
    return json.loads(write_resume(read_into_form(data).person()))


def words_of(value):
    if isinstance(value, dict):
        return {word for item in value.values() for word in words_of(item)}
    if isinstance(value, list):
        return {word for item in value for word in words_of(item)}
    return set(re.findall(r"[^\s,:()]+", str(value)))


# Whole


def test_a_file_with_every_part_of_the_schema_comes_back_word_for_word():
    assert words_of(WHOLE) <= words_of(written(WHOLE))


def test_a_file_that_was_read_and_written_is_stable():
    first = written(WHOLE)
    assert written(first) == first


def test_each_part_of_the_schema_has_a_field_without_an_error():
    form = read_into_form(WHOLE)
    assert form.errors() == []
    person = form.person()
    assert person.summary == "Twelve years on the coast.\n\nLooking for a quieter tower."
    assert person.studies[0].score == "3.70"
    assert person.skills == ("Lamps (Master): Fresnel, LED", "Patience")
    assert (person.projects[0].roles, person.projects[0].kind) == ("Lead, Welder", "application")
    assert read(WHOLE).left_out == ()


def test_what_is_not_of_the_schema_is_kept_unseen_and_written_at_its_place():
    data = {
        "basics": {"name": "Imke", "pronouns": "she", "location": {"island": "Monhegan"}},
        "work": [{"name": "Port", "highlights": ["Lit lamps", {"odd": 1}], "pinned": True}, {"shift": "night"}],
        "skills": [{"name": "Lamps", "keywords": ["LED"], "years": 12}],
        "talks": [{"title": "On fog"}],
    }
    assert {key: value for key, value in written(data).items() if key != "$schema"} == data
    assert read(data).left_out == (
        "Not part of a resume, but kept for your JSON Resume: "
        "highlights; pinned; pronouns; island; work; years; talks.",
    )


def test_the_rest_of_an_entry_moves_with_it_and_goes_with_it():
    form_data = person_data(read({"work": [{"name": "Port", "pinned": 1}, {"name": "Quay", "pinned": 2}]}).person)
    del form_data["jobs-0-employer"]
    assert json.loads(write_resume(ResumeForm(form_data).person()))["work"] == [{"name": "Quay", "pinned": 2}]


@pytest.mark.parametrize(
    "rest", ["[1]", "{", '{"a":' * 40 + "1" + "}" * 40, '"x"', "[" * 90_000, '{"a":"' + "x" * LONGEST_REST + '"}']
)
def test_a_rest_that_was_changed_on_its_way_is_dropped(rest):
    person = ResumeForm({"name": "Imke", "rest": rest, "jobs-0-employer": "Port", "jobs-0-rest": rest}).person()
    assert (person.rest, person.jobs[0].rest) == ("", "")


# What other programs write


@pytest.mark.parametrize(
    ("data", "person"),
    [
        ({"basics": {"name": "A", "website": "https://a.example"}}, Person(name="A", url="https://a.example")),
        ({"basics": {"name": "A", "location": "Cobh, Ireland"}}, Person(name="A", place="Cobh, Ireland")),
        ({"basics": {"name": None, "phone": 5551234}}, Person(phone="5551234")),
        ({"work": [{"company": "Port", "title": "Clerk"}]}, Person(jobs=(Job(position="Clerk", employer="Port"),))),
        ({"work": {"name": "Port", "highlights": "A\nB"}}, Person(jobs=(Job(employer="Port", highlights=("A", "B")),))),
        ({"work": [{"name": "Port", "summary": ["A", "B"]}]}, Person(jobs=(Job(employer="Port", summary="A\nB"),))),
        ({"work": [{"name": "Port", "endDate": "Present"}]}, Person(jobs=(Job(employer="Port"),))),
        ({"work": [{"name": "Port", "startDate": 2014}]}, Person(jobs=(Job(employer="Port", start="2014"),))),
        (
            {"work": [{"name": "Port", "startDate": "2014-05-02T00:00:00.000Z"}]},
            Person(jobs=(Job(employer="Port", start="2014-05-02"),)),
        ),
        ({"education": [{"institution": "Sea", "gpa": 3.9}]}, Person(studies=(Study(school="Sea", score="3.9"),))),
        ({"awards": ["Best keeper"]}, Person(awards=(Award(title="Best keeper"),))),
        ({"skills": ["Ropes", {"name": "Lamps", "keywords": "LED"}]}, Person(skills=("Ropes", "Lamps: LED"))),
        ({"languages": [{"name": "Irish", "level": "fluent"}]}, Person(languages=("Irish: fluent",))),
    ],
)  # fmt: skip
def test_older_names_and_common_variants_are_read(data, person):
    form = read_into_form(data)
    assert (form.person(), form.errors()) == (person, [])


@pytest.mark.parametrize("value", [True, [[1]], {"a": 1}])
def test_a_value_of_another_type_is_kept_and_everything_else_is_read(value):
    data = {"basics": {"name": "Imke", "email": value}, "work": [{"name": "Port", "position": value}]}
    assert read(data).person.jobs[0].employer == "Port"
    assert words_of(data) <= words_of(written(data))


def test_numbers_that_json_does_not_have_become_words():
    person = read_resume(b'{"basics": {"name": "Imke"}, "work": [{"name": "Port", "x": NaN, "y": 1e999}]}').person
    assert json.loads(person.jobs[0].rest) == {"x": "NaN", "y": "1e999"}


def test_characters_that_are_no_text_are_left_out():
    resume = read_resume(b'{"basics": {"name": "A\\u0000\\ud800B"}, "\\ud800": 1}')
    assert resume.person.name == "A B"
    assert write_resume(resume.person).decode()
    assert "".join(resume.left_out).encode()


# Dates


@pytest.mark.parametrize(
    ("typed", "file"),
    [
        ("March 2021", {"startDate": "2021-03"}),
        ("Summer 2019", {"startDate": "2019", "startDateWords": "Summer 2019"}),
        ("about 2015", {"startDateWords": "about 2015"}),
        ("February 30 2021", {"startDateWords": "February 30 2021"}),
    ],
)
def test_dates_of_a_file_are_iso_and_other_words_stand_beside_them(typed, file):
    person = ResumeForm({"jobs-0-employer": "Port", "jobs-0-start": typed}).person()
    data = json.loads(write_resume(person))
    assert data["work"] == [{"name": "Port", **file}]
    assert read_into_form(data).person() == person


def test_words_beside_a_date_that_another_program_changed_do_not_count():
    data = {"work": [{"name": "Port", "startDate": "2020-02", "startDateWords": "Summer 2019"}]}
    assert read_into_form(data).person().jobs[0].start == "2020-02"


# Limits


def test_jobs_over_the_limit_are_named():
    jobs = [{"position": f"Clerk {number}", "name": "Port", "startDate": "1998"} for number in range(MOST_ROWS + 2)]
    resume = read({"work": jobs})
    assert len(resume.person.jobs) == MOST_ROWS
    assert resume.left_out == (
        f"Your file has 32 jobs; the form takes 30. Left out: Clerk {MOST_ROWS}, Port (1998); "
        f"Clerk {MOST_ROWS + 1}, Port (1998).",
    )


def test_a_file_with_thousands_of_entries_is_counted():
    resume = read({"work": [{"name": "Port"}] * 10_000})
    assert resume.left_out[0].startswith("Your file has 10,000 jobs; the form takes 30. Left out: Port;")
    assert resume.left_out[0].endswith("; and 9,960 more.")


def test_skills_and_points_over_the_limit_are_named():
    lines = [f"Skill {number}" for number in range(MOST_LINES + 12)]
    resume = read({"skills": lines, "work": [{"name": "Port", "highlights": lines}]})
    assert (len(resume.person.skills), len(resume.person.jobs[0].highlights)) == (MOST_LINES, MOST_LINES)
    assert resume.left_out[0].startswith("“Port” has 52 lines; the form takes 40. Left out: Skill 40; Skill 41;")
    assert resume.left_out[1].endswith("Skill 49; and 2 more.")


def test_long_lists_together_have_no_more_fields_than_a_request_may_have():
    entry = {"name": "A", "title": "A", "institution": "A", "organization": "A", "network": "A"}
    keys = ("work", "education", "volunteer", "projects", "certificates", "publications", "awards", "references")
    resume = read({"basics": {"profiles": [entry] * 30}, **{key: [entry] * 30 for key in keys}})
    form = ResumeForm(as_data(resume))
    assert sum(len(inner.fields) for rows in form.rows for inner in rows.formset.forms) <= MOST_ROW_FIELDS
    assert len(form.person().jobs) == 30
    assert any("references; the form takes" in line for line in resume.left_out)


def test_a_picture_in_a_file_is_left_out_and_named():
    resume = read({"basics": {"name": "Imke", "image": "x" * 60_000, "pronouns": "she"}})
    assert resume.left_out[0] == "Too large for the form, and left out: image."
    assert json.loads(resume.person.rest) == {"basics": {"pronouns": "she"}}


# What is refused


@pytest.mark.parametrize(
    "data",
    [
        {},
        [],
        "resume",
        3,
        {"basics": {}, "work": []},
        {"basics": {"name": ""}, "work": [{"name": ""}]},
        {"name": "left-pad", "version": "1.0.0", "keywords": ["pad"], "author": {"name": "A"}},
        {"title": "Clerk", "company": "Port", "skills": [{"name": "Filing", "keywords": ["A to Z"]}]},
        {"references": [{"path": "./tsconfig.json"}], "files": []},
        {"projects": [{"name": "web", "root": "src"}], "version": 2},
        {"basics": {"name": "Imke"}, "sections": {"experience": {"items": []}}},
        {"profile": {"name": "Imke"}, "workExpList": [{"company_name": "Port"}]},
    ],
)
def test_a_file_without_a_resume_is_refused(data):
    with pytest.raises(ResumeFileError) as raised:
        read(data)
    assert raised.value.errors == [NOT_A_RESUME]


@pytest.mark.parametrize(
    "data",
    [
        {"skills": ["Ropes"]},
        {"interests": ["Birds"], "basics": {"name": "", "location": {}}, "work": []},
        {"projects": [{"name": "Horn"}]},
    ],
)
def test_a_small_resume_is_read(data):
    assert read(data).person != Person()


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"\xff\xfe", "This is not a JSON Resume. PDF and Word files cannot be read."),
        (b"", "The file is not JSON, or it is damaged at line 1, column 1."),
        (b'{"a":\n 1,}', "The file is not JSON, or it is damaged at line 2, column 4."),
        (b"[" * 150_000, "The file is not a JSON Resume: it is nested too deeply, or a number is too long."),
        (b"9" * 5000, "The file is not a JSON Resume: it is nested too deeply, or a number is too long."),
        (b" " * (LARGEST_FILE + 1), "The file is larger than 200 KB."),
    ],
)
def test_a_file_that_cannot_be_read_says_why(content, error):
    with pytest.raises(ResumeFileError) as raised:
        read_resume(content)
    assert raised.value.errors == [error]


def test_a_deep_file_is_read_without_what_is_too_deep():
    resume = read_resume(b'{"basics": {"name": "Imke"}, "deep": ' + b'{"a":' * 500 + b"1" + b"}" * 500 + b"}")
    assert (resume.person.name, resume.person.rest) == ("Imke", "")
    assert "deep" in resume.left_out[0]


# Any person

LINE = st.text(st.characters(codec="utf-8"), max_size=30)
TEXT = st.lists(LINE, max_size=3).map("\n".join)
DATE = st.sampled_from(["", "2019", "March 2020", "3/15/2021", "Summer 2019", "present", "soon", "2020-02-30"]) | LINE
KINDS = {"start": DATE, "end": DATE, "date": DATE, "summary": TEXT, "description": TEXT, "words": TEXT}
KINDS |= {"highlights": st.lists(LINE, max_size=3), "courses": st.lists(LINE, max_size=3), "rest": st.just("")}
FACTS = (Job, Volunteering, Project, Study, Certificate, Award, Publication, Reference, Profile)


def rows(fact):
    row = st.builds(fact, **{name: KINDS.get(name, LINE) for name in fact.__dataclass_fields__})
    return st.lists(row, max_size=2)


PEOPLE = st.builds(
    Person,
    **dict.fromkeys(("name", "headline", "email", "phone", "url", "street", "place", "region", "country"), LINE),
    summary=TEXT,
    skills=st.lists(LINE, max_size=3),
    languages=st.lists(LINE, max_size=3),
    interests=st.lists(LINE, max_size=3),
    order=st.sampled_from(list(ORDERS.values())) | st.permutations(USUAL_ORDER).map(tuple),
    **{part.name: rows(part.form.fact) for part in ResumeForm.parts},
)


@given(PEOPLE)
def test_any_person_comes_back_from_a_file_as_the_form_has_them(typed):
    person = ResumeForm(person_data(typed)).person()
    if person != Person(order=person.order):
        assert ResumeForm(as_data(read_resume(write_resume(person)))).person() == person


WORDS = st.text("abcxyz", min_size=1, max_size=5)
KEYS = sorted(
    {*WHOLE["basics"], *WHOLE["work"][0], *WHOLE["education"][0], *WHOLE["skills"][0], "x", "company", "order"}
)
JSON = st.recursive(
    st.none() | st.integers(0, 3000) | WORDS | st.lists(WORDS, max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from([*WHOLE, "x"]), JSON))
def test_any_json_is_refused_or_loses_no_word(data):
    try:
        content = write_resume(read_into_form(data).person())
    except ResumeFileError:
        return
    assert words_of(data) - {"None"} <= words_of(json.loads(content))
    assert write_resume(ResumeForm(as_data(read_resume(content))).person()) == content
