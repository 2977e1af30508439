"""Search over titles and alternate titles."""

import pytest

from guides.official.models import AlternateTitle, Release
from guides.official.title_search import Rank, find_titles, rank_of, words_of
from tests.official.occupations import CLERK, SOLDIER, TEACHER, TITLES, load_occupations


@pytest.mark.parametrize(
    ("text", "title", "rank"),
    [
        ("harbor clerks", "Harbor Clerks", Rank.TITLE),
        ("HARBOR-CLERK", "Harbor Clerks", Rank.TITLE),
        ("harbor", "Harbor Clerks", Rank.STARTS),
        ("clerk harbor", "Harbor Clerks", Rank.CONTAINS),
        ("harbor cl", "Harbor Clerks", Rank.STARTS_UNFINISHED),
        ("cler", "Harbor Clerks", Rank.CONTAINS_UNFINISHED),
        ("harb clerk", "Harbor Clerks", None),
        ("arbor", "Harbor Clerks", None),
        ("nurse", "Nursery Helper", Rank.STARTS_UNFINISHED),
    ],
)
def test_only_the_last_word_may_be_unfinished(text, title, rank):
    assert rank_of(words_of(text), words_of(title)) == rank


def find(text):
    release = Release.objects.get(table=Release.Table.ALTERNATE_TITLES, is_current=True)
    return find_titles(words_of(text), TITLES.items(), release)


@pytest.mark.django_db
def test_an_alternate_title_is_named_only_if_it_matches_better():
    load_occupations()
    assert find("clerk")[CLERK].alternate_title == ""
    assert find("dockside clerk")[CLERK].alternate_title == "Dockside Clerk"


@pytest.mark.django_db
def test_a_short_title_and_a_title_without_its_parenthesis_are_equal_to_the_search():
    load_occupations()
    for text in ("pa", "pier agent"):
        assert find(text)[CLERK].rank == Rank.ALTERNATE_TITLE
    assert find("pier agent")[TEACHER].rank == Rank.STARTS


@pytest.mark.django_db
def test_other_releases_are_not_searched():
    releases = load_occupations()
    AlternateTitle.objects.update(release=releases[Release.Table.TASKS])
    assert find("captain") == {}


@pytest.mark.django_db
def test_two_letters_find_the_beginning_of_words():
    load_occupations()
    assert set(find("ca")) == {SOLDIER}
