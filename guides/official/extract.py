"""The extract that the project ships: figures, codes, titles and names, without the publishers' sentences.

A release of a table is one compressed CSV file: lines with `#` name the publisher, the period and the attribution,
then follow the columns and the rows, in the order of their keys. The same releases give the same text.
"""

import csv
import gzip
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from guides.official.attribution import attribution_of, publication_of
from guides.official.importing import BATCH, sha256_of
from guides.official.models import (
    AlternateTitle,
    Area,
    Element,
    Industry,
    JobZone,
    Occupation,
    OccupationEntry,
    PriceLevel,
    Projection,
    Rating,
    RelatedOccupation,
    Release,
    Technology,
    Wage,
)
from guides.official.releases import index_titles, link_occupations

FOLDER = settings.BASE_DIR / "fixtures" / "official"
Table = Release.Table
NAMED = (Area, Industry, Occupation, Element)  # what rows refer to, under codes
LEVELS = (Occupation.Level.TOTAL, Occupation.Level.MAJOR, Occupation.Level.DETAILED)


@dataclass(frozen=True, slots=True)
class Part:
    """A table of the extract: its model, the columns that are left out, and the occupations it is limited to."""

    model: type[models.Model]
    left_out: tuple[str, ...] = ()
    is_chosen: bool = False
    with_earlier: bool = False
    filters: dict[str, Any] = field(default_factory=dict)


LEVEL_FILTER = {"occupation__level__in": LEVELS}
PARTS = {
    Table.NATIONAL_WAGES: Part(Wage, with_earlier=True, filters=LEVEL_FILTER),
    Table.STATE_WAGES: Part(Wage, filters=LEVEL_FILTER),
    Table.METRO_WAGES: Part(Wage, is_chosen=True),
    Table.INDUSTRY_WAGES: Part(Wage, is_chosen=True),
    Table.PROJECTIONS: Part(Projection),
    Table.OCCUPATIONS: Part(OccupationEntry, left_out=("definition",)),
    Table.ALTERNATE_TITLES: Part(AlternateTitle),
    Table.TECHNOLOGIES: Part(Technology),
    Table.SKILLS: Part(Rating),
    Table.KNOWLEDGE: Part(Rating),
    Table.INTERESTS: Part(Rating),
    Table.JOB_ZONES: Part(JobZone),
    Table.RELATED: Part(RelatedOccupation),
    Table.STATE_PRICES: Part(PriceLevel),
}


def write_extract(folder: Path, chosen: Iterable[str]) -> Iterator[Path]:
    """Write the current releases, and the earlier ones of national pay; pay by metropolitan area and industry is
    limited to the `chosen` SOC codes. Yields the files as they are written."""
    folder.mkdir(parents=True, exist_ok=True)
    used: dict[type, set[str]] = {model: set() for model in NAMED}
    for release in Release.objects.order_by("table", "position"):
        part = PARTS.get(Table(release.table))
        if part is None or not (release.is_current or part.with_earlier):
            continue
        rows = part.model._default_manager.filter(release=release, **part.filters)
        if part.is_chosen:
            rows = rows.filter(occupation__in=list(chosen))
        columns = _columns(part.model, part.left_out)
        path = folder / f"{release.table}-{_slug(release.name)}.csv.gz"
        comments = (
            f"table: {release.table}",
            f"release: {release.name}",
            f"position: {release.position}",
            f"current: {'yes' if release.is_current else 'no'}",
            f"top pay: {release.top_hourly or ''} {release.top_annual or ''}".rstrip(),
            f"publisher: {publication_of(release).publisher}, {publication_of(release).product}",
            f"attribution: {attribution_of(release)}",
        )
        _write(path, comments, columns, _remembering(_ordered(rows, part.model, columns), columns, part.model, used))
        yield path
    for model in NAMED:
        columns = _columns(model, ("paid_as", "projected_as"))
        rows = model._default_manager.filter(pk__in=used[model]).order_by("pk").values_list(*columns)
        path = folder / f"{model._meta.model_name}.csv.gz"
        _write(path, (), columns, rows)
        yield path


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-").replace("–", "-")


def _columns(model: type[models.Model], left_out: Iterable[str]) -> list[str]:
    return [item.attname for item in model._meta.concrete_fields if item.name not in ("id", "release", *left_out)]


def _ordered(rows: models.QuerySet, model: type[models.Model], columns: list[str]) -> Iterator[tuple]:
    unique = next(item for item in model._meta.constraints if isinstance(item, models.UniqueConstraint))
    return rows.order_by(*unique.fields).values_list(*columns).iterator(BATCH)


def _remembering(
    rows: Iterable[tuple], columns: list[str], model: type[models.Model], used: dict[type, set[str]]
) -> Iterator[tuple]:
    """The rows, while the codes they refer to are collected."""
    targets = [
        (at, used[related])
        for at, name in enumerate(columns)
        if (related := model._meta.get_field(name.removesuffix("_id")).related_model) in used
    ]
    for row in rows:
        for at, codes in targets:
            codes.add(row[at])
        yield row


def _write(path: Path, comments: Iterable[str], columns: list[str], rows: Iterable[tuple]) -> None:
    # Without a name and a time in its header, the same text gives the same bytes.
    with path.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        lines = _Lines(packed)
        for comment in comments:
            lines.write(f"# {comment}\n")
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(("", *row)[1:] for row in (map(_cell, row) for row in rows))


def _cell(value: Any) -> Any:
    return {None: "", True: "1", False: "0"}.get(value, value) if value is None or isinstance(value, bool) else value


class _Lines:
    """A text file for the CSV writer over a binary one."""

    def __init__(self, file: gzip.GzipFile) -> None:
        self._file = file

    def write(self, text: str) -> int:
        return self._file.write(text.encode())


@transaction.atomic
def load_extract(folder: Path, progress: Callable[[int], object]) -> int:
    """Load the files of an extract into an empty database; returns the number of occupations with pay."""
    for model in NAMED:
        path = folder / f"{model._meta.model_name}.csv.gz"
        _load(model, path, {}, progress)
    for path in sorted(folder.glob("*-*.csv.gz")):
        about = {name: words.strip() for name, _, words in (line.partition(":") for line in _comments(path))}
        hourly, annual = (*map(int, about["top pay"].split()), None, None)[:2]
        release, _ = Release.objects.get_or_create(
            table=about["table"],
            name=about["release"],
            defaults={
                "position": int(about["position"]),
                "is_current": about["current"] == "yes",
                "activated_at": timezone.now() if about["current"] == "yes" else None,
                "top_hourly": hourly,
                "top_annual": annual,
            },
        )
        rows = _load(PARTS[Table(release.table)].model, path, {"release_id": release.pk}, progress)
        release.files.create(name=path.name, sha256=sha256_of(path), rows=rows)
    index_titles()
    return link_occupations()


def _comments(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for line in file:
            if not line.startswith("# "):
                return
            yield line[2:].rstrip("\n")


def _load(model: type[models.Model], path: Path, given: dict[str, Any], progress: Callable[[int], object]) -> int:
    """Load the rows of a file; returns their number."""
    number = 0
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        reader = csv.reader(line for line in file if not line.startswith("# "))
        columns = next(reader)
        readers = [_reader(model._meta.get_field(name)) for name in columns]
        batch: list[models.Model] = []
        for row in reader:
            values = {name: read(cell) for name, read, cell in zip(columns, readers, row, strict=True)}
            batch.append(model(**values, **given))
            if len(batch) == BATCH:
                number += _insert(model, batch, progress)
                batch = []
        return number + _insert(model, batch, progress)


def _insert(model: type[models.Model], rows: list[models.Model], progress: Callable[[int], object]) -> int:
    """Insert rows, and return their number; what rows refer to may be there already."""
    model._default_manager.bulk_create(rows, ignore_conflicts=model in NAMED)
    progress(len(rows))
    return len(rows)


def _reader(column: models.Field) -> Callable[[str], Any]:
    if isinstance(column, models.BooleanField):
        return lambda cell: None if cell == "" else cell == "1"
    if isinstance(column, models.IntegerField):
        return lambda cell: None if cell == "" else int(cell)
    return str
