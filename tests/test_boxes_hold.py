"""The boxes of goals and tiltak hold their words and no others, says another engine."""

from __future__ import annotations

from pathlib import Path

import pytest
from boxes_hold import measure

SAMPLES = sorted((Path(__file__).parents[1] / "samples" / "sources").glob("*.pdf"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_item_of_a_sample_has_boxes_of_its_own_words(path: Path) -> None:
    held = measure(path)
    assert held.items > 5
    assert held.wrong == []
