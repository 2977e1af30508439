"""The job description: a template drawn up from a guide, filled in by who hires, checked, and taken away."""

from .template import RULES, Template, draw_template

__all__ = ["RULES", "Template", "draw_template"]
