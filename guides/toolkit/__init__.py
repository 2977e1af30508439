"""Tools for applicants and recruiters: plain functions on a guide document.

Nothing here uses a database or a request. The same revision, rules and input give the same bytes.
A tool builds an `outline.Outline`; `writers` has one module per file format.
The tools with pages are listed in `guides.document.tools`.
"""
