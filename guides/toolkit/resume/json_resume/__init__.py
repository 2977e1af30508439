"""JSON Resume 1.0.0 (https://jsonresume.org/schema): writing a person as a file, and reading a file."""

from guides.toolkit.resume.json_resume.file import NOT_A_RESUME
from guides.toolkit.resume.json_resume.reading import LARGEST_FILE, read_resume
from guides.toolkit.resume.json_resume.rest import LONGEST_REST, read_rest
from guides.toolkit.resume.json_resume.schema import Resume, ResumeFileError
from guides.toolkit.resume.json_resume.writing import write_resume

__all__ = [
    "LARGEST_FILE",
    "LONGEST_REST",
    "NOT_A_RESUME",
    "Resume",
    "ResumeFileError",
    "read_rest",
    "read_resume",
    "write_resume",
]
