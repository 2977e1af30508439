"""The headings that guide texts use, and the places that they open."""

import re

from guides.document.articles import with_article
from guides.document.choices import SECTION_KINDS
from guides.document.markup import unescape
from guides.document.shape import LISTS

# Places other than kinds of section: lists inside a section, the key facts, the details, the sales block.
KEY_FACTS, DETAILS, SALES = "key_facts", "details", "sales"
RESPONSIBILITIES, EDUCATION = "responsibilities_list", "education_requirements"
TECHNICAL, SOFT = "technical", "soft"
SALARY_LEVELS, OTHER_PAY, PROS, CONS = "salary_levels", "other_pay", "pros", "cons"

# The section of each list; words that the list cannot use join that section.
HOSTS = {
    RESPONSIBILITIES: "responsibilities",
    EDUCATION: "qualifications",
    TECHNICAL: "qualifications",
    SOFT: "qualifications",
    SALARY_LEVELS: "salary_outlook",
    OTHER_PAY: "salary_outlook",
    PROS: "pros_cons",
    CONS: "pros_cons",
}
# Some lists end in one more bullet that is the heading of the next list.
BULLETS = (TECHNICAL, SOFT, PROS, CONS)

# Short forms, after `_plain`. Sections also have long forms: `ROLE short form`, `short form for ROLEs`.
_LISTS = {
    KEY_FACTS: r"(?:key|quick) facts(?: and (?:statistics|figures))?|at a glance",
    DETAILS: r"guide details",
    RESPONSIBILITIES: r"(?:key |main )?responsibilities",
    EDUCATION: r"education(?:al)? requirements",
    TECHNICAL: r"technical skills",
    SOFT: r"soft skills",
    SALARY_LEVELS: r"salary by experience(?: level)?",
    OTHER_PAY: r"other pay",
    PROS: r"pros",
    CONS: r"cons",
}
_SECTIONS = {
    "work_environment": r"work environment",
    "tools": r"tools and technolog(?:y|ies)",
    "qualifications": r"skills and qualifications",
    "education_training": r"education and training",
    "salary_outlook": r"salary and (?:job )?outlook",
    "market_commentary": r"market commentary",
    "career_path": r"career paths?",
    "diversity": r"diversity and inclusion",
    "inclusive_hiring": r"inclusive hiring(?: practices)?",
    "workplace_culture": r"workplace culture",
    "support_networks": r"resources and support networks",
    "global_salaries": r"global salar(?:y|ies)",
    "remote_work": r"remote work",
    "visa_immigration": r"visas? and immigration",
    "market_reality": r"market reality",
    "current_challenges": r"current challenges",
    "growth_opportunities": r"growth opportunities",
    "market_trends": r"(?:current )?market trends",
    "emerging_specializations": r"emerging speciali[sz]ations?",
    "toolkit": r"job application toolkit",
    "pros_cons": r"pros and cons",
    "faq": r"frequently asked questions|faqs?",
    "related": r"related (?:careers|roles|jobs|occupations)",
}
# Forms that need the role or are a whole sentence.
_SENTENCES = {
    "overview": r"what is an? .+\?|what are (?!the ).+\?|(?:.+ )?overview",
    "responsibilities": r"what does an? .+ do\?|what do .+ do\?",
    "how_to_become": r"how to become [^?]+",
    "global_opportunities": r"global (?:.+ )?opportunities",
    "readiness": r"assess your .+ readiness",
    SALES: r"land your dream job with .+[^.!?:;,]",
}
# Headings of material, which are those of text unless its first row follows.
_MATERIAL = {
    "interview": r"interview questions",
    "resumes": r"sample resumes?",
    "letters": r"sample (?:cover )?letters?",
    "job_ads": r"job ads?",
    "glossary": r"glossary",
}
# A list with a long heading, which opens it only with the guide's own role (`OWN`).
_LONG_LISTS = {
    KEY_FACTS: r"(?:.+ |.+: ?)?(?:{})(?:(?: (?:for|of|about|on)|:) [^?]+)?",
    PROS: r"{} of [^?]+",
    CONS: r"{} of [^?]+",
} | dict.fromkeys(
    (RESPONSIBILITIES, EDUCATION, TECHNICAL, SOFT, SALARY_LEVELS),
    r"(?:.+ )?(?:{})(?: (?:for|of|in|to|needed|required) [^?]+)?",
)
_LONG = r"(?:.+ )?(?:{})(?: (?:for|of|in|as|needed|required|to) [^?]+)?"


def _any_of(forms: dict[str, str]) -> re.Pattern[str]:
    """One pattern for all forms; the name of the group that matched is the place."""
    return re.compile("|".join(f"(?P<{place}>{form})" for place, form in forms.items()))


EXACT = _any_of(_LISTS | _SECTIONS)
# The forms of a heading once `§` replaces the guide's own role, with or without its article.
_OWN_LONG = (
    r"(?:§ )?(?:{})(?: (?:needed |required )?(?:for|of|in|as|to)(?: being| becom(?:e|ing))? §(?: roles?| jobs?)?)?"
)
_OWN_SENTENCES = (
    r"what (?:is|are) §\?|§ overview|what (?:does|do) § do\?|how to become §"
    r"|global § opportunities|assess your § readiness"
)
_OWN_FACTS = rf"(?:§:? )?(?:{_LISTS[KEY_FACTS]})(?:(?: (?:for|of|about|on)|:) §)?"
OWN = re.compile(
    "|".join(
        [
            *_LISTS.values(),
            *map(_OWN_LONG.format, (form for forms in (_LISTS, _SECTIONS) for form in forms.values())),
            _OWN_FACTS,
            _OWN_SENTENCES,
        ]
    )
)
FORMS = _any_of(
    {
        place: f"{form}|{_LONG_LISTS[place].format(form)}" if place in _LONG_LISTS else form
        for place, form in _LISTS.items()
    }
    | {place: _LONG.format(form) for place, form in _SECTIONS.items()}
    | _SENTENCES
)
MATERIAL_FORMS = _any_of(_MATERIAL)
LONGEST_HEADING = 160

DEFAULT_HEADINGS = {
    KEY_FACTS: "Key Facts & Statistics",
    DETAILS: "Guide Details",
    RESPONSIBILITIES: "Key Responsibilities",
    EDUCATION: "Education Requirements",
    TECHNICAL: "Technical Skills",
    SOFT: "Soft Skills",
    SALARY_LEVELS: "Salary by Experience Level",
    OTHER_PAY: "Other Pay",
    PROS: "Pros",
    CONS: "Cons",
    "responsibilities": "What does {a_role} do?",
    "qualifications": "Skills & Qualifications",
    "how_to_become": "How to Become {a_role}",
    "salary_outlook": "Salary & Outlook",
    "career_path": "Career Path",
    "emerging_specializations": "Emerging Specializations",
    "toolkit": "Job Application Toolkit",
    "pros_cons": "Pros & Cons",
    "faq": "Frequently Asked Questions",
    "related": "Related Careers",
    "readiness": "Assess your {role} readiness",
    "interview": "Interview Questions",
    "resumes": "Sample Resumes",
    "letters": "Sample Letters",
    "job_ads": "Job Ad",
    "glossary": "Glossary",
}
# The mark of an entry (`# Name {specialization}`) if it is not the name of its list.
ENTRY_MARKS = {"specializations": "specialization", "resources": "resource"}
# Lists under a heading of their own that need no code of their own: bullets, or names with a text.
PLAIN_LISTS = {
    place: host
    for place, host in HOSTS.items()
    if place in LISTS and place not in (EDUCATION, SALARY_LEVELS, OTHER_PAY, PROS, CONS)
}
KIND_ORDER = {kind: index for index, kind in enumerate(SECTION_KINDS)}


def recognize(text: str, *, exact: bool = False) -> str | None:
    """The place that a heading opens, or None; with `exact` only short forms without a role count."""
    if len(text) > LONGEST_HEADING or text.endswith((".", "!", ";", ",")):
        return None
    match = (EXACT if exact else FORMS).fullmatch(_plain(text))
    return match.lastgroup if match else None


def material_of(text: str) -> str | None:
    """The list of material that a heading names, or None."""
    match = MATERIAL_FORMS.fullmatch(_plain(text)) if len(text) <= LONGEST_HEADING else None
    return match.lastgroup if match else None


def is_own(heading: str, title: str) -> bool:
    """Whether a known heading is a short form, or a long one with no other role than the guide's own.

    The last word of the title stands for the role too: `Soft Skills for Operators`.
    """
    return OWN.fullmatch(_without_role(heading, title, or_last_word=True)) is not None


def has_role(heading: str, title: str) -> bool:
    """Whether a heading contains the guide's own role, in the singular or the plural."""
    return "§" in _without_role(heading, title)


def _without_role(heading: str, title: str, *, or_last_word: bool = False) -> str:
    """A plain heading with `§` for the role, or the last word of its title, and its article."""
    words = list(map(_singular_or_plural, _plain(title).split())) or ["(?!)"]
    role = f"(?:{' '.join(words)}|{words[-1]})" if or_last_word else " ".join(words)
    return re.sub(rf"(?<!\w)(?:an? )?{role}(?!\w)", "§", _plain(heading))


def _singular_or_plural(word: str) -> str:
    """The pattern of a word in the singular or the plural."""
    if word.endswith("y"):
        return re.escape(word[:-1]) + "(?:ys?|ies)"
    return re.escape(word[:-3]) + "m[ae]n" if word.endswith("man") else re.escape(word) + "(?:e?s)?"


def default_heading(place: str, title: str) -> str:
    """The heading of a place if the document has none."""
    return DEFAULT_HEADINGS[place].format(role=title, a_role=with_article(title))


def is_long_list(heading: str, place: str) -> bool:
    """Whether a heading of a list has more words than its short form."""
    return place in _LISTS and recognize(heading, exact=True) != place


def _plain(heading: str) -> str:
    """A heading without case, years, ampersands and a closing colon."""
    heading = unescape(heading).casefold().replace("&", " and ").removesuffix(":")
    heading = re.sub(r"\(?\b(?:19|20)\d\d\b\)?", " ", heading)
    return " ".join(heading.split())
