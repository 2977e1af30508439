"""A sample letter of a guide as a page that says that the person is invented."""

from guides.document.material import SampleLetter
from guides.toolkit.outline import Outline, Paragraph, outline
from guides.toolkit.samples import INVENTED_SAMPLE, blocks_of


def draft_sample(letter: SampleLetter) -> Outline:
    """Draft the page, with the words of the guide."""
    return outline("Cover letter", [Paragraph(INVENTED_SAMPLE), *blocks_of(letter.body)])
