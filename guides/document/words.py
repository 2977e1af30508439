"""Words with a fixed meaning inside a part: labels, link words, numbers, and structured single lines."""

import re
from dataclasses import replace

from guides.document.choices import IMPORTANCES
from guides.document.dates import LONGEST_DATE, read_date
from guides.document.lines import Line
from guides.document.markup import strip_emphasis
from guides.document.provenance import Provenance, read_label, read_value, write_line
from guides.document.shape import Picture

# The labels of the key facts.
FACT_LABELS = {
    "median": "Median Salary",
    "growth": "Growth Outlook",
    "openings": "Annual Openings",
    "industries": "Top Industries",
    "education": "Typical Education",
}
_FACT_FORMS = {
    "median": r"median (?:annual )?(?:salary|pay|wage)",
    "growth": r"growth outlook|job (?:growth|outlook)",
    "openings": r"annual (?:job )?openings",
    "industries": r"top industries",
    "education": r"typical (?:entry-level )?education",
}
# The Occupational Outlook Handbook has a year or a period with its labels: `2024 Median Pay`, `Job Outlook, 2024-34`.
_PERIOD = r"\d{4}(?:[-–]\d{2,4})?"
_FACT_LINE = {
    label: re.compile(
        rf"(?:(?P<before>{_PERIOD}) )?(?:{form})(?:,? \(?(?P<after>{_PERIOD})\)?)?\s*(?::\s*(?P<value>.*))?",
        re.IGNORECASE,
    )
    for label, form in _FACT_FORMS.items()
}
OPENINGS_NOTE = re.compile(r"(?:job )?openings?(?: annually| a year| per year| each year)?", re.IGNORECASE)
_DETAIL_LINE = re.compile(
    r"(?P<label>slug|category|alternative titles|education level|remote work|picture|occupation"
    r"|time to qualify|cost to qualify|license"
    r"|source \((?P<covers>[\w -]+)\)"
    r"|occupation \((?P<level>.+)\)(?=\s*:\s*\S+$)|figure \((?P<figure>.+)\)(?=\s*:\s*[-−\d]))"
    r"\s*:\s*(?P<value>.+)",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"(?P<name>.+?)(?:, (?P<url>https?://[^\s,]+))?", re.IGNORECASE)
# Whatever has a digit is a date, so that one that cannot be read is refused; `May 14, 2025` has a comma.
_AS_OF = re.compile(rf", as of (?P<date>(?=[^,]*\d)[^,]{{1,{LONGEST_DATE}}}(?:, ?[0-9]{{4}})?|unknown)$", re.IGNORECASE)
PICTURE_NAME = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-[1-9][0-9]{0,4}x[1-9][0-9]{0,4}")
_PICTURE = re.compile(
    rf"(?P<name>{PICTURE_NAME.pattern})(?:, focus (?P<x>[0-9]{{1,3}})% (?P<y>[0-9]{{1,3}})%)?: (?P<alt>.+)",
    re.IGNORECASE,
)
_STEP = re.compile(r"step \d{1,3}(?:\s*:\s*(?P<text>.*))?", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}[.)]?")
_ENTRY = re.compile(r"\(?(?P<number>\d{1,3})[.)](?:\s+(?=\S)|(?=[^\W\d_]))(?P<words>.*)")
_QUESTION = re.compile(
    r"(?P<label>q(?:uestion)? ?(?:\d{1,3} ?)?[:.)] ?|\(?\d{1,3}[.)] ?)(?P<words>[^\W\d_].*)", re.IGNORECASE
)
_ANSWER = re.compile(r"(?P<label>a(?:nswer)? ?(?:\d{1,3} ?)?: ?)(?P<words>\S.*)", re.IGNORECASE)
_IMPORTANCE = re.compile(rf"(?P<words>.*\S)\s+\{{(?P<mark>{'|'.join(IMPORTANCES)}|unmarked)\}}", re.DOTALL)
LONGEST_LABEL = 400

# An entry ends with the words of a link, which depend on the kind of the resource.
RESOURCE_LINKS = {"skills_gap": "See your skills gap", "readiness": "Assess your readiness"}
RESOURCE_LINK, RELATED_LINK, FOCUS_LABEL = "View examples", "Explore career guide", "Key Focus Areas"
_LINK_WORDS = {
    words.casefold()
    for words in (*RESOURCE_LINKS.values(), RESOURCE_LINK, RELATED_LINK, "View example", "View template")
}
_RESOURCE_WORDS = {
    "resume": "resume",
    "cover letter": "cover_letter",
    "interview": "interview",
    "job description": "job_description",
    "skills gap": "skills_gap",
    "readiness": "readiness",
}


def is_number(line: Line) -> bool:
    """Whether a line is only the number of an entry: `1`, `1.`, `1)`."""
    return not line.bullet and not line.escaped and bool(_NUMBER.fullmatch(line.text))


def read_entry(line: Line) -> tuple[int, Line] | None:
    """The number and the rest of the line for `1. text` and `1) text`; else None."""
    match = None if line.bullet or line.escaped else _ENTRY.fullmatch(line.cells)
    if not match:
        return None
    words = match["words"]
    return int(match["number"]), replace(line, cells=words, text=" ".join(words.split()), alone=False, asks=False)


def follows_item(line: Line, above: Line) -> bool:
    """Whether a line below a bullet or a numbered line is indented no deeper, so that it may not continue it."""
    return (above.bullet or read_entry(above) is not None) and line.indent <= above.indent


def read_step_label(line: Line) -> Line | None:
    """The rest of a line after `Step 1` or `Step 1:`, possibly empty; None without such a label."""
    if line.bullet or line.escaped or not (match := _STEP.fullmatch(line.text)):
        return None
    return replace(line, text=match["text"] or "", alone=False)


def split_question(line: Line) -> tuple[str, str]:
    """The label and the words of a question: (`Q: `, `Is it cold?`); no label without a question."""
    match = None if line.escaped or line.bullet else _QUESTION.fullmatch(line.text)
    return (match["label"], match["words"]) if match else ("", line.text)


def split_answer(line: Line) -> tuple[str, str]:
    """The label and the words of an answer's first line: (`A: `, `In winter.`)."""
    match = None if line.escaped or line.bullet else _ANSWER.fullmatch(line.text)
    return (match["label"], match["words"]) if match else ("", line.text)


def is_link_words(line: Line) -> bool:
    return not line.bullet and not line.escaped and line.text.casefold() in _LINK_WORDS


def is_focus_label(line: Line) -> bool:
    words = line.text.casefold().removesuffix(":")
    return not line.bullet and not line.escaped and words in ("key focus areas", "focus areas")


def read_fact_label(line: Line) -> tuple[str | None, Line | None]:
    """The key fact that a line labels, and the rest of the line if the value follows a colon or a tab."""
    label, match = _fact_label(line)
    value = match["value"] if match else None
    return label, replace(line, text=value, cells=value) if value else None


def read_fact_period(line: Line) -> str | None:
    """The year or period in the label of a key fact: 2024-34 in `Job Outlook, 2024-34`."""
    _, match = _fact_label(line)
    return (match["before"] or match["after"]) if match else None


def _fact_label(line: Line) -> tuple[str | None, re.Match[str] | None]:
    if line.bullet or line.escaped or len(line.cells) > LONGEST_LABEL:
        return None, None
    words = " ".join(re.sub(r"\s*:?\s*\t", ": ", line.cells, count=1).split()) if "\t" in line.cells else line.text
    for label, form in _FACT_LINE.items():
        if match := form.fullmatch(words):
            return label, match
    return None, None


def read_detail_label(line: Line) -> tuple[str | None, str, str]:
    """Field, value and what it is about, if the label says so: (`remote_work`, `common`, ``), or (None, ``, ``)."""
    match = None if line.bullet or line.escaped else _DETAIL_LINE.fullmatch(line.text)
    if not match:
        return None, "", ""
    if match["covers"]:
        return "source", match["value"], match["covers"].lower().replace(" ", "_")
    if match["level"]:
        return "occupation", match["value"], match["level"]
    if match["figure"]:
        return "figure", match["value"], match["figure"]
    label = match["label"].lower().replace(" ", "_")
    return label, match["value"].lower() if label == "remote_work" else match["value"], ""


def read_source(value: str) -> tuple[str, str | None, str | None]:
    """Name, address and ISO date out of `name, https://…, as of May 2025`; the last two may be missing.

    A date that is not in the calendar is returned as written.
    """
    dated = _AS_OF.search(value, 1)
    words = dated["date"] if dated else "unknown"
    match = _SOURCE.fullmatch(value[: dated.start()] if dated else value)
    name, url = (match["name"], match["url"]) if match else (value, None)
    return name, url, None if words.lower() == "unknown" else read_date(words) or words


def write_source(name: str, url: str | None, as_of: str | None) -> str:
    """`name, https://…, as of 2025-05`; `as of unknown` if the name would be read as one with a date."""
    address = name + (f", {url}" if url else "")
    unknown = ", as of unknown" if _AS_OF.search(address, 1) else ""
    return f"{address}, as of {as_of}" if as_of else address + unknown


def read_provenance(line: str) -> Provenance | None:
    """How a figure is known, from `Figure (median salary): 44,770; published by BLS OEWS, May 2025; 43-4051 annual
    median`; None if the line has another form."""
    match = _DETAIL_LINE.fullmatch(line)
    return read_known(match["figure"], match["value"]) if match and match["figure"] else None


def read_known(figure: str, value: str) -> Provenance | None:
    """How a figure is known, from the label and the value of its line."""
    of, read = read_label(figure), read_value(value)
    if of is None or read is None:
        return None
    fields, words = read
    if words:
        name, url, checked = read_source(words)
        fields |= {"source": name, "url": url, "checked": checked}
    return Provenance(figure=of[0], level=of[1], **fields)


def write_provenance(known: Provenance) -> str:
    return write_line(known, write_source(known.source, known.url, known.checked))


def read_importance(words: str) -> tuple[str, str]:
    """The words of a bullet and the mark after them: (`Kneading`, `essential`), or (`Kneading`, ``)."""
    match = _IMPORTANCE.fullmatch(words)
    if not match:
        return words, ""
    return match["words"], match["mark"] if match["mark"] in IMPORTANCES else ""


def write_importance(bullet: str, mark: str) -> str:
    """Write a bullet with its mark; words that end like a mark get an empty mark."""
    looks_marked = _IMPORTANCE.fullmatch(bullet)
    return f"{bullet} {{{mark or 'unmarked'}}}" if mark or looks_marked else bullet


def read_picture(value: str) -> Picture | None:
    """Read a picture from `name, focus 30% 60%: description`; the focus is the middle by default."""
    match = _PICTURE.fullmatch(value)
    if not match:
        return None
    x, y = (50, 50) if match["x"] is None else (int(match["x"]), int(match["y"]))
    return Picture(name=match["name"].lower(), alt=match["alt"], focus_x=x, focus_y=y)


def write_picture(picture: Picture) -> str:
    """`name, focus 30% 60%: description`."""
    focus = (picture.focus_x, picture.focus_y)
    return picture.name + ("" if focus == (50, 50) else ", focus {}% {}%".format(*focus)) + f": {picture.alt}"


def split_skill(cells: str) -> tuple[str, str]:
    """The name and the detail of a skill's escaped bullet, separated by a tab."""
    name, _, detail = cells.partition("\t")
    return " ".join(name.split()), " ".join(detail.split())


def read_skill(kind: str, words: str) -> tuple[str, str]:
    """Name and detail of a skill's bullet: `Name (e.g., detail)` if it is technical, `Name: detail` if it is soft."""
    if kind == "soft":
        name, _, detail = strip_emphasis(words).partition(":")
        return (name.strip(), detail.strip()) if name.strip() else (words, "")
    start = _trailing_parenthesis(words)
    if start is None:
        return strip_emphasis(words), ""
    detail = re.sub(r"^(?:e\.\s?g\.,?|such as)\s+", "", words[start + 1 : -1].strip(), flags=re.IGNORECASE)
    name = strip_emphasis(words[:start].strip())
    return (name, detail) if name and detail else (words, "")


def resource_kind(title: str, role: str) -> str | None:
    """The kind of a resource, by the last significant word of its title outside the role's name."""
    words = re.sub(re.escape(role.casefold()), " ", title.casefold()).replace("é", "e").replace("-", " ")
    found = [(words.rfind(phrase), kind) for phrase, kind in _RESOURCE_WORDS.items() if phrase in words]
    return max(found)[1] if found else None


def _trailing_parenthesis(words: str) -> int | None:
    """The index where the final parenthesis opens."""
    if not words.endswith(")"):
        return None
    depth = 0
    for position in range(len(words) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(words[position], 0)
        if depth == 0:
            return position
    return None
