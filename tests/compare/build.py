"""Plans of a few lines, for comparing."""

from __future__ import annotations

import hashlib
from typing import Any

from schemas import Plan

SOURCE = {
    "filename": "plan.txt",
    "sha256": "0",
    "media_type": "text/plain",
    "text_origin": "text",
    "tool": "planuttrekk",
}


def made_plan(kommune: str, tiltak: list[Any], goals: list[Any] | None = None, **more: Any) -> Plan:
    """Return a plan; a tiltak or goal is its text or a dictionary with more."""
    return Plan.model_validate(
        {
            "source": SOURCE | {"language": "nb", "sha256": _content(kommune, tiltak, goals)},
            "kind": "plan",
            "kommuner": [{"name": kommune, "number": "0620", "current_number": "3330"}],
            "period": {"raw": "", "start_year": 2021, "end_year": 2024, "edtf": "2021/2024"},
            "tiltak": [_item("t", at, one) for at, one in enumerate(tiltak, start=1)],
            "goals": [_item("g", at, one) for at, one in enumerate(goals or [], start=1)],
        }
        | more
    )


def _content(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _item(letter: str, number: int, one: Any) -> dict[str, Any]:
    item = {"id": f"{letter}{number}", "rule": "test", "confidence": 0.9}
    if letter == "t":
        item["origin"] = "list"
    return item | (one if isinstance(one, dict) else {"text": one})
