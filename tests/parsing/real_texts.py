"""The texts that the project knows whole: its own two, and the two seeds where they are at hand."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SEEDS, OWN = ROOT.parent / "shared" / "seeds", ROOT / "fixtures" / "texts"
NAMES = ("customer-service-operator", "customer-service-specialist")


def parameters(*folders: Path) -> list:
    """The texts of these folders; what is absent is skipped, and the reason is printed."""
    return [
        pytest.param(
            path,
            id=f"{folder.name}-{path.stem}",
            marks=pytest.mark.skipif(not path.exists(), reason=f"{path} is absent"),
        )
        for folder in folders
        for path in (folder / f"{name}.txt" for name in NAMES)
    ]


each_text = pytest.mark.parametrize("path", parameters(SEEDS, OWN))
each_seed = pytest.mark.parametrize("path", parameters(SEEDS))
each_own_text = pytest.mark.parametrize("path", parameters(OWN))
