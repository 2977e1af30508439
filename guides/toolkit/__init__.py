"""What the site draws up from a guide for those who apply and those who hire: plain functions on a guide document.

Nothing here knows a database or a request. The same revision, the same rules and the same input give the same bytes.
A tool makes an `outline.Outline`; `writers` has one module a form for it. The tools that have pages are in `registry`.
"""
