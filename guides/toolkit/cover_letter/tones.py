"""Three tones for the same facts. Every sentence works for any person and job."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone:
    """The sentence templates of a tone; `opening` ends with `position`, the employer, or both."""

    label: str
    greeting: str
    default_contact: str
    opening: str
    position: str
    found: str
    now: str
    wish: str
    available: str
    thanks: str
    farewell: str


TONES = {
    "formal": Tone(
        label="Formal",
        greeting="Dear {contact},",
        default_contact="hiring team",
        opening="I am writing to apply{}.",
        position=" for the position of {}",
        found="I found your ad {}.",
        now="At present I am {}.",
        wish="I would welcome the opportunity to tell you more in a conversation.",
        available="I could begin {}.",
        thanks="Thank you for considering my application.",
        farewell="Yours sincerely,",
    ),
    "warm": Tone(
        label="Warm",
        greeting="Dear {contact},",
        default_contact="team",
        opening="I would be glad to work with you{}.",
        position=" as {}",
        found="I came across your ad {}.",
        now="Today I am {}.",
        wish="I would be glad to meet you and to hear more about the work.",
        available="I could join you {}.",
        thanks="Thank you for taking the time to read this.",
        farewell="Kind regards,",
    ),
    "direct": Tone(
        label="Direct",
        greeting="Hello {contact},",
        default_contact="hiring team",
        opening="I am applying{}.",
        position=" as {}",
        found="I saw your ad {}.",
        now="I am {}.",
        wish="I am ready to talk whenever it suits you.",
        available="I can begin {}.",
        thanks="Thank you for your time.",
        farewell="Best regards,",
    ),
}
DEFAULT_TONE = "formal"
