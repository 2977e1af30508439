"""What people type differently from guides: other spellings of words, and all titles to find equal ones.

SQLite builds the table of entries anew where columns are added, so its full-text tables and triggers are made again, as
0002 says. PostgreSQL's vectors get the spellings too; those of long texts are stored as 0015 says.
The rows that are there are filled in with the rules of today; a later change of the rules comes with `rebuild_search`.
"""

import importlib

import django.db.models.deletion
from django.db import migrations, models

NAMES = ("title", "alternative_titles", "skills")
TEXTS = ("summary", "responsibilities", "sections", "questions")
NAME_SPELLINGS = ("title_spellings", "alternative_spellings", "skill_spellings")
TOKENIZERS = {"typed": "unicode61 remove_diacritics 2"}
STEMMED = "porter unicode61 remove_diacritics 2"
# Full-text tables of SQLite by their suffix: the columns before and after.
FORMER = {"": (*NAMES, *TEXTS), "_names": NAMES, "_typed": NAMES[:2]}
TABLES = {
    "": (*NAMES, *TEXTS, *NAME_SPELLINGS, "text_spellings"),
    "_names": (*NAMES, *NAME_SPELLINGS),
    "_typed": (*NAMES[:2], *NAME_SPELLINGS[:2]),
}
# Vectors of PostgreSQL: the weights of their columns before and after.
FORMER_WEIGHTS = {
    "typed": dict(zip(NAMES, "AB")),
    "names": dict(zip(NAMES, "ABC")),
    "vector": dict(zip((*NAMES, *TEXTS), "ABCCDDD")),
}
WEIGHTS = {
    "typed": FORMER_WEIGHTS["typed"] | dict(zip(NAME_SPELLINGS, "AB")),
    "names": FORMER_WEIGHTS["names"] | dict(zip(NAME_SPELLINGS, "ABC")),
    "vector": FORMER_WEIGHTS["vector"] | dict(zip((*NAME_SPELLINGS, "text_spellings"), "ABCD")),
}
EVENTS = ("insert", "delete", "update")
AT_ONCE = 500


def sqlite_table(suffix, columns):
    """The statements that make a full-text table, fill it and keep it up to date."""
    index, listed = f"guides_search{suffix}", ", ".join(columns)
    add = f"INSERT INTO {index}(rowid, {listed}) VALUES (new.revision_id, new.{', new.'.join(columns)});"
    remove = (
        f"INSERT INTO {index}({index}, rowid, {listed}) VALUES ('delete', old.revision_id, old.{', old.'.join(columns)});"
    )
    tokenizer = TOKENIZERS.get(suffix.strip("_"), STEMMED)
    yield f"""CREATE VIRTUAL TABLE {index} USING fts5({listed}, content='guides_searchentry',
        content_rowid='revision_id', tokenize='{tokenizer}', prefix='2 3')"""
    yield from sqlite_triggers(index, add, remove)


def sqlite_triggers(index, add, remove):
    for event, change in zip(EVENTS, (add, remove, f"{remove} {add}")):
        yield f"CREATE TRIGGER {index}_{event} AFTER {event} ON guides_searchentry BEGIN {change} END"
    yield f"INSERT INTO {index}({index}) VALUES ('rebuild')"


TITLES = (
    "guides_search_titles",
    "INSERT INTO guides_search_titles(rowid, title_key) VALUES (new.revision_id, new.title_key);",
    "INSERT INTO guides_search_titles(guides_search_titles, rowid, title_key)"
    " VALUES ('delete', old.revision_id, old.title_key);",
)


def drop(apps, schema_editor):
    """Drop what is made of the columns of entries."""
    if schema_editor.connection.vendor == "sqlite":
        statements = [f"DROP TRIGGER guides_search{suffix}_{event}" for suffix in (*TABLES, "_titles") for event in EVENTS]
        statements += [f"DROP TABLE guides_search{suffix}" for suffix in TABLES]
    else:
        statements = [f"ALTER TABLE guides_searchentry DROP COLUMN {name}" for name in WEIGHTS]
    run(schema_editor, statements)


def make(apps, schema_editor):
    run(schema_editor, statements_for(schema_editor, TABLES, WEIGHTS))


def make_former(apps, schema_editor):
    run(schema_editor, statements_for(schema_editor, FORMER, FORMER_WEIGHTS))


def statements_for(schema_editor, tables, weights):
    if schema_editor.connection.vendor == "sqlite":
        for suffix, columns in tables.items():
            yield from sqlite_table(suffix, columns)
        yield from sqlite_triggers(*TITLES)
    else:
        for name, columns in weights.items():
            yield postgresql_vector(name, columns)
            yield f"CREATE INDEX guides_searchentry_{name} ON guides_searchentry USING gin ({name})"
        yield "CREATE INDEX guides_searchentry_titles ON guides_searchentry USING gin (ts_filter(names, '{a,b}'))"
        yield "ALTER TABLE guides_searchentry ALTER COLUMN vector SET STORAGE EXTERNAL"


def postgresql_vector(name, weights):
    dictionary = "simple" if name == "typed" else "guides"
    parts = (
        f"setweight(to_tsvector('{dictionary}', guides_fold({column})), '{weight}')" for column, weight in weights.items()
    )
    return f"ALTER TABLE guides_searchentry ADD COLUMN {name} tsvector GENERATED ALWAYS AS ({' || '.join(parts)}) STORED"


def run(schema_editor, statements):
    for statement in statements:
        schema_editor.execute(statement, params=None)


def fill(apps, schema_editor):
    spellings = importlib.import_module("guides.document.spellings")
    words = importlib.import_module("guides.document.search_words")
    SearchEntry, SearchTitle = apps.get_model("guides", "SearchEntry"), apps.get_model("guides", "SearchTitle")
    columns = ("title_key", *NAME_SPELLINGS, "text_spellings")
    for keys in batches(SearchEntry.objects.order_by("pk").values_list("pk", flat=True)):
        entries = list(SearchEntry.objects.filter(pk__in=keys))
        for entry in entries:
            texts = {name: getattr(entry, name) for name in (*NAMES, *TEXTS)}
            values = {"title_key": words.key(entry.title)[:200], **spellings.spelling_columns(texts)}
            for name, value in values.items():
                setattr(entry, name, value)
        SearchEntry.objects.bulk_update(entries, columns, batch_size=50)
        SearchTitle.objects.bulk_create(
            SearchTitle(entry=entry, key=key, is_alternative=is_alternative)
            for entry in entries
            for key, is_alternative in spellings.title_keys(entry.title, entry.alternative_titles).items()
        )


def batches(keys):
    keys = list(keys)
    return (keys[start : start + AT_ONCE] for start in range(0, len(keys), AT_ONCE))


class Migration(migrations.Migration):

    dependencies = [
        ('guides', '0017_rename_by_upload'),
    ]

    operations = [
        migrations.RunPython(drop, make_former),
        *(
            migrations.AddField(model_name='searchentry', name=name, field=models.TextField(blank=True, default=''), preserve_default=False)
            for name in (*NAME_SPELLINGS, 'text_spellings')
        ),
        migrations.CreateModel(
            name='SearchTitle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(db_index=True, max_length=200)),
                ('is_alternative', models.BooleanField()),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='titles', to='guides.searchentry')),
            ],
            options={
                'ordering': ('entry', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('entry', 'key'), name='searchtitle_key_unique')],
            },
        ),
        migrations.RunPython(make, drop),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
