"""Interview questions for a guide: its own, and for kinds without any, those of a bank that fit its skills.

No question quotes the guide, so that each one sounds like a person. `questions.py` selects them, `bank.py` reads the
bank, and `outline.py` writes them for files.
"""

from guides.toolkit.interview.outline import interview_outline
from guides.toolkit.interview.questions import RULES, Group, Question, build_interview

__all__ = ["RULES", "Group", "Question", "build_interview", "interview_outline"]
