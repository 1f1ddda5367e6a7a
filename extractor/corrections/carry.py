"""Corrections of an earlier reading, told of the items as they are read now, so that a reader can go on with them.

What is found again takes the key, wording and place that the item has now. What the reader had missed and is found
now is something that he confirmed, or changed where he had set fields. What is not found keeps its key, with another
number behind it where an item has that key now.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import count

from extractor.corrections.apply import find_all
from extractor.corrections.keys import item_keys
from schemas import Goal, Plan, Tiltak
from schemas.corrections import Correction, Corrections, Fields


def carried_over(plan: Plan, corrections: Corrections) -> Corrections:
    """Return the corrections in the keys and wordings of a plan that nobody has corrected."""
    found, keys = find_all(plan, corrections), item_keys(plan)
    now = {key: keys[item.id] for key, item in found.items()}
    for one in corrections.corrections:
        if one.key not in now:
            now[one.key] = _free(one.key, {*keys.values(), *now.values()})
    carried = [_carried(one, found.get(one.key), now) for one in corrections.corrections]
    return corrections.model_copy(update={"corrections": carried})


def _free(key: str, taken: Collection[str]) -> str:
    """Return a key, numbered where it is taken."""
    letter, mark, *_ = key.split("-")
    numbered = (f"{letter}-{mark}-{number}" for number in count(2))
    return key if key not in taken else next(one for one in numbered if one not in taken)


def _carried(correction: Correction, item: Goal | Tiltak | None, now: Mapping[str, str]) -> Correction:
    changes = {"key": now[correction.key], "fields": _relinked(correction.fields, now)}
    if item is not None:
        changes |= {"text": item.text, "source": item.source}
        if correction.verdict == "added":
            changes["verdict"] = "changed" if correction.fields.model_fields_set else "right"
    return correction.model_copy(update=changes)


def _relinked(fields: Fields, now: Mapping[str, str]) -> Fields:
    changes: dict[str, object] = {}
    if fields.parent:
        changes["parent"] = now.get(fields.parent, fields.parent)
    if fields.goals:
        changes["goals"] = [now.get(key, key) for key in fields.goals]
    return fields.model_copy(update=changes)
