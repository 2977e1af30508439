"""Importing guide texts into roles."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from importlib import import_module
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection

from guides.document.merging import Verdict
from guides.document.shape import CareerStep
from guides.editing.deletion import delete_role
from guides.editing.import_outcomes import Status
from guides.editing.importing import Importer, Options
from guides.editing.publishing import publish
from guides.editing.reviews import send_to_review
from guides.editing.revisions import record_revision, revert
from guides.editing.rows import read_document, write_document
from guides.models import ImportedText, LiveInterval, Revision, Role, Skill
from guides.parsing import parse_guide, write_guide
from tests.builders import make_document, make_role, make_text

pytestmark = pytest.mark.django_db


def import_guide(text: bytes, **options):
    return Importer(Options(**options)).import_text(text, "guide.txt")


def edit(role, **overrides):
    write_document(role, make_document(**overrides))
    return record_revision(role, Revision.Kind.EDIT)


def keeper() -> Role:
    return Role.objects.with_parts().get(import_key="lighthouse-keeper")


def run(*arguments) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("import_guides", *map(str, arguments), stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_a_new_text_becomes_a_role_with_its_first_revision():
    outcome = import_guide(make_text())
    assert (outcome.status, outcome.slug) == (Status.CREATED, "lighthouse-keeper")
    assert read_document(keeper()) == make_document()
    assert keeper().revisions.get().kind == Revision.Kind.IMPORT


def test_importing_the_same_text_again_changes_nothing():
    import_guide(make_text(), publish=True)
    before = list(Role.objects.values()), list(Revision.objects.values()), list(LiveInterval.objects.values())
    assert import_guide(make_text(), publish=True).status == Status.UNCHANGED
    assert (list(Role.objects.values()), list(Revision.objects.values()), list(LiveInterval.objects.values())) == before


def test_a_changed_text_updates_a_role_that_no_editor_touched():
    import_guide(make_text())
    outcome = import_guide(make_text(pros=("The quiet",)))
    assert outcome.status == Status.UPDATED
    assert read_document(keeper()).pros == ("The quiet",)
    assert keeper().revisions.count() == 2


def test_what_an_editor_and_a_text_changed_in_different_places_is_all_there():
    import_guide(make_text())
    edit(keeper(), summary="Better words.")
    outcome = import_guide(make_text(pros=("The quiet",)))
    assert outcome.status == Status.UPDATED
    assert read_document(keeper()) == make_document(summary="Better words.", pros=("The quiet",))
    assert (outcome.count(Verdict.TAKEN), outcome.count(Verdict.KEPT)) == (2, 1)


def test_what_both_changed_keeps_the_editors_words_and_is_a_conflict():
    import_guide(make_text())
    edit(keeper(), summary="Better words.")
    outcome = import_guide(make_text(summary="New words."))
    assert (outcome.status, outcome.open_conflicts) == (Status.CONFLICT, 1)
    assert read_document(keeper()).summary == "Better words."
    conflict = keeper().conflicts.get()
    assert (conflict.base, conflict.ours, conflict.theirs) == (
        {"summary": make_document().summary},
        {"summary": "Better words."},
        {"summary": "New words."},
    )


def test_the_base_of_the_next_merge_is_the_text_and_not_what_became_of_it():
    import_guide(make_text())
    edit(keeper(), pros=("The quiet",))
    import_guide(make_text(pros=("The quiet",)))
    assert import_guide(make_text(pros=("The silence",))).status == Status.UPDATED
    assert read_document(keeper()).pros == ("The silence",)


def test_the_same_text_again_leaves_a_conflict_open_and_makes_no_second():
    import_guide(make_text())
    edit(keeper(), summary="Better words.")
    import_guide(make_text(summary="New words."))
    outcome = import_guide(make_text(summary="New words."))
    assert (outcome.status, outcome.open_conflicts) == (Status.CONFLICT, 1)
    assert keeper().revisions.count() == 2


def test_a_newer_text_takes_the_place_of_a_conflict_with_an_older_one():
    import_guide(make_text())
    edit(keeper(), summary="Better words.")
    import_guide(make_text(summary="New words."))
    import_guide(make_text(summary="Newest words."))
    outcomes = keeper().conflicts.values_list("outcome", "theirs__summary")
    assert list(outcomes) == [("superseded", "New words."), ("open", "Newest words.")]


def test_a_newer_text_about_other_things_leaves_a_conflict_open():
    import_guide(make_text())
    edit(keeper(), summary="Better words.")
    import_guide(make_text(summary="New words."))
    outcome = import_guide(make_text(summary="New words.", pros=("The quiet",)))
    assert (outcome.open_conflicts, keeper().conflicts.get().outcome) == (1, "open")
    assert read_document(keeper()).pros == ("The quiet",)


def test_a_text_that_agrees_with_the_editor_closes_a_conflict():
    import_guide(make_text())
    edit(keeper(), summary="Better words.")
    import_guide(make_text(summary="New words."))
    outcome = import_guide(make_text(summary="Better words."))
    assert (outcome.status, outcome.open_conflicts) == (Status.UNCHANGED, 0)


def test_an_edit_that_agrees_with_the_text_closes_a_conflict():
    import_guide(make_text())
    edit(keeper(), summary="Better words.")
    import_guide(make_text(summary="New words."))
    edit(keeper(), summary="New words.")
    assert keeper().conflicts.get().outcome == "settled"


def test_an_open_conflict_follows_what_editors_do_to_its_row():
    import_guide(make_text())
    edit(keeper(), cons=("The steep stairs", "The winters"))
    import_guide(make_text(cons=("The endless stairs", "The winters")))
    edit(keeper(), cons=("The winters", "The very steep stairs"))
    conflict = keeper().conflicts.open().get()
    assert conflict.ours == {"text": "The very steep stairs"}
    edit(keeper(), cons=("The winters",))
    assert not keeper().conflicts.open().exists()


def test_an_import_over_a_deleted_guide_is_refused_and_does_not_restore_it():
    import_guide(make_text(), publish=True)
    delete_role(keeper())
    outcome = import_guide(make_text(pros=("The quiet",)))
    assert outcome.status == Status.REFUSED
    assert "which is deleted" in outcome.problems[0]
    assert keeper().deleted_at
    assert keeper().revisions.count() == 1


def test_a_dry_run_lists_conflicts_and_stores_none():
    import_guide(make_text())
    edit(keeper(), summary="Better words.")
    outcome = import_guide(make_text(summary="New words."), dry_run=True)
    assert [str(difference) for difference in outcome.differences] == [
        "summary: the guide says “Better words.”, the text “New words.” (conflict)"
    ]
    assert not keeper().conflicts.exists()
    assert keeper().imported_texts.count() == 1


def test_a_manually_created_guide_has_conflicts_where_its_text_differs():
    role = write_document(Role(import_key="lighthouse-keeper"), make_document(summary="By hand."))
    record_revision(role, Revision.Kind.EDIT)
    outcome = import_guide(make_text())
    assert (outcome.status, outcome.open_conflicts) == (Status.CONFLICT, 1)
    assert read_document(keeper()).summary == "By hand."


def test_overwriting_ends_the_conflicts():
    import_guide(make_text())
    edit(keeper(), summary="Better words.")
    import_guide(make_text(summary="New words."))
    outcome = import_guide(make_text(summary="New words."), overwrite=True)
    assert (outcome.status, outcome.open_conflicts) == (Status.UPDATED, 0)
    assert read_document(keeper()).summary == "New words."


def test_overwriting_takes_the_text_and_keeps_the_editors_state_as_a_revision():
    import_guide(make_text())
    edited = edit(keeper(), summary="Better words.")
    outcome = import_guide(make_text(pros=("The quiet",)), overwrite=True)
    assert outcome.status == Status.UPDATED
    assert read_document(keeper()) == make_document(pros=("The quiet",))
    assert keeper().revisions.get(number=2) == edited


def test_rows_that_were_never_a_revision_are_one_before_they_are_overwritten():
    import_guide(make_text())
    write_document(keeper(), make_document(summary="Typed in a shell."))
    import_guide(make_text(pros=("The quiet",)), overwrite=True)
    assert [revision.guide.summary for revision in keeper().revisions.all()][1] == "Typed in a shell."


def test_a_guide_in_preparation_is_filled_in_place_when_its_text_arrives():
    import_guide(make_text())
    pilot = Role.objects.get(slug="harbor-pilot")
    outcome = import_guide(make_text(title="Harbor Pilot", slug="harbor-pilot", related=()))
    assert outcome.status == Status.CREATED
    assert Role.objects.get(slug="harbor-pilot").pk == pilot.pk
    assert not Role.objects.filter(revisions=None).exists()


def test_a_text_finds_its_role_again_after_an_editor_renamed_it():
    import_guide(make_text())
    edit(keeper(), title="Keeper of the Light", slug="keeper")
    assert import_guide(make_text(pros=("The quiet",))).status == Status.UPDATED
    assert (keeper().slug, read_document(keeper()).pros) == ("keeper", ("The quiet",))
    assert Role.objects.filter(slug="lighthouse-keeper").count() == 0


def test_a_refused_text_names_its_line_and_leaves_nothing(capsys):
    outcome = import_guide(make_text().replace("€41k EUR".encode(), b"a lot"))
    assert outcome.status == Status.REFUSED
    assert outcome.problems == ("guide.txt:21: expected an amount such as $39,120 USD, found “a lot”",)
    assert not Role.objects.exists()


def test_a_dry_run_shows_field_by_field_what_would_change_and_writes_nothing():
    import_guide(make_text())
    outcome = import_guide(make_text(pros=("The quiet",), summary="New."), dry_run=True)
    assert [str(difference) for difference in outcome.differences] == [
        "summary: “Keepers look after a light and the ships that trust it.” → “New.” (taken)",
        "pros[The view]: “The view” → nothing (taken)",
        "pros[The quiet]: nothing → “The quiet” (taken)",
    ]
    assert read_document(keeper()) == make_document()


def test_a_dry_run_of_a_new_text_writes_nothing():
    assert import_guide(make_text(), dry_run=True, publish=True).status == Status.CREATED
    assert not Role.objects.exists()


def test_publishing_on_import_makes_the_guide_live():
    import_guide(make_text(), publish=True)
    assert Revision.objects.live().get().guide == make_document()


def test_publishing_on_import_does_not_publish_what_an_editor_changed():
    import_guide(make_text(), publish=True)
    edit(keeper(), summary="Not ready.")
    outcome = import_guide(make_text(pros=("The quiet",)), publish=True)
    assert Revision.objects.live().get().guide == make_document()
    assert outcome.warnings == ("guide.txt: not published, because an editor's changes are not live yet",)


def test_publishing_on_import_waits_for_conflicts_to_be_decided():
    import_guide(make_text(), publish=True)
    publish(edit(keeper(), summary="Better words."))
    outcome = import_guide(make_text(summary="New words.", pros=("The quiet",)), publish=True)
    assert not outcome.published
    assert Revision.objects.live().get().guide == make_document(summary="Better words.")


def test_publishing_on_import_keeps_an_editors_changes_that_are_live():
    import_guide(make_text(), publish=True)
    publish(edit(keeper(), summary="Better words."))
    import_guide(make_text(pros=("The quiet",)), publish=True)
    assert Revision.objects.live().get().guide == make_document(summary="Better words.", pros=("The quiet",))


def test_publishing_on_import_leaves_a_reviewed_guide_until_its_new_state_is_reviewed():
    import_guide(make_text(), publish=True)
    send_to_review(keeper())
    outcome = import_guide(make_text(pros=("The quiet",)), publish=True)
    assert Revision.objects.live().get().number == 1
    assert "was not reviewed" in outcome.warnings[0]


def test_a_text_whose_address_an_editor_gave_to_another_role_is_refused():
    import_guide(make_text())
    edit(keeper(), slug="keeper")
    other = make_role(title="Lamp", slug="lighthouse-keeper", import_key="lamp", related=())
    outcome = import_guide(make_text(), overwrite=True)
    assert outcome.problems == ("guide.txt:1: slug: expected a free one, found “lighthouse-keeper” of “Lamp”",)
    assert read_document(keeper()).slug == "keeper"
    assert other.slug == "lighthouse-keeper"


def test_a_second_text_of_one_role_is_refused():
    importer = Importer(Options())
    assert importer.import_text(make_text(), "a.txt").status == Status.CREATED
    second = importer.import_text(make_text(pros=("The quiet",)), "b.txt")
    assert (second.status, second.problems) == (
        Status.REFUSED,
        ("b.txt:1: expected one text for “lighthouse-keeper”, found a second beside a.txt",),
    )


def test_the_command_takes_files_and_folders_and_ends_with_a_table(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "keeper.txt").write_bytes(make_text())
    pilot = tmp_path / "pilot.text"
    pilot.write_bytes(make_text(title="Harbor Pilot", slug="harbor-pilot", related=()))
    out, err = run(pilot, tmp_path / "sub")
    assert out.splitlines()[-1] == "2 created, 0 updated, 0 unchanged, 0 in conflict, 0 refused"
    assert [line.partition(": ")[2][:30] for line in err.splitlines()] == ["2 duties, median pay, a pay ra"] * 2


@pytest.mark.parametrize(("option", "is_live"), [("--publish", False), ("--publish-thin", True)])
def test_a_guide_without_any_list_or_figure_is_published_only_when_asked_for(tmp_path, option, is_live):
    path = tmp_path / "baker.txt"
    path.write_text("Baker Career Guide\n\nBakers feed a town.\n\nPros\n\nThe bread is warm.")
    try:
        run(path, option)
        refusal = ""
    except CommandError as error:
        refusal = str(error)
    assert refusal == ("" if is_live else "Not published, without any list or figure: baker.")
    assert Role.objects.get(slug="baker").live_intervals.exists() is is_live


def test_leftovers_of_archives_in_a_folder_are_passed_over(tmp_path):
    for name in ("._keeper.txt", "Thumbs.db", "desktop.ini", "__MACOSX/keeper.txt", ".DS_Store"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"\x00\x05\x16\x07")
    (tmp_path / "keeper.txt").write_bytes(make_text())
    out, _ = run(tmp_path)
    assert out.splitlines()[-1] == "1 created, 0 updated, 0 unchanged, 0 in conflict, 0 refused"


def test_the_command_fails_when_a_text_is_refused_and_takes_all_others(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"Not a guide")
    (tmp_path / "b.txt").write_bytes(make_text())
    with pytest.raises(CommandError, match="1 of 2 texts refused"):
        run(tmp_path)
    assert keeper()


def test_the_command_refuses_a_file_that_is_not_there(tmp_path):
    with pytest.raises(CommandError, match="1 of 1 text refused"):
        run(tmp_path / "nothing.txt")


def test_the_command_prints_warnings_with_their_lines(tmp_path):
    text = make_text(sections=()).decode().replace("Key Facts", "Night Shifts\n\nThey are long.\n\nKey Facts", 1)
    path = tmp_path / "keeper.txt"
    path.write_text(text)
    _, err = run(path)
    assert f"{path}:" in err
    assert "“Night Shifts”" in err


def test_parse_guide_prints_the_document(tmp_path, capsys):
    path = tmp_path / "keeper.txt"
    path.write_bytes(make_text())
    out = StringIO()
    call_command("parse_guide", str(path), stdout=out, stderr=StringIO())
    assert type(make_document()).from_json(out.getvalue()) == make_document()


def test_parse_guide_ends_with_a_line_on_what_was_read(tmp_path):
    path, err = tmp_path / "keeper.txt", StringIO()
    path.write_bytes(make_text())
    call_command("parse_guide", str(path), stdout=StringIO(), stderr=err)
    assert err.getvalue().splitlines()[-1].startswith(f"{path}: 2 duties, median pay, a pay range, 2 pay levels, ")


def test_parse_guide_refuses_with_one_line_a_problem(tmp_path):
    path, err = tmp_path / "keeper.txt", StringIO()
    path.write_bytes(make_text().replace(b"41k", b"lots").replace("≈120".encode(), b"few"))
    with pytest.raises(SystemExit) as refused:
        call_command("parse_guide", str(path), stderr=err)
    assert refused.value.code == 1
    assert [line.split(": expected")[0] for line in err.getvalue().splitlines()] == [f"{path}:21", f"{path}:33"]


def test_an_exported_guide_parses_to_the_stored_one():
    import_guide(make_text())
    out = StringIO()
    call_command("export_guide", "lighthouse-keeper", stdout=out)
    assert parse_guide(out.getvalue()) == make_document()


def test_exporting_a_guide_that_is_not_there_is_refused():
    with pytest.raises(CommandError, match="no guide"):
        call_command("export_guide", "nobody")


def test_a_text_under_a_former_address_of_another_guide_is_refused():
    import_guide(make_text(title="Roofer", slug="roofer", related=()), publish=True)
    roofer = Role.objects.get(slug="roofer")
    write_document(roofer, make_document(title="Roofer", slug="roof2", related=()))
    publish(record_revision(roofer, Revision.Kind.EDIT))
    outcome = import_guide(make_text(title="Roof2", slug="roof2", related=()))
    assert outcome.status == Status.REFUSED
    assert Role.objects.get(pk=roofer.pk).title == "Roofer"


def test_a_dry_run_refuses_what_the_import_would_refuse():
    import_guide(make_text())
    edit(keeper(), slug="keeper")
    make_role(title="Lamp", slug="lighthouse-keeper", import_key="lamp", related=())
    outcome = import_guide(make_text(), overwrite=True, dry_run=True)
    assert outcome.status == Status.REFUSED


@pytest.mark.django_db(transaction=True)
def test_imports_that_run_at_the_same_time_make_each_role_and_skill_once():
    texts = [make_text(title=f"Role {n}", slug=f"role-{n}", related=()) for n in range(4)] * 2

    def import_in_a_thread(text):
        try:
            return import_guide(text, publish=True).status
        finally:
            connection.close()

    with ThreadPoolExecutor(len(texts)) as threads:
        statuses = list(threads.map(import_in_a_thread, texts))
    assert sorted(statuses) == [Status.CREATED] * 4 + [Status.UNCHANGED] * 4
    assert Role.objects.count() == 4
    assert Skill.objects.count() == 2


SIGNS = "Keepers see 5*3 ships and 4*2 boats."
ESCAPED = SIGNS.replace("*", "\\*")
PLAIN_TEXT = (
    f"Complete Lighthouse Keeper Career Guide\n\n{SIGNS}\n\nWork Environment\n\nOn __rock__.\n\nPros\n\n• The view\n"
).encode()


def make_role_read_as_markdown() -> Role:
    """The role of PLAIN_TEXT from the time when bodies of texts were read as Markdown."""
    read = parse_guide(PLAIN_TEXT)
    sections = (replace(read.sections[0], body="On __rock__."),)
    return make_role(replace(read, summary=SIGNS, sections=sections))


def test_a_plain_text_is_shown_as_written_and_imported_again_without_a_change():
    import_guide(PLAIN_TEXT)
    assert read_document(keeper()).summary == ESCAPED
    assert import_guide(PLAIN_TEXT).status == Status.UNCHANGED
    assert keeper().imported_texts.count() == 1


def test_a_text_that_was_read_as_markdown_stays_unchanged():
    make_role_read_as_markdown()
    outcome = import_guide(PLAIN_TEXT)
    assert (outcome.status, outcome.differences) == (Status.UNCHANGED, ())
    assert (keeper().revisions.count(), keeper().imported_texts.count()) == (1, 1)


def test_a_change_of_a_text_that_was_read_as_markdown_is_the_only_change():
    make_role_read_as_markdown()
    outcome = import_guide(PLAIN_TEXT.replace(b"5*3", b"6*3"))
    assert outcome.status == Status.UPDATED
    assert [str(difference.place.path) for difference in outcome.differences] == ["summary"]
    assert read_document(keeper()).summary == ESCAPED.replace("5", "6")
    assert read_document(keeper()).sections[0].body == "On __rock__."


def test_an_edit_of_a_text_that_was_read_as_markdown_is_kept_without_a_conflict():
    role = make_role_read_as_markdown()
    write_document(role, replace(read_document(role), summary="Better words."))
    record_revision(role, Revision.Kind.EDIT)
    assert import_guide(PLAIN_TEXT.replace(b"The view", b"The quiet")).status == Status.UPDATED
    assert (read_document(keeper()).summary, read_document(keeper()).pros) == ("Better words.", ("The quiet",))


def test_overwriting_reads_a_text_that_was_read_as_markdown_anew():
    make_role_read_as_markdown()
    assert import_guide(PLAIN_TEXT, overwrite=True).status == Status.UPDATED
    assert read_document(keeper()) == parse_guide(PLAIN_TEXT)


def test_an_exported_guide_that_was_read_as_markdown_is_imported_without_a_change():
    make_role_read_as_markdown()
    assert import_guide(write_guide(read_document(keeper())).encode()).status == Status.UNCHANGED


def test_roles_imported_before_texts_were_kept_begin_with_their_last_import():
    import_guide(make_text())
    import_guide(make_text(pros=("The quiet",)))
    edit(keeper(), summary="Better words.")
    ImportedText.objects.all().delete()
    import_module("guides.migrations.0009_last_texts").remember_last_imports(apps, None)
    assert keeper().imported_texts.get().guide == make_document(pros=("The quiet",))
    assert import_guide(make_text(pros=("The quiet",))).status == Status.UNCHANGED


# Words that a text was once not read for years. Its documents of that time state none.
UNREAD = CareerStep(title="Keeper", experience="over 10 years")
READ = CareerStep(title="Keeper", experience="over 10 years", years_min=10)


def test_a_text_that_is_read_anew_is_taken_without_a_conflict():
    make_role(career_path=(UNREAD,))
    outcome = import_guide(make_text(career_path=(UNREAD,)), publish=True)
    assert (outcome.status, outcome.open_conflicts, outcome.published) == (Status.UPDATED, 0, True)
    assert read_document(keeper()) == make_document(career_path=(READ,))
    assert import_guide(make_text(career_path=(UNREAD,))).status == Status.UNCHANGED


@pytest.mark.parametrize("edited", [(), (CareerStep(title="Keeper", experience="5 years", years_min=5, years_max=5),)])
def test_an_edit_of_a_level_is_not_lost_when_its_text_is_read_anew(edited):
    role = make_role(career_path=(UNREAD,))
    edit(role, career_path=edited)
    outcome = import_guide(make_text(career_path=(UNREAD,)))
    assert (outcome.status, outcome.open_conflicts) == (Status.UNCHANGED, 0)
    assert read_document(keeper()).career_path == edited


# -- long lists --


def long_list(number: int) -> dict:
    return {"responsibilities": tuple(f"Trim wick {each}." for each in range(number))}


def test_a_text_with_too_long_a_list_is_refused_at_the_first_row_of_the_list():
    text = make_text(**long_list(501))
    line = text.decode().splitlines().index("• Trim wick 0.") + 1
    outcome = import_guide(text)
    assert outcome.problems == (f"guide.txt:{line}: expected at most 500 rows under “Responsibilities”, found 501",)
    assert (outcome.status, Role.objects.count()) == (Status.REFUSED, 0)


def test_a_guide_that_has_a_longer_list_already_can_be_exported_and_imported_unless_the_list_grows():
    role = make_role(make_document(**long_list(501)))
    text = write_guide(read_document(role)).encode()
    assert import_guide(text).status == Status.UNCHANGED
    assert import_guide(text.replace(b"Trim wick 0.", b"Trim the wick.")).status == Status.UPDATED
    assert import_guide(make_text(**long_list(502))).status == Status.REFUSED


def test_a_shortened_list_can_be_restored_at_its_full_length():
    role = make_role(make_document(**long_list(501)))
    edit(role, **long_list(3))
    revert(role.revisions.get(number=1))
    assert len(read_document(keeper()).responsibilities) == 501
