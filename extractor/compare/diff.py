"""Two plans of one kommune: what the newer one does with what the older one promised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from extractor.compare.align import Item
from extractor.compare.diff_amounts import cost_changes, target_changes
from extractor.compare.diff_facts import responsible_change, status_changes, time_changes
from extractor.compare.diff_match import Match, matched
from extractor.compare.diff_notes import diff_notes
from extractor.compare.diff_redline import redline
from extractor.compare.items import compared_goals, compared_plan, compared_tiltak
from extractor.compare.side_by_side import plan_labels
from extractor.compare.taxonomy import goals_and_tiltak, shared_taxonomy, themes_in
from schemas import Plan, Tiltak
from schemas.comparison import ComparedGoal, ComparedTiltak
from schemas.diff import Diff, DiffSummary, Fates, GoalChange, Run, TiltakChange

_SIDES = (1, 2)

Kind = TypeVar("Kind", bound=str)


def diff_plans(old: Plan, new: Plan) -> Diff:
    """Return what became of each goal and tiltak of a plan in the one that followed it.

    Args:
        old: the older plan, as extraction or a JSON file gives it.
        new: the newer one. That the order is right is checked, not assumed: see `Diff.notes`.
    """
    plans = (old, new)
    heads = [compared_plan(*each) for each in zip(plans, _SIDES, plan_labels(plans), strict=True)]
    taxonomy = shared_taxonomy(plans)
    themes = [
        {item.id: themes_in(taxonomy, item.themes) for item in goals_and_tiltak(plan)} for plan in plans
    ]
    sides = list(zip(plans, _SIDES, themes, strict=True))
    respelt = old.source.language != new.source.language
    tiltak = _tiltak_changes(plans, *(compared_tiltak(*side) for side in sides), respelt=respelt)
    goals = _goal_changes(*(compared_goals(*side) for side in sides), respelt=respelt)
    return Diff(
        tool=new.source.tool,
        old=heads[0],
        new=heads[1],
        summary=_summary(goals, tiltak),
        notes=list(diff_notes(*heads)),
        goals=goals,
        tiltak=tiltak,
    )


def _tiltak_changes(
    plans: Sequence[Plan], old: Sequence[ComparedTiltak], new: Sequence[ComparedTiltak], *, respelt: bool
) -> list[TiltakChange]:
    items = {item.id: item for item in (*old, *new)}
    read = {f"p{side}.{one.id}": one for side, plan in zip(_SIDES, plans, strict=True) for one in plan.tiltak}
    changes = []
    for number, match in enumerate(matched(_items(old), _items(new), other_standard=respelt), start=1):
        change = TiltakChange(
            id=f"d{number}",
            kind=match.kind,
            old=[items[id_] for id_ in match.old],
            new=[items[id_] for id_ in match.new],
            similarity=match.similarity,
            redline=_redline(match, items, respelt=respelt),
        )
        if match.old and match.new:
            _add_facts(change, match, read, respelt=respelt)
        changes.append(change)
    return changes


def _add_facts(change: TiltakChange, match: Match, read: Mapping[str, Tiltak], *, respelt: bool) -> None:
    old, new = ([(id_, read[id_]) for id_ in ids] for ids in (match.old, match.new))
    change.responsible = responsible_change(
        (one for _, one in old), (one for _, one in new), other_standard=respelt
    )
    change.times = list(time_changes(old, new))
    change.statuses = list(status_changes(old, new))
    change.targets = list(target_changes(old, new, other_standard=respelt))
    change.costs = list(cost_changes(old, new, other_standard=respelt))


def _goal_changes(
    old: Sequence[ComparedGoal], new: Sequence[ComparedGoal], *, respelt: bool
) -> list[GoalChange]:
    items = {item.id: item for item in (*old, *new)}
    return [
        GoalChange(
            id=f"e{number}",
            kind=match.kind,
            old=[items[id_] for id_ in match.old],
            new=[items[id_] for id_ in match.new],
            similarity=match.similarity,
            redline=_redline(match, items, respelt=respelt),
        )
        for number, match in enumerate(matched(_items(old), _items(new), other_standard=respelt), start=1)
    ]


def _items(items: Iterable[ComparedTiltak | ComparedGoal]) -> list[Item]:
    return [Item(item.id, item.plan, item.text, item.themes[0] if item.themes else None) for item in items]


def _redline(
    match: Match, items: Mapping[str, ComparedTiltak] | Mapping[str, ComparedGoal], *, respelt: bool
) -> list[Run]:
    if match.kind not in ("reworded", "split", "merged"):
        return []
    old, new = ([items[id_].text for id_ in ids] for ids in (match.old, match.new))
    return redline(old, new, other_standard=respelt)


def _summary(goals: Sequence[GoalChange], tiltak: Sequence[TiltakChange]) -> DiffSummary:
    who = sum(bool(one.responsible and (one.responsible.added or one.responsible.removed)) for one in tiltak)
    statuses = sum(bool(one.statuses) for one in tiltak)
    times = _by_kind([time.kind for time in one.times] for one in tiltak)
    targets = _by_kind([target.kind for target in one.targets] for one in tiltak)
    costs = _by_kind([cost.kind for cost in one.costs] for one in tiltak)
    changed = any(one.kind != "kept" for one in goals) or any(one.kind != "kept" for one in tiltak)
    return DiffSummary(
        differences=changed or bool(who or statuses or times or targets or costs),
        tiltak=_fates(tiltak),
        goals=_fates(goals),
        responsible_changed=who,
        times=times,
        status_changed=statuses,
        targets=targets,
        costs=costs,
    )


def _fates(changes: Iterable[TiltakChange | GoalChange]) -> Fates:
    return Fates.model_validate(Counter(change.kind for change in changes))


def _by_kind(changes: Iterable[Sequence[Kind]]) -> dict[Kind, int]:
    """Return how many tiltak had something happen to them, by what it was."""
    counted = Counter(kind for kinds in changes for kind in dict.fromkeys(kinds))
    return dict(sorted(counted.items()))
