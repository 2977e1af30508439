"""Material for applicants and recruiters: jobs, bullets and terms as they are read, and the rules."""

import pytest

from guides.document import GuideDocument, validate
from guides.document.material import (
    GlossaryTerm,
    InterviewQuestion,
    JobAd,
    SampleJob,
    SampleLetter,
    SampleResume,
    read_bullets,
    read_jobs,
    write_jobs,
)

JOBS = """Cook; Fairview Pantry; Tulsa, OK; May 2024 – present
- Cooked for eighty people
- Kept the **kitchen** clean

Dog Walker; Self-employed; Tulsa, OK; 2022 – 2024"""
ASK = InterviewQuestion(id="why", kind="opening", question="Why bread?")
AD = JobAd(summary="We bake.")


def rules_broken(**lists) -> list[str]:
    return [error.path for error in validate(GuideDocument(title="Baker", slug="baker", **lists))]


def test_jobs_are_read_with_their_points_and_written_back():
    cook, walker = read_jobs(JOBS)
    assert (cook.title, cook.employer, cook.place, cook.dates) == (
        "Cook",
        "Fairview Pantry",
        "Tulsa, OK",
        "May 2024 – present",
    )
    assert cook.points == ("Cooked for eighty people", "Kept the **kitchen** clean")
    assert walker == SampleJob("Dog Walker", "Self-employed", "Tulsa, OK", "2022 – 2024")
    assert write_jobs((cook, walker)) == JOBS


def test_jobs_are_read_whatever_blank_lines_are_between_them():
    assert read_jobs("A; B; C; D\n\n- e\nF; G; H; I") == read_jobs("A; B; C; D\n- e\n\nF; G; H; I")


@pytest.mark.parametrize("line", ["- a point without its job", "Cook; Pantry; 2024", "A; B; C; D; E", "A; ; C; D"])
def test_a_line_that_is_no_job_is_named(line: str):
    with pytest.raises(ValueError, match=line):
        read_jobs(line)


def test_bullets_are_read_without_their_signs():
    assert read_bullets("- One\n- Two") == ("One", "Two")
    assert read_bullets("") == ()


def test_a_guide_without_material_has_no_key_for_it():
    bare, full = (GuideDocument(title="Baker", slug="baker", interview=rows) for rows in ((), (ASK,)))
    assert "interview" not in bare.to_dict()
    assert GuideDocument.from_json(full.canonical()) == full


@pytest.mark.parametrize(
    ("lists", "broken"),
    [
        ({"interview": (ASK, ASK)}, ["interview[1].id"]),
        ({"interview": (InterviewQuestion(kind="opening", question="Why?"),) * 2}, []),
        ({"interview": (InterviewQuestion(id="Why Now", kind="opening", question="Why?"),)}, ["interview[0].id"]),
        ({"interview": (InterviewQuestion(id="a" * 41, kind="opening", question="Why?"),)}, ["interview[0].id"]),
        ({"interview": (InterviewQuestion(kind="easy", question="Why?"),)}, ["interview[0].kind"]),
        ({"resumes": (SampleResume(situation="First job", experience=JOBS),)}, []),
        ({"resumes": (SampleResume(situation="First job", experience="Cook, Tulsa"),)}, ["resumes[0].experience"]),
        (
            {"resumes": (SampleResume(situation="First job", experience="A; B; C; D\n\n- e"),)},
            ["resumes[0].experience"],
        ),
        ({"letters": (SampleLetter(situation="First job", body=""),)}, ["letters[0].body"]),
        ({"job_ads": (AD, JobAd(level="Miller"))}, []),
        ({"job_ads": (JobAd(level="Miller"), AD)}, ["job_ads[0].level"]),
        ({"job_ads": (AD, AD)}, ["job_ads[1].level"]),
        ({"job_ads": (JobAd(),)}, ["job_ads[0].summary"]),
        ({"job_ads": (JobAd(duties="- Knead\n\nShape"),)}, ["job_ads[0].duties"]),
        ({"job_ads": (JobAd(must_haves="\n".join(["- One"] * 7)),)}, []),
        ({"job_ads": (JobAd(must_haves="\n".join(["- One"] * 8)),)}, ["job_ads[0].must_haves"]),
        ({"glossary": (GlossaryTerm(term="Ratio 3:1", meaning="Flour: water"),)}, []),
        ({"glossary": (GlossaryTerm(term="Crumb: fine", meaning="Inside"),)}, ["glossary[0].term"]),
    ],
)
def test_material_follows_its_rules(lists: dict, broken: list[str]):
    assert rules_broken(**lists) == broken
