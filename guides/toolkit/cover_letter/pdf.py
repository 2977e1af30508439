"""Cover letters as PDF files: a US business letter in block form."""

from dataclasses import asdict
from datetime import datetime

from guides.toolkit.cover_letter.page import LetterPage
from guides.toolkit.writers.pdf import Density, link_data, typeset

DENSITIES = (Density(11, 0.62, 1), Density(10.5, 0.6, 1), Density(10, 0.58, 0.9))


def write_letter_pdf(page: LetterPage, *, paper: str, date: datetime) -> bytes:
    """Write a letter on a paper of PAPERS, on one page if it fits."""
    title = f"{page.name} – Cover letter" if page.name else "Cover letter"
    data = {**asdict(page), "title": title, "contact": [link_data(link) for link in page.contact]}
    return typeset("letter", data, paper=paper, densities=DENSITIES, date=date)
