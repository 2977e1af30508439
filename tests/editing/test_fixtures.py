"""The fixtures: built from the texts, loaded into an empty database, a working site."""

import csv
import gzip
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from guides.document.provenance import CHANGE, OPENINGS, derive
from guides.editing.rows import read_document
from guides.finding.search import search
from guides.management.commands.build_fixtures import FIXTURE, build
from guides.models import RelatedRole, Revision, Role, RolePart
from guides.parsing import parse_guide
from tests.editing.index import index_says
from tests.fixture_guides import SLUGS

TEXTS = sorted((settings.BASE_DIR / "fixtures" / "texts").glob("*.txt"))


@pytest.fixture(scope="module")
def loaded_once(django_db_setup, django_db_blocker):
    """A database with all that `demo` loads, for all tests of this file."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("loaddata", "guides", "job_searches", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def loaded(loaded_once, db):
    """That database, in a transaction of each test."""


def test_the_fixture_is_what_the_texts_make():
    assert gzip.decompress(FIXTURE.read_bytes()) == build()


def official_rows(name):
    """The rows of a shipped table by SOC code, those of the nation and of all industries."""
    with gzip.open(settings.BASE_DIR / "fixtures" / "official" / f"{name}.csv.gz", "rt", encoding="utf-8") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return {row["occupation_id"]: row for row in rows if row.get("industry_id", "000000") == "000000"}


def official_figure(series, wages, projections):
    """A published figure: dollars, percent or openings."""
    columns = {"mean": "annual_mean", "median": "annual_p50"}
    if series.measure == CHANGE:
        return int(projections[series.code]["change_percent"]) / 10
    if series.measure == OPENINGS:
        return int(projections[series.code]["openings"])
    measure = series.measure.removeprefix("annual ")
    return int(wages[series.code][columns.get(measure) or f"annual_p{measure[:2]}"])


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_figure_of_a_shipped_guide_is_that_of_the_shipped_official_tables(path: Path):
    wages, projections = official_rows("national_wages-may-2025"), official_rows("projections-2024-34")
    for known in parse_guide(path.read_bytes()).provenance:
        assert known.value == derive([official_figure(series, wages, projections) for series in known.inputs])


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_loaded_guide_is_live_and_matches_its_text(loaded, path: Path):
    document = parse_guide(path.read_bytes())
    role = Role.objects.with_parts().get(slug=path.stem)
    assert read_document(role) == document
    assert Revision.objects.live().get(role=role).guide == document


def test_every_loaded_row_passes_the_checks_of_its_model(loaded):
    rows = [row for model in (Role, *RolePart.__subclasses__()) for row in model.objects.all()]
    assert len(rows) > 200
    for row in rows:
        row.full_clean()


def test_the_loaded_index_matches_the_live_revisions(loaded):
    revisions = list(Revision.objects.live())
    assert len(revisions) == len(TEXTS)
    assert all(map(index_says, revisions))


def test_loading_twice_changes_nothing(loaded):
    before = list(Revision.objects.values()), Role.objects.count()
    call_command("loaddata", "guides", verbosity=0)
    assert (list(Revision.objects.values()), Role.objects.count()) == before


def test_loaded_guides_are_found(loaded):
    assert search("customer service operator").hits()[0].guide.title == "Customer Service Operator"
    assert search("custmer").did_you_mean == "customer"


def test_the_checks_for_editors_find_nothing_in_a_loaded_guide(loaded):
    call_command("check_guides", stdout=StringIO(), stderr=StringIO())  # fails if there are suggestions


def test_every_related_career_of_customer_service_leads_to_a_guide(loaded, client):
    related = set(RelatedRole.objects.filter(role__slug__in=SLUGS).values_list("slug", flat=True))
    assert len(related) == 9
    for slug in related:
        page = client.get(f"/guides/{slug}/", follow=True).content.decode()
        assert "Median pay a year" in page, slug
