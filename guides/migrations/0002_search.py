"""The tables of the search, and the full-text indexes beside them, which each database keeps up to date by itself.

SQLite: FTS5 tables whose content is `guides_searchentry` and `guides_searchword`, kept by triggers; the rowid of an
entry's is its revision. A later migration that alters one of the two tables makes SQLite build it anew and drop its
triggers: let it run `SQLITE_TRIGGERS` again.

PostgreSQL: generated columns with GIN indexes, and pg_trgm. Since PostgreSQL 13 whoever may create tables in a database
may create this extension there, if the server has it (Debian: it comes with the server). Where it may not be created
the migration stops with PostgreSQL's own message; let an administrator run `CREATE EXTENSION pg_trgm` in this database
and migrate again.
"""

import django.db.models.deletion
import guides.models.fields
from django.db import migrations, models

COLUMNS = ("title", "alternative_titles", "skills", "summary", "responsibilities", "sections", "questions")

SQLITE_INDEXES = [
    f"""CREATE VIRTUAL TABLE guides_search USING fts5({", ".join(COLUMNS)}, content='guides_searchentry',
        content_rowid='revision_id', tokenize='porter unicode61 remove_diacritics 2', prefix='2 3')""",
    """CREATE VIRTUAL TABLE guides_search_titles USING fts5(title_key, content='guides_searchentry',
        content_rowid='revision_id', tokenize='trigram')""",
    # The words stand between spaces there, so that their first and last letters make trigrams too.
    """CREATE VIRTUAL TABLE guides_search_words USING fts5(word, content='guides_searchword', content_rowid='id',
        tokenize='trigram')""",
]


def sqlite_triggers(table, index, values):
    """Triggers that put the rows of a table into its index; `values` are columns of the index and SQL with {row}."""
    columns = ", ".join(values)
    added = ", ".join(values.values()).format(row="new")
    removed = ", ".join(values.values()).format(row="old")
    add = f"INSERT INTO {index}({columns}) VALUES ({added});"
    remove = f"INSERT INTO {index}({index}, {columns}) VALUES ('delete', {removed});"
    for event, change in (("INSERT", add), ("DELETE", remove), ("UPDATE", f"{remove} {add}")):
        yield f"CREATE TRIGGER {index}_{event.lower()} AFTER {event} ON {table} BEGIN {change} END"


SQLITE_TRIGGERS = [
    *sqlite_triggers(
        "guides_searchentry",
        "guides_search",
        {"rowid": "{row}.revision_id", **{name: f"{{row}}.{name}" for name in COLUMNS}},
    ),
    *sqlite_triggers(
        "guides_searchentry", "guides_search_titles", {"rowid": "{row}.revision_id", "title_key": "{row}.title_key"}
    ),
    *sqlite_triggers("guides_searchword", "guides_search_words", {"rowid": "{row}.id", "word": "'  ' || {row}.word || ' '"}),
]

# As `words.fold`, without lower case, which the dictionary makes. Punctuation goes, for PostgreSQL's parser would take
# `and/or` for the path of a file and `full-stack` for three words.
FOLD = r"""
    CREATE FUNCTION guides_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT translate(
            normalize(regexp_replace(normalize(words, NFD), '[\u0300-\u036f]', '', 'g'), NFC),
            '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~', repeat(' ', 32)
        )
    $$
"""


def vector(weights):
    """SQL of the vector of some columns, by their weights."""
    parts = (f"setweight(to_tsvector('guides', guides_fold({name})), '{weight}')" for name, weight in weights.items())
    return " || ".join(parts)


POSTGRESQL_INDEXES = [
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE TEXT SEARCH DICTIONARY guides_porter (TEMPLATE = snowball, LANGUAGE = porter)",
    "CREATE TEXT SEARCH CONFIGURATION guides (COPY = pg_catalog.english)",
    "ALTER TEXT SEARCH CONFIGURATION guides ALTER MAPPING REPLACE english_stem WITH guides_porter",
    FOLD,
    f"""ALTER TABLE guides_searchentry
        ADD COLUMN names tsvector GENERATED ALWAYS AS ({vector(dict(zip(COLUMNS[:4], "ABCD")))}) STORED,
        ADD COLUMN vector tsvector GENERATED ALWAYS AS ({vector(dict(zip(COLUMNS, "ABCCDDD")))}) STORED""",
    "CREATE INDEX guides_searchentry_vector ON guides_searchentry USING gin (vector)",
    "CREATE INDEX guides_searchentry_title_trigrams ON guides_searchentry USING gist (title_key gist_trgm_ops)",
    "CREATE INDEX guides_searchword_trigrams ON guides_searchword USING gist (word gist_trgm_ops)",
]
POSTGRESQL_LEAVINGS = [
    "DROP FUNCTION guides_fold(text)",
    "DROP TEXT SEARCH CONFIGURATION guides",
    "DROP TEXT SEARCH DICTIONARY guides_porter",
]


def add_indexes(apps, schema_editor):
    run(schema_editor, sqlite=[*SQLITE_INDEXES, *SQLITE_TRIGGERS], postgresql=POSTGRESQL_INDEXES)


def remove_leavings(apps, schema_editor):
    """Backwards, what the tables have left: their triggers, columns and indexes went with them."""
    tables = ("guides_search", "guides_search_titles", "guides_search_words")
    run(schema_editor, sqlite=[f"DROP TABLE {table}" for table in tables], postgresql=POSTGRESQL_LEAVINGS)


def run(schema_editor, **statements):
    for statement in statements[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('guides', '0001_initial'),
    ]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, remove_leavings),
        migrations.CreateModel(
            name='SearchWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=200, unique=True)),
            ],
            options={
                'ordering': ('word',),
            },
        ),
        migrations.CreateModel(
            name='SearchEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title_key', models.CharField(db_index=True, max_length=200)),
                ('title', guides.models.fields.NameField(max_length=200)),
                ('alternative_titles', models.TextField(blank=True)),
                ('skills', models.TextField(blank=True)),
                ('summary', models.TextField(blank=True)),
                ('responsibilities', models.TextField(blank=True)),
                ('sections', models.TextField(blank=True)),
                ('questions', models.TextField(blank=True)),
                ('revision', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='search_entry', to='guides.revision')),
            ],
            options={
                'verbose_name_plural': 'search entries',
                'ordering': ('title', 'pk'),
            },
        ),
        migrations.RunPython(add_indexes, migrations.RunPython.noop),
    ]
