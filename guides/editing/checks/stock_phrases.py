"""Phrases that say nothing about the job and could stand in any guide."""

import re
from collections.abc import Iterator

from guides.document import GuideDocument
from guides.editing.checks.suggestion import SiteContext, Suggestion
from guides.rendering.passages import passages

STOCK_PHRASES = tuple(
    line.strip()
    for line in """
    a great fit for
    a myriad of
    a plethora of
    a testament to
    a vital role
    a wealth of
    a wide range of
    a wide variety of
    adept at
    at the end of the day
    at the forefront
    boasts a
    comes with its own set of
    competitive landscape
    crucial role
    cutting-edge
    deep dive
    delve into
    dynamic environment
    ever-changing
    ever-evolving
    excellent communication skills
    exciting career
    exciting opportunities
    fast-paced world
    foster a culture
    fulfilling career
    game changer
    go the extra mile
    great people skills
    hit the ground running
    hone your skills
    in conclusion
    in this day and age
    in today's
    it is important to note
    it is worth noting
    it's important to note
    it's worth noting
    journey begins
    key takeaways
    landscape of
    look no further
    make a difference
    navigate the complexities
    navigating the
    needless to say
    not just a job
    on a daily basis
    only the beginning
    open doors to
    opens doors to
    paramount
    passionate about
    pave the way
    pivotal role
    plays a crucial
    plays a key role
    plays an important role
    pursue your passion
    rapidly changing
    rapidly evolving
    realm of
    rewarding career
    robust understanding
    seamlessly
    sky is the limit
    stand out from the crowd
    stay ahead of the curve
    take your career to the next level
    tapestry
    team player
    think outside the box
    thrive in
    unlock your potential
    utilize
    valuable asset
    wear many hats
    whether you're a seasoned
    world of opportunities
    """.strip().splitlines()
)
_PHRASE = re.compile(rf"\b(?:{'|'.join(map(re.escape, STOCK_PHRASES))})\b", re.IGNORECASE)


def stock_phrases(document: GuideDocument, site: SiteContext) -> Iterator[Suggestion]:
    for passage in passages(document):
        for line in passage.lines:
            for phrase in _PHRASE.findall(line.replace("’", "'")):
                why = "It could stand in any guide. Say what is particular to this job, or leave it out."
                yield Suggestion("clear", passage.path, f"“{phrase}” is a stock phrase.", why)
