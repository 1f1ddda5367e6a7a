"""Publishes the models as JSON Schema, for those who read the JSON without Python.

`python -m schemas.export` writes the `*.schema.json` of this folder anew; a test keeps them equal to the models.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from schemas.base import Model
from schemas.batch import BatchSummary, ManifestLine
from schemas.check import CheckReport
from schemas.comparison import Comparison
from schemas.corrections import Corrections
from schemas.diff import Diff
from schemas.evaluation import Evaluation
from schemas.explanation import Explanation
from schemas.plan import Plan
from schemas.version import (
    CHECK_VERSION,
    COMPARISON_VERSION,
    CORRECTIONS_VERSION,
    DIFF_VERSION,
    EVALUATION_VERSION,
    EXPLANATION_VERSION,
    SCHEMA_VERSION,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"
PUBLISHED: dict[str, tuple[type[Model], str, str]] = {
    "plan": (
        Plan,
        SCHEMA_VERSION,
        "What a Norwegian municipal plan promises (goals, tiltak, who, when) and where it says so.",
    ),
    "comparison": (
        Comparison,
        COMPARISON_VERSION,
        "What several Norwegian municipal plans promise, side by side, and where they say so.",
    ),
    "check": (
        CheckReport,
        CHECK_VERSION,
        "What the national guidance asks of Norwegian municipal plans, and what was found of it.",
    ),
    "diff": (
        Diff,
        DIFF_VERSION,
        "What became of the goals and tiltak of a Norwegian municipal plan in the plan that followed it.",
    ),
    "corrections": (
        Corrections,
        CORRECTIONS_VERSION,
        "What a reader corrected in the goals and tiltak that were found in a document.",
    ),
    "evaluation": (
        Evaluation,
        EVALUATION_VERSION,
        "How well municipal plans were read, measured against what readers found in them.",
    ),
    "explanation": (
        Explanation,
        EXPLANATION_VERSION,
        "How one wording of a Norwegian municipal plan is read by each register.",
    ),
    "manifest": (
        ManifestLine,
        SCHEMA_VERSION,
        "What became of one input of a run over many documents: a line of `manifest.jsonl`.",
    ),
    "summary": (
        BatchSummary,
        SCHEMA_VERSION,
        "Counts of a run over many documents: `summary.json`.",
    ),
}
"""The models that are published by the names of their files, each with its version and what it describes."""


def published_file(name: str) -> Path:
    """Return where the schema of a model is published."""
    return Path(__file__).with_name(f"{name}.schema.json")


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a published model."""
    model, version, description = PUBLISHED[name]
    title = f"planuttrekk {name}, version {version}"
    return {"$schema": DIALECT, **model.model_json_schema(), "title": title, "description": description}


def schema_text(name: str) -> str:
    """Return a schema as it is published."""
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    for each in PUBLISHED:
        published_file(each).write_text(schema_text(each), encoding="utf-8")
