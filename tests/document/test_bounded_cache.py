"""Caches of texts that are bounded in bytes."""

from guides.document.bounded_cache import bounded_cache


def test_results_are_kept_for_short_texts_only():
    asked = []

    @bounded_cache(entries=10, longest=5)
    def length(text):
        asked.append(text)
        return len(text)

    assert [length("short"), length("short"), length("longer"), length("longer")] == [5, 5, 6, 6]
    assert asked == ["short", "longer", "longer"]
