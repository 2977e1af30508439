"""The cover letter: an example for each rung and tone, and one drawn up from what a person says.

No experience is invented: what was not said is a gap, or is left out.
"""

RULES = 1  # count up with every change of what is drawn up
