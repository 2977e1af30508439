"""The accessibility rules that every page keeps, checked by axe."""

from axe_playwright_python.sync_playwright import Axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def axe(page, **run_only):
    return [found["id"] for found in Axe().run(page, options={"runOnly": run_only}).response["violations"]]
