"""Words that ask where a language was learned instead of how well it is spoken."""

from guides.toolkit.findings import Source
from guides.toolkit.job_description.wording.kind import Kind

_LANGUAGES = (
    "(?:english|spanish|french|german|chinese|mandarin|cantonese|japanese|korean|arabic|portuguese|italian|dutch"
    "|russian|hindi|polish|swedish|danish|norwegian|finnish|turkish|vietnamese|tagalog|greek|hebrew|ukrainian|czech)"
)
_LEVEL = "the level that the work needs, such as “fluent in English”"
_CLEAR = "what has to be understood, such as “explains bills to customers by phone”"

LANGUAGE = Kind(
    name="native speaker",
    why="This shuts out people who speak the language well and learned it later. In the United States, fluency may be "
    "required only as far as the work needs it:",
    source=Source(
        "EEOC Enforcement Guidance on National Origin Discrimination, November 18, 2016",
        "https://www.eeoc.gov/laws/guidance/eeoc-enforcement-guidance-national-origin-discrimination",
    ),
    instead={
        rf"(?:near-)?native(?:[- ]level)?[- ](?:{_LANGUAGES}[- ])?(?:language )?speak(?:ers?|ing)": _LEVEL,
        rf"{_LANGUAGES}[- ](?:native|mother[- ]tongue)s?(?: speakers?)?": _LEVEL,
        rf"(?:near-)?native(?:[- ]level)? (?:fluency|proficiency|command|{_LANGUAGES})": _LEVEL,
        r"native or (?:near-native|bilingual|fluent)": _LEVEL,
        r"mother[- ]tongues?": _LEVEL,
        rf"{_LANGUAGES} (?:as|is|must be) (?:an? |the |your )?(?:native|first|mother)[- ](?:language|tongue)": _LEVEL,
        rf"first[- ]language {_LANGUAGES}(?: speakers?)?": _LEVEL,
        r"(?:no|without(?: an?| any)?|free of(?: any)?|lack of)"
        r"(?: foreign| strong| heavy| thick| noticeable| regional)?"
        r" accents?(?! (?:light|wall|colou?r|furniture|mark|character|piece|pillow|table|chair)s?(?:ing)?)": _CLEAR,
        r"accent[- ](?:free|less)|neutral accent|unaccented (?:english|speech)|native accent": _CLEAR,
        rf"(?:perfect|flawless|impeccable) (?:spoken |written )?(?:and (?:spoken |written ))?{_LANGUAGES}": _LEVEL,
    },
    innocent=(
        r"(?:their|her|his|patients'|pupils'|children's|students'|clients'|learners'|families') (?:own )?"
        r"(?:mother[- ]tongues?|native languages?|first languages?)",
        r"mother[- ]tongue (?:education|teaching|instruction|lessons?|classes)",
    ),
)
