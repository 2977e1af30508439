"""The tools that have a page: their names and addresses."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool at `/guides/<slug>/<path>/`. `kind` is also the kind of its resources and the name of its view."""

    kind: str
    path: str
    name: str
    description: str

    @property
    def route(self) -> str:
        return f"guides/<slug:slug>/{self.path}/"


JOB_DESCRIPTION = Tool(
    "job_description", "job-description", "Job description", "A complete description to fill in, send and download"
)
INTERVIEW = Tool(
    "interview",
    "interview",
    "Interview questions",
    "What you may be asked, how to build your answer, and a way to practice",
)
SKILLS_GAP = Tool("skills_gap", "skills-gap", "Skills gap", "Rate yourself on the skills, see what to learn first")
READINESS = Tool("readiness", "readiness", "Readiness", "Which level fits you now, and what leads to the next")
PACK = Tool("pack", "pack", "Print pack", "Your plan, interview questions, checklists and the guide to print or keep")
RESUME = Tool("resume", "resume", "Resume", "A resume to start from, and a form for your own")
COVER_LETTER = Tool("cover_letter", "cover-letter", "Cover letter", "A letter to start from, and a form for your own")
TOOLS = (RESUME, COVER_LETTER, INTERVIEW, SKILLS_GAP, READINESS, PACK, JOB_DESCRIPTION)
BY_KIND = {tool.kind: tool for tool in TOOLS}
