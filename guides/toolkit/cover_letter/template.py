"""The letter template, for guides without sample letters."""

from guides.toolkit.cover_letter.page import LetterPage
from guides.toolkit.cover_letter.situations import EXPERIENCED, SITUATIONS
from guides.toolkit.outline import Link
from guides.toolkit.placeholders import placeholder


def template_page(role: str) -> LetterPage:
    """Return the template for an application as this role."""
    usual, employer = SITUATIONS[EXPERIENCED], placeholder("employer")
    return LetterPage(
        name=placeholder("Your name"),
        contact=(Link(placeholder("email, phone number, town")),),
        note="Template: replace everything in square brackets.",
        date=placeholder("today's date"),
        recipient=(employer,),
        greeting="Dear Hiring Manager,",
        paragraphs=(
            f"I am writing to apply for the position of {role} at {employer}.",
            placeholder("one thing you have done that shows what the job ad asks for, and what came of it"),
            placeholder("why you want to work for this employer"),
            f"{usual.wish} {usual.thanks}",
        ),
        farewell=usual.farewell,
    )
