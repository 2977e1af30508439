"""The letter template, for guides without sample letters."""

from guides.toolkit.outline import Outline, Paragraph, outline
from guides.toolkit.placeholders import placeholder


def draft_template(role: str) -> Outline:
    """Draft the template for an application as this role."""
    name, employer = placeholder("Your name"), placeholder("employer")
    paragraphs = (
        "Template: replace everything in square brackets.",
        placeholder("email, phone number, town"),
        "Dear hiring team,",
        f"I am writing to apply for the job of {role} at {employer}.",
        placeholder("one thing you have done that shows what the job ad asks for, and what came of it"),
        placeholder("why you want to work for this employer"),
        "I would be glad to talk with you about the job. Thank you for your time.",
        "Sincerely,",
        name,
    )
    return outline(name, map(Paragraph, paragraphs))
