"""How texts lay out material for applicants and recruiters: the labels of each list, in their order."""

import re
from dataclasses import dataclass

from guides.document.lines import Line
from guides.document.markup import strip_markup
from guides.document.material import read_term
from guides.document.shape import LISTS

# The label of each field by list; a question begins with the label of its kind.
LABELS = {
    "interview": {"id": "Id", "looks_for": "Looks for", "plan": "Plan", "sample": "Sample answer"},
    "resumes": {
        "situation": "Situation",
        "person": "Person",
        "headline": "Headline",
        "profile": "Profile",
        "experience": "Job",
        "skills": "Skills",
        "education": "Education",
        "notes": "Notes",
    },
    "letters": {"situation": "Situation", "body": "Body", "notes": "Notes"},
    "job_ads": {
        "level": "Level",
        "summary": "Summary",
        "duties": "Duties",
        "must_haves": "Must have",
        "nice_to_haves": "Nice to have",
    },
}
KIND_LABELS = {
    "opening": "Opening",
    "behavioral": "Behavioral",
    "situational": "Situational",
    "technical": "Technical",
    "closing": "Closing",
    "ask_back": "Ask back",
}
GLOSSARY, MOST_WORDS_OF_A_TERM = "glossary", 8
# The field whose label begins a row.
FIRST = {"interview": "question", "resumes": "situation", "letters": "situation", "job_ads": "level"}
# How the first line under a heading begins.
FIRST_LINES = {
    "interview": "Behavioral: …",
    "resumes": "Situation: …",
    "letters": "Situation: …",
    "job_ads": "Summary: …",
    "glossary": "Term: meaning",
}
_FIELDS = {name: {label.casefold(): field for field, label in labels.items()} for name, labels in LABELS.items()}
_KINDS = {label.casefold(): kind for kind, label in KIND_LABELS.items()}
_LABEL = re.compile(r"(?P<label>[A-Za-z][A-Za-z -]{0,20}?) ?: ?(?P<words>.*)")


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a row: the field that it begins, the words after it, and the kind of a question."""

    field: str
    words: str
    kind: str = ""


def layout_of(name: str, field: str) -> str:
    """How a field is laid out: a `line`, free `markdown`, or the layout of its Markdown (`bullets`, `jobs`)."""
    kind = LISTS[name].parts[field].kind
    return kind.layout or ("markdown" if kind.form == "markdown" else "line")


def read_label(name: str, line: Line) -> Label | None:
    """The label at the start of a line; only Markdown can begin on the next line."""
    match = None if line.bullet or line.escaped else _LABEL.fullmatch(line.text)
    if not match:
        return None
    label, words = match["label"].casefold().replace("-", " "), match["words"]
    kind = _KINDS.get(label, "") if name == "interview" else ""
    field = FIRST[name] if kind else _FIELDS[name].get(label)
    if field is None or not (words or layout_of(name, field) in ("markdown", "bullets")):
        return None
    return Label(field, words, kind)


def begins_row(name: str, first: Line, second: Line) -> bool:
    """Whether the first two lines of words under a heading begin a list; a sentence may have a colon, too."""
    first, second = strip_markup(first), strip_markup(second)
    if name == GLOSSARY:
        return is_term(first) and is_term(second)
    label = read_label(name, first)
    return label is not None and (label.field == FIRST[name] or name == "job_ads")


def is_term(line: Line) -> bool:
    """Whether a line clearly is a term and its meaning."""
    term = None if line.bullet or line.mark else read_term(line.text)
    return term is not None and len(term.term.split()) <= MOST_WORDS_OF_A_TERM
