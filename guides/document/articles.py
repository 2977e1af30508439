"""Indefinite articles by sound, in American English: `an MRI Technician`, `a UX Designer`, `an 8th-Grade Teacher`.

A word is spelled, that is, read letter by letter, if it begins as no English word does (`HVAC`, `Rn`), or if it is
two or three capitals. Longer ones in capitals are read as words. The tables list the exceptions.
"""

import re
import unicodedata

_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+")
# Read as words although they look spelled: `SQL` as “sequel”, `SHRM` as “sherm”.
_READ_AS_WORDS = frozenset(
    _TOKEN.findall(
        "HUD LAN LAS MAC MIG MOP NAS NAT NIC NOC ONE RAM RAN REM RIP ROM SAG SAN SAS SCSI SHRM SIL SIM SIP SOC SOX SQL"
    )
)
# Spelled in any case although they look like words.
_SPELLED = frozenset(
    _TOKEN.findall(
        "FAA FAQ HIV LAPD LISW NAACP NASM NIMH NYPD NYSE REBT REHS RHIA RHIT ROTC SEIU SEO SMAW UNHCR USPS USPTO"
    )
)
# Words that begin a title written all in capitals, such as `LAW CLERK`.
_SHORT_WORDS = frozenset(
    _TOKEN.findall(
        "FAN FAR FAT FAX FEE FEW FIG FIN FIT FIX FLY FOR FOX FRY FUN FUR HAM HAT HAY HAZ HI HIP HOB HOD HOE HOG HOP HOT"
        " HUB LAB LAG LAP LAW LAY LEG LEI LIP LOG LOT LOW LUG LYE MAN MAP MAT MED MEN MIX MUD NET NEW NIB NIP NO NON"
        " NOT NUB NUN NUT RAG RAP RAT RAW RAY RED RIB RIG RIM ROD RUB RUG RUM SAP SAW SEA SET SEW SEX SHY SIX SKI SKY"
        " SOD SON SOW SPA SPY SUB SUN"
    )
)
_ABBREVIATIONS = frozenset(_TOKEN.findall("ft hrs lt ltd mfg mgr mktg mr mrs ms rd sgt sr"))

_OPENING = re.compile(r"[\s\"'“”‘’«‹(\[{*_$€£₹¥]*")
_NAMED_WITH_A_VOWEL = tuple("aefhilmnorsx")
# How English words begin with those of these letters that are consonants.
_WORD_OPENING = re.compile(
    r"""f[jlr]?[aeiouy]
    | h(?:[aeiouy]|mong)
    | l[hl]?[aeiouy]
    | mn?[aeiouy]
    | n(?:[aeiouy]|g[aou])
    | rh?[aeiouy]
    | s(?:c[hlr]?|ch[lmnrw]|[fglmnrvw]|h[lmnrw]?|k[lr]?|p[hlr]?|qu|t[hr]?)?[aeiouy]
    | x(?:h|(?!act)[aeiouy])
    | [^fhlmnrsx]""",
    re.VERBOSE,
)
_VOWEL_SOUND = re.compile(
    r"""[aæiøœ]
    | e(?!u|w[aei])
    | o(?!nce\b|nes?\b|neness|ui|axac)
    | u(?!  # a union, but an unidentified, unimportant, unincorporated, unissued
        ni(?!d(?:eal|ent|io)|m(?!od|ol)|n(?!om)|r|ss)
        | nanim | nesco | s[aeiu] | t[aeior] | r[aeiou] | v[eu] | [aikx] | bi | fo | gan | lys )
    | h(?:e(?:ir|rb(?:s|ed|al|als|alists?|ologists?|ology)?\b) | o(?:ur|nest|no(?:r|ur)|mage\b|rs\b) | aute\b)
    | y[^\Waeiouy]""",
    re.VERBOSE,
)


def with_article(words: str) -> str:
    """Words with their indefinite article."""
    return f"{indefinite_article(words)} {words}"


def indefinite_article(words: str) -> str:
    """`a` or `an`, by the sound that the words begin with."""
    opening = _OPENING.match(words)
    token = _TOKEN.match(words, opening.end() if opening else 0)
    return "an" if token and _begins_with_a_vowel_sound(token[0], words, token.end()) else "a"


def _begins_with_a_vowel_sound(token: str, words: str, end: int) -> bool:
    if token.isdecimal():
        return _is_vowel_number(token)
    plain = "".join(part for part in unicodedata.normalize("NFKD", token) if not unicodedata.combining(part))
    if _is_spelled(plain, is_shouted=words.isupper(), followed_by=words[end : end + 1]):
        return plain.casefold().startswith(_NAMED_WITH_A_VOWEL)
    return _VOWEL_SOUND.match(plain.casefold()) is not None


def _is_vowel_number(digits: str) -> bool:
    """Whether a number begins with eight, eleven or eighteen; four digits may be a year."""
    return digits.startswith("8") or (digits.startswith(("11", "18")) and (len(digits) % 3 == 2 or len(digits) == 4))


def _is_spelled(token: str, *, is_shouted: bool, followed_by: str) -> bool:
    """Whether a word is read letter by letter, or at least its first letter: `HR`, `X-Ray`, `MScs`, `iOS`."""
    if len(token) == 1:
        return followed_by not in ("'", "’")
    singular = token.removesuffix("s")
    known = singular.upper()
    if known in _SPELLED or known in _READ_AS_WORDS or (is_shouted and known in _SHORT_WORDS):
        return known in _SPELLED
    looks_like_a_word = bool(_WORD_OPENING.match(token.casefold()))
    if singular.isupper() and len(singular) > 1:
        return len(singular) <= (4 if known.startswith("U") else 3) or not looks_like_a_word
    if token.casefold() in _ABBREVIATIONS or token.startswith("Mc"):
        return False
    return token[1].isupper() or not looks_like_a_word
