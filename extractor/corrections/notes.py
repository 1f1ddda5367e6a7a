"""What the reader of the result should know of corrections that could not be put in as they are."""

from __future__ import annotations

from typing import Literal

from schemas import Diagnostic, Goal
from schemas.corrections import Correction

LONGEST = 80  # characters of a wording that are told
_BECAME = {
    "right": "was confirmed by a reader and is not found any more; it is missing now.",
    "changed": "was corrected by a reader and is not found any more; it was added with what the reader wrote.",
    "wrong": "was rejected by a reader and is not found any more.",
}


def without_item(correction: Correction) -> Diagnostic:
    """Return the note of a correction whose item is not there."""
    severity: Literal["info", "warning"] = "info" if correction.verdict == "wrong" else "warning"
    return _note("correction-without-item", correction, _BECAME[correction.verdict], severity)


def without_goal(correction: Correction) -> Diagnostic:
    """Return the note of an item that was tied to a goal which is not there."""
    return _note(
        "correction-without-goal", correction, "was tied by a reader to a goal that is not found any more."
    )


def circle(goal: Goal) -> Diagnostic:
    """Return the note of a goal that cannot stand below the one that it was hung on."""
    return _note(
        "correction-in-a-circle", goal, "cannot be part of a goal that is part of it; it stands alone."
    )


def _note(
    code: str, of: Correction | Goal, became: str, severity: Literal["info", "warning"] = "warning"
) -> Diagnostic:
    page = next((place.page for place in of.source), None)
    return Diagnostic(code=code, severity=severity, message=f"{_quoted(of.text)} {became}", page=page)


def _quoted(text: str) -> str:
    line = " ".join(text.split())
    return f"«{line}»" if len(line) <= LONGEST else f"«{line[: LONGEST - 1]}…»"
