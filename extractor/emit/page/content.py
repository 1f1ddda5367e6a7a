"""What the page shows of a comparison, as JSON that may stand in a page.

Empty answers are left out, they are most of a comparison. So is what the page does not show, and what stands in it
for each plan and is the same for all: the names of what a guide asks for stand once.
"""

from __future__ import annotations

import json
import re
from typing import Any

from schemas.comparison import Comparison

# Marks of direction and format, and controls: unseen, and able to turn a text around.
_UNSEEN = re.compile(
    "[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]"
)
_PLACES: Any = {"place": {"bbox", "start", "end"}}  # the page shows page and section
_FINDINGS: Any = {"__all__": {"name": True, "key": True, "how": True, "evidence": {"__all__": _PLACES}}}
_MEASURED = {"kommuner", "without_responsible", "without_time", "without_deadline", "goals_without_tiltak"}
_LEFT_OUT: Any = {
    "plans": {"__all__": {"sha256"}},
    "tiltak": {"__all__": _PLACES},
    "goals": {"__all__": _PLACES},
    "completeness": {"__all__": {"findings": _FINDINGS} | dict.fromkeys(_MEASURED, True)},
}


def comparison_data(comparison: Comparison) -> str:
    """Return a comparison as the scripts of the page read it."""
    told = comparison.model_dump(mode="json", exclude_defaults=True, exclude=_LEFT_OUT)
    told["components"] = {
        finding.component: finding.name.model_dump(exclude_none=True)
        for check in comparison.completeness
        for finding in check.findings
    }
    return as_data(told)


def as_data(told: dict[str, Any], *, unseen: str = "") -> str:
    """Return JSON that ends no element of a page and begins no other, with `unseen` for marks that are not seen."""
    text = _UNSEEN.sub(unseen, json.dumps(told, ensure_ascii=False, separators=(",", ":")))
    for char in "<>&":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text
