"""What a reader says of one item, put into it: what he named, in his wording, made comparable like all the rest.

A field that he set to nothing says that the document does not tell it; what he did not set stays. A goal without a
wording or a kind would be none, so these two stay, too. Which goals belong together is not told here but in `links`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extractor.corrections.places import origin_at, section_at
from extractor.normalise.given import given_cost, given_parties, given_schedule, status_told_by
from extractor.normalise.schedule import schedule_in_prose
from schemas import Goal, Plan, Tiltak
from schemas.corrections import Correction
from schemas.promises import Reviewed

RULE = "reviewed"  # of items that a reader added
_TAKEN_AS_THEY_ARE = ("number", "description", "target", "status")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a reader's wordings are read in."""

    plan: Plan
    abbreviations: Mapping[str, str]

    @property
    def period(self) -> tuple[int, int] | None:
        """The years of the plan."""
        return (self.plan.period.start_year, self.plan.period.end_year) if self.plan.period else None


def reviewed_goal(goal: Goal, correction: Correction) -> Goal:
    """Return a goal that was found as the reader has it."""
    return goal.model_copy(update=_goal_changes(correction) | _mark(goal, correction))


def reviewed_tiltak(tiltak: Tiltak, correction: Correction, setting: Setting) -> Tiltak:
    """Return a tiltak that was found as the reader has it."""
    return tiltak.model_copy(update=_tiltak_changes(tiltak, correction, setting) | _mark(tiltak, correction))


def added_goal(correction: Correction, setting: Setting) -> Goal:
    """Return a goal that was not found; its id is the key of the correction."""
    goal = Goal(
        id=correction.key,
        text=" ".join(correction.text.split()),
        section_id=section_at(setting.plan, correction.source),
        source=correction.source,
        rule=RULE,
        confidence=1.0,
        reviewed="added",
    )
    return goal.model_copy(update=_goal_changes(correction))


def added_tiltak(correction: Correction, setting: Setting) -> Tiltak:
    """Return a tiltak that was not found; its id is the key of the correction.

    Like that of others, its own wording is asked for a time where the reader says nothing of one.
    """
    tiltak = Tiltak(
        id=correction.key,
        text=" ".join(correction.text.split()),
        origin=origin_at(setting.plan, correction.source),
        section_id=section_at(setting.plan, correction.source),
        source=correction.source,
        rule=RULE,
        confidence=1.0,
        reviewed="added",
    )
    tiltak = tiltak.model_copy(update=_tiltak_changes(tiltak, correction, setting))
    given = correction.fields.model_fields_set
    if "schedule" not in given:
        tiltak.schedule = schedule_in_prose(tiltak.text, period=setting.period)
    if "status" not in given:
        tiltak.status = status_told_by(tiltak.schedule)
    return tiltak


def _mark(item: Goal | Tiltak, correction: Correction) -> dict[str, Any]:
    """Return that the item was looked at. One that a reader had added stays added."""
    told: Reviewed = "changed" if _said(correction) else "right"
    return {"reviewed": "added" if item.reviewed == "added" else told, "confidence": 1.0}


def _said(correction: Correction) -> dict[str, Any]:
    """Return the fields that the reader set; wordings without white space around them, None where nothing is left."""
    if correction.verdict == "right":
        return {}
    fields = correction.fields
    return {name: _trimmed(getattr(fields, name)) for name in fields.model_fields_set}


def _trimmed(value: str | list[str] | None) -> str | list[str] | None:
    if isinstance(value, list):
        return [text for one in value if (text := " ".join(one.split()))]
    return " ".join(value.split()) or None if value else None


def _goal_changes(correction: Correction) -> dict[str, Any]:
    said = _said(correction)
    changes = {name: said[name] for name in ("text", "kind") if said.get(name)}
    return changes | {name: said[name] for name in ("number",) if name in said}


def _tiltak_changes(tiltak: Tiltak, correction: Correction, setting: Setting) -> dict[str, Any]:
    said = _said(correction)
    changes = {name: said[name] for name in _TAKEN_AS_THEY_ARE if name in said}
    if said.get("text"):
        changes["text"] = said["text"]
    if "responsible" in said:
        changes["responsible"] = given_parties(said["responsible"], setting.abbreviations)
    if wording := said.get("schedule"):
        changes["schedule"] = given_schedule(wording, period=setting.period, before=tiltak.schedule)
    if wording := said.get("cost"):
        changes["cost"] = given_cost(wording, columns=tiltak.columns)
    cleared = (name for name in ("schedule", "cost") if name in said and said[name] is None)
    return changes | dict.fromkeys(cleared)
