"""The cover letter: the guide's samples, a template for guides without any, and one from a person's own details.

A person's letter contains only their own input and plain sentences around it; a sentence without its facts is left out.
"""
