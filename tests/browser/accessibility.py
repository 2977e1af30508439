"""The accessibility rules that every page keeps, checked by axe."""

from axe_playwright_python.sync_playwright import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page, context=None, *, preload=True) -> list[str]:
    """Each violated rule with its first element.

    axe reports only violations in full, as the elements that pass are thousands a page. With `preload` it copies
    imported style sheets into the page, which the policy of the admin refuses.
    """
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"], "preload": preload}
    found = Axe().run(page, context=context, options=options).response["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html']}" for rule in found]
