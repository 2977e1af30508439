"""The JSON of a file, and why a file has none that can be read."""

import json
from math import isfinite

from guides.toolkit.resume.json_resume.schema import Data, ResumeFileError

NOT_A_RESUME = (
    "There is no resume in this file that we can read. Choose a JSON Resume: a file that you downloaded here, or that"
    " another program exported under that name."
)


class _Decimal(float):
    """A number that is written as it was: 3.70."""

    def __new__(cls, words: str) -> "_Decimal":
        number = super().__new__(cls, words)
        number.words = words
        return number

    def __str__(self) -> str:
        return self.words


def parse(content: bytes) -> Data:
    """Return the object in a file; numbers keep their digits. Raises ResumeFileError if there is none."""
    try:
        data = json.loads(
            content.decode("utf-8-sig"),
            parse_float=lambda words: _Decimal(words) if isfinite(float(words)) else words,
            parse_constant=str,
        )
    except UnicodeDecodeError as error:
        raise ResumeFileError(["This is not a JSON Resume. PDF and Word files cannot be read."]) from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise ResumeFileError([f"The file is not JSON, or it is damaged at {place}."]) from error
    except (ValueError, RecursionError) as error:
        message = "The file is not a JSON Resume: it is nested too deeply, or a number is too long."
        raise ResumeFileError([message]) from error
    if not isinstance(data, dict) or isinstance(data.get("sections"), dict):
        raise ResumeFileError([NOT_A_RESUME])
    return data
