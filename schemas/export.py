"""Publishes the models as JSON Schema, for those who read the JSON without Python.

`python -m schemas.export` writes `plan.schema.json` anew; a test keeps the two equal.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from schemas.plan import Plan
from schemas.version import SCHEMA_VERSION

DIALECT = "https://json-schema.org/draft/2020-12/schema"
PUBLISHED = Path(__file__).with_name("plan.schema.json")


def plan_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a plan."""
    schema = Plan.model_json_schema()
    title = f"planuttrekk plan, version {SCHEMA_VERSION}"
    description = "What a Norwegian municipal plan promises (goals, tiltak, who, when) and where it says so."
    return {"$schema": DIALECT, **schema, "title": title, "description": description}


def schema_text() -> str:
    """Return the schema as it is published."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    PUBLISHED.write_text(schema_text(), encoding="utf-8")
