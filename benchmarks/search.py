"""Measure how long searches take with 1,000 and with 20,000 guides.

    python benchmarks/search.py [HOW_MANY …]

Fills the tables that the search reads with guides as long as those of fixtures/, and times `search` and `suggest` for a
mix of queries. Then it prints how long the pages for broad words take with the official titles, as a ratio of the time
without. The database is a temporary SQLite file, or a test database on the server of DATABASE_URL if that is
PostgreSQL. The target for the 95th percentile is 10 ms with 1,000 guides and 30 ms with 20,000, and for the ratio 1.2.
The first line measures the speed of the machine.
"""

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
SEED = 1871
AT_ONCE = 500
LENGTH = 30_000  # characters of sections, about those of a real guide
PARAGRAPHS, PARAGRAPH_WORDS = 400, 80
QUERIES = 60  # of each kind
TRIES = 4
TURNS = 20
BROAD = ("nurse", "manager", "teacher", "uber driver")


def main(sizes: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
            os.environ["DATABASE_URL"] = f"sqlite:///{folder}/benchmark.sqlite3"
        os.environ["DJANGO_SETTINGS_MODULE"] = "careerguide.settings"
        import django

        django.setup()
        for size in sizes:
            with database(folder):
                titles, skills = fill(size)
                report(size, titles, skills)


@contextmanager
def database(folder: str) -> Iterator[None]:
    """Create a migrated database, and remove it at the end."""
    from django.db import connection

    connection.settings_dict["TEST"]["NAME"] = None if connection.vendor == "postgresql" else f"{folder}/search.sqlite3"
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


def fill(size: int) -> tuple[list[str], list[str]]:
    """Write the guides; return titles and skills to search for."""
    from django.db import connection, transaction
    from generate import generate

    paragraphs, chance = make_paragraphs(), random.Random(SEED)
    documents = generate(size)
    titles, skills = [], set()
    while batch := list(islice(documents, AT_ONCE)):
        with transaction.atomic():
            write(batch, paragraphs, chance)
        titles += [document.title for document in batch]
        skills |= {skill.name for document in batch for skill in document.skills}
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    return titles, sorted(skills)


def make_paragraphs() -> list[str]:
    """Random words, as frequent as in the texts of fixtures/."""
    words = " ".join(path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("fixtures/texts/*.txt"))).split()
    chance = random.Random(SEED)
    return [" ".join(chance.choices(words, k=PARAGRAPH_WORDS)) for _ in range(PARAGRAPHS)]


def write(documents, paragraphs: list[str], chance: random.Random) -> None:
    from django.utils import timezone

    from guides.editing.rows import column_values
    from guides.editing.search_entries import (
        entry_columns,
        known_words,
        passages_of,
        place_columns,
        question_rows,
        title_rows,
    )
    from guides.models import (
        GuideIndex,
        LiveInterval,
        Revision,
        Role,
        SearchEntry,
        SearchPlaces,
        SearchQuestion,
        SearchTitle,
        SearchWord,
    )

    roles = Role.objects.bulk_create(Role(title=d.title, slug=d.slug, import_key=d.slug) for d in documents)
    revisions = Revision.objects.bulk_create(Revision(role=role, number=1, document="{}") for role in roles)
    LiveInterval.objects.bulk_create(
        LiveInterval(role=revision.role, revision=revision, live_from=timezone.now()) for revision in revisions
    )
    GuideIndex.objects.bulk_create(
        GuideIndex(revision=revision, title=document.title, slug=document.slug, **column_values(document))
        for revision, document in zip(revisions, documents, strict=True)
    )
    write_skills(documents, revisions)
    passages = [passages_of(document) for document in documents]
    entries = [entry_columns(*pair) for pair in zip(documents, passages, strict=True)]
    for columns in entries:
        more = LENGTH - len(columns["sections"])
        columns["sections"] += "\n" + "\n".join(chance.sample(paragraphs, more // len(paragraphs[0])))
    rows = SearchEntry.objects.bulk_create(
        SearchEntry(revision=revision, **columns) for revision, columns in zip(revisions, entries, strict=True)
    )
    SearchTitle.objects.bulk_create(title for entry in rows for title in title_rows(entry))
    SearchPlaces.objects.bulk_create(
        SearchPlaces(entry=entry, columns=place_columns(each)) for entry, each in zip(rows, passages, strict=True)
    )
    SearchQuestion.objects.bulk_create(
        question for entry, each in zip(rows, passages, strict=True) for question in question_rows(entry, each)
    )
    words = set().union(*map(known_words, entries))
    SearchWord.objects.bulk_create((SearchWord(word=word) for word in sorted(words)), ignore_conflicts=True)


def write_skills(documents, revisions) -> None:
    from guides.editing.vocabulary import skills_named
    from guides.models import GuideIndex, SkillIndex

    skills = skills_named(skill.name for document in documents for skill in document.skills)
    guides = GuideIndex.objects.in_bulk([revision.pk for revision in revisions], field_name="revision")
    SkillIndex.objects.bulk_create(
        SkillIndex(
            guide=guides[revision.pk], position=position, skill=skills[skill.name], kind=skill.kind, name=skill.name
        )
        for revision, document in zip(revisions, documents, strict=True)
        for position, skill in enumerate(document.skills, start=1)
    )


def report(size: int, titles: list[str], skills: list[str]) -> None:
    from django.db import connection

    from guides.finding.search import search, suggest

    def find(text: str) -> object:
        return search(text).hits()

    mix = queries(titles, skills)
    print(f"{size} guides, {connection.vendor}")
    show("a sum of 20,000 squares", times(lambda _: sum(n * n for n in range(20_000)), titles[:QUERIES]))
    for kind, texts in mix.items():
        show(kind, times(find, texts))
    show("search, all of these", times(find, [text for texts in mix.values() for text in texts]))
    show(
        "suggest, while typing", times(suggest, [title[:length] for title in mix["title"] for length in (2, 4, 7, 11)])
    )
    compare()


def compare() -> None:
    """Print how long the pages of broad words take with the official titles, as a ratio of the time without them.

    Both are timed in turn, so that other programs slow down both.
    """
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client

    from guides.web import search

    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("load_official", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    client, find = Client(), search.find_occupations
    for page in ("search", "search/suggestions"):
        for word in BROAD:
            taken: dict[bool, list[float]] = {True: [], False: []}
            for _ in range(TURNS):
                for with_them, times_taken in taken.items():
                    search.find_occupations = find if with_them else lambda *_: []
                    times_taken.append(seconds(lambda q, page=page: client.get(f"/{page}/", {"q": q}), word) * 1000)
            found, without = min(taken[True]), min(taken[False])
            print(f"  {page} {word:<12} {without:6.1f} ms, with occupations {found:6.1f} ms: {found / without:.2f}")
    search.find_occupations = find


def queries(titles: list[str], skills: list[str]) -> dict[str, list[str]]:
    """Typical queries, by kind."""
    chance = random.Random(SEED)
    by_title = [chance.choice(titles) for _ in range(QUERIES)]
    by_skill = [chance.choice(skills) for _ in range(QUERIES)]
    pairs = list(zip(by_title, by_skill, strict=True))
    return {
        "title": by_title,
        "one word of a title": [chance.choice(title.split()) for title in by_title],
        "skill": by_skill,
        "word of a title and skill": [f"{title.split()[-1]} {skill}" for title, skill in pairs],
        "half a word": [title[: chance.randint(4, len(title) - 1)] for title in by_title],
        "typing error": [swapped(title, chance) for title in by_title],
        "sentence": [f"how do I become a {title} with {skill}" for title, skill in pairs],
        "nothing found": [f"{title[::-1]} qqxx" for title in by_title],
        "word of every guide": ["customer", "work and pay", "support", "skills"] * (QUERIES // 20),
    }


def swapped(title: str, chance: random.Random) -> str:
    """A title with two adjacent letters swapped."""
    place = chance.randint(1, len(title) - 2)
    return title[:place] + title[place + 1] + title[place] + title[place + 2 :]


def times(run: Callable[[str], object], texts: list[str]) -> list[float]:
    """Milliseconds of each query, lowest first: the best of several tries, because other programs run too."""
    return sorted(min(seconds(run, text) for _ in range(TRIES)) * 1000 for text in texts)


def seconds(run: Callable[[str], object], text: str) -> float:
    start = time.perf_counter()
    run(text)
    return time.perf_counter() - start


def show(kind: str, measured: list[float]) -> None:
    middle, high = (measured[int(len(measured) * share)] for share in (0.5, 0.95))
    print(f"  {kind:<28} median {middle:6.1f} ms   95th percentile {high:6.1f} ms   longest {measured[-1]:6.1f} ms")


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [1_000, 20_000])
