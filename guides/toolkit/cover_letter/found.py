"""Where an applicant found the job, from what they type: a site, a place, a person, a whole sentence."""

import re
from dataclasses import dataclass

from guides.document.articles import with_article
from guides.toolkit.cover_letter.wording import SENTENCE, as_sentence, typed_line, with_small_start, words_in

SAW, LEARNED = "saw advertised", "learned about"
_SITES = {
    name.casefold(): name
    for name in (
        *words_in(
            "Indeed LinkedIn Glassdoor ZipRecruiter Monster Craigslist Facebook Handshake Dice Snagajob CareerBuilder"
            " Google Instagram Twitter Reddit"
            " USAJOBS SimplyHired YouTube Idealist Nextdoor TikTok Wellfound FlexJobs Upwork X"
        ),
        *("Facebook Marketplace", "Google Jobs"),
    )
} | {"fb": "Facebook"}
_SITE = re.compile(rf"(?:{'|'.join(sorted(_SITES, key=len, reverse=True))})(?![\w-])", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://)?(?:[\w-]+\.)+(?:com|org|net|gov|edu|us|io|jobs|co|info)(?:/\S*)?", re.IGNORECASE)
_DETERMINED = re.compile(
    r"(?:an?|the|my|your|our|his|her|their|this|that|another|some|any|several|many|one of|two|three|\d+)\b",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"(?:on|in|at|through|from|via|by|during|thanks to|online(?=$| (?:at|on|in)\b)|while|when|after)\b", re.IGNORECASE
)
_SEEN = re.compile(r"(?:on|in|online)\b(?!.*\b(?:radio|podcast|person)\b)", re.IGNORECASE)
_HEAD = re.compile(r"(?:(?!\s(?:at|in|of|for|with|from|near|who|that|on|by)\b)[^,(;])*")
_PERSON = (
    "friends?|neighbors?|teachers?|professors?|coach|counselor|adviser|advisor|colleagues?|co-?workers?|boss|manager"
    "|supervisor|uncle|aunt|cousin|brother|sister|mother|father|mom|dad|mentor|classmates?|roommate|employees?|recruiter"
    "|customers?|wife|husband|partner|parents?|son|daughter|instructor|staff|trainer|someone|somebody|relative|pastor"
)
# The preposition for a place, by the last word of its name.
_PLACES = tuple(
    (preposition, re.compile(rf"(?:^|[\s'’-])(?:{places})$", re.IGNORECASE))
    for preposition, places in (
        ("from", rf"{_PERSON}|friend \w+"),
        ("by", r"(?<!.)(?:e-?mail|phone|text|mail|text message)"),
        (
            "on",
            r"web ?sites?|site|pages?|boards?|apps?|portal|feed|account|profile|flyers?|posters?|signs?|radio|tv"
            r"|social media|television|internet|web|intranet|channel|blog|forum|billboard|marketplace|podcast",
        ),
        (
            "in",
            r"newspapers?|papers?|magazine|journal|newsletter|windows?|groups?|classifieds|ads?|posts?|bulletin|store|shop",
        ),
        (
            "at",
            r"fairs?|events?|conference|meetup|school|college|university|open house|church|library|workshop|gym|session"
            r"|meeting|mall",
        ),
    )
)
# Bare words and the article that they take; all others in the singular take `a`.
_ARTICLES = {
    **dict.fromkeys(("website", "web site", "site", "careers page", "career page", "jobs page", "homepage"), "your"),
    **dict.fromkeys(("radio", "internet", "web", "newspaper", "paper", "local newspaper", "local paper"), "the"),
    **dict.fromkeys(("company website", "company site", "school website", "classifieds", "library"), "the"),
    **dict.fromkeys(("window", "store", "shop"), "your"),
    **dict.fromkeys(("mom", "dad", "mother", "father", "uncle", "aunt", "brother", "sister", "cousin", "wife"), "my"),
    **dict.fromkeys(("husband", "boss", "family", "neighbor", "teacher", "roommate", "counselor", "professor"), "my"),
    **dict.fromkeys(("social media", "school", "college", "church", "tv", "television", "work"), ""),
    **dict.fromkeys(("email", "e-mail", "phone", "text", "mail", "text message", "networking", "someone"), ""),
}
_ONLY_ONE = (" app", " website", " site", " newspaper", " paper", " careers page")
_COMMON = re.compile(
    rf"(?:{_PERSON}|website|web|company|online|newspaper|jobs?|careers?|local|social|radio|word|email|internet|temp|staffing"
    r"|campus|school|college|former|family|referral|news|flyer|poster|sign|community|posting|listing|ad|networking)\b",
    re.IGNORECASE,
)
_REPORTS = (
    "told|said|mentioned|recommended|referred|suggested|showed|sent|shared|encouraged|works|worked|posted|gave|let"
    "|forwarded|pointed|advised|urged|invited|contacted|called|emailed|reached|asked|knows|texted|messaged|thinks"
)
_TELLING = re.compile(rf"(?:(?!(?:who|that|which)\b)[^\W\d]\S* ){{1,8}}?(?:{_REPORTS})\b", re.IGNORECASE)
_OPEN_END = re.compile(r"\b(?:told|informed|texted|messaged|emailed) me$", re.IGNORECASE)
_AD = re.compile(
    r"^(?:(?:an?|the|your) )?(?:job )?(?:ad|advertisement|listing|posting|post)s? (?=(?:on|in|at|by|from)\b)",
    re.IGNORECASE,
)
_AD_ALONE = re.compile(r"(?:(?:an?|the|your) )?(?:job )?(?:ad|advertisement|listing|posting|post)", re.IGNORECASE)
_DOING = re.compile(
    r"(?:driving|walking|passing|searching|googling|browsing|shopping|eating|surfing|scrolling)\b", re.IGNORECASE
)
_TOLD_BY = re.compile(r"(?:was )?(?:told|informed)(?: about (?:it|this))? by ", re.IGNORECASE)
_REFERRAL = re.compile(r"(?:(?:an?|the) )?(?:employee )?(?:referral|recommendation|tip)\b", re.IGNORECASE)
# Beginnings of a fragment whose subject is missing.
_WITHOUT_SUBJECT = tuple(
    (re.compile(rf"{pattern}\b", re.IGNORECASE), before)
    for pattern, before in (
        (
            r"(?:saw|found|heard|read|learned|discovered|came|got|noticed|applied|walked|drove|called|passed|stopped"
            r"|googled|emailed|asked|searched|used|worked|know|knew|was|have)",
            "I ",
        ),
        (r"(?:referred|invited|contacted|recruited|encouraged|approached)(?= (?:by|to))", "I was "),
        (r"(?:recommended|suggested)(?= by)", "This job was "),
    )
)


@dataclass(frozen=True, slots=True)
class Found:
    """Where the job was found: a sentence, and, unless the person typed a whole one, the end of one about the job."""

    sentence: str = ""
    clause: str = ""


def where_found(typed: str) -> Found:
    """Return `I saw this job advertised on Indeed.` and `which I saw advertised on Indeed` for `Indeed`."""
    words = _with_site_names(typed_line(typed))
    if not words:
        return Found()
    if SENTENCE.match(words) or _is_telling(words):
        return Found(as_sentence(_OPEN_END.sub(r"\g<0> about this job", words)))
    for pattern, before in _WITHOUT_SUBJECT:
        if pattern.match(words):
            return Found(as_sentence(before + with_small_start(words)))
    if _AD_ALONE.fullmatch(words):
        return Found("I saw your ad.")
    if _REFERRAL.match(words):
        place = f"through {_with_article(with_small_start(words))}"
    else:
        place = _placed(_TOLD_BY.sub("", _AD.sub("", words, count=1), count=1))
    if _SEEN.match(place):
        return Found(as_sentence(f"I saw this job advertised {place}"), f"which I saw advertised {place}")
    return Found(as_sentence(f"I learned about this job {place}"), f"which I learned about {place}")


def _is_telling(words: str) -> bool:
    """Whether somebody tells something: `Jane Okafor told me`; not `from Jane, who told me`."""
    return not _PREPOSITION.match(words) and _TELLING.match(words) is not None


def _with_site_names(words: str) -> str:
    """Words with sites as they write themselves, alone or after a preposition: `on indeed` is `on Indeed`."""
    found = re.search(r"^(?:.*\b(?:on|from|via|through|at) )?", words, re.IGNORECASE)
    match = _SITE.match(words, found.end() if found else 0)
    return words[: match.start()] + _SITES[match[0].casefold()] + words[match.end() :] if match else words


def _placed(words: str) -> str:
    """Words with the preposition that people use: `on Indeed`, `from a friend`, `at a job fair`; else `through`."""
    site = _SITE.match(words)
    if re.fullmatch(r"word[- ]of[- ]mouth", words, re.IGNORECASE):
        return "by word of mouth"
    if _DOING.match(words):
        return f"while {with_small_start(words)}"
    if preposition := _PREPOSITION.match(words):
        return words[: preposition.end()].lower() + words[preposition.end() :]
    if _ADDRESS.fullmatch(words) or (site and re.match(r"$| ?[,(]| (?:and|or)\b", words[site.end() :])):
        return f"on {words}"
    if re.match(r"(?:mr|mrs|ms|mx|dr|prof)\b", words, re.IGNORECASE):
        return f"from {words}"
    small = _without_capital(words)
    head = _HEAD.match(small)
    for preposition, places in _PLACES:
        if head and places.search(head[0]):
            return f"{preposition} {_with_article(small)}"
    return f"through {_with_article(small)}"


def _with_article(words: str) -> str:
    """Words with the article that they take: `a job board`, `your website`, `an Instagram post`; a name has none."""
    head = _HEAD.match(words)
    name = head[0] if head else words
    if name.lower() in _ARTICLES:
        return f"{_ARTICLES[name.lower()]} {words}".strip()
    is_name = name.rpartition(" ")[2][:1].isupper()
    is_plural = re.search(r"[^s]s$", name) or re.match(r"friends\b", name)
    if _DETERMINED.match(words) or is_name or is_plural:
        return words
    return f"the {words}" if name.endswith(_ONLY_ONE) else with_article(words)


def _without_capital(words: str) -> str:
    """Words without a capital at the start if a common word begins them: `Your website`, `A friend`, `Job fair`."""
    is_common = _COMMON.match(words) and not re.match(r"\S+ [A-Z]", words)
    return with_small_start(words) if is_common or _DETERMINED.match(words) else words
