"""What a file says beyond the schema, kept as JSON with each entry and with the person."""

import json
from typing import Any

from guides.toolkit.resume.json_resume.schema import Data

LONGEST_REST = 50_000  # characters of what is kept beyond the schema, of an entry or of the whole file
LARGEST_VALUE = 20_000  # of a single value in it
DEEPEST_REST = 20  # levels of lists and objects in it


def read_rest(text: str) -> Data:
    """Return what a file says beyond the form; nothing for text that is not such JSON, is too long or too deep."""
    try:
        data = json.loads(text) if text and len(text) <= LONGEST_REST else None
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) and not is_deep(data) else {}


def is_deep(data: Any) -> bool:
    level = [data]
    for _ in range(DEEPEST_REST):
        lists = [value.values() if isinstance(value, dict) else value for value in level]
        level = [value for values in lists for value in values if isinstance(value, dict | list)]
    return bool(level)
