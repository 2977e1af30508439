"""The resume template, for guides without sample resumes: the parts of a resume, with gaps for what belongs there."""

from guides.toolkit.outline import Heading, Items, Outline, Paragraph, outline
from guides.toolkit.placeholders import placeholder


def draft_template(role: str) -> Outline:
    """Draft the template for an application as this role."""
    blocks = [
        Paragraph(role),
        Paragraph("Template: replace everything in square brackets."),
        Paragraph(placeholder("email, phone number, town")),
        Heading("Profile"),
        Paragraph(
            placeholder("two or three sentences: what you have done so far, what you do well, what you want next")
        ),
        Heading("Experience"),
        Heading(placeholder("job title, employer, town, start and end"), 2),
        Items((placeholder("what you did, how much or for how many, and what came of it"),)),
        Heading("Skills"),
        Paragraph(placeholder("the tools and skills in the job ad that you have")),
        Heading("Education"),
        Items((placeholder("degree or training, school, year"),)),
    ]
    return outline(placeholder("Your name"), blocks)
