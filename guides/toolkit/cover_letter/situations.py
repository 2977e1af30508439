"""The situations of an applicant: which parts the letter has in which order, and the sentences around their words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A kind of letter; `applying` ends with the job, and `parts` are fields of an Application in their order."""

    label: str
    applying: str
    parts: tuple[str, ...]
    wish: str
    thanks: str
    farewell: str = "Sincerely,"
    attached: str = ""
    is_email: bool = False


FIRST_JOB, EXPERIENCED, CAREER_CHANGE = "first-job", "experienced", "career-change"
RETURNING, EMAIL = "returning", "email"
SITUATIONS = {
    FIRST_JOB: Situation(
        label="First job",
        applying="I would like to apply {}",
        parts=("shown", "why", "turn"),
        wish="I would be glad to meet you and show you what I can do.",
        thanks="Thank you for your time.",
    ),
    EXPERIENCED: Situation(
        label="Experienced",
        applying="I am writing to apply {}",
        parts=("shown", "why", "turn"),
        wish="I would welcome the chance to talk about how I can help your team.",
        thanks="Thank you for considering my application.",
    ),
    CAREER_CHANGE: Situation(
        label="Career change",
        applying="Please consider me {}",
        parts=("shown", "turn", "why"),
        wish="I would welcome the chance to talk about what I can bring to this work.",
        thanks="Thank you for considering my application.",
    ),
    RETURNING: Situation(
        label="Back after a break",
        applying="I am writing to apply {}",
        parts=("turn", "shown", "why"),
        wish="I am ready to return to work and would welcome the chance to talk.",
        thanks="Thank you for considering my application.",
    ),
    EMAIL: Situation(
        label="Short email",
        applying="I would like to apply {}",
        attached="My resume is attached.",
        parts=("shown", "why", "turn"),
        wish="I would be glad to talk whenever it suits you.",
        thanks="Thank you for your time.",
        farewell="Best regards,",
        is_email=True,
    ),
}
