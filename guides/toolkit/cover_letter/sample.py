"""A sample letter of a guide as a page that says that the person is invented."""

from guides.document.material import INVENTED, SampleLetter
from guides.toolkit.outline import Outline, Paragraph, outline
from guides.toolkit.samples import blocks_of

ABOUT = f"{INVENTED}. The employers are invented, too."


def draft_sample(letter: SampleLetter) -> Outline:
    """Draft the page, with the words of the guide."""
    return outline("Cover letter", [Paragraph(ABOUT), *blocks_of(letter.body)])
