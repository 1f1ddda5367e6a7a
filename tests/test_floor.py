"""How well the samples are read, field by field; the pinned figures in floor.toml cannot sink by accident."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from scoring import Tally, compare

from extractor import extract_plan

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "samples"
FLOORS: dict[str, float] = tomllib.loads((HERE / "floor.toml").read_text(encoding="utf-8"))
ROUNDING = 0.05  # per cent


@pytest.fixture(scope="module")
def scores() -> tuple[dict[str, Tally], list[str]]:
    tallies: dict[str, Tally] = {}
    misses: list[str] = []
    for truth in sorted((SAMPLES / "gold").glob("*.json")):
        source = next((SAMPLES / "sources").glob(f"{truth.stem}.*"), None)
        if source is not None:
            plan = extract_plan(source).model_dump(mode="json")
            compare(json.loads(truth.read_text(encoding="utf-8")), plan, tallies, misses)
    return tallies, misses


@pytest.mark.parametrize("field", FLOORS)
def test_a_field_is_read_as_well_as_before(field: str, scores: tuple[dict[str, Tally], list[str]]) -> None:
    tallies, misses = scores
    told = "\n".join(miss for miss in misses if miss.startswith(field))
    assert tallies[field].f1 >= FLOORS[field] - ROUNDING, f"{field} {tallies[field].f1:.1f}\n{told}"


def test_the_pinned_figures_are_raised_when_reading_gets_better(
    scores: tuple[dict[str, Tally], list[str]],
) -> None:
    tallies, _ = scores
    better = {field: round(tallies[field].f1, 1) for field in FLOORS if tallies[field].f1 > FLOORS[field] + 1}
    assert not better, f"write these into tests/floor.toml: {better}"


def test_every_field_has_a_pinned_figure(scores: tuple[dict[str, Tally], list[str]]) -> None:
    assert set(scores[0]) == set(FLOORS)
