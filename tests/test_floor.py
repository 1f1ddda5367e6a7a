"""How well the samples are read, field by field; the pinned figures in floor.toml cannot sink by accident."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from extractor import extract_plan
from extractor.emit.evaluation import fault_line
from extractor.evaluate.files import load_truth
from extractor.evaluate.report import Prediction, evaluate
from schemas.evaluation import Evaluation

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "samples"
FLOORS: dict[str, float] = tomllib.loads((HERE / "floor.toml").read_text(encoding="utf-8"))
ROUNDING = 0.05  # per cent


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    truths = [load_truth(str(file)) for file in sorted((SAMPLES / "gold").glob("*.json"))]
    sources = [next((SAMPLES / "sources").glob(f"{Path(truth.name).stem}.*")) for truth in truths]
    return evaluate(truths, [Prediction(f"{source.name}.json", extract_plan(source)) for source in sources])


@pytest.fixture(scope="module")
def scores(evaluation: Evaluation) -> dict[str, float]:
    return {field.field: 100 * (field.soft.f1 or 0.0) for field in evaluation.fields}


@pytest.mark.parametrize("field", FLOORS)
def test_a_field_is_read_as_well_as_before(
    field: str, scores: dict[str, float], evaluation: Evaluation
) -> None:
    faults = [fault for document in evaluation.documents for fault in document.faults]
    told = "\n".join(fault_line(fault) for fault in faults if fault.field.startswith(field))
    assert scores[field] >= FLOORS[field] - ROUNDING, f"{field} {scores[field]:.1f}\n{told}"


def test_the_pinned_figures_are_raised_when_reading_gets_better(scores: dict[str, float]) -> None:
    better = {field: round(scores[field], 1) for field in FLOORS if scores[field] > FLOORS[field] + 1}
    assert not better, f"write these into tests/floor.toml: {better}"


def test_every_field_has_a_pinned_figure(scores: dict[str, float], evaluation: Evaluation) -> None:
    assert {field for field in scores if not field.startswith("metadata.")} == set(FLOORS)
    assert len(evaluation.documents) == len(list((SAMPLES / "gold").glob("*.json")))
