"""The truth in a file of corrections: what a reader confirmed, changed, added and rejected, and nothing else.

Of a confirmed item only the wording is known here, of a changed or added one what the reader set. What he did not
speak of is not judged.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from extractor.evaluate.truth import Link, TrueItem, TrueList, Truth
from schemas.corrections import Correction, Corrections

_AS_THEY_ARE = ("responsible", "target", "description", "status")


def truth_of_corrections(corrections: Corrections, name: str) -> Truth:
    """Return what a reader said of a document."""
    words = corrections.corrections
    goals = {one.key: _wording(one) for one in words if one.item == "goal" and one.verdict != "wrong"}
    return Truth(
        name=name,
        form="corrections",
        sha256=corrections.document.sha256,
        goals=TrueList([_item(one, goals) for one in words if one.item == "goal"], whole=False),
        tiltak=TrueList([_item(one, goals) for one in words if one.item == "tiltak"], whole=False),
    )


def _wording(correction: Correction) -> str:
    return (correction.fields.text if correction.verdict != "right" else None) or correction.text


def _item(correction: Correction, goals: Mapping[str, str]) -> TrueItem:
    rejected = correction.verdict == "wrong"
    judged = _judged(correction, goals) if correction.verdict in ("changed", "added") else {}
    return TrueItem([_wording(correction)], "rejected" if rejected else "required", judged, correction.source)


def _judged(correction: Correction, goals: Mapping[str, str]) -> dict[str, Any]:
    fields, said = correction.fields, correction.fields.model_fields_set
    if correction.item == "goal":
        return {"goal_kinds": fields.kind} if fields.kind else {}
    judged: dict[str, Any] = {name: getattr(fields, name) for name in _AS_THEY_ARE if name in said}
    for name in ("schedule", "cost"):
        if name in said:
            wording = getattr(fields, name)
            judged[name] = {"raw": wording} if wording else None
    if "goals" in said and all(key in goals for key in fields.goals):
        judged["goal_links"] = Link([goals[key] for key in fields.goals])
    return judged
