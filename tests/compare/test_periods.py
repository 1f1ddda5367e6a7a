"""Plans and the plans that followed them: what became of each goal and tiltak is what a careful reader says."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extractor import diff_plans, extract_plan
from schemas.comparison import ComparedGoal, ComparedTiltak
from schemas.diff import Diff, GoalChange, TiltakChange

FOLDER = Path(__file__).parents[2] / "samples" / "periods"
NAMES = sorted(path.name.removesuffix("_gold.json") for path in FOLDER.glob("*_gold.json"))
CASES = [
    pytest.param(name, kind, number, id=f"{name}-{kind}-{number}")
    for name in NAMES
    for kind, said in json.loads((FOLDER / f"{name}_gold.json").read_text(encoding="utf-8")).items()
    for number in range(len(said))
]


@cache
def read(name: str) -> tuple[Diff, dict[str, list[dict[str, Any]]]]:
    diff = diff_plans(extract_plan(FOLDER / f"{name}_old.txt"), extract_plan(FOLDER / f"{name}_new.txt"))
    return diff, json.loads((FOLDER / f"{name}_gold.json").read_text(encoding="utf-8"))


def begin_so(items: Sequence[ComparedGoal] | Sequence[ComparedTiltak], texts: list[str]) -> bool:
    return len(items) == len(texts) and all(
        item.text.startswith(text) for item, text in zip(items, texts, strict=True)
    )


@pytest.mark.parametrize(("name", "kind", "number"), CASES)
def test_what_became_of_it_is_what_a_reader_says(name: str, kind: str, number: int) -> None:
    diff, gold = read(name)
    said = gold[kind][number]
    found = [change for change in getattr(diff, kind) if begin_so(change.old, said["old"])]
    [change] = [change for change in found if begin_so(change.new, said["new"])]
    assert change.kind == said["kind"]
    if isinstance(change, TiltakChange):
        _check_facts(change, said)


def _check_facts(change: TiltakChange, said: dict[str, Any]) -> None:
    who = change.responsible
    assert (who.removed if who else []) == said.get("removed", [])
    assert (who.added if who else []) == said.get("added", [])
    assert [party.name for party in (who.renamed if who else [])] == said.get("renamed", [])
    assert list(dict.fromkeys(time.kind for time in change.times)) == said.get("times", [])
    assert [status.after for status in change.statuses] == ([said["status"]] if "status" in said else [])
    if "years" in said:
        assert [time.years for time in change.times] == [said["years"]]


@pytest.mark.parametrize("name", NAMES)
def test_the_gold_tells_of_every_item(name: str) -> None:
    diff, gold = read(name)
    assert len(diff.tiltak) == len(gold["tiltak"])
    assert len(diff.goals) == len(gold["goals"])


@pytest.mark.parametrize("name", NAMES)
def test_every_item_of_both_plans_is_told_of_once(name: str) -> None:
    diff, _ = read(name)
    changes: list[GoalChange | TiltakChange] = [*diff.goals, *diff.tiltak]
    for side, plan in (("old", diff.old), ("new", diff.new)):
        ids = [item.id for change in changes for item in getattr(change, side)]
        assert len(ids) == len(set(ids)) == plan.counts.goals + plan.counts.tiltak


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_beside_itself_has_no_differences(name: str) -> None:
    plan = extract_plan(FOLDER / f"{name}_new.txt")
    diff = diff_plans(plan, plan)
    assert not diff.summary.differences
    assert diff.notes[0].code == "same-document"


@pytest.mark.parametrize("name", NAMES)
def test_two_runs_give_the_same_bytes(name: str) -> None:
    plans = [extract_plan(FOLDER / f"{name}_{side}.txt") for side in ("old", "new")]
    assert diff_plans(*plans).model_dump_json() == diff_plans(*plans).model_dump_json()
