"""Names of skills: the key that is the same for different names of one skill, and the name that pages show.

`CRM Software Proficiency` and `Customer Relationship Management (CRM) Software` have one key. C, C++ and C# do not, and
neither do R and R&D, since the words of a key keep their symbols.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from guides.document.kinds import LONGEST_NAME
from guides.document.plurals import singular
from guides.document.search_words import WORD, fold, tokens_of

# Acronyms of skills with one usual meaning.
ACRONYMS = {
    "ACLS": "Advanced Cardiovascular Life Support",
    "AI": "Artificial Intelligence",
    "API": "Application Programming Interface",
    "AR": "Augmented Reality",
    "AWS": "Amazon Web Services",
    "BIM": "Building Information Modeling",
    "CAD": "Computer-Aided Design",
    "CAM": "Computer-Aided Manufacturing",
    "CMS": "Content Management Systems",
    "CNC": "Computer Numerical Control",
    "CPR": "Cardiopulmonary Resuscitation",
    "CRM": "Customer Relationship Management",
    "CSS": "Cascading Style Sheets",
    "EHR": "Electronic Health Records",
    "EMR": "Electronic Medical Records",
    "ERP": "Enterprise Resource Planning",
    "ETL": "Extract, Transform, Load",
    "GAAP": "Generally Accepted Accounting Principles",
    "GCP": "Google Cloud Platform",
    "GIS": "Geographic Information Systems",
    "GPS": "Global Positioning System",
    "HRIS": "Human Resources Information Systems",
    "HTML": "Hypertext Markup Language",
    "HVAC": "Heating, Ventilation, and Air Conditioning",
    "IFRS": "International Financial Reporting Standards",
    "IVR": "Interactive Voice Response",
    "KPI": "Key Performance Indicators",
    "LMS": "Learning Management Systems",
    "MES": "Manufacturing Execution Systems",
    "NLP": "Natural Language Processing",
    "OCR": "Optical Character Recognition",
    "OOP": "Object-Oriented Programming",
    "PCB": "Printed Circuit Boards",
    "PLC": "Programmable Logic Controllers",
    "POS": "Point of Sale",
    "PPE": "Personal Protective Equipment",
    "QA": "Quality Assurance",
    "QC": "Quality Control",
    "RPA": "Robotic Process Automation",
    "SCADA": "Supervisory Control and Data Acquisition",
    "SEM": "Search Engine Marketing",
    "SEO": "Search Engine Optimization",
    "SQL": "Structured Query Language",
    "TDD": "Test-Driven Development",
    "UI": "User Interface",
    "UX": "User Experience",
    "VoIP": "Voice over Internet Protocol",
    "VPN": "Virtual Private Network",
    "VR": "Virtual Reality",
    "WMS": "Warehouse Management Systems",
    "XML": "Extensible Markup Language",
}
# Words that say little at the end of a name.
FILLER = frozenset(WORD.findall("software skills skill proficiency platforms platform"))
# These stay after a single word: hand tools and control systems are not hand and control.
FILLER_OF_LONGER = frozenset(WORD.findall("tools tool systems system"))
# What is left of a purpose after these would be another skill, or none.
_NEEDED_BEFORE = {
    "for": frozenset(
        WORD.findall(
            "accountability advocacy appreciation aptitude compassion concern empathy enthusiasm eye flair"
            " instinct knack love passion regard respect responsibility talent tolerance"
        )
    ),
    "to": frozenset(
        WORD.findall(
            "adaptability adherence approach attention business commitment contribution dedication direct door end"
            " exposure face introduction machine openness peer point resistance response sensitivity speech text time"
        )
    ),
}
# A verb follows these, so that nothing after it is a purpose of its own.
_BEFORE_VERBS = re.compile(
    r"\b(?:able|ability|abilities|capacity|desire|eager|eagerness|read(?:y|iness)|willing|willingness) to\b"
)
_SAME_IN_PLURAL = frozenset(WORD.findall("communications news"))
_SHORTEST_PLURAL = 5  # letters
LONGEST_KEY = 3 * LONGEST_NAME  # folding can make a name longer, and so can acronyms
_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_PURPOSE = re.compile(r"\s(for|to)\s", re.IGNORECASE)
_MARKS = " ,;:.–—-"


def _tokens(name: str) -> list[str]:
    return tokens_of(name.replace("&", " and "))


_SPELLED = {acronym.lower(): _tokens(words) for acronym, words in ACRONYMS.items()}


@lru_cache(maxsize=5_000)
def skill_key(name: str) -> str:
    """The key of a skill's name: `Email Management Tools for quick replies` has that of `e-mail management`.

    It drops brackets, a purpose at the end and words such as “software”, spells acronyms in full and joins the words,
    so that `front-end` is `front end`. A name always has a key, if only its own characters.
    """
    tokens = core_words(name)
    if tokens:
        tokens[-1] = _singular(tokens[-1])
    return ("".join(tokens) or " ".join(name.split())).casefold()[:LONGEST_KEY]


@lru_cache(maxsize=5_000)
def skill_name(name: str) -> str:
    """The name of a skill on pages, made from the name in a guide: `Basic Troubleshooting Skills for …` is shortened to
    `Basic Troubleshooting`, `CRM Software` is spelled `Customer Relationship Management (CRM)`."""
    if known := spelled_out(name):
        return known
    words = without_purpose(name).split()
    while len(words) > 1 and _is_filler(fold(words[-1]), len(words) - 1):
        words.pop()
    shown = " ".join(words).rstrip(_MARKS)
    return shown if _tokens(shown) else name


def spelled_out(name: str) -> str:
    """The name of a skill with a usual acronym, both in full and short: `Quality Assurance (QA)`; empty for others."""
    return _NAMES.get(skill_key(name), "")


def core_words(name: str) -> list[str]:
    """The words of a name from which its key is made."""
    tokens = _spelled(_tokens(without_purpose(name)) or _tokens(name))
    while len(tokens) > 1 and _is_filler(tokens[-1], len(tokens) - 1):
        tokens.pop()
    return tokens


def acronyms_in(name: str) -> Iterator[tuple[str, str]]:
    """The acronyms in a name with the words before them that they stand for: `Point of sale POS software`."""
    words = name.split()
    for place, word in enumerate(words):
        meant = words[max(0, place - len(word)) : place]
        if len(word) > 1 and word.isupper() and word == "".join(each[0] for each in meant).upper():
            yield word, " ".join(meant)


def without_purpose(name: str) -> str:
    """A name without brackets and without a purpose at its end."""
    core = " ".join(_BRACKETS.sub(" ", name).split())
    if _BEFORE_VERBS.search(fold(core)):
        return core
    for purpose in _PURPOSE.finditer(core):
        before = fold(core[: purpose.start()]).split()
        if _ends_a_skill(before, purpose[1].lower()):
            return core[: purpose.start()].rstrip(_MARKS)
    return core


def _ends_a_skill(before: list[str], preposition: str) -> bool:
    """Whether words are a skill without the purpose that follows them."""
    if not before or before[-1] in _NEEDED_BEFORE[preposition]:
        return False
    return len(before) > 1 or (preposition == "for" and not before[0].endswith("ing"))


def _spelled(tokens: list[str]) -> list[str]:
    """The words with known acronyms in full, and without acronyms of the words before them."""
    spelled: list[str] = []
    for token in tokens:
        words = _SPELLED.get(token) or _SPELLED.get(token.removesuffix("s")) or [token]
        initials = "".join(word[0] for word in spelled[-len(token) :])
        if spelled[-len(words) :] != words and (len(token) < 2 or token != initials):
            spelled += words
    return spelled


def _is_filler(word: str, others: int) -> bool:
    return word in FILLER or (others > 1 and word in FILLER_OF_LONGER)


def _singular(word: str) -> str:
    return word if len(word) < _SHORTEST_PLURAL or word in _SAME_IN_PLURAL else singular(word)


_NAMES = {skill_key(words): f"{words} ({acronym})" for acronym, words in ACRONYMS.items()}
