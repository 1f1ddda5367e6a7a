"""Fields of an item that was found: does the plan say of it what there is?

Where the document says nothing and nothing was given, nothing is counted: silence is neither right nor wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from extractor.evaluate.tally import Tally
from extractor.evaluate.wording import likeness, shared
from schemas import Tiltak

Value = Any  # of a judged field, as a truth has it: text, list, mapping or None


@dataclass(frozen=True, slots=True)
class Compared:
    """One field of one item."""

    tally: Tally
    wanted: str | None  # as people are told
    given: str | None


def compare_field(name: str, wanted: Value, tiltak: Tiltak, least: float) -> Compared:
    """Compare a field of a tiltak, but for its goals; `least` is how alike wordings must be, in per cent."""
    if name == "responsible":
        return _parties(wanted or [], [party.raw for party in tiltak.responsible], least)
    found = getattr(tiltak, name)
    given = found.model_dump() if hasattr(found, "model_dump") else found
    return alternative(wanted, given, lambda: _SAME[name](wanted, given, least))


def alternative(wanted: Value, given: Value, is_same: Callable[[], bool]) -> Compared:
    """Count a field that has one value or none."""
    right = bool(wanted and given) and is_same()
    return Compared(Tally(int(right), int(bool(given)), int(bool(wanted))), _told(wanted), _told(given))


def _parties(wanted: list[str], given: list[str], least: float) -> Compared:
    tally = Tally(shared(wanted, given, least), len(given), len(wanted))
    return Compared(tally, "; ".join(wanted) or None, "; ".join(given) or None)


def _same_wording(wanted: str, given: str, least: float) -> bool:
    return likeness(wanted, given) >= least


def _same_word(wanted: str, given: str, _least: float) -> bool:
    return wanted == given


def _same_time(wanted: Mapping[str, Any], given: Mapping[str, Any], least: float) -> bool:
    """Compare the date, else the recurrence, else the kind; the wording where the truth tells nothing else."""
    if not (wanted.get("edtf") or wanted.get("recurrence") or wanted.get("kind")):
        return likeness(wanted.get("raw"), given.get("raw")) >= least
    return _time(wanted) == _time(given)


def _time(schedule: Mapping[str, Any]) -> tuple[Any, ...]:
    if schedule.get("edtf"):
        return ("edtf", schedule["edtf"])
    recurrence = schedule.get("recurrence") or {}
    if recurrence.get("freq"):
        return ("recurrence", recurrence["freq"], recurrence.get("interval") or 1, recurrence.get("times"))
    return ("kind", schedule.get("kind"))


def _same_cost(wanted: Mapping[str, Any], given: Mapping[str, Any], least: float) -> bool:
    """Compare the amount, or the wording where the truth tells none."""
    if wanted.get("amount") is not None:
        return bool(wanted["amount"] == given.get("amount"))
    return likeness(wanted.get("raw"), given.get("raw")) >= least


_SAME: dict[str, Callable[[Any, Any, float], bool]] = {
    "target": _same_wording,
    "description": _same_wording,
    "status": _same_word,
    "schedule": _same_time,
    "cost": _same_cost,
}


def _told(value: Value) -> str | None:
    """Return a value in a few words."""
    if not value:
        return None
    if isinstance(value, Mapping):
        parts = [value.get("raw"), value.get("edtf") or value.get("amount") or value.get("kind")]
        return " = ".join(str(part) for part in parts if part)
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
