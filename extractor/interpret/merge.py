"""What the document says twice is one item with two places.

Plans repeat themselves: the vision on the cover and in its chapter, the tiltak in their chapter and again in a
summary table. The first place gives the wording; the later ones fill fields that it left open.
"""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from extractor.interpret.drafts import GoalDraft, TiltakDraft

SAME_GOAL = 96.0  # per cent of the characters: rewordings stay two goals
SAME_TILTAK = 92.0
SAME_TILTAK_AND_GOAL = 85.0  # under the same goal number a looser wording is enough
SHORTEST = 12  # characters: shorter names («Kurs») may well be different tiltak


def merge_goals(goals: list[GoalDraft]) -> tuple[list[GoalDraft], dict[int, GoalDraft]]:
    """Return the goals once each, and for the id() of each that went the one that stands for it."""
    kept: list[GoalDraft] = []
    moved: dict[int, GoalDraft] = {}
    for goal in goals:
        twin = next((other for other in kept if _same_goal(other, goal)), None) or _numbered_twin(kept, goal)
        if twin is None and re.search(r"[^\W\d_]", goal.text.value):
            kept.append(goal)
        elif twin is not None:
            if re.search(r"[^\W\d_]", goal.text.value):
                twin.also.append(goal.text)
                twin.number = twin.number or goal.number
            moved[id(goal)] = twin
    for goal in kept:
        if goal.parent is not None:
            goal.parent = moved.get(id(goal.parent), goal.parent)
    return kept, moved


def _same_goal(first: GoalDraft, second: GoalDraft) -> bool:
    if "national_goal" in {first.kind, second.kind} and first.kind != second.kind:
        return False
    return fuzz.ratio(_fold(first.text.value), _fold(second.text.value)) >= SAME_GOAL


def _numbered_twin(kept: list[GoalDraft], goal: GoalDraft) -> GoalDraft | None:
    """A short form in a table column stands for the goal of the same number («1.2 Rusfrie møteplasser»).

    A number alone («2») may count goals that carry no number themselves: the second of its kind.
    """
    if goal.rule != "goal-column" or not goal.number:
        return None
    alone = goal.text.value.rstrip(".") == goal.number
    if "." not in goal.number and not alone:
        return None
    others = [other for other in kept if other.rule != goal.rule]
    same = [
        other for other in others if other.number == goal.number and (not alone or other.kind == goal.kind)
    ]
    if same:
        return same[0]
    counted = [other for other in others if other.kind == goal.kind and not other.number]
    place = int(goal.number) - 1 if goal.number.isdigit() else -1
    return counted[place] if alone and 0 <= place < len(counted) else None


def merge_tiltak(tiltak: list[TiltakDraft]) -> list[TiltakDraft]:
    """Return the tiltak once each, fields filled from all places."""
    kept: list[TiltakDraft] = []
    for draft in tiltak:
        twin = next((other for other in kept if _same_tiltak(other, draft)), None)
        if twin is None:
            kept.append(draft)
        else:
            _fill(twin, draft)
    return kept


def _same_tiltak(first: TiltakDraft, second: TiltakDraft) -> bool:
    if first.section is second.section and first.origin == second.origin:
        return False
    one, two = _fold(first.text.value), _fold(second.text.value)
    if first.section is second.section and {first.rule, second.rule} == {"measure-heading", "measure-card"}:
        return one == two  # the heading of a card names its tiltak
    if min(len(one), len(two)) < SHORTEST or _conflict(first, second):
        return False
    shared = any(goal in second.goals for goal in first.goals)
    return fuzz.ratio(one, two) >= (SAME_TILTAK_AND_GOAL if shared else SAME_TILTAK)


def _conflict(first: TiltakDraft, second: TiltakDraft) -> bool:
    """Two tiltak of the same name with different numbers are two."""
    return bool(
        first.number and second.number and first.number != second.number and first.origin == second.origin
    )


def _fill(kept: TiltakDraft, again: TiltakDraft) -> None:
    kept.also.append(again.text)
    if kept.schedule is None:
        kept.schedule, kept.is_deadline = again.schedule, again.is_deadline
    if kept.responsible is None:
        kept.responsible, kept.mixed = again.responsible, again.mixed
    if kept.cost is None:
        kept.cost, kept.cost_header = again.cost, again.cost_header
    kept.target = kept.target or again.target
    kept.description = kept.description or again.description
    kept.status_raw = kept.status_raw or again.status_raw
    kept.goals += [goal for goal in again.goals if goal not in kept.goals]
    for title, value in again.columns.items():
        kept.columns.setdefault(title, value)


def _fold(value: str) -> str:
    return re.sub(r"[\W_]+", " ", value.casefold()).strip()
