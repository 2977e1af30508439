"""Resumes as PDF files in two designs, which parsers of resumes read in order."""

from dataclasses import asdict
from datetime import datetime

from guides.toolkit.resume.sections import Entry, ResumePage, Section
from guides.toolkit.writers.pdf import PAPERS, Density, link_data, typeset

DESIGNS = {"plain": "One column", "side": "With a side column"}
DENSITIES = (
    *(Density(11, 0.66, 1), Density(10.5, 0.64, 0.9), Density(10.5, 0.58, 0.75)),
    *(Density(10, 0.56, 0.75), Density(10, 0.52, 0.6), Density(9.5, 0.5, 0.55)),
)

__all__ = ["DESIGNS", "PAPERS", "write_pdf"]


def write_pdf(page: ResumePage, *, design: str, paper: str, date: datetime) -> bytes:
    """Write a resume in a design of DESIGNS on a paper of PAPERS, on as few pages as are still easy to read."""
    data = {
        "design": design,
        "title": f"{page.name} – Resume" if page.name else "Resume",
        "name": page.name,
        "headline": page.headline,
        "contact": [link_data(link) for link in page.contact],
        "note": page.note,
        "sections": [_section(section) for section in page.sections],
    }
    return typeset("resume", data, paper=paper, densities=DENSITIES, date=date)


def _section(section: Section) -> dict:
    return {**asdict(section), "entries": [_entry(entry) for entry in section.entries]}


def _entry(entry: Entry) -> dict:
    return {**asdict(entry), "link": entry.link and link_data(entry.link)}
