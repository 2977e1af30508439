"""The greeting of a letter, from whatever somebody types for the person they write to."""

import re
from dataclasses import dataclass

from guides.toolkit.cover_letter.wording import calm, capitalized, without_ending

NOBODY = "Hiring Manager"
# Titles as Americans write them.
_WITH_PERIOD = ("mr", "mrs", "ms", "mx", "dr", "prof", "rev", "sgt", "capt", "lt")
_TITLES = {
    **{title: f"{title.capitalize()}." for title in _WITH_PERIOD},
    **{title.lower(): title for title in ("Miss", "Professor", "Sir", "Madam", "Ma'am", "Chef", "Coach", "Judge")},
    "doctor": "Dr.",
    "mister": "Mr.",
}
_TITLE = re.compile(rf"\b(?P<title>{'|'.join(_TITLES)})\b\.?(?=[\s,/&]|$)", re.IGNORECASE)
_OPENING = re.compile(r"(?:(?P<word>dear|hello|hi|hey|good (?:morning|afternoon|evening))\b[\s,:!.]*)", re.IGNORECASE)
_WHOM = re.compile(r"(?:to )?who(?:m|ever)?(?: it)? may concern", re.IGNORECASE)
_NOT_A_TITLE_ALONE = re.compile(r"(?:mr|mrs|ms|mx|dr|prof|miss|doctor|professor)\.?", re.IGNORECASE)
# Words that say a group or a role, so that there is no name for the address.
_ROLE = re.compile(
    r"\b(?:team|manager|managers|department|dept|committee|recruiter|recruiters|recruiting|recruitment|hr|resources"
    r"|staff|everyone|everybody|all|sirs?|madam|director|owner|supervisor|principal|coordinator|office|folks|friends"
    r"|ladies|gentlemen|colleagues|employer|company|lead|board|crew|boss)\b",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(
    r"\b(?:managers?|director|owner|supervisor|coordinator|lead|leader|head|chief|officer|president|ceo|cfo|coo|recruiter"
    r"|specialist|partner|principal|chef|nurse|hr|human resources|talent|founder|editor|chair|ph\.?\s?d|m\.?d|r\.?n|mba"
    r"|esq|dds|cpa|shrm-s?cp|sphr|phr)\b",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r",?\s+(?P<suffix>jr|sr)\.?$", re.IGNORECASE)
_IN_SMALL_LETTERS = {"all", "everyone", "everybody", "friends", "folks"}


@dataclass(frozen=True, slots=True)
class Salutation:
    """A greeting with its comma, and the name for the address, empty where a group or a role is greeted."""

    greeting: str
    addressee: str


def greet(typed: str) -> Salutation:
    """Return one right greeting: `Ms. Okafor,`, `Dear Ms Okafor` and `ms okafor` are all `Dear Ms. Okafor,`."""
    opening, words = "Dear", typed.strip()
    while match := _OPENING.match(words):
        opening, words = _capital(match["word"]), words[match.end() :]
    words = without_ending(words.strip(' -–—!?"“”()[]<>*')).rstrip("!?")
    if _WHOM.fullmatch(words):
        return Salutation("To Whom It May Concern,", "")
    if not words and opening != "Dear":
        return Salutation(f"{opening},", "")
    if not words or "@" in words or not re.search(r"[^\W\d_]", words) or _NOT_A_TITLE_ALONE.fullmatch(words):
        return Salutation(f"{'Dear' if opening.startswith('Good') else opening} {NOBODY},", "")
    if opening.startswith("Good"):
        opening += ","
    first, _, after = words.partition(",")
    name = _name(first if first and _AFTER_NAME.search(after) else words)
    is_role = _ROLE.search(name) is not None
    if is_role:
        name = _role(name.partition(",")[0])
        if name.casefold() == "ladies and gentlemen" and opening == "Dear":
            return Salutation("Ladies and Gentlemen,", "")
    return Salutation(f"{opening} {name},", "" if is_role else name)


def _name(words: str) -> str:
    words = re.sub(r"\s*&\s*", " and ", words)
    if words.isupper() and " " in words:
        words = words.lower()
    name = capitalized(words)
    name = _TITLE.sub(lambda match: _TITLES[match["title"].lower()], name)
    name = _SUFFIX.sub(lambda match: f" {match['suffix'].capitalize()}.", name)
    return (
        re.sub(r"\bo['’]([a-z])", lambda match: f"O'{match[1].upper()}", name, flags=re.IGNORECASE)
        if words.islower()
        else name
    )


def _role(words: str) -> str:
    """A role or group with its capitals, without an article: `the hiring team` is `Hiring Team`."""
    bare = re.sub(r"^(?:the|your|to the)\s+", "", words, flags=re.IGNORECASE)
    if bare.casefold() in _IN_SMALL_LETTERS:
        return bare.lower()
    words = " ".join(
        word
        if word.casefold() in {"of", "or", "and", "at", "for", "the", "in", "&"} or not word[:1].islower()
        else _capital(word)
        for word in calm(bare).split(" ")
    )
    words = re.sub(r"\bHr\b", "HR", words)
    return f"{words} Team" if words in ("HR", "Human Resources") else words


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:].lower()
