"""Which goals belong together, after goals went, came, or were tied in another way by the reader.

What hung on a goal that was rejected hangs on the goal above that one: it was part of it before, too. Nothing points
to a goal that is not there. A goal that would become part of itself stays without one above it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from schemas import Goal, Tiltak


class Links:
    """The goals of a plan by the keys of a reader, and what stands in the place of those that he rejected.

    Args:
        goals: as they were found.
        ids: the id of each goal by its key, of those that the reader added, too.
        rejected: ids of goals that are no goals.
    """

    def __init__(self, goals: Iterable[Goal], ids: Mapping[str, str], rejected: set[str]) -> None:
        self._above = {goal.id: goal.parent_id for goal in goals}
        self._ids = ids
        self._rejected = rejected

    def settle(self, goals: Sequence[Goal], tiltak: Sequence[Tiltak]) -> None:
        """Have nothing point to a rejected goal; the items are changed in place."""
        for goal in goals:
            goal.parent_id = self._standing(goal.parent_id)
        for one in tiltak:
            kept = (self._standing(goal_id) for goal_id in one.goal_ids)
            one.goal_ids = list(dict.fromkeys(filter(None, kept)))

    def _standing(self, goal_id: str | None) -> str | None:
        """Return the goal itself or the nearest one above it that was not rejected."""
        passed: set[str] = set()
        while goal_id in self._rejected and goal_id not in passed:
            passed.add(goal_id)
            goal_id = self._above.get(goal_id)
        return None if goal_id in self._rejected else goal_id

    def known(self, keys: Iterable[str]) -> list[str]:
        """Return the ids of the goals with these keys that are there."""
        ids = (self._standing(self._ids.get(key)) for key in keys)
        return list(dict.fromkeys(filter(None, ids)))


def hang(goals: Sequence[Goal], parents: Mapping[str, str | None]) -> list[Goal]:
    """Set the goal above each goal that a reader told one for; return those for which that cannot be.

    Args:
        goals: all goals; they are changed in place.
        parents: id of the goal above by the id of the goal.
    """
    above = {goal.id: None if goal.id in parents else goal.parent_id for goal in goals}
    refused = []
    for goal in goals:
        parent = parents.get(goal.id)
        if parent is not None and _is_above(goal.id, parent, above):
            refused.append(goal)
        elif goal.id in parents:
            above[goal.id] = parent
        goal.parent_id = above[goal.id]
    return refused


def _is_above(goal_id: str, other: str, above: Mapping[str, str | None]) -> bool:
    """Whether a goal is another one, or stands above it."""
    passed: set[str] = set()
    at: str | None = other
    while at is not None and at not in passed:
        if at == goal_id:
            return True
        passed.add(at)
        at = above.get(at)
    return False


def number(goals: Sequence[Goal], tiltak: Sequence[Tiltak]) -> None:
    """Give goals and tiltak ids in their order, g1 and t1 first; they are changed in place."""
    ids = {goal.id: f"g{at}" for at, goal in enumerate(goals, start=1)}
    for goal in goals:
        goal.id, goal.parent_id = ids[goal.id], ids.get(goal.parent_id or "")
    for at, one in enumerate(tiltak, start=1):
        one.id, one.goal_ids = f"t{at}", [ids[goal_id] for goal_id in one.goal_ids if goal_id in ids]
