"""The rules of the material for applicants and recruiters."""

from collections.abc import Iterator

from guides.document.errors import quoted
from guides.document.field_rules import FieldError
from guides.document.material import MOST_MUST_HAVES, JobAd, read_term, write_term
from guides.document.shape import GuideDocument


def interview(document: GuideDocument) -> Iterator[FieldError]:
    seen = set()
    for index, question in enumerate(document.interview):
        if question.id in seen:
            yield FieldError(f"interview[{index}].id", "each id once", quoted(question.id))
        seen |= {question.id} - {""}


def job_ads(document: GuideDocument) -> Iterator[FieldError]:
    seen = set()
    for index, ad in enumerate(document.job_ads):
        path = f"job_ads[{index}]"
        if ad == JobAd():
            yield FieldError(f"{path}.summary", "a job ad that says something", "nothing")
        if index == 0 and ad.level:
            yield FieldError(f"{path}.level", "no level, as the first job ad is for every level", quoted(ad.level))
        if ad.level in seen:
            yield FieldError(f"{path}.level", "one job ad for each level", quoted(ad.level))
        if (found := ad.must_haves.count("\n") + 1) > MOST_MUST_HAVES:
            yield FieldError(f"{path}.must_haves", f"at most {MOST_MUST_HAVES} must-haves", f"{found}")
        seen.add(ad.level)


def glossary(document: GuideDocument) -> Iterator[FieldError]:
    for index, term in enumerate(document.glossary):
        if read_term(write_term(term)) != term:
            yield FieldError(f"glossary[{index}].term", "a term without a colon", quoted(term.term))
