"""The resume: an example for each level of a guide, and one from a person's own details.

Nothing is invented: the example has placeholders for figures, employers, schools and results, and a person's resume
contains only their own input.
"""

RULES = 1  # increase with every change of the output
