"""Puts what a reader corrected into a plan that was just read, or read long ago.

    1. each item that he spoke of is found again                      (`find`)
    2. what he rejected goes; what he confirmed or changed is marked  (`fields`)
    3. what he added comes where it stands in the document            (`places`)
    4. goals are tied together as he has it                           (`links`)
    5. ids are given anew, in reading order; themes are found anew

What he did not name stays as it is. A correction that fits nothing any more is told of, and what he wrote himself is
kept: an item that he changed comes back as an added one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from extractor.corrections.fields import (
    Setting,
    added_goal,
    added_tiltak,
    reviewed_goal,
    reviewed_tiltak,
)
from extractor.corrections.find import find_items
from extractor.corrections.keys import item_keys
from extractor.corrections.links import Links, hang, number
from extractor.corrections.notes import circle, without_goal, without_item
from extractor.corrections.places import place_in
from extractor.normalise import tie_to_themes
from schemas import Diagnostic, Goal, Plan, Tiltak
from schemas.corrections import Correction, Corrections

Item = TypeVar("Item", Goal, Tiltak)
Found = Mapping[str, Goal | Tiltak]


def correct(plan: Plan, corrections: Corrections, *, abbreviations: Mapping[str, str] | None = None) -> Plan:
    """Return a copy of `plan` as the reader has it.

    Args:
        plan: normalised.
        corrections: of this document.
        abbreviations: those that the document explains («K&O» → «kultur og oppvekst»), for the parties he names.
    """
    goal_words, tiltak_words = _latest(corrections, "goal"), _latest(corrections, "tiltak")
    found = find_all(plan, corrections)
    setting = Setting(plan, abbreviations or {})
    goals = _reviewed(plan.goals, goal_words, found, reviewed_goal, lambda one: added_goal(one, setting))
    tiltak = _reviewed(
        plan.tiltak,
        tiltak_words,
        found,
        lambda item, one: reviewed_tiltak(item, one, setting),
        lambda one: added_tiltak(one, setting),
    )
    words = [*goal_words, *tiltak_words]
    notes = [without_item(one) for one in words if one.key not in found and one.verdict != "added"]
    notes += _tie(plan, goals, tiltak, words, found)
    number(goals, tiltak)
    told = [*plan.diagnostics, *(note for note in notes if note not in plan.diagnostics)]
    corrected = plan.model_copy(update={"goals": goals, "tiltak": tiltak, "diagnostics": told})
    tie_to_themes(corrected)
    return corrected


def find_all(plan: Plan, corrections: Corrections) -> Found:
    """Return the item that each correction speaks of by the key of the correction, where it is there."""
    goals = find_items(plan.goals, _latest(corrections, "goal"), "g")
    return {**goals, **find_items(plan.tiltak, _latest(corrections, "tiltak"), "t")}


def _latest(corrections: Corrections, item: str) -> list[Correction]:
    """Return the last word on each goal or tiltak."""
    return list({one.key: one for one in corrections.corrections if one.item == item}.values())


def _reviewed(
    items: Sequence[Item],
    words: Sequence[Correction],
    found: Found,
    review: Callable[[Item, Correction], Item],
    add: Callable[[Correction], Item],
) -> list[Item]:
    """Return copies of the items that stand, and those that were added, in reading order."""
    said = {found[one.key].id: one for one in words if one.key in found}
    kept = [
        review(item, said[item.id]) if item.id in said else item.model_copy()
        for item in items
        if item.id not in said or said[item.id].verdict != "wrong"
    ]
    for one in words:
        if _comes_in(one, found):
            kept.insert(place_in(kept, one.source), add(one))
    return kept


def _comes_in(correction: Correction, found: Found) -> bool:
    """Whether an item has to be made: it was missed, or it was changed by the reader and is not there any more."""
    return correction.key not in found and correction.verdict in ("added", "changed")


def _tie(
    plan: Plan,
    goals: Sequence[Goal],
    tiltak: Sequence[Tiltak],
    words: Sequence[Correction],
    found: Found,
) -> Iterator[Diagnostic]:
    """Tie goals and tiltak to goals as the reader has it; yield what could not be."""
    ids = {key: id_ for id_, key in item_keys(plan).items()}
    ids |= {one.key: found[one.key].id if one.key in found else one.key for one in words}
    there = {goal.id for goal in goals} | {one.id for one in tiltak}
    rejected = {found[one.key].id for one in words if one.verdict == "wrong" and one.key in found}
    links = Links(plan.goals, {key: id_ for key, id_ in ids.items() if id_ in there | rejected}, rejected)
    links.settle(goals, tiltak)
    by_id = {item.id: item for item in tiltak}
    parents: dict[str, str | None] = {}
    for one, keys in _links_told(words):
        known = links.known(keys)
        if ids[one.key] in by_id:
            by_id[ids[one.key]].goal_ids = known
        else:
            parents[ids[one.key]] = next(iter(known), None)
        if len(known) < len(set(keys)):
            yield without_goal(one)
    for goal in hang(goals, parents):
        yield circle(goal)


def _links_told(words: Iterable[Correction]) -> Iterator[tuple[Correction, list[str]]]:
    """Yield what a reader said of the goals that an item belongs to."""
    for one in words:
        fields = one.fields
        if one.verdict in ("right", "wrong"):
            continue
        if one.item == "goal" and "parent" in fields.model_fields_set:
            yield one, [fields.parent] if fields.parent else []
        elif one.item == "tiltak" and "goals" in fields.model_fields_set:
            yield one, fields.goals
