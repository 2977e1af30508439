"""Words that readers connect with one sex, after a study."""

import re
from collections.abc import Iterable

from guides.toolkit.findings import Source

SOURCE = Source(
    "Gaucher, Friesen and Kay, Journal of Personality and Social Psychology 101 (1), 2011, pages 109–128",
    "https://doi.org/10.1037/a0022530",
)
# A selection of the stems in the appendix of the study, without stems of everyday words that usually have another
# meaning in a job description (“lead”, “child”, “kind”, “share”).
_STEMS = {
    "masculine": (
        "adventurous", "aggress", "ambitio", "analy", "assert", "athlet", "autonom", "boast", "challeng", "compet",
        "confident", "courag", "decisive", "determin", "domina", "greedy", "headstrong", "hierarch", "hostil",
        "impulsive", "independen", "individual", "intellect", "logic", "outspoken", "reckless", "self-confiden",
        "self-relian", "self-sufficien", "stubborn", "superior",
    ),
    "feminine": (
        "affectionate", "cheer", "collab", "commit", "communal", "compassion", "connect", "considerate", "cooperat",
        "co-operat", "depend", "emotiona", "empath", "gentle", "honest", "interdependen", "interpersonal", "loyal",
        "nurtur", "pleasant", "polite", "quiet", "sensitiv", "submissive", "support", "sympath", "tender", "together",
        "trust", "understand", "warm",
    ),
}  # fmt: skip
# Words with these stems that mean something else, and uses of the words that do.
_OTHER_WORDS = (
    r"aggregat\w*|analysts?|analyzers?|athletes?|athletics|athletic (?:train|team|program|director|event|field)\w*"
    r"|challengers?|cheerlead\w*|committees?|commits|competen\w*|competitors?|competitions?|confidential\w*"
    r"|connectors?|connections?|connectivity|connect(?:s|ing)? (?:cables?|wires?|pipes?|hoses?|to the)"
    r"|dependents?|dependenc\w+|depend(?:s|ing)? on|determine|determines|determining|determinations|determinants?"
    r"|individuals?|individually|individuali[sz]\w+|intellectual property|logistic\w*|superiors|superior court"
    r"|tenders|tendered|tendering|tenderloin|tender (?:documents?|process(?:es)?|offers?|teams?|prices?)"
    r"|trustees?|trust (?:funds?|accounts?|law|companies|company)|warmers?|warm-?ups?"
    r"|warm (?:food|meals?|water|drinks?)|commit (?:messages?|code|changes)"
    r"|sensitive (?:data|information|documents?|equipment)|(?:technical|it|customer|product) support"
)
_MASK = re.compile(rf"\b(?:{_OTHER_WORDS})\b", re.IGNORECASE)
_WORDS = {kind: re.compile(rf"\b(?:{'|'.join(stems)})[\w-]*", re.IGNORECASE) for kind, stems in _STEMS.items()}


def coded(lines: Iterable[str], kind: str) -> list[str]:
    """List the words with a stem of `masculine` or `feminine`, each once, in the order of the text."""
    text = _MASK.sub("\n", "\n".join(lines))
    return list(dict.fromkeys(word.lower() for word in _WORDS[kind].findall(text)))
