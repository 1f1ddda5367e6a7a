"""How well plans are aligned: pairs of made-up measures, with pinned figures that cannot sink by accident."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path
from typing import Any

import pytest

from extractor.compare.align import ALIKE, Item, likeness

HERE = Path(__file__).parent
PAIRS = HERE.parent / "samples" / "alignment" / "pairs.csv"
FLOORS: dict[str, dict[str, Any]] = tomllib.loads((HERE / "alignment.toml").read_text(encoding="utf-8"))
ROUNDING = 0.05  # per cent


TOGETHER = 90, 80  # precision and recall of all pairs


def read(*halves: str) -> list[dict[str, str]]:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return [pair for pair in csv.DictReader(file) if pair["half"] in halves]


def scores(*halves: str) -> tuple[dict[str, float], list[str]]:
    """Return precision and recall in per cent, with what was wrong; every text weighs as in a comparison of all."""
    pairs = read(*halves)
    sides = [
        [Item(f"{at}{side}", f"p{at}{side}", pair[side]) for side in ("one", "other")]
        for at, pair in enumerate(pairs)
    ]
    alike = likeness([item for side in sides for item in side])
    found = [alike(*side) >= ALIKE for side in sides]
    truth = [pair["same"] == "yes" for pair in pairs]
    wrong = [
        f"{pair['one']} | {pair['other']}"
        for pair, is_found, is_same in zip(pairs, found, truth, strict=True)
        if is_found != is_same
    ]
    right = sum(is_found and is_same for is_found, is_same in zip(found, truth, strict=True))
    return {"precision": 100 * right / sum(found), "recall": 100 * right / sum(truth)}, wrong


@pytest.mark.parametrize("half", FLOORS)
@pytest.mark.parametrize("figure", ["precision", "recall"])
def test_pairs_are_told_apart_as_well_as_before(half: str, figure: str) -> None:
    found, wrong = scores(half)
    told = "\n".join(wrong)
    assert found[figure] >= FLOORS[half][figure] - ROUNDING, f"{figure} {found[figure]:.1f}\n{told}"
    assert found[figure] < FLOORS[half][figure] + 2, f"write {found[figure]:.1f} into tests/alignment.toml"


def test_nine_of_ten_rows_are_right_and_four_of_five_are_found() -> None:
    found, _ = scores(*FLOORS)
    assert found["precision"] >= TOGETHER[0]
    assert found["recall"] >= TOGETHER[1]


def test_the_pairs_are_many_enough_and_of_both_kinds() -> None:
    for half in FLOORS:
        kinds = [pair["same"] for pair in read(half)]
        assert min(kinds.count("yes"), kinds.count("no")) >= 40


def test_no_pair_stands_twice() -> None:
    pairs = [frozenset((pair["one"], pair["other"])) for half in FLOORS for pair in read(half)]
    assert len(pairs) == len(set(pairs))
