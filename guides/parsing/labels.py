"""Labels, numbers and rows that have a meaning under one heading alone."""

from guides.document import figures
from guides.document.lines import Line
from guides.document.words import read_detail_label, read_fact_label, read_step_label
from guides.parsing.headings import DEFAULT_HEADINGS, DETAILS, KEY_FACTS, SALARY_LEVELS


def label_owner(line: Line) -> str:
    """The heading that a line with a label belongs under, or an empty string."""
    if line.bullet or line.escaped:
        return ""
    if read_fact_label(line)[0]:
        return DEFAULT_HEADINGS[KEY_FACTS]
    if read_detail_label(line)[0]:
        return DEFAULT_HEADINGS[DETAILS]
    if read_step_label(line) is not None:
        return "How to Become …"
    return DEFAULT_HEADINGS[SALARY_LEVELS] if figures.read_header(line.text)[0] else ""
