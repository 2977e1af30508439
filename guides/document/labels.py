"""Fields and lists in words."""

LABELS = {"faqs": "Questions", "related": "Related roles", "pay": "All pay figures", "url": "Address"}


def label_of(path: str) -> str:
    """The label of the field or list at a path, without the part that holds it."""
    name = path.rpartition(".")[2]
    return LABELS.get(name) or name.replace("_", " ").capitalize()
