"""Guide texts into roles: what is new is made, what changed is brought up to date, what an editor changed is left."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from django.db import IntegrityError, transaction

from .changes import Change, changes
from .documents import ConflictError, read_document, role_known_as, write_document
from .models import Revision, Role
from .parsing import GuideDocument, GuideError, read_guide
from .publishing import PublishError, publish
from .revisions import lock, record_revision


class Status(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    EDITED = "left alone"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Options:
    """How to import: `overwrite` also what an editor changed; `at` is the moment that is written down (now)."""

    publish: bool = False
    overwrite: bool = False
    dry_run: bool = False
    by: object = None
    at: datetime | None = None


@dataclass(slots=True)
class Outcome:
    """What became of one text: its lines of problems and warnings (`name:line: …`) and the fields that change."""

    name: str
    status: Status
    slug: str = ""
    problems: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)


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
        latest = role.revisions.order_by("-number").first() if role else None
        present = read_document(role) if role and latest else None
        outcome.changes = changes(present, document)
        outcome.status = self.status(role, present, document)
        if outcome.status in (Status.CREATED, Status.UPDATED):
            role = self.write(role, document)
        if self.options.publish and outcome.status != Status.EDITED:
            publish(role.revisions.latest(), by=self.options.by, at=self.options.at)

    @staticmethod
    def role_of(document: GuideDocument) -> Role | None:
        """The role that came from this text before, or one made by hand or in preparation under the same slug."""
        if role := Role.objects.filter(import_key=document.slug).first():
            return role
        role = role_known_as(document.slug)
        if role and (role.slug != document.slug or role.revisions.filter(kind=Revision.Kind.IMPORT).exists()):
            raise ConflictError(f"slug: expected one that no other guide has or had, found that of “{role}”")
        return role

    def status(self, role: Role | None, present: GuideDocument | None, document: GuideDocument) -> Status:
        if present is None:
            return Status.CREATED
        if present == document:
            return Status.UNCHANGED
        last_import = role.revisions.filter(kind=Revision.Kind.IMPORT).order_by("-number").first()
        if self.options.overwrite or (last_import and last_import.sha256 == present.sha256()):
            return Status.UPDATED
        return Status.EDITED

    def write(self, role: Role | None, document: GuideDocument) -> Role:
        """Write the rows and their revision; what the rows said before is a revision first, if it is none yet."""
        by, at = self.options.by, self.options.at
        if role is None:
            role = Role(import_key=document.slug)
        elif role.revisions.exists():
            record_revision(role, Revision.Kind.EDIT, by=by, at=at, comment="Before an import overwrote it")
        write_document(role, document)
        record_revision(role, Revision.Kind.IMPORT, by=by, at=at)
        return role

    @staticmethod
    def refuse(outcome: Outcome, expected: str, found: str) -> Outcome:
        outcome.status = Status.REFUSED
        outcome.problems = [f"{outcome.name}:1: expected {expected}, found {found}"]
        return outcome
