"""The size of a frame that shows an ad on another site, which cannot ask the frame how high it is."""

from guides.toolkit.outline import Block, Facts, Heading, Items, Outline

WIDEST, HIGHEST = 640, 4_000  # CSS pixels
LETTER, LINE = 8.1, 24  # of its body text, in CSS pixels; a letter a little wider than it mostly is
RAGGED = 20  # what a line leaves free at its end, because words stay whole
MARGINS, FOOTER, LABEL = 42, 140, 144


def frame_height(page: Outline, width: int) -> int:
    """Estimate the height of the ad in a frame of this width, in CSS pixels; more rather than too little."""
    measure = max(width - MARGINS, 1)
    height = FOOTER + 36 * _rows(page.title, measure / 1.5) + sum(_height(block, measure) for block in page.blocks)
    return min(int(height), HIGHEST)


def _height(block: Block, measure: float) -> float:
    match block:
        case Heading(text):
            return 32 + 22 * _rows(text, measure / 1.1)
        case Items(texts):
            return 10 + LINE * sum(_rows(text, measure - 20) for text in texts)
        case Facts(rows):
            return 10 + LINE * sum(_rows(value, max(measure - LABEL, 80)) for _, value in rows)
        case _:
            return 10 + LINE * _rows(block.text, measure)


def _rows(text: str, measure: float) -> int:
    return -int(-len(text) * LETTER // max(measure - RAGGED, LETTER))
