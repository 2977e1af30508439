"""The resume: an example for each rung of a guide's ladder, and one drawn up from what a person says.

Nothing is invented: figures, employers, schools and results are gaps in the example, and what a person does not say is
not in their resume.
"""

RULES = 1  # count up with every change of what is drawn up
