"""Three tones for the same facts. Every sentence works for any person and job."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone:
    """The sentence templates of a tone; `asks` are used in turn, one per need. With `is_listed`, the needs are a list
    below the last of `asks`."""

    label: str
    greeting: str
    default_contact: str
    opening: str
    found: str
    now: str
    asks: tuple[str, ...]
    is_listed: bool = False
    wish: str
    available: str
    thanks: str
    farewell: str


TONES = {
    "formal": Tone(
        label="Formal",
        greeting="Dear {contact},",
        default_contact="hiring team",
        opening="I am writing to apply for the position of {position} at {employer}.",
        found="I saw it {found}.",
        now="At present I am {now}.",
        asks=("You ask for “{need}”. {shown}", "You also ask for “{need}”. {shown}", "As for “{need}”: {shown}"),
        wish="I would welcome the opportunity to tell you more in a conversation.",
        available="I could begin {available}.",
        thanks="Thank you for considering my application.",
        farewell="Yours sincerely,",
    ),
    "warm": Tone(
        label="Warm",
        greeting="Dear {contact},",
        default_contact="team",
        opening="I would be glad to join {employer} as {position}.",
        found="I came across the position {found}.",
        now="Today I am {now}.",
        asks=("You are looking for “{need}”. {shown}", "You also mention “{need}”. {shown}", "And “{need}”: {shown}"),
        wish="I would be glad to meet you and to hear more about the work.",
        available="I could join you {available}.",
        thanks="Thank you for taking the time to read this.",
        farewell="Kind regards,",
    ),
    "direct": Tone(
        label="Direct",
        greeting="Hello {contact},",
        default_contact="hiring team",
        opening="I am applying as {position} at {employer}.",
        found="I saw the position {found}.",
        now="I am {now}.",
        asks=("What you ask for, and what I bring:",),
        is_listed=True,
        wish="I am ready to talk whenever it suits you.",
        available="I can begin {available}.",
        thanks="Thank you for your time.",
        farewell="Best regards,",
    ),
}
DEFAULT_TONE = "formal"
