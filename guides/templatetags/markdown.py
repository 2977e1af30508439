"""The filter that renders Markdown."""

from django import template

from guides.rendering.markdown import render_markdown

register = template.Library()

register.filter("markdown", render_markdown)
