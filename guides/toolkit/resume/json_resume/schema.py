"""The tables of JSON Resume: the key of the schema for each field of `Person`; writing and reading both follow them.

What a file says beyond them is kept as JSON in `rest` and written back at its place. Dates of a file are ISO, for other
programs; words that are no ISO date stand beside them, `startDateWords` beside `startDate`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

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

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entries:
    """A list of objects: its key, the class of its entries, what people call them, and the key of each field."""

    key: str
    fact: type
    several: str
    keys: Mapping[str, str]


def _keys(table: str) -> dict[str, str]:
    """Read a table of fields with their keys, `employer:name`, or alone where both are the same."""
    pairs = (words.partition(":") for words in table.split())
    return {name: key or name for name, _, key in pairs}


BASICS = _keys("name headline:label email phone url summary")
LOCATION = _keys("street:address place:city region postcode:postalCode country:countryCode")
# Most needed first: they get the room of the form.
LISTS = {
    "jobs": Entries(
        *("work", Job, "jobs"),
        _keys(
            "position employer:name place:location start:startDate end:endDate about:description summary highlights url"
        ),
    ),
    "studies": Entries(
        *("education", Study, "schools"),
        _keys("degree:studyType area school:institution start:startDate end:endDate score courses url"),
    ),
    "volunteering": Entries(
        *("volunteer", Volunteering, "volunteer roles"),
        _keys("position organization start:startDate end:endDate summary highlights url"),
    ),
    "projects": Entries(
        *("projects", Project, "projects"),
        _keys("name entity start:startDate end:endDate kind:type description highlights roles keywords url"),
    ),
    "certificates": Entries("certificates", Certificate, "certificates", _keys("name issuer date url")),
    "publications": Entries(
        "publications", Publication, "publications", _keys("name publisher date:releaseDate summary url")
    ),
    "awards": Entries("awards", Award, "awards", _keys("title awarder date summary")),
    "references": Entries("references", Reference, "references", _keys("name words:reference")),
    "profiles": Entries("profiles", Profile, "profiles", _keys("network username url")),
}
# Lists that are lines of the form, `Name (level): details`: the keys of the name, the level and the details.
LINES = {
    "skills": ("name", "level", "keywords"),
    "languages": ("language", "", "fluency"),
    "interests": ("name", "", "keywords"),
}
OTHER_NAMES = {  # keys of earlier versions and of other programs
    "position": ("title", "role"),
    "name": ("company", "employer", "title"),
    "url": ("website", "link"),
    "label": ("title",),
    "releaseDate": ("date",),
    "institution": ("school", "name"),
    "studyType": ("degree",),
    "organization": ("company", "name"),
    "score": ("gpa",),
    "issuer": ("authority", "organization"),
    "highlights": ("bullets",),
    "reference": ("quote",),
    "language": ("name",),
    "fluency": ("level",),
}
DATES, POINTS, IN_ONE_LINE = {"start", "end", "date"}, {"highlights", "courses"}, {"roles", "keywords"}
TEXTS = {"summary", "about", "description", "words"}
UNSURE = {"projects", "references"}  # lists that files of other kinds have, too
EMPTY = (None, "", [], {})


class ResumeFileError(ValueError):
    """A file that cannot be read; `errors` are messages for the person who chose it."""

    def __init__(self, errors: Iterable[str]) -> None:
        self.errors = list(errors)
        super().__init__("; ".join(self.errors))


@dataclass(frozen=True, slots=True)
class Resume:
    """What a file says of a person, in its own words; `left_out` are sentences about what the form has no room for."""

    person: Person
    left_out: tuple[str, ...] = ()
