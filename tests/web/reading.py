"""What a page of a tool says, read from its HTML."""

import html5lib


def values(response):
    """What stands in the fields of a page, by their names."""
    tree = html5lib.parse(response.content.decode(), namespaceHTMLElements=False)
    inputs = {field.get("name"): field.get("value") for field in tree.iter("input")}
    return inputs | {field.get("name"): (field.text or "").strip("\r\n") for field in tree.iter("textarea")}


def text(response):
    return response.content.decode()


def page(client, address):
    """The words of a page, which answers with valid HTML."""
    response = client.get(address)
    assert response.status_code == 200
    html5lib.HTMLParser(strict=True).parse(text(response))
    return " ".join("".join(html5lib.parse(text(response), namespaceHTMLElements=False).itertext()).split())
