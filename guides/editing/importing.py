"""Importing guide texts: create new roles, and merge changed texts with the changes of editors."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from django.db import DataError, IntegrityError, transaction
from django.utils import timezone

from guides.document import GuideDocument, overlong_lists
from guides.document.merging import Merge, combine, flatten, merge, with_ids
from guides.document.plain_text import keep_markdown
from guides.editing.addresses import replaced_title, role_of, taken, with_known_addresses
from guides.editing.candidates import needs_no_question, reviews_by_role
from guides.editing.conflicts import close, still_open, store, superseded
from guides.editing.import_outcomes import Outcome, Status, refused
from guides.editing.publishing import PublishError, publish, refuse_to_publish
from guides.editing.revisions import InvalidDocument, lock, replace_document
from guides.editing.rows import ConflictError, read_document, refuse_conflicts
from guides.models import Conflict, ImportedText, Revision, Role
from guides.models.revision import number_after
from guides.parsing import GuideError, LineError, Reading, is_thin, read_guide, summarize

RETRIES = 2
THIN = "it has neither a list nor a figure"


@dataclass(frozen=True, slots=True)
class Options:
    """How to import; `at` is the time to record (default: now).

    `overwrite` also replaces changes of editors. `rename` lets a text give another title to the guide at its address.
    `publish` leaves guides without any list or figure unpublished, unless `publish_thin`.
    """

    publish: bool = False
    publish_thin: bool = False
    overwrite: bool = False
    rename: bool = False
    dry_run: bool = False
    by: object = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import will change. `role` is unsaved if it is new; `present` is None if it has no guide yet.

    `unpublished_because` explains why an import that publishes leaves the live guide as it is. `former_title` is the
    title that the text replaces although it does not name the guide's address.
    """

    role: Role
    text: GuideDocument
    present: GuideDocument | None
    merge: Merge
    open_conflicts: int
    unpublished_because: str = ""
    former_title: str = ""

    @property
    def status(self) -> Status:
        if self.present is None:
            return Status.CREATED
        if self.open_conflicts:
            return Status.CONFLICT
        return Status.UNCHANGED if self.present == self.merge.document else Status.UPDATED


class Importer:
    """Imports texts one by one: reads, plans and applies each in its own transaction.

    A second text for the same role is refused. An outage is raised, and leaves nothing of its text.
    """

    def __init__(self, options: Options) -> None:
        self.options = options
        self.seen: dict[str, str] = {}

    def import_file(self, path: Path) -> Outcome:
        try:
            source = path.read_bytes()
        except OSError as error:
            return refused(str(path), f"expected a file, found {error.strerror or type(error).__name__}")
        return self.import_text(source, str(path))

    def import_text(self, source: bytes, name: str) -> Outcome:
        """Read a text and update its role."""
        try:
            reading = read_guide(source, name)
        except GuideError as error:
            return Outcome(name, Status.REFUSED, problems=tuple(str(error).splitlines()))
        document = with_known_addresses(reading)
        slug, summary = document.slug, summarize(document)
        read = Outcome(name, Status.UNCHANGED, slug, warnings=warnings_of(reading, name), summary=summary)
        if slug in self.seen:
            return refused(read, f"expected one text for “{slug}”, found a second beside {self.seen[slug]}")
        self.seen[slug] = name
        try:
            plan = self.plan_and_apply(document, names_address=reading.document.slug not in reading.derived_slugs)
            return outcome_of(plan, read, self.options)
        except InvalidDocument as error:
            return replace(read, status=Status.REFUSED, problems=tuple(problems_in(reading, error, name)))
        except (ConflictError, PublishError) as error:
            return refused(read, str(error))
        except IntegrityError as error:
            found = str(error).splitlines()[0]
            return refused(read, f"expected nobody else to write the same at once, found {found}")
        except DataError as error:
            return refused(read, f"expected a text that fits into the database, found {str(error).splitlines()[0]}")

    def plan_and_apply(self, document: GuideDocument, *, names_address: bool) -> Plan:
        """Import a document; retry if another import created the same role or skill at the same time."""
        for _ in range(RETRIES):
            try:
                return self.try_once(document, names_address)
            except IntegrityError:
                continue
        return self.try_once(document, names_address)

    @transaction.atomic
    def try_once(self, document: GuideDocument, names_address: bool) -> Plan:
        plan = make_plan(document, self.options, names_address=names_address)
        return plan if self.options.dry_run else apply(plan, self.options)


def warnings_of(reading: Reading, name: str) -> tuple[str, ...]:
    return tuple(f"{name}:{warning.line}: {warning.message}" for warning in reading.warnings)


def problems_in(reading: Reading, invalid: InvalidDocument, name: str) -> Iterator[str]:
    """The errors of a document, each at the line of its text."""
    for error in invalid.errors:
        yield f"{name}:{LineError(reading.line_of(error.path), error.expected, error.found)}"


def outcome_of(plan: Plan, read: Outcome, options: Options) -> Outcome:
    unpublished = (f"{read.name}: not published, because {plan.unpublished_because}",)
    return replace(
        read,
        status=plan.status,
        role=plan.role,
        warnings=read.warnings + (unpublished if plan.unpublished_because else ()),
        is_held_back=plan.unpublished_because == THIN,
        differences=plan.merge.differences,
        open_conflicts=plan.open_conflicts,
        published=options.publish and not plan.unpublished_because,
        title=plan.text.title if plan.former_title else "",
        former_title=plan.former_title,
    )


# -- planning, without writing --


def make_plan(document: GuideDocument, options: Options, *, names_address: bool = True) -> Plan:
    """Plan the import of a document and lock its role. Raises ConflictError, InvalidDocument and PublishError."""
    role, present, former_title = role_of(document), None, ""
    if role is None:
        role = Role(import_key=document.slug)
    else:
        role = lock(role, with_parts=True)
        if role.deleted_at:
            raise ConflictError(f"slug: expected a guide that is not deleted, found “{role}”, which is deleted")
        former_title = "" if names_address else replaced_title(role, document.title)
        if former_title and not options.rename:
            raise ConflictError(taken(document, former_title))
        present = read_document(role) if role.revisions.exists() else None
    if overlong := list(overlong_lists(document, present)):
        raise InvalidDocument(overlong)
    base = None if present is None or options.overwrite else last_text(role)
    if base:
        document = keep_markdown(document, base)
    document = with_ids(document, base, present)
    merged = merged_with(base, present, document, options)
    refuse_conflicts(role, merged.document)
    is_merge = present is not None and not options.overwrite
    open_conflicts = still_open(role, present, merged) + len(merged.conflicts) if is_merge else 0
    plan = Plan(role, document, present, merged, open_conflicts, former_title=former_title)
    if not options.publish:
        return plan
    reason = "a conflict is open" if open_conflicts else why_unpublished(plan, options)
    if not reason:
        refuse_to_publish(role, merged.document, options.at or timezone.now())
    return replace(plan, unpublished_because=reason)


def last_text(role: Role) -> GuideDocument | None:
    """The document of the last imported text, the base of the merge."""
    last = role.imported_texts.order_by("-number").first()
    return last.guide if last else None


def merged_with(
    base: GuideDocument | None, present: GuideDocument | None, document: GuideDocument, options: Options
) -> Merge:
    """The resulting guide; with `overwrite`, as if no editor had changed anything."""
    if present is None:
        return Merge(document, tuple(combine(flatten(None), flatten(None), flatten(document))[1]))
    if options.overwrite:
        return merge(present, present, document)
    return merge(base, present, document)


def why_unpublished(plan: Plan, options: Options) -> str:
    """Why an import leaves a guide unpublished: thin, not reviewed like its guide, or an editor's changes not live."""
    if is_thin(plan.merge.document) and not options.publish_thin:
        return THIN
    if not needs_no_question(reviews_by_role([plan.role.pk])[plan.role.pk], plan.merge.document.sha256()):
        return "the guide goes through review, and this state was not reviewed"
    if plan.merge.document == plan.text:
        return ""
    live = plan.role.live_intervals.at(timezone.now()).select_related("revision").first()
    is_public = live is not None and plan.present is not None and live.revision.sha256 == plan.present.sha256()
    return "" if is_public else "an editor's changes are not live yet"


# -- applying --


def apply(plan: Plan, options: Options) -> Plan:
    """Store the revision, the text (the base of the next merge) and the conflicts; publish if requested."""
    by, at, role = options.by, options.at, plan.role
    if role.pk:
        for conflict in superseded(role, plan.merge):
            close(conflict, Conflict.Outcome.SUPERSEDED, by=by)
    revision = replace_document(
        role, plan.merge.document, Revision.Kind.IMPORT, by=by, at=at, before="State before an import"
    )
    role = revision.role if revision else role
    store(store_text(role, plan.text, by=by, at=at), plan.merge)
    if options.overwrite:
        for conflict in role.conflicts.open():
            close(conflict, Conflict.Outcome.THEIRS, by=by, at=at)
    if options.publish and not plan.unpublished_because:
        publish(role.revisions.latest(), by=by, at=at)
    return replace(plan, role=role)


def store_text(role: Role, document: GuideDocument, *, by=None, at: datetime | None = None) -> ImportedText:
    """Store the document of a text as the base of the next merge, unless it already is."""
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
