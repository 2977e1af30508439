"""A small index of what guides and their skills are called, beside the one of all their words.

Titles lead what is found and are all that is suggested: to tell them apart in the large index took most of the time.
SQLite: an FTS5 table kept by triggers, as those of 0002; what is said there of later migrations is true of it too.
PostgreSQL: the vector of names without the summary, so that it stays inside the row, and an index on it.
"""

from django.db import migrations

COLUMNS = ("title", "alternative_titles", "skills")
ADD = f"INSERT INTO guides_search_names(rowid, {', '.join(COLUMNS)}) VALUES (new.revision_id, new.{', new.'.join(COLUMNS)});"
REMOVE = (
    f"INSERT INTO guides_search_names(guides_search_names, rowid, {', '.join(COLUMNS)})"
    f" VALUES ('delete', old.revision_id, old.{', old.'.join(COLUMNS)});"
)
SQLITE_TRIGGERS = [
    f"CREATE TRIGGER guides_search_names_{event} AFTER {event} ON guides_searchentry BEGIN {change} END"
    for event, change in (("insert", ADD), ("delete", REMOVE), ("update", f"{REMOVE} {ADD}"))
]
SQLITE = [
    f"""CREATE VIRTUAL TABLE guides_search_names USING fts5({", ".join(COLUMNS)}, content='guides_searchentry',
        content_rowid='revision_id', tokenize='porter unicode61 remove_diacritics 2', prefix='2 3')""",
    *SQLITE_TRIGGERS,
    "INSERT INTO guides_search_names(guides_search_names) VALUES ('rebuild')",
]


def vector(columns):
    parts = (f"setweight(to_tsvector('guides', guides_fold({name})), '{weight}')" for name, weight in columns.items())
    return " || ".join(parts)


def names(columns):
    return [
        "ALTER TABLE guides_searchentry DROP COLUMN names",
        f"ALTER TABLE guides_searchentry ADD COLUMN names tsvector GENERATED ALWAYS AS ({vector(columns)}) STORED",
    ]


POSTGRESQL = [
    *names(dict(zip(COLUMNS, "ABC"))),
    "CREATE INDEX guides_searchentry_names ON guides_searchentry USING gin (names)",
]
FORMER = {
    "sqlite": [
        *(f"DROP TRIGGER guides_search_names_{event}" for event in ("insert", "delete", "update")),
        "DROP TABLE guides_search_names",
    ],
    "postgresql": names(dict(zip((*COLUMNS, "summary"), "ABCD"))),
}


def add(apps, schema_editor):
    run(schema_editor, sqlite=SQLITE, postgresql=POSTGRESQL)


def remove(apps, schema_editor):
    run(schema_editor, **FORMER)


def run(schema_editor, **statements):
    for statement in statements[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('guides', '0009_last_texts'),
    ]

    operations = [
        migrations.RunPython(add, remove),
    ]
