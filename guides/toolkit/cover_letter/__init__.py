"""The cover letter: an example for each level and tone, and one from a person's own details.

No experience is invented: missing facts become placeholders, or are left out.
"""

RULES = 1  # increase with every change of the output
