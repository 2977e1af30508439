"""The O*NET Database of the U.S. Department of Labor, in its text and its xlsx form.

Each table is a file named after it; since release 30.3 some files and columns have other names, and skills stand in
two files.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from guides.official.importing import Found, Skipped, Source, sha256_of
from guides.official.models import (
    AlternateTitle,
    Element,
    JobZone,
    Occupation,
    OccupationEntry,
    Rating,
    RelatedOccupation,
    Release,
    Task,
    Technology,
)
from guides.official.reading.archives import open_archive
from guides.official.reading.cells import NONE, number
from guides.official.reading.errors import FileError
from guides.official.reading.tables import Column, Table, find_table, tab_delimited_rows
from guides.official.reading.workbooks import open_workbook

CODE = re.compile(r"\d\d-\d{4}\.\d\d")
VERSION = re.compile(r"(?<!\d)(\d\d)[._](\d)(?!\d)")
OCCUPATION = (Column("code", r"O\*NET-SOC Code", label="O*NET-SOC Code"), Column("title", "Title", optional=True))
RATED = (
    *OCCUPATION,
    *(Column(name, name) for name in ("Element ID", "Element Name", "Scale ID", "Data Value")),
    Column("Recommend Suppress", "Recommend Suppress", optional=True),
)
PASSED_OVER = (
    *("Date", "Date Updated", "Domain Source", "Source", r"Source\(s\)", "N", "Standard Error", ".* CI Bound"),
    *("Not Relevant", "Scale Name", "Incumbents Responding", "Commodity Code", "Element ID", "Related Title", "Index"),
)
Fact = Callable[[dict[str, str], Occupation], Found | Skipped]


@dataclass(frozen=True, slots=True)
class Kind:
    """A table: the names of its file or files, its columns, and what a row of it is."""

    table: Release.Table
    files: tuple[str, ...]
    columns: tuple[Column, ...]
    fact: Fact
    elements: int = 0


def _entry(row: dict[str, str], occupation: Occupation) -> Found:
    entry = OccupationEntry(occupation_id=occupation.pk, title=row["title"], definition=row["Description"])
    return Found(Release.Table.OCCUPATIONS, occupation.pk, entry, (occupation,))


def _alternate_title(row: dict[str, str], occupation: Occupation) -> Found:
    title, short = row["Alternate Title"], _words(row.get("Short Title", ""))
    found = AlternateTitle(occupation_id=occupation.pk, title=title, short_title=short)
    return Found(Release.Table.ALTERNATE_TITLES, (occupation.pk, title), found, (occupation,))


def _task(row: dict[str, str], occupation: Occupation) -> Found:
    is_core = {"core": True, "supplemental": False}.get(row["Task Type"].lower())
    task_number = number(row["Task ID"])
    task = Task(occupation_id=occupation.pk, number=task_number, words=row["Task"], is_core=is_core)
    return Found(Release.Table.TASKS, (occupation.pk, task_number), task, (occupation,))


def _technology(row: dict[str, str], occupation: Occupation) -> Found:
    name, category = row["Example"], row["Commodity Title"]
    technology = Technology(
        occupation_id=occupation.pk,
        name=name,
        category=category,
        is_hot=row["Hot Technology"] == "Y",
        is_in_demand=row["In Demand"] == "Y",
    )
    return Found(Release.Table.TECHNOLOGIES, (occupation.pk, name, category), technology, (occupation,))


def _rating(table: Release.Table, scale: str) -> Fact:
    def rating(row: dict[str, str], occupation: Occupation) -> Found | Skipped:
        if row["Scale ID"] != scale:
            return Skipped("another scale")
        if row.get("Recommend Suppress") == "Y":
            return Skipped("too imprecise, by the publisher")
        element = Element(code=row["Element ID"], name=row["Element Name"])
        value = number(row["Data Value"], 100)
        if value is None:
            return Skipped("no value")
        found = Rating(occupation_id=occupation.pk, element_id=element.pk, value=value)
        return Found(table, (occupation.pk, element.pk), found, (occupation, element))

    return rating


def _job_zone(row: dict[str, str], occupation: Occupation) -> Found | Skipped:
    zone = number(row["Job Zone"])
    if zone is None:
        return Skipped("no job zone")
    found = JobZone(occupation_id=occupation.pk, zone=zone)
    return Found(Release.Table.JOB_ZONES, occupation.pk, found, (occupation,))


def _related(row: dict[str, str], occupation: Occupation) -> Found | Skipped:
    code = row["Related O*NET-SOC Code"]
    if not CODE.fullmatch(code):
        return Skipped("no related code")
    related = Occupation(code=code, title=code, level=Occupation.Level.ONET)
    found = RelatedOccupation(
        occupation_id=occupation.pk,
        related_id=code,
        position=number(row["Index"]),
        is_primary=row["Relatedness Tier"].startswith("Primary"),
    )
    return Found(Release.Table.RELATED, (occupation.pk, code), found, (occupation, related))


def _columns(*names: str) -> tuple[Column, ...]:
    return (*OCCUPATION, *(Column(name.split("|")[0], name, label=name.split("|")[0]) for name in names))


KINDS = (
    Kind(
        Release.Table.OCCUPATIONS,
        ("Occupation Data",),
        (OCCUPATION[0], Column("title", "Title"), Column("Description", "Description")),
        _entry,
    ),
    Kind(
        Release.Table.ALTERNATE_TITLES,
        ("Alternate Titles", "Job Titles"),
        (*_columns("Alternate Title|Job Title"), Column("Short Title", "Short Title", optional=True)),
        _alternate_title,
    ),
    Kind(Release.Table.TASKS, ("Task Statements",), _columns("Task ID", "Task", "Task Type"), _task),
    Kind(
        Release.Table.TECHNOLOGIES,
        ("Technology Skills", "Software Skills"),
        _columns("Example|Workplace Example", "Commodity Title|Element Name", "Hot Technology", "In Demand"),
        _technology,
    ),
    Kind(
        Release.Table.SKILLS,
        ("Skills", "Essential Skills", "Transferable Skills"),
        RATED,
        _rating(Release.Table.SKILLS, "IM"),
        elements=35,
    ),
    Kind(Release.Table.KNOWLEDGE, ("Knowledge",), RATED, _rating(Release.Table.KNOWLEDGE, "IM"), elements=33),
    Kind(
        Release.Table.INTERESTS,
        ("Interests", "Career Interest Types"),
        RATED,
        _rating(Release.Table.INTERESTS, "OI"),
        elements=6,
    ),
    Kind(Release.Table.JOB_ZONES, ("Job Zones",), _columns("Job Zone"), _job_zone),
    Kind(
        Release.Table.RELATED,
        ("Related Occupations",),
        (*_columns(r"Relatedness Tier", "Index"), Column("Related O*NET-SOC Code", r"Related O\*NET-SOC Code")),
        _related,
    ),
)


@dataclass(frozen=True, slots=True)
class File:
    """A file of a table: on disk, or inside a ZIP file."""

    path: Path
    inner: str
    version: tuple[int, int]

    @property
    def name(self) -> str:
        return PurePosixPath(self.inner).name or self.path.name

    @property
    def table_name(self) -> str:
        """The name of its table: `Skills` of `29.3 Skills.xlsx`."""
        return VERSION.sub("", PurePosixPath(self.name).stem).strip(" _-")


def sources(
    path: Path, version: str = "", *, pass_over: Callable[[str], None] = lambda words: None
) -> Iterator[Source]:
    """The tables of a ZIP file or a folder, newest releases first; occupations come before what describes them.

    Calls `pass_over` with the name of each file that holds none of them.
    """
    found: dict[tuple[Kind, tuple[int, int]], list[File]] = defaultdict(list)
    for file in _files(path, version):
        kind = next((kind for kind in KINDS if file.table_name in kind.files), None)
        if kind is None:
            pass_over(f"{file.name}: not used")
        else:
            found[kind, file.version].append(file)
    if not found:
        raise FileError(f"{path.name} has none of the tables of the O*NET Database.")
    for (kind, release), files in sorted(
        found.items(), key=lambda item: (KINDS.index(item[0][0]), -item[0][1][0] * 10 - item[0][1][1])
    ):
        yield from _source(kind, release, files)


def _source(kind: Kind, release: tuple[int, int], files: list[File]) -> Iterator[Source]:
    with ExitStack() as stack:
        tables = [_table(file, kind, stack) for file in files]
        unknown = [column for table in tables for column in table.unknown(PASSED_OVER)]
        name = " and ".join(file.name for file in files)
        major, minor = release
        yield Source(
            name=name,
            sha256=sha256_of(*(file.path for file in files)),
            release=f"{major}.{minor}",
            position=major * 10 + minor,
            rows=(found for table in tables for found in _rows(kind, table)),
            unknown_columns=unknown,
            renames=kind.table == Release.Table.OCCUPATIONS,
            elements=kind.elements,
        )


def _rows(kind: Kind, table: Table) -> Iterator[Found | Skipped]:
    for row in table:
        if CODE.fullmatch(row["code"]):
            title = row.get("title") or row["code"]
            yield kind.fact(row, Occupation(code=row["code"], title=title, level=Occupation.Level.ONET))
        else:
            yield Skipped("no occupation code")


def _table(file: File, kind: Kind, stack: ExitStack) -> Table:
    if file.path.suffix == ".xlsx":
        workbook = stack.enter_context(open_workbook(file.path))
        rows = (row for title in workbook.sheets for row in workbook.rows(title))
    elif file.inner:
        rows = tab_delimited_rows(stack.enter_context(stack.enter_context(open_archive(file.path)).open(file.inner)))
    else:
        rows = tab_delimited_rows(stack.enter_context(file.path.open("rb")))
    try:
        return find_table(rows, kind.columns)
    except FileError as error:
        raise FileError(f"{file.name} has {error}.") from error


def _files(path: Path, version: str) -> Iterator[File]:
    """The files of a folder and of the ZIP files in it, or of one ZIP file, with the release that their names give."""
    paths = sorted(item for item in path.rglob("*") if item.is_file()) if path.is_dir() else [path]
    for item in paths:
        if item.suffix == ".zip":
            with open_archive(item) as archive:
                for name in archive.names():
                    if name.endswith(".txt"):
                        yield File(item, name, _version(version, name, item.name))
        elif item.suffix in (".txt", ".xlsx"):
            yield File(item, "", _version(version, item.name, item.parent.name, path.name))


def _version(*names: str) -> tuple[int, int]:
    for name in names:
        if match := VERSION.search(name):
            return int(match[1]), int(match[2])
    raise FileError(f"{names[1]} does not say the release it belongs to; give it with --release, such as 30.0.")


def _words(cell: str) -> str:
    return "" if cell in NONE else cell
