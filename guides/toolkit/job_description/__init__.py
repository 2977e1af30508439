"""The job description: a template drawn up from a guide, filled in by who hires, checked, and taken away."""
