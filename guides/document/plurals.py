"""The singular of the nouns in titles of occupations."""

_ENDINGS = (("ies", "y"), ("men", "man"), ("sses", "ss"), ("ches", "ch"), ("s", ""))


def singular(word: str) -> str:
    """`secretary` for `secretaries`; a word in the singular stays as it is."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and not word.endswith("ss"):
            return word.removesuffix(ending) + instead
    return word
