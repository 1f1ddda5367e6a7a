"""The boxes of goals and tiltak hold their words and no others, says another engine."""

from __future__ import annotations

from pathlib import Path

import pytest
from boxes_hold import letters_of, measure, odd_letters

SAMPLES = sorted((Path(__file__).parents[1] / "samples" / "sources").glob("*.pdf"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_item_of_a_sample_has_boxes_of_its_own_words(path: Path) -> None:
    held = measure(path)
    assert held.items > 5
    assert held.wrong == []


@pytest.mark.parametrize(
    ("text", "boxes", "few", "many"),
    [
        ("Trygg skoleveg", ["Trygg", "skole-", "veg"], 0, 0),
        ("Trygg skuleveg", ["TRYGG SKULEVEG", "Trygg skuleveg for alle"], 0, 0),  # said again in other words
        ("Trygg skoleveg", ["2. Trygg skoleveg"], 0, 1),
        ("Trygg skuleveg", ["Trygg"], 8, 0),
        ("Trygg skuleveg", [], 13, 0),
    ],
)
def test_letters_too_few_or_too_many_are_counted(text: str, boxes: list[str], few: int, many: int) -> None:
    odd = odd_letters(text, [letters_of([box]) for box in boxes])
    assert (odd is None) == (few == many == 0)
    if odd is not None:
        assert (odd[0].total(), odd[1].total()) == (few, many)
