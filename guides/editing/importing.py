"""Guide texts into roles: what is new is made, and what a text changed is merged with what editors changed."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from guides.document import GuideDocument
from guides.document.merging import Difference, Merge, Verdict, combine, flatten, merge
from guides.editing.publishing import PublishError, publish
from guides.editing.revisions import lock, record_revision
from guides.editing.rows import ConflictError, read_document, role_known_as, write_document
from guides.editing.text_conflicts import close, note, supersede
from guides.models import Conflict, ImportedText, Revision, Role
from guides.models.revision import number_after
from guides.parsing import GuideError, read_guide

MOST_REPORTED = 100
UNRECORDED = "Before a new text was imported"


class Status(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    CONFLICT = "in conflict"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Options:
    """How to import: `overwrite` what an editor changed, too; `at` is the moment that is written down (now)."""

    publish: bool = False
    overwrite: bool = False
    dry_run: bool = False
    by: object = None
    at: datetime | None = None


@dataclass(slots=True)
class Outcome:
    """What became of one text: its lines of problems and warnings (`name:line: …`) and of each difference.

    `open_conflicts` counts those that wait for a decision, from this text or an earlier one.
    """

    name: str
    status: Status
    slug: str = ""
    role: Role | None = None
    problems: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    differences: tuple[Difference, ...] = ()
    open_conflicts: int = 0
    published: bool = False

    def count(self, verdict: Verdict) -> int:
        return Counter(difference.verdict for difference in self.differences)[verdict]

    def report(self) -> dict[str, Any]:
        """The outcome as plain data that can be stored and shown; of a new guide all is new, so nothing is listed."""
        shown = () if self.status == Status.CREATED else self.differences[:MOST_REPORTED]
        return {
            "status": str(self.status),
            "slug": self.slug,
            "role": self.role.pk if self.role else None,
            "problems": self.problems,
            "warnings": self.warnings,
            "counts": {str(verdict): self.count(verdict) for verdict in Verdict},
            "open_conflicts": self.open_conflicts,
            "published": self.published,
            "differences": [{"verdict": str(found.verdict), "words": found.told(found.place.label)} for found in shown],
            "not_shown": 0 if self.status == Status.CREATED else len(self.differences) - len(shown),
        }


def find_texts(paths: list[Path]) -> list[Path]:
    """Files as they are, and of folders every `.txt` below them, sorted."""
    files: list[Path] = []
    for path in paths:
        below = (file for file in path.rglob("*") if file.suffix.lower() == ".txt" and file.is_file())
        files += sorted(below) if path.is_dir() else [path]
    return files


class Importer:
    """Imports texts one by one, each in a transaction of its own; two texts of one role are one too many."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.seen: dict[str, str] = {}

    def import_file(self, path: Path) -> Outcome:
        try:
            source = path.read_bytes()
        except OSError as error:
            found = error.strerror or type(error).__name__
            return Outcome(str(path), Status.REFUSED, problems=[f"{path}:1: expected a file, found {found}"])
        return self.import_text(source, str(path))

    def import_text(self, source: bytes, name: str) -> Outcome:
        """Read a text and bring its role up to date."""
        try:
            reading = read_guide(source, name)
        except GuideError as error:
            return Outcome(name, Status.REFUSED, problems=str(error).splitlines())
        document = reading.document
        outcome = Outcome(name, Status.UNCHANGED, slug=document.slug)
        outcome.warnings = [f"{name}:{warning.line}: {warning.message}" for warning in reading.warnings]
        if document.slug in self.seen:
            return self.refuse(
                outcome, f"one text for “{document.slug}”", f"a second beside {self.seen[document.slug]}"
            )
        self.seen[document.slug] = name
        try:
            self.in_a_transaction(document, outcome)
        except (ConflictError, PublishError) as error:
            outcome.status, outcome.problems = Status.REFUSED, [f"{name}:1: {error}"]
        except IntegrityError as error:
            return self.refuse(outcome, "nobody else to write the same at once", str(error).splitlines()[0])
        return outcome

    def in_a_transaction(self, document: GuideDocument, outcome: Outcome) -> None:
        """Bring a role up to date; once more where another import made the same role or skill meanwhile."""
        for is_last in (False, False, True):
            try:
                with transaction.atomic():
                    self.bring_up_to_date(document, outcome)
                    transaction.set_rollback(self.options.dry_run)
                return
            except IntegrityError:
                if is_last:
                    raise

    def bring_up_to_date(self, document: GuideDocument, outcome: Outcome) -> None:
        role = self.role_of(document)
        if role is not None:
            role = lock(role)
            refuse_deleted(role)
        has_guide = role is not None and role.revisions.exists()
        present = read_document(role) if has_guide else None
        if has_guide:
            record_revision(role, Revision.Kind.EDIT, by=self.options.by, at=self.options.at, comment=UNRECORDED)
        merged = self.merged(role, present, document)
        may_go_live = self.may_go_live(role, merged.document, document)
        role = self.write(role or Role(import_key=document.slug), present, merged, document)
        outcome.role, outcome.differences = role, merged.differences
        outcome.open_conflicts = role.conflicts.open().count()
        outcome.status = status_of(present, merged.document, outcome.open_conflicts)
        if self.options.publish:
            self.publish(outcome, may_go_live)

    @staticmethod
    def role_of(document: GuideDocument) -> Role | None:
        """The role that came from this text before, or one made by hand or in preparation under the same slug."""
        if role := Role.objects.filter(import_key=document.slug).first():
            return role
        role = role_known_as(document.slug)
        if role and (role.slug != document.slug or role.imported_texts.exists()):
            raise ConflictError(f"slug: expected one that no other guide has or had, found that of “{role}”")
        return role

    def merged(self, role: Role | None, present: GuideDocument | None, document: GuideDocument) -> Merge:
        """The guide as it will be; a text that overwrites is merged as if no editor had done anything."""
        if present is None:
            return Merge(document, tuple(combine(flatten(None), flatten(None), flatten(document))[1]))
        if self.options.overwrite:
            return merge(present, present, document)
        last = role.imported_texts.order_by("-number").first()
        return merge(last.guide if last else None, present, document)

    def may_go_live(self, role: Role | None, merged: GuideDocument, document: GuideDocument) -> bool:
        """Whether publishing would show nothing of an editor's that is not public yet."""
        if merged == document:
            return True
        live = role.live_intervals.at(timezone.now()).select_related("revision").first()
        return live is not None and live.revision.sha256 == role.revisions.latest().sha256

    def write(self, role: Role, present: GuideDocument | None, merged: Merge, document: GuideDocument) -> Role:
        """Write the rows, their revision, the text as the base of the next merge, and the conflicts."""
        by, at = self.options.by, self.options.at
        if role.pk:
            supersede(role, merged, by=by)
        if merged.document != present:
            write_document(role, merged.document)
            record_revision(role, Revision.Kind.IMPORT, by=by, at=at)
        text = remember(role, document, by=by, at=at)
        note(text, merged)
        if self.options.overwrite:
            for conflict in role.conflicts.open():
                close(conflict, Conflict.Outcome.THEIRS, by=by, at=at)
        return role

    def publish(self, outcome: Outcome, may_go_live: bool) -> None:
        if outcome.open_conflicts or not may_go_live:
            reason = "a conflict is open" if outcome.open_conflicts else "an editor's changes are not live yet"
            outcome.warnings.append(f"{outcome.name}: not published, because {reason}")
            return
        publish(outcome.role.revisions.latest(), by=self.options.by, at=self.options.at)
        outcome.published = True

    @staticmethod
    def refuse(outcome: Outcome, expected: str, found: str) -> Outcome:
        outcome.status = Status.REFUSED
        outcome.problems = [f"{outcome.name}:1: expected {expected}, found {found}"]
        return outcome


def refuse_deleted(role: Role) -> None:
    if role.deleted_at:
        raise ConflictError(
            f"slug: expected that of a guide that is there, found “{role}”, deleted; bring it back first"
        )


def status_of(present: GuideDocument | None, merged: GuideDocument, open_conflicts: int) -> Status:
    if present is None:
        return Status.CREATED
    if open_conflicts:
        return Status.CONFLICT
    return Status.UNCHANGED if present == merged else Status.UPDATED


def remember(role: Role, document: GuideDocument, *, by=None, at: datetime | None = None) -> ImportedText:
    """Keep the document of a text as the base of the next merge, unless it is that already."""
    last = role.imported_texts.order_by("-number").first()
    if last and last.sha256 == document.sha256():
        return last
    return ImportedText.objects.create(
        role=role,
        number=number_after(last),
        document=document.canonical(),
        sha256=document.sha256(),
        imported_at=at or timezone.now(),
        imported_by=by,
        revision=role.revisions.latest(),
    )
