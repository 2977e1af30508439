"""How the shipped guides are written: whole, with material for every tool, and not alike."""

import re
from collections import Counter
from functools import cache

import pytest

from guides.document.material import CAREER_CHANGE, FIRST_JOB, SITUATIONS
from guides.document.shape import GuideDocument
from guides.management.commands.build_fixtures import TEXTS
from guides.parsing import parse_guide
from guides.rendering.passages import MATERIAL_OF_TOOLS, passages, words_of

SLUGS = sorted(path.stem for path in TEXTS.glob("*.txt"))
WORDS = range(4_000, 6_501)  # what tools and the glossary show apart
FEWEST_QUESTIONS, FEWEST_INTERVIEW_QUESTIONS, FEWEST_RESUMES, FEWEST_TERMS, FEWEST_PROS = 10, 12, 4, 15, 5
FEWEST_WORDS_OF_A_SENTENCE = 5
MOST_ALIKE = 0.02  # of the sentences of a guide
ALIKE = 0.8  # of the word triples of a sentence
WORD = re.compile(r"[\w$'’%-]+")


@cache
def guide(slug) -> GuideDocument:
    return parse_guide((TEXTS / f"{slug}.txt").read_bytes())


def titles(document) -> set[str]:
    levels = (level.title for level in (*document.salary_levels, *document.career_path))
    return {title.lower() for title in (document.title, *document.details.alternative_titles, *levels)}


@cache
def sentences(slug) -> list[set[tuple[str, ...]]]:
    """The word triples of each sentence of a guide, titles removed."""
    document = guide(slug)
    longest_first = sorted(titles(document), key=len, reverse=True)
    title = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})s?\b")
    texts = (sentence for passage in passages(document) for sentence in passage.sentences)
    found = (title.sub(" ", text.lower()) for text in texts if len(words_of(text)) >= FEWEST_WORDS_OF_A_SENTENCE)
    words = (WORD.findall(text) for text in found)
    return [triples for each in words if (triples := set(zip(each, each[1:], each[2:], strict=False)))]


@cache
def index() -> dict[tuple[str, ...], list[tuple[str, int]]]:
    """By triple, the guides and the sentences of each that have it."""
    found = {}
    for slug in SLUGS:
        for number, triples in enumerate(sentences(slug)):
            for triple in triples:
                found.setdefault(triple, []).append((slug, number))
    return found


def is_elsewhere(slug, triples) -> bool:
    shared = Counter(place for triple in triples for place in index()[triple] if place[0] != slug)
    return any(number >= ALIKE * len(triples) for number in shared.values())


@pytest.mark.parametrize("slug", SLUGS)
def test_hardly_a_sentence_of_a_guide_could_stand_in_another(slug):
    alike = [triples for triples in sentences(slug) if is_elsewhere(slug, triples)]
    assert len(alike) <= MOST_ALIKE * len(sentences(slug)), alike


@pytest.mark.parametrize("slug", SLUGS)
def test_a_guide_is_as_long_as_a_reader_needs(slug):
    apart = (*MATERIAL_OF_TOOLS, "glossary")
    assert sum(len(part.words) for part in passages(guide(slug)) if not part.path.startswith(apart)) in WORDS


@pytest.mark.parametrize("slug", SLUGS)
def test_a_guide_answers_questions_and_prepares_for_interviews(slug):
    document = guide(slug)
    assert len(document.faqs) >= FEWEST_QUESTIONS
    assert sum(bool(question.sample) for question in document.interview) >= FEWEST_INTERVIEW_QUESTIONS
    assert len(document.glossary) >= FEWEST_TERMS
    assert min(len(document.pros), len(document.cons)) >= FEWEST_PROS


@pytest.mark.parametrize("slug", SLUGS)
def test_a_guide_has_samples_for_newcomers_and_for_levels_and_an_ad_for_each_level(slug):
    document = guide(slug)
    resumes = {resume.situation for resume in document.resumes}
    assert len(resumes) >= FEWEST_RESUMES
    assert {FIRST_JOB, CAREER_CHANGE} <= resumes
    assert {letter.situation for letter in document.letters} >= set(SITUATIONS["letters"])
    assert {ad.level for ad in document.job_ads} == {"", *(level.title for level in document.career_path)}


@pytest.mark.parametrize("slug", SLUGS)
def test_every_figure_of_a_guide_has_its_source(slug):
    document = guide(slug)
    assert {known.of for known in document.provenance} == set(document.figures)
