"""The addresses of the roles that texts name: old ones stay, and one address belongs to one title."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from guides.document.shape import RelatedRole
from guides.editing.import_outcomes import Status
from guides.editing.importing import Importer, Options
from guides.editing.revisions import record_revision
from guides.editing.rows import read_document, write_document
from guides.models import Revision, Role
from tests.builders import make_document, make_role, make_text

pytestmark = pytest.mark.django_db

RELATED = {
    "C++ & Go Engineer": ("c-go-engineer", "c-plus-plus-and-go-engineer"),
    "Harbor Pilot": ("harbor-pilot", "harbor-pilot"),
}


def related(place: int) -> tuple[RelatedRole, ...]:
    """Related roles with their legacy addresses (0) or their new ones (1)."""
    return tuple(RelatedRole(title=title, slug=slugs[place], blurb="Near.") for title, slugs in RELATED.items())


def text_without_slugs(title="R&D Manager", slug="r-and-d-manager", **overrides) -> bytes:
    text = make_text(title=title, slug=slug, **{"related": related(1), **overrides})
    assert b"Slug:" not in text
    assert b"{related" not in text
    return text


def import_text(text: bytes, **options):
    return Importer(Options(**options)).import_text(text, "guide.txt")


def stored(slug: str):
    return read_document(Role.objects.with_parts().get(slug=slug))


@pytest.fixture
def legacy_role() -> Role:
    """A role whose guide was imported before addresses spelled symbols."""
    return make_role(title="R&D Manager", slug="rd-manager", related=related(0))


def test_a_text_goes_on_updating_its_role_at_the_legacy_address(legacy_role):
    before = legacy_role.revisions.get().sha256
    assert import_text(text_without_slugs()).status == Status.UNCHANGED
    assert stored("rd-manager").sha256() == before
    outcome = import_text(text_without_slugs(pros=("The quiet",)))
    assert (outcome.status, outcome.slug) == (Status.UPDATED, "rd-manager")
    assert stored("rd-manager") == make_document(
        title="R&D Manager", slug="rd-manager", related=related(0), pros=("The quiet",)
    )


@pytest.mark.parametrize("slug", ["head-of-research", "r-and-d-manager"])
def test_a_legacy_address_is_kept_after_an_editor_renamed_the_role(legacy_role, slug):
    renamed = make_document(title="Head of Research", slug=slug, related=related(0))
    write_document(Role.objects.with_parts().get(pk=legacy_role.pk), renamed)
    record_revision(legacy_role, Revision.Kind.EDIT)
    assert import_text(text_without_slugs()).status == Status.UNCHANGED
    assert stored(slug) == renamed


def test_another_title_with_the_same_legacy_address_is_a_new_role():
    make_role(title="RD Manager", slug="rd-manager")
    assert import_text(text_without_slugs()).status == Status.CREATED
    assert {role.title: role.slug for role in Role.objects.filter(title__endswith="Manager")} == {
        "RD Manager": "rd-manager",
        "R&D Manager": "r-and-d-manager",
    }


def test_a_new_guide_links_to_a_related_role_at_its_legacy_address(legacy_role):
    mention = (RelatedRole(title="R&D Manager", slug="r-and-d-manager", blurb="Near."),)
    import_text(make_text(related=mention))
    assert [role.slug for role in stored("lighthouse-keeper").related] == ["rd-manager"]
    assert not Role.objects.filter(slug="r-and-d-manager").exists()


def test_a_legacy_address_is_kept_beside_a_role_with_the_same_words_at_the_new_address(legacy_role):
    spelled = RelatedRole(title="R and D Manager", slug="r-and-d-manager", blurb="Near.")
    import_text(make_text(related=(spelled,)))
    assert import_text(text_without_slugs()).status == Status.UNCHANGED
    own = (RelatedRole(title="R&D Manager", slug="r-and-d-manager", blurb="Near."),)
    import_text(text_without_slugs("Cook", "cook", related=own))
    assert stored("cook").related[0].slug == "rd-manager"
    import_text(text_without_slugs("Baker", "baker", related=(spelled,)))
    assert stored("baker").related[0].slug == "r-and-d-manager"


def test_titles_with_different_symbols_are_different_roles():
    for title, slug in (
        ("C Sailor", "c-sailor"),
        ("C++ Sailor", "c-plus-plus-sailor"),
        ("C# Sailor", "c-sharp-sailor"),
    ):
        assert import_text(text_without_slugs(title, slug)).status == Status.CREATED
        assert stored(slug).title == title


def test_related_roles_at_one_address_are_both_kept_in_any_order():
    pair = [
        RelatedRole(title="Front-End Developer", slug="front-end-developer"),
        RelatedRole(title="Front End Developer", slug="front-end-developer-2"),
    ]
    text = make_text(related=tuple(pair)).decode().replace(" {related front-end-developer-2}", "")
    text = text.replace("# Front End", "Front End")
    assert import_text(text.encode()).status == Status.CREATED
    assert stored("lighthouse-keeper").related == tuple(pair)
    swapped = text.replace("Front-End", "F").replace("Front End", "Front-End").replace("F Dev", "Front End Dev")
    import_text(swapped.encode())
    assert stored("lighthouse-keeper").related == tuple(reversed(pair))


def test_a_related_role_with_the_legacy_address_of_the_guide_is_kept():
    make_role(title="C++ Sailor", slug="c-sailor")
    mention = (RelatedRole(title="C Sailor", slug="c-sailor", blurb="Near."),)
    import_text(text_without_slugs("C++ Sailor", "c-plus-plus-sailor", related=mention))
    assert [(role.title, role.slug) for role in stored("c-sailor").related] == [("C Sailor", "c-sailor-2")]


# Another title at an address that is taken


@pytest.fixture
def taken() -> Role:
    """A role at an address that a text with another title has, too."""
    return make_role(title="C++ Sailor", slug="c-sailor")


def test_another_title_at_a_taken_address_is_refused_with_what_to_do(taken, tmp_path):
    (tmp_path / "c.txt").write_bytes(text_without_slugs("C Sailor", "c-sailor"))
    err = StringIO()
    with pytest.raises(CommandError, match="1 of 1 text refused"):
        call_command("import_guides", str(tmp_path), stdout=StringIO(), stderr=err)
    assert "expected the title “C++ Sailor” of the guide at “c-sailor”, found “C Sailor”" in err.getvalue()
    assert "“Slug: c-sailor”" in err.getvalue()
    assert stored("c-sailor").title == "C++ Sailor"


def test_another_title_than_that_of_a_draft_is_refused():
    Role.objects.create(title="C++ Sailor", slug="c-sailor", import_key="c-sailor")
    assert import_text(text_without_slugs("C Sailor", "c-sailor")).status == Status.REFUSED


def test_a_text_that_names_its_address_may_change_the_title(taken):
    text = text_without_slugs("C Sailor", "c-sailor").replace(b"Guide Details\n", b"Guide Details\nSlug: c-sailor\n")
    assert import_text(text).status == Status.UPDATED
    assert stored("c-sailor").title == "C Sailor"


@pytest.mark.parametrize("title", ["lighthouse keeper", "Lighthouse-Keeper", "Lighthouse, Keeper"])
def test_a_title_may_change_its_case_spaces_and_punctuation(title):
    make_role()
    outcome = import_text(make_text(title=title))
    assert (outcome.status, stored("lighthouse-keeper").title) == (Status.UPDATED, title)


def test_the_title_of_the_last_text_is_the_guides_own_after_an_editor_renamed_it():
    role = make_role()
    write_document(Role.objects.with_parts().get(pk=role.pk), make_document(title="Light Warden"))
    record_revision(role, Revision.Kind.EDIT)
    assert import_text(make_text()).status == Status.UNCHANGED
