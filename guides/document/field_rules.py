"""The rules of a guide document for single fields, by the kind of each; `rules.py` has those for several fields."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from guides.document.dates import is_date
from guides.document.errors import quoted
from guides.document.kinds import LONGEST_ID, LONGEST_NAME, Field
from guides.document.lines import is_plain, plain_body, plain_line
from guides.document.material import read_bullets, read_jobs, write_jobs
from guides.document.words import PICTURE_NAME

HIGHEST_AMOUNT = 10**12
HIGHEST_GROWTH, GROWTH_DECIMALS = 10_000, 3
SLUG = re.compile(r"[a-z0-9_-]+")
SUBJECT = re.compile(r"[a-z]+(?:_[a-z]+)*")
OCCUPATION_CODE = re.compile(r"[0-9]{2}-[0-9]{4}\.[0-9]{2}")
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
WEB_ADDRESS = re.compile(r"https?://[^\s,]+")


@dataclass(frozen=True, slots=True)
class FieldError:
    """An error in a document: its place (`career_path[2].title`), what was expected and what was found."""

    path: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.path}: expected {self.expected}, found {self.found}"


def errors_of(path: str, field: Field, value: Any) -> Iterator[FieldError]:
    """The errors of a single value, by the kind of its field."""
    if check := CHECKS.get(field.kind.form):
        yield from check(path, value, field)


def _line(path: str, text: str, field: Field) -> Iterator[FieldError]:
    if not text:
        if not field.may_be_empty:
            yield FieldError(path, "words", "nothing")
    elif not is_plain(text):
        yield FieldError(path, "plain text", quoted(ascii(text)))
    elif plain_line(text) != text:
        yield FieldError(path, "one line with single spaces in NFC", quoted(text))
    elif field.kind.longest and len(text) > field.kind.longest:
        yield FieldError(path, f"at most {field.kind.longest} characters", f"{len(text)}")


def _markdown(path: str, text: str, field: Field) -> Iterator[FieldError]:
    if not text:
        if not field.may_be_empty:
            yield FieldError(path, "words", "nothing")
    elif not is_plain(text):
        yield FieldError(path, "plain text", quoted(ascii(text)))
    elif plain_body(text) != text:
        yield FieldError(
            path, "Markdown with one blank line between blocks and indentation only in lists", quoted(text)
        )
    elif field.kind.layout:
        yield from LAYOUTS[field.kind.layout](path, text)


def _bullets(path: str, text: str) -> Iterator[FieldError]:
    try:
        read_bullets(text)
    except ValueError as error:
        yield FieldError(path, "bullets alone, one a line", quoted(str(error)))


def _jobs(path: str, text: str) -> Iterator[FieldError]:
    try:
        jobs = read_jobs(text)
    except ValueError as error:
        yield FieldError(path, "a job as Title; Employer; Place; Dates, or a bullet below one", quoted(str(error)))
    else:
        if write_jobs(jobs) != text:
            yield FieldError(path, "bullets right below their job, and a blank line between jobs", quoted(text))


def _choice(path: str, value: str, field: Field) -> Iterator[FieldError]:
    if value not in field.kind.values:
        yield FieldError(path, f"one of {', '.join(field.kind.values)}", quoted(value))


def _slug(path: str, slug: str, field: Field) -> Iterator[FieldError]:
    if not SLUG.fullmatch(slug) or len(slug) > LONGEST_NAME:
        yield FieldError(path, "a slug of a-z, 0-9, - and _", quoted(slug))


def _id(path: str, words: str, field: Field) -> Iterator[FieldError]:
    if words and (not ID.fullmatch(words) or len(words) > LONGEST_ID):
        yield FieldError(path, f"an id of a-z, 0-9 and -, of at most {LONGEST_ID} characters", quoted(words))


def _subject(path: str, words: str, field: Field) -> Iterator[FieldError]:
    if not SUBJECT.fullmatch(words) or len(words) > LONGEST_NAME:
        yield FieldError(path, "a subject such as key_facts", quoted(words))


def _address(path: str, url: str, field: Field) -> Iterator[FieldError]:
    yield from _line(path, url, field)
    if not WEB_ADDRESS.fullmatch(url):
        yield FieldError(path, "an address that begins with https:// and has no comma", quoted(url))


def _date(path: str, date: str, field: Field) -> Iterator[FieldError]:
    if not is_date(date):
        yield FieldError(path, "a date such as 2025, 2025-05 or 2025-05-31", quoted(date))


def _picture(path: str, name: str, field: Field) -> Iterator[FieldError]:
    if not PICTURE_NAME.fullmatch(name):
        yield FieldError(path, "the name of a stored picture", quoted(name))


def _amount(path: str, amount: int, field: Field) -> Iterator[FieldError]:
    if not 0 < amount <= HIGHEST_AMOUNT:
        yield FieldError(path, f"an amount from 1 to {HIGHEST_AMOUNT:,}", f"{amount:,}")


def _count(path: str, count: int, field: Field) -> Iterator[FieldError]:
    if not 0 <= count <= HIGHEST_AMOUNT:
        yield FieldError(path, f"a count up to {HIGHEST_AMOUNT:,}", f"{count:,}")


def _percent(path: str, percent: float, field: Field) -> Iterator[FieldError]:
    if not abs(percent) <= HIGHEST_GROWTH:  # also refuses NaN
        yield FieldError(path, f"a percentage from {-HIGHEST_GROWTH:,} to {HIGHEST_GROWTH:,}", f"{percent}")
    elif round(percent, GROWTH_DECIMALS) != percent:
        yield FieldError(path, "a percentage with at most three decimals", f"{percent}")
    if isinstance(percent, float) and percent.is_integer():
        yield FieldError(path, "a whole number written as an integer", f"{percent}")


def _figure(path: str, value: float, field: Field) -> Iterator[FieldError]:
    if not abs(value) <= HIGHEST_AMOUNT or round(value, GROWTH_DECIMALS) != value:
        yield FieldError(path, f"a figure up to {HIGHEST_AMOUNT:,} with at most three decimals", f"{value}")
    elif isinstance(value, float) and value.is_integer():
        yield FieldError(path, "a whole number written as an integer", f"{value}")


def _occupation(path: str, code: str, field: Field) -> Iterator[FieldError]:
    if not OCCUPATION_CODE.fullmatch(code):
        yield FieldError(path, "an O*NET code such as 43-4051.00", quoted(code))


def _share(path: str, share: int, field: Field) -> Iterator[FieldError]:
    if not 0 <= share <= 100:
        yield FieldError(path, "a percentage from 0 to 100", f"{share}")


CHECKS: dict[str, Callable[[str, Any, Field], Iterator[FieldError]]] = {
    "line": _line,
    "markdown": _markdown,
    "choice": _choice,
    "slug": _slug,
    "id": _id,
    "subject": _subject,
    "address": _address,
    "date": _date,
    "picture": _picture,
    "amount": _amount,
    "count": _count,
    "percent": _percent,
    "share": _share,
    "figure": _figure,
    "occupation": _occupation,
}
LAYOUTS: dict[str, Callable[[str, str], Iterator[FieldError]]] = {"bullets": _bullets, "jobs": _jobs}
