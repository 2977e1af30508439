"""Words that ask for a religion."""

from guides.toolkit.findings import Source
from guides.toolkit.job_description.wording.kind import Kind

_FAITHS = (
    "(?:judeo-christian|christian|catholic|protestant|evangelical|mormon|jewish|muslim|islamic|hindu|buddhist|sikh"
    "|biblical|godly|faith-based)"
)
_MEMBERS = "(?:christians?|catholics?|protestants?|mormons?|jews?|muslims?|hindus?|buddhists?|sikhs?)"
_CONDUCT = "how people work together, such as “we keep what we promise”"
_NOTHING = "nothing about religion"

RELIGION = Kind(
    name="religion",
    why="This can keep people of other faiths, or of none, from applying. U.S. law forbids a job ad that indicates a "
    "preference based on religion; religious organizations have an exception:",
    source=Source("42 U.S.C. 2000e-3(b)", "https://www.eeoc.gov/statutes/title-vii-civil-rights-act-1964"),
    instead={
        rf"{_FAITHS} (?:values?|faith|beliefs?|principles?|morals?|worldview|lifestyle|upbringing|background|character"
        r"|standards|environment|workplace)": _CONDUCT,
        rf"{_FAITHS} (?:candidates?|applicants?|employees?|workers?|staff|m[ae]n|wom[ae]n|only|preferred)": _NOTHING,
        rf"(?:practicing|practising|committed|devout|born[- ]again|good|active) {_MEMBERS}": _NOTHING,
        rf"{_MEMBERS} (?:only|preferred|wanted)": _NOTHING,
        rf"(?:must|should) be (?:an? )?(?:{_FAITHS}|{_MEMBERS}|religious)": _NOTHING,
        r"born[- ]again|god[- ]fearing|church[- ]?go(?:ers?|ing)|active church members?(?:hip)?": _NOTHING,
        r"(?:sign|affirm|agree to|share) (?:our|the|a) statement of faith|shares? our faith": _NOTHING,
        r"relationship with (?:jesus|christ|god)": _NOTHING,
    },
    innocent=(
        rf"(?:patients'|residents'|clients'|guests'|families'|their|different|various|other) (?:own )?{_FAITHS} \w+",
    ),
)
