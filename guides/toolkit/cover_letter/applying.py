"""What an applicant applies for, however they type the job and the employer."""

import re

from guides.toolkit.cover_letter.wording import calm, capitalized, typed_line

_BEFORE_JOB = re.compile(
    r"(?:apply(?:ing)? )?(?:(?:for|as) )?(?:(?:the|an?|your) )?"
    r"(?:(?:job )?(?:position|job|role|opening|vacancy|post)(?: title)?(?: of| as| for|:) (?:an? )?)?",
    re.IGNORECASE,
)
_AFTER_JOB = re.compile(r"\s+(?:job )?(?:position|job|role|opening|vacancy)s?$", re.IGNORECASE)
_ANY = re.compile(r"(?:any(?:thing)?|whatever|all|open positions?)\b", re.IGNORECASE)
# Names of what somebody applies for, rather than of what they would be.
_NO_TITLE = re.compile(
    r"\b(?:internship|apprenticeship|traineeship|externship|fellowship|residency|placement|program|scholarship|work|job|position|opening)s?$",
    re.IGNORECASE,
)


def position_name(typed: str) -> str:
    """The job alone: `cashier` from `the cashier position.`, `position of cashier` or `job: cashier`."""
    words = calm(typed_line(typed))
    bare = _AFTER_JOB.sub("", words[_before(words) :])
    return bare or words


def _before(words: str) -> int:
    match = _BEFORE_JOB.match(words)
    return match.end() if match else 0


def employer_name(typed: str) -> str:
    """The employer alone, with its capitals; an article stays: `the Corner Bakery`, `Acme Inc.`"""
    return capitalized(re.sub(r"^at (?=\S)", "", typed_line(typed), flags=re.IGNORECASE))


def applying_for(position: str, employer: str) -> str:
    """The end of `I am writing to apply …`: `for the position of cashier at the Corner Bakery`; empty without both."""
    job, employer = position_name(position), employer_name(employer)
    at = f"{',' if ',' in job else ''} at {employer}" if employer else ""
    if _ANY.match(job):
        return f"for any open position{at}"
    if not job:
        return f"for a job{at}" if employer else ""
    return f"for the {job}{at}" if _NO_TITLE.search(job) else f"for the position of {job}{at}"
