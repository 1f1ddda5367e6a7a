"""Which goals a tiltak serves, and which goal a goal belongs to.

A tiltak serves the goal of its own row; else the goals that its section names by number («(delmål 3)»); else the
goals read just before it in its section; else those of the nearest section around it. A goal belongs to the goal
whose number is the beginning of its own; else to the goal of the section that its section stands in.
"""

from __future__ import annotations

import re

from extractor.interpret.drafts import GoalDraft, TiltakDraft
from extractor.interpret.goalwords import goal_kind
from extractor.interpret.promises import Promises
from extractor.structure.outline import Section

REFERENCE = re.compile(
    r"\b(?:del|hoved|hovud)?mål\s+(?:nr\.?\s*)?(\d+(?:\.\d+)*|[a-h](?=[\s,)]|$))", re.IGNORECASE
)
SERVED = (
    "sub_goal",
    "local_goal",
    "goal",
    "main_goal",
    "focus_area",
    "strategy",
)  # the nearest to tiltak first


def link(promises: Promises) -> None:
    """Fill `TiltakDraft.goals` and `GoalDraft.parent`."""
    by_section: dict[int, list[GoalDraft]] = {}
    for goal in promises.goals:
        if goal.section is not None:
            by_section.setdefault(id(goal.section), []).append(goal)
    for tiltak in promises.tiltak:
        if not (
            tiltak.goals
            and tiltak.origin == "table"
            and tiltak.goals[0].rule in {"goal-column", "table-band"}
        ):
            tiltak.goals = _section_goals(tiltak, promises.goals, by_section)
    for goal in promises.goals:
        goal.parent = goal.parent or _parent(goal, promises.goals, by_section)


def _section_goals(
    tiltak: TiltakDraft, goals: list[GoalDraft], by_section: dict[int, list[GoalDraft]]
) -> list[GoalDraft]:
    sections = list(tiltak.section.ancestors()) if tiltak.section else []
    for section in sections:
        named = _named(section, goals)
        if named:
            return named
    if _served(tiltak.goals):
        return _served(tiltak.goals)
    for section in sections[1:]:
        served = _served(by_section.get(id(section), []) + _beside(section, sections, goals))
        if served:
            return served
    return []


def _beside(around: Section, sections: list[Section], goals: list[GoalDraft]) -> list[GoalDraft]:
    """Return the goals in «Hovedmål» and «Delmål» that stand beside «Tiltak» under the same heading."""
    return [
        goal
        for goal in goals
        if goal.section is not None
        and goal.section.parent is around
        and goal.section not in sections
        and goal_kind(goal.section.title.value) in {"goal", "main_goal", "sub_goal", "local_goal"}
    ]


def _named(section: Section, goals: list[GoalDraft]) -> list[GoalDraft]:
    """Return the goals that a heading refers to by number, unless the heading is the goal itself."""
    numbers = REFERENCE.findall(section.title.value)
    if not numbers or any(goal.section is section for goal in goals):
        return []
    sub = "delmål" in section.title.value.casefold()
    kinds = {"sub_goal"} if sub else {"goal", "main_goal", "sub_goal"}
    return [goal for goal in goals if goal.number in numbers and goal.kind in kinds]


def _served(goals: list[GoalDraft]) -> list[GoalDraft]:
    """Return the goals that tiltak serve: never vision or state goals; focus areas and strategies if nothing else."""
    own = [goal for goal in goals if goal.kind in SERVED]
    direct = [goal for goal in own if goal.kind not in {"focus_area", "strategy"}]
    subs = [goal for goal in direct if goal.kind in {"sub_goal", "local_goal"}]
    return subs or direct or own


def _parent(
    goal: GoalDraft, goals: list[GoalDraft], by_section: dict[int, list[GoalDraft]]
) -> GoalDraft | None:
    if goal.number and "." in goal.number:
        above = goal.number.rpartition(".")[0]
        return next((other for other in goals if other.number == above and other is not goal), None)
    if goal.kind in {"vision", "national_goal", "main_goal"} or goal.section is None:
        return None
    before = [other for other in by_section.get(id(goal.section), []) if other is not goal]
    earlier = before[: before.index(goal)] if goal in before else _until(by_section[id(goal.section)], goal)
    higher = [other for other in earlier if _is_above(other, goal)]
    if higher:
        return higher[-1]
    for section in list(goal.section.ancestors())[1:]:
        higher = [other for other in by_section.get(id(section), []) if _is_above(other, goal)]
        if higher:
            return higher[-1]
    mains = [other for other in goals if other.kind == "main_goal"]
    return mains[0] if goal.kind == "sub_goal" and len(mains) == 1 else None


def _until(goals: list[GoalDraft], goal: GoalDraft) -> list[GoalDraft]:
    return goals[: goals.index(goal)]


def _is_above(other: GoalDraft, goal: GoalDraft) -> bool:
    ranks = {
        "vision": 0,
        "main_goal": 1,
        "focus_area": 1,
        "goal": 2,
        "local_goal": 2,
        "sub_goal": 3,
        "strategy": 3,
    }
    return other.kind != "vision" and ranks.get(other.kind, 9) < ranks.get(goal.kind, 0)
