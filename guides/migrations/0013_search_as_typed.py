"""An index of the words of titles as they are written, beside those of their stems.

Who types `customer` means no customs, though both stem to `custom`; and the beginning of a stem is not that of a word.
SQLite: an FTS5 table kept by triggers, as those of 0002; what is said there of later migrations is true of it too.
PostgreSQL: a vector without stems and an index on it.
"""

from django.db import migrations

COLUMNS = ("title", "alternative_titles")
ADD = f"INSERT INTO guides_search_typed(rowid, {', '.join(COLUMNS)}) VALUES (new.revision_id, new.{', new.'.join(COLUMNS)});"
REMOVE = (
    f"INSERT INTO guides_search_typed(guides_search_typed, rowid, {', '.join(COLUMNS)})"
    f" VALUES ('delete', old.revision_id, old.{', old.'.join(COLUMNS)});"
)
SQLITE_TRIGGERS = [
    f"CREATE TRIGGER guides_search_typed_{event} AFTER {event} ON guides_searchentry BEGIN {change} END"
    for event, change in (("insert", ADD), ("delete", REMOVE), ("update", f"{REMOVE} {ADD}"))
]
SQLITE = [
    f"""CREATE VIRTUAL TABLE guides_search_typed USING fts5({", ".join(COLUMNS)}, content='guides_searchentry',
        content_rowid='revision_id', tokenize='unicode61 remove_diacritics 2', prefix='2 3')""",
    *SQLITE_TRIGGERS,
    "INSERT INTO guides_search_typed(guides_search_typed) VALUES ('rebuild')",
]
VECTOR = " || ".join(
    f"setweight(to_tsvector('simple', guides_fold({name})), '{weight}')" for name, weight in zip(COLUMNS, "AB")
)
POSTGRESQL = [
    f"ALTER TABLE guides_searchentry ADD COLUMN typed tsvector GENERATED ALWAYS AS ({VECTOR}) STORED",
    "CREATE INDEX guides_searchentry_typed ON guides_searchentry USING gin (typed)",
]
FORMER = {
    "sqlite": [
        *(f"DROP TRIGGER guides_search_typed_{event}" for event in ("insert", "delete", "update")),
        "DROP TABLE guides_search_typed",
    ],
    "postgresql": ["ALTER TABLE guides_searchentry DROP COLUMN typed"],
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
        ('guides', '0012_pictures'),
    ]

    operations = [
        migrations.RunPython(add, remove),
    ]
