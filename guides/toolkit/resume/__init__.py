"""The resume: the guide's samples, a template for guides without any, and one from a person's own details.

A person's resume contains only their own input.
"""
